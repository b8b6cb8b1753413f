import type { RuntimeConfig } from '../config/runtime-config.ts'
import { budgetLines } from '../estimate/budget.ts'
import { type MemoryEstimate, totalOf } from '../estimate/memory-estimate.ts'
import { promptCacheLimit } from '../estimate/prompt-cache.ts'
import type { Speed } from '../estimate/throughput-estimate.ts'
import type { Target } from '../profile/target.ts'
import { roundGib } from '../units.ts'

type Metadata = NonNullable<RuntimeConfig['metadata']>

/** The figures that a config's metadata states: tokens per second of decoding, GiB of memory. */
export type PlannedFigures = Pick<
  Metadata,
  | 'expected_tokens_per_sec'
  | 'expected_tokens_per_sec_range'
  | 'expected_tokens_per_sec_basis'
  | 'estimated_vram_usage_gb'
  | 'estimated_ram_usage_gb'
>

/** Figures as metadata states them, rounded. A speed that nothing supports is null, and has neither range nor basis. */
export function plannedFigures(memory: MemoryEstimate, tg: Speed | null): PlannedFigures {
  return {
    expected_tokens_per_sec: tg === null ? null : roundSpeed(tg.tokens_per_s),
    ...(tg !== null && {
      expected_tokens_per_sec_range: [roundSpeed(tg.low), roundSpeed(tg.high)] as [number, number],
      expected_tokens_per_sec_basis: tg.basis,
    }),
    estimated_vram_usage_gb: roundGib(
      memory.devices.reduce((sum, part) => sum + totalOf(part), 0),
      2,
    ),
    estimated_ram_usage_gb: roundGib(totalOf(memory.host), 2),
  }
}

/** What a config holds llama-server's cache of earlier prompts to: stated only where the default is more than is left. */
export function plannedCacheRam(memory: MemoryEstimate, target: Target): Pick<Metadata, 'cache_ram_mib'> {
  const host = budgetLines(memory, target).at(-1)
  const limit = host === undefined ? null : promptCacheLimit(host, memory.program)
  return limit === null ? {} : { cache_ram_mib: limit.cache_ram_mib }
}

function roundSpeed(tokens_per_s: number): number {
  return Math.round(tokens_per_s * 10) / 10
}
