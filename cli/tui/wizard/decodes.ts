import { readHparams, type Plan } from '../core.ts'

/** Whether the model writes an answer token by token; one that reads a text as a whole gives vectors. */
export function decodes({ config: { model } }: Plan): boolean {
  return model === undefined || readHparams(model).causal
}
