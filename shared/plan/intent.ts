import type { UseCase } from '../config/runtime-config.ts'
import type { CacheType, Settings } from '../config/settings.ts'
import type { Program } from '../program.ts'
import type { Template } from './template.ts'

/** Settings that were chosen by hand: the planner keeps them and plans the rest around them. */
export type PinnedSettings = {
  readonly n_gpu_layers?: number
  readonly n_cpu_moe?: number
  /** For keys and values. */
  readonly cache_type?: CacheType
  readonly flash_attn?: NonNullable<Settings['flash_attn']>
  readonly n_batch?: number
  readonly n_ubatch?: number
  readonly n_threads?: number
}

/** What the user wants. What is given is a pin: the planner keeps it or says that it cannot. */
export type Intent = {
  readonly use_case: UseCase
  readonly precision?: string
  readonly n_ctx?: number
  readonly n_parallel?: number
  readonly program?: Program
  readonly pins?: PinnedSettings
  /** Wishes for the model's size class from a data base of the user's own; not pins. */
  readonly template?: Template
  /** Written into the config's metadata: the program that made it and its version. */
  readonly generator?: string
}
