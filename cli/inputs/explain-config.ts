import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { UserError } from '../../shared/errors.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import type { Target } from '../../shared/profile/target.ts'
import type { FactsFrom } from '../../shared/report/check.ts'
import { type ExplainedSum, explainMemory } from '../../shared/report/explain-memory.ts'
import { factsSource } from '../../shared/node/check/model-facts.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { CONFIG_LIMIT_BYTES, configFromText } from './config.ts'
import { loadTarget } from './target.ts'
import { ownTarget } from './own-target.ts'

export type ExplainedConfig = {
  readonly config: RuntimeConfig
  readonly target: Target
  readonly facts_from: FactsFrom
  readonly sum: ExplainedSum
}

/**
 * The memory of a config on one target, term by term; the facts of its model are those that `validate` judges by.
 * @param hardware as `--hardware` takes it; the config's own, else this machine, when absent
 * @throws UserError when the config cannot be read or nothing is known of its model
 */
export async function explainConfig(file: string, hardware: string | undefined): Promise<ExplainedConfig> {
  const text = await readTextFile(file, CONFIG_LIMIT_BYTES)
  const config = configFromText(text, file)
  const factsOf = await factsSource([], process.cwd(), null)
  const known = await factsOf(config, file)
  if (known === null) {
    throw new UserError(
      'input',
      `${file} says nothing of its model, and ${config.model_path} is no GGUF file here and no model of the catalog`,
      'Make the config with lp-tui generate, which embeds the facts, or put the file there.',
    )
  }
  const target = hardware === undefined ? await ownTarget(text) : await loadTarget(hardware)
  if (!target.backends.includes(config.backend)) {
    throw new UserError(
      'input',
      `${file} is for ${config.backend}, and ${target.id} has ${target.backends.join(', ')}`,
      'Explain it on other --hardware, or generate a config for this one.',
    )
  }
  const settings = resolveSettings(config.settings, readHparams(known.facts), config.metadata?.program)
  const sum = explainMemory(known.facts, settings, target, config.backend)
  return { config, target, facts_from: known.from, sum }
}
