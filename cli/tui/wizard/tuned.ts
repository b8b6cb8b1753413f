import {
  CACHE_TYPES,
  estimateThroughput,
  gib,
  inspectConfig,
  plannedCacheRam,
  readHparams,
  resolveSettings,
  totalOf,
  type CacheType,
  type ConfigReport,
  type Hparams,
  type ModelChoice,
  type ModelFacts,
  type Plan,
  type RuntimeConfig,
  type Settings,
  type Target,
  type ThroughputEstimate,
} from '../core.ts'
import type { Pins, RowId } from './answers.ts'
import { remember } from './remember.ts'

/** A plan with rows set by hand, judged on its target. */
export type Tuned = {
  readonly config: RuntimeConfig
  readonly facts: ModelFacts
  readonly hparams: Hparams
  readonly report: ConfigReport
  readonly throughput: ThroughputEstimate
}

/**
 * The plan's config with the rows that were set by hand, and what the check says of it. A row set to what the plan
 * has anyway changes nothing, so an untouched plan stays the very config that `lp-tui generate` writes.
 */
export const tunedOf = remember((plan: Plan, pins: Pins, model: ModelChoice): Tuned => {
  const precision = text(pins.precision) ?? plan.config.metadata?.precision ?? ''
  const facts =
    precision === plan.config.metadata?.precision
      ? (plan.config.model ?? model.facts(precision))
      : model.facts(precision)
  const hparams = readHparams(facts)
  const edited = editedConfig(plan, pins, model, facts, hparams)
  const throughput = speedOf(edited, facts, plan.target)
  const config = edited === plan.config ? edited : withMetadata(edited, facts, plan.target, throughput)
  return { config, facts, hparams, report: judge(config, facts, plan.target), throughput }
})

function judge(config: RuntimeConfig, facts: ModelFacts, target: Target): ConfigReport {
  return inspectConfig({ text: JSON.stringify(config), file: 'runtime_config.json', targets: [target], facts }).report
}

export function speedOf(config: RuntimeConfig, facts: ModelFacts, target: Target): ThroughputEstimate {
  const { n_gpu_layers } = config.settings
  return estimateThroughput(facts, { ...config.settings, n_gpu_layers, backend: config.backend }, target)
}

function editedConfig(plan: Plan, pins: Pins, model: ModelChoice, facts: ModelFacts, hparams: Hparams): RuntimeConfig {
  const own = plan.config
  const rows = (Object.keys(pins) as RowId[]).filter((row) => pins[row] !== rowValue(own, row, hparams))
  if (rows.length === 0) return own
  const settings = rows.reduce((before, row) => withRow(before, row, pins[row], hparams), own.settings)
  const onGpu = settings.n_gpu_layers !== 0 && plan.target.devices.length > 0
  const { tensor_split: _split, split_mode: _mode, ...single } = settings
  const shares = plan.target.devices.map(({ usable }) => Math.round(gib(usable?.bytes ?? 0) * 10) / 10)
  const precision = facts.precision
  return {
    ...own,
    backend: onGpu ? plan.target.backend : 'cpu',
    model_path: model.path(precision),
    settings: onGpu && shares.length > 1 ? { ...single, split_mode: 'layer', tensor_split: shares } : single,
    metadata: { ...own.metadata, precision },
    model: facts,
  }
}

/** The value of a row in a config. Layers are counted, never -1. */
export function rowValue({ settings, metadata }: RuntimeConfig, row: RowId, hparams: Hparams): string | number {
  if (row === 'precision') return metadata?.precision ?? ''
  if (row === 'cache_type') return settings.cache_type_k ?? 'f16'
  if (row === 'n_threads') return settings.n_threads ?? 1
  return resolveSettings(settings, hparams)[row]
}

function withRow(settings: Settings, row: RowId, value: string | number | undefined, hparams: Hparams): Settings {
  if (value === undefined || row === 'precision') return settings
  switch (row) {
    case 'n_gpu_layers':
      return { ...settings, n_gpu_layers: value === hparams.n_layer_all + 1 ? -1 : Number(value) }
    case 'cache_type': {
      const type = CACHE_TYPES.find((known) => known === value) ?? 'f16'
      return { ...settings, cache_type_k: type, cache_type_v: type, ...flashFor(type, settings) }
    }
    case 'flash_attn':
      return { ...settings, flash_attn: value === 'on' || value === 'off' ? value : 'auto' }
    case 'n_cpu_moe': {
      const { n_cpu_moe: _old, ...rest } = settings
      return Number(value) === 0 ? rest : { ...rest, n_cpu_moe: Number(value) }
    }
    default:
      return { ...settings, [row]: Number(value) }
  }
}

/** A quantised V cache needs flash attention, so it must not be left to the engine; what the user set stays. */
function flashFor(type: CacheType, settings: Settings): Settings {
  const plain = type === 'f16' || type === 'bf16' || type === 'f32'
  return settings.flash_attn === 'auto' && !plain ? { flash_attn: 'on' } : {}
}

/** What the file says of itself must be true of the settings as they are now. */
function withMetadata(
  config: RuntimeConfig,
  facts: ModelFacts,
  target: Target,
  { tg }: ThroughputEstimate,
): RuntimeConfig {
  const pair = judge(config, facts, target).pairs[0]
  const {
    expected_tokens_per_sec_range: _range,
    expected_tokens_per_sec_basis: _basis,
    cache_ram_mib: _cache,
    ...metadata
  } = config.metadata ?? {}
  const estimate = pair?.estimate ?? null
  return {
    ...config,
    metadata: {
      ...metadata,
      expected_tokens_per_sec: tg === null ? null : tenth(tg.tokens_per_s),
      ...(tg !== null && {
        expected_tokens_per_sec_range: [tenth(tg.low), tenth(tg.high)] as [number, number],
        expected_tokens_per_sec_basis: tg.basis,
      }),
      ...(estimate !== null && {
        estimated_vram_usage_gb: hundredth(gib(estimate.devices.reduce((sum, part) => sum + totalOf(part), 0))),
        estimated_ram_usage_gb: hundredth(gib(totalOf(estimate.host))),
        ...plannedCacheRam(estimate, target),
      }),
    },
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10
const hundredth = (value: number) => Math.round(value * 100) / 100

function text(value: string | number | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
