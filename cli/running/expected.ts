import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { estimateThroughput } from '../../shared/estimate/throughput/estimate-throughput.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import type { Target } from '../../shared/profile/target.ts'

/** Decode speed to expect of one stream, tokens a second. */
export type Expected = {
  readonly tokens_per_s: number
  readonly low: number
  readonly high: number
  readonly basis: string
}

/** What the config says for this machine, else what is estimated for it; null where nothing supports a number. */
export function expectedSpeed(config: RuntimeConfig, target: Target): Expected | null {
  const { metadata, model, settings, backend } = config
  const stated = metadata?.expected_tokens_per_sec
  if (stated != null && metadata?.hardware === target.id) {
    const [low, high] = metadata.expected_tokens_per_sec_range ?? [stated, stated]
    return { tokens_per_s: stated, low, high, basis: metadata.expected_tokens_per_sec_basis ?? 'as the config says' }
  }
  if (model === undefined) return null
  const resolved = resolveSettings(settings, readHparams(model), 'server')
  const { tg } = estimateThroughput(
    model,
    { ...resolved, backend, n_threads: settings.n_threads ?? target.cpu.usable_cores },
    target,
  )
  return tg
}
