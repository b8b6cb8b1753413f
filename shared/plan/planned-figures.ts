import type { RuntimeConfig } from '../config/runtime-config.ts'
import { type MemoryEstimate, totalOf } from '../estimate/memory-estimate.ts'
import type { Speed } from '../estimate/throughput-estimate.ts'
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

function roundSpeed(tokens_per_s: number): number {
  return Math.round(tokens_per_s * 10) / 10
}
