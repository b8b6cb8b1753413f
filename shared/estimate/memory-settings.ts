import type { CacheType, Settings } from '../config/settings.ts'
import type { Hparams } from '../model/hparams.ts'
import type { Program } from '../program.ts'

/** Settings with every default filled in: what an estimate is made for. Token counts as given, before padding. */
export type MemorySettings = {
  readonly program: Program
  /** Never 0. */
  readonly n_ctx: number
  readonly n_batch: number
  readonly n_ubatch: number
  /** 0 to n_layer_all + 1 (the output layer counts). */
  readonly n_gpu_layers: number
  readonly flash_attn: 'on' | 'off' | 'auto'
  readonly cache_type_k: CacheType
  readonly cache_type_v: CacheType
  readonly n_parallel: number
  readonly kv_unified: boolean
  readonly offload_kqv: boolean
  readonly swa_full: boolean
  readonly n_cpu_moe: number
  /** Tensors placed by name, `PATTERN=BUFFER` each, before `n_cpu_moe`; absent: none. */
  readonly override_tensor?: readonly string[]
  /** Whose devices come first; only overrides name them. */
  readonly rpc_servers?: readonly string[]
  /** Empty: even shares. */
  readonly tensor_split: readonly number[]
  readonly split_mode: 'none' | 'layer' | 'row'
  /** False: weights on the CPU keep the file's order; absent: they are packed for it. */
  readonly use_extra_bufts?: boolean
  /** Steps that the recurrent state can go back (speculation with a prediction layer); absent: none. */
  readonly n_rs_seq?: number
  /** Tokens that are drafted ahead of each step: the server makes logits for them too; absent: none. */
  readonly n_draft?: number
}

/** Defaults of llama.cpp's own (common/common.h common_params), but for `n_parallel` and `n_gpu_layers` (see docs/config-format.md). */
export const DEFAULT_N_BATCH = 2048
export const DEFAULT_N_UBATCH = 512

/** What absent keys mean. `n_gpu_layers` -1 and absent: all layers and the output; more than there are: all. */
export function resolveSettings(settings: Settings, hparams: Hparams, program: Program = 'server'): MemorySettings {
  const all = hparams.n_layer_all + 1
  const asked = settings.n_gpu_layers ?? -1
  return {
    program,
    n_ctx: settings.n_ctx || hparams.n_ctx_train || 4096,
    n_batch: settings.n_batch ?? DEFAULT_N_BATCH,
    n_ubatch: settings.n_ubatch ?? DEFAULT_N_UBATCH,
    n_gpu_layers: asked < 0 ? all : Math.min(asked, all),
    flash_attn: settings.flash_attn ?? 'auto',
    cache_type_k: settings.cache_type_k ?? 'f16',
    cache_type_v: settings.cache_type_v ?? 'f16',
    n_parallel: settings.n_parallel ?? 1,
    kv_unified: settings.kv_unified ?? program === 'server',
    offload_kqv: settings.offload_kqv ?? true,
    swa_full: settings.swa_full ?? false,
    n_cpu_moe: Math.min(settings.n_cpu_moe ?? 0, hparams.n_layer_all),
    ...(settings.override_tensor !== undefined && {
      override_tensor: settings.override_tensor,
      rpc_servers: settings.rpc_servers ?? [],
    }),
    tensor_split: settings.tensor_split ?? [],
    split_mode: settings.split_mode ?? 'layer',
    ...(settings.use_extra_bufts === false && { use_extra_bufts: false }),
  }
}
