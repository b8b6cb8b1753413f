import { findCatalogEntry } from '../shared/model/catalog/catalog.ts'
import { modelForSize } from '../shared/model/catalog/model-for-size.ts'
import { findProfile } from '../shared/profile/find-profile.ts'
import { isRemoteName } from '../shared/node/remote-name.ts'
import { parseFlags, type Parsed } from './flags.ts'
import { INTENT_FLAGS, intentFrom } from './inputs/intent.ts'
import { loadModel, MODEL_FLAGS } from './inputs/model.ts'
import { isFileName } from '../shared/node/is-file-name.ts'
import { noWords } from './inputs/verb.ts'
import type { Answers, TargetAnswer } from './tui/wizard/answers.ts'
import type { ModelRef } from './tui/services.ts'
import { readSnapshot } from './read-snapshot.ts'
import { readModelNamed } from './read-model-named.ts'

const FLAGS = {
  hardware: { type: 'string', value: 'NAME', help: 'auto (this machine), a profile id or a snapshot file' },
  ...MODEL_FLAGS,
  ...INTENT_FLAGS,
  output: { type: 'string', value: 'FILE', help: 'the file that the config is saved to' },
} as const

type Values = Parsed<typeof FLAGS>['values']

/**
 * What the flags before any command have answered.
 * @throws UserError as the commands do for the same flags
 */
export async function wizardAnswers(argv: readonly string[]): Promise<Partial<Answers>> {
  const { values, positionals } = parseFlags(argv, FLAGS)
  noWords(positionals)
  const { use_case, n_ctx, n_parallel, precision, program } = intentFrom(values)
  return {
    ...(values.hardware !== undefined && { target: await targetAnswer(values.hardware) }),
    ...((values.model ?? values['model-size']) !== undefined && { model: await modelAnswer(values) }),
    ...(values['use-case'] !== undefined && { use_case }),
    ...(precision !== undefined && { precision }),
    ...(n_ctx !== undefined && { n_ctx }),
    ...(n_parallel !== undefined && { n_parallel }),
    ...(program !== undefined && { program }),
    ...(values.output !== undefined && { output: values.output }),
  }
}

async function targetAnswer(name: string): Promise<TargetAnswer> {
  if (name === 'auto') return { kind: 'this' }
  if (await isFileName(name, '.json')) {
    return {
      kind: 'snapshot',
      file: name,
      snapshot: await readSnapshot(name),
    }
  }
  return { kind: 'profile', id: findProfile(name).id }
}

async function modelAnswer(values: Values): Promise<ModelRef> {
  const { model, 'model-size': size } = values
  // Both, or an empty one: refused in the words of every command.
  if ((model === undefined) === (size === undefined) || model === '') await loadModel(values)
  if (size !== undefined) {
    const { entry, note } = modelForSize(size)
    return { kind: 'catalog', id: entry.id, ...(note !== undefined && { note }) }
  }
  const name = model ?? ''
  if (isRemoteName(name) || (await isFileName(name, '.gguf'))) return readModelNamed(name)
  return { kind: 'catalog', id: findCatalogEntry(name).id }
}
