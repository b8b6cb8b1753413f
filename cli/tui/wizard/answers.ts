import type { HardwareSnapshot, Program, UseCase } from '../core.ts'
import type { ModelRef } from '../services.ts'

export type TargetAnswer =
  | { readonly kind: 'this' }
  | { readonly kind: 'profile'; readonly id: string }
  | { readonly kind: 'snapshot'; readonly file: string; readonly snapshot: HardwareSnapshot }

/** Numbers of a target that the user typed over; absent ones stay as they are. */
export type Numbers = { readonly vram_gb?: number; readonly ram_gb?: number; readonly cores?: number }

/** A row of the tuning screen. */
export type RowId =
  | 'precision'
  | 'n_ctx'
  | 'n_gpu_layers'
  | 'cache_type'
  | 'n_batch'
  | 'n_ubatch'
  | 'n_threads'
  | 'n_parallel'
  | 'flash_attn'
  | 'n_cpu_moe'

export type Pins = { readonly [K in RowId]?: string | number }

export type Answers = {
  readonly target?: TargetAnswer
  readonly numbers: Numbers
  readonly model?: ModelRef
  readonly use_case?: UseCase
  readonly precision?: string
  readonly n_ctx?: number
  readonly n_parallel?: number
  readonly program?: Program
  readonly output?: string
}
