import { expertLayers } from '../../shared/config/all-layers.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { Settings } from '../../shared/config/settings.ts'
import { type MemoryBreakdown, totalOf } from '../../shared/estimate/memory-estimate.ts'
import { ISSUES_URL } from '../../shared/project.ts'
import { type AllocationRow, notableDifferences } from '../../shared/run/compare-allocation.ts'
import { MIB } from '../../shared/units.ts'
import { showSize } from './size.ts'

/** One line of how much was allocated, and two to report it where that is not what was estimated. */
export function allocationLines(
  rows: readonly AllocationRow[],
  config: RuntimeConfig,
  version: string | null,
): string[] {
  if (rows.length === 0) return []
  const wrong = notableDifferences(rows)
  return [
    `memory: ${rows.map(rowWords).join('; ')}`,
    ...(wrong.length === 0
      ? []
      : [`the estimate is off by more than 2 %, please report it at ${ISSUES_URL}:`, report(wrong, config, version)]),
  ]
}

function rowWords({ name, allocated, difference, mapped, mapped_bytes }: AllocationRow): string {
  const off = Math.abs(difference) < 0.0005 ? 'as estimated' : `estimated ${percent(difference)}`
  if (!mapped) return `${name} ${showSize(totalOf(allocated))} ${off}`
  const own = allocated.model - mapped_bytes
  return [
    `${name} ${showSize(allocated.context + allocated.compute)} of cache and compute ${off}`,
    ...(own > 0 ? [`${showSize(own)} of packed weights`] : []),
    `${showSize(mapped_bytes)} of the file mapped`,
  ].join(', ')
}

/** Settings that decide how much is allocated. */
const SIZING = [
  'n_ctx',
  'n_parallel',
  'kv_unified',
  'n_batch',
  'n_ubatch',
  'cache_type_k',
  'cache_type_v',
  'flash_attn',
  'swa_full',
  'n_gpu_layers',
  'n_cpu_moe',
  'tensor_split',
  'split_mode',
  'offload_kqv',
  'use_mmap',
  'use_extra_bufts',
] as const satisfies readonly (keyof Settings)[]

/** What is needed to repeat the case, on one line, and nothing of the user's but the model's kind. */
function report(rows: readonly AllocationRow[], config: RuntimeConfig, version: string | null): string {
  const { architecture = 'unknown model', n_params, precision } = config.model ?? {}
  const size = n_params == null ? [] : [`${(n_params / 1e9).toPrecision(3)}B`]
  const settings = SIZING.flatMap((key) => {
    const value = config.settings[key]
    return value === undefined ? [] : [`${key}=${key === 'n_cpu_moe' ? expertLayers(Number(value)) : String(value)}`]
  })
  const memory = rows.map(
    ({ name, estimated, allocated }) => `${name} ${mib(estimated)} estimated, ${mib(allocated)} MiB`,
  )
  return [
    `llama.cpp ${version ?? 'unknown'}`,
    [architecture, ...size, ...(precision == null ? [] : [precision])].join(' '),
    ...(settings.length === 0 ? [] : [settings.join(' ')]),
    `${memory.join('; ')} (weights/cache/compute)`,
  ].join('; ')
}

function mib({ model, context, compute }: MemoryBreakdown): string {
  return [model, context, compute].map((bytes) => (bytes / MIB).toFixed(1)).join('/')
}

function percent(share: number): string {
  return `${share > 0 ? '+' : ''}${(share * 100).toFixed(1)} %`
}
