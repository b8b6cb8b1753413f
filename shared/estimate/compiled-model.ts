import type { ModelFacts } from '../model/facts.ts'
import { type Hparams, readHparams } from '../model/hparams.ts'

/** Facts read once: planning estimates one model thousands of times. */
const READ = new WeakMap<ModelFacts, Hparams>()

/**
 * The model's hparams, read and checked on the first call for these facts.
 * @throws UserError for facts that no model can have
 */
export function hparamsOf(facts: ModelFacts): Hparams {
  const known = READ.get(facts)
  if (known !== undefined) return known
  const hparams = readHparams(facts)
  READ.set(facts, hparams)
  return hparams
}
