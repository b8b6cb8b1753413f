import { isModelSet } from '../../shared/config/read-model-set.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { UserError } from '../../shared/errors.ts'
import { didYouMean } from '../../shared/nearest.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import type { Target } from '../../shared/profile/target.ts'
import type { FactsFrom } from '../../shared/report/check.ts'
import { type ExplainedSum, explainMemory } from '../../shared/report/explain-memory.ts'
import { factsSource, type KnownFacts } from '../../shared/node/check/model-facts.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { configFromText, setFromText, SET_LIMIT_BYTES } from './config.ts'
import { quoted } from './number.ts'
import { loadTarget } from './target.ts'
import { ownTargetOf } from './own-target.ts'

export type ExplainedConfig = {
  /** Of a member of a set; null for a config by itself. */
  readonly name: string | null
  readonly config: RuntimeConfig
  readonly target: Target
  readonly facts_from: FactsFrom
  readonly sum: ExplainedSum
}

type Asked = {
  /** As `--hardware` takes it; the config's own, else this machine, when absent. */
  readonly hardware: string | undefined
  /** Of a set this one; all of them when absent. */
  readonly member: string | undefined
}

/**
 * The memory of a config, or of each member of a set, on one target, term by term; the facts of its model are those that
 * `validate` judges by.
 * @param note is told what `validate` would find in the text, and what is assumed of the target
 * @throws UserError when the file cannot be read, has no such member, or nothing is known of a model
 */
export async function explainFile(
  file: string,
  { hardware, member }: Asked,
  note: (line: string) => void,
): Promise<readonly ExplainedConfig[]> {
  const text = await readTextFile(file, SET_LIMIT_BYTES)
  const configs = configsIn(text, file, member, note)
  const target = await (hardware === undefined ? ownTargetOf(text, note) : loadTarget(hardware))
  const factsOf = await factsSource([], process.cwd(), null)
  return Promise.all(
    configs.map(async ({ name, config }) => {
      const label = name === null ? file : `${name} in ${file}`
      return { name, config, target, ...explained(config, label, target, await factsOf(config, file)) }
    }),
  )
}

function configsIn(
  text: string,
  file: string,
  member: string | undefined,
  note: (line: string) => void,
): readonly { readonly name: string | null; readonly config: RuntimeConfig }[] {
  if (!isModelSet(text)) {
    if (member === undefined) return [{ name: null, config: configFromText(text, file, note) }]
    throw new UserError('usage', `--member is for a model set, and ${file} is one config`)
  }
  const { members } = setFromText(text, file, note)
  const wanted = members.filter(({ name }) => member === undefined || name === member)
  if (wanted.length > 0) return wanted
  const names = members.map(({ name }) => name)
  throw new UserError(
    'usage',
    `${file} has no member ${quoted(member ?? '')}, only ${names.join(', ')}.${didYouMean(member ?? '', names)}`,
  )
}

function explained(
  config: RuntimeConfig,
  label: string,
  target: Target,
  known: KnownFacts | null,
): Pick<ExplainedConfig, 'facts_from' | 'sum'> {
  if (known === null) {
    throw new UserError(
      'input',
      `${label} says nothing of its model, and ${config.model_path} is no GGUF file here and no model of the catalog`,
      'Make the config with lp-tui generate, which embeds the facts, or put the file there.',
    )
  }
  if (!target.backends.includes(config.backend)) {
    throw new UserError(
      'input',
      `${label} is for ${config.backend}, and ${target.id} has ${target.backends.join(', ')}`,
      'Explain it on other --hardware, or generate a config for this one.',
    )
  }
  const settings = resolveSettings(config.settings, readHparams(known.facts), config.metadata?.program)
  return { facts_from: known.from, sum: explainMemory(known.facts, settings, target, config.backend) }
}
