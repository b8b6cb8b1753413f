import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { MemoryEstimate } from '../estimate/memory-estimate.ts'
import type { ThroughputEstimate } from '../estimate/throughput-estimate.ts'
import type { FindingArgs } from '../finding.ts'
import type { Target } from '../profile/target.ts'

/** Why a planned setting has its value. `code` selects the sentence, `args` fill it. */
export type Reason = { readonly key: string; readonly code: string; readonly args: FindingArgs }

/** One step down from the wish, in the order taken. `saved_bytes` on the memory that was short. */
export type DowngradeStep = {
  readonly key: string
  readonly from: string | number
  readonly to: string | number
  readonly saved_bytes: number
}

/** A runtime config with the reasons of every value, what it needs, and what it gave up. */
export type Plan = {
  readonly config: RuntimeConfig
  readonly target: Target
  readonly reasons: readonly Reason[]
  readonly steps: readonly DowngradeStep[]
  readonly memory: MemoryEstimate
  readonly throughput: ThroughputEstimate
  readonly notes: readonly string[]
}
