import * as z from 'zod'
import { OverrideTextSchema } from './overrides/override-text.ts'
import { RpcAddressSchema } from '../rpc-address.ts'

/** KV cache types that llama.cpp accepts for `--cache-type-k/v` (common/arg.cpp, kv_cache_types). */
export const CACHE_TYPES = ['f32', 'f16', 'bf16', 'q8_0', 'q4_0', 'q4_1', 'iq4_nl', 'q5_0', 'q5_1'] as const
export type CacheType = (typeof CACHE_TYPES)[number]

const tokens = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)

/** llama.cpp's LLAMA_MAX_SEQ (llama-cparams.h). */
export const MOST_SLOTS = 256
/** Beyond any machine. */
export const MOST_THREADS = 100_000

/**
 * `settings` of a runtime config: llama.cpp's own names and, where it has none, llama-cpp-python's.
 * Everything is optional; `resolveSettings` (estimate/memory-settings.ts) says what an absent key means.
 */
export const SettingsSchema = z.strictObject({
  /** Layers on the GPU; -1 means all of them and the output layer. */
  n_gpu_layers: z.int().min(-1).max(100_000).optional(),
  /** Threads for generation. */
  n_threads: z.int().min(1).max(MOST_THREADS).optional(),
  /** Threads for prompt processing; `n_threads` when absent. */
  n_threads_batch: z.int().min(1).max(MOST_THREADS).optional(),
  /** Logical batch in tokens. */
  n_batch: tokens.min(1).optional(),
  /** Physical (micro) batch in tokens. */
  n_ubatch: tokens.min(1).optional(),
  /** Context in tokens, shared by all slots; 0 means the model's training length. */
  n_ctx: tokens.optional(),
  rope_freq_base: z.number().min(0).max(1e12).optional(),
  rope_freq_scale: z.number().min(0).max(1e6).optional(),
  flash_attn: z.enum(['on', 'off', 'auto']).optional(),
  cache_type_k: z.enum(CACHE_TYPES).optional(),
  cache_type_v: z.enum(CACHE_TYPES).optional(),
  /** Slots (server) or sequences. */
  n_parallel: z.int().min(1).max(MOST_SLOTS).optional(),
  /** One cache shared by all sequences. */
  kv_unified: z.boolean().optional(),
  /** Keep the cache on the GPU. */
  offload_kqv: z.boolean().optional(),
  /** Full-size cache for sliding-window layers. */
  swa_full: z.boolean().optional(),
  /** Layers, from the first, whose expert weights stay on the CPU. */
  n_cpu_moe: z.int().min(0).max(100_000).optional(),
  /** Tensors placed by name, `PATTERN=BUFFER` each; the first that applies counts, and before `n_cpu_moe`. */
  override_tensor: z.array(OverrideTextSchema).min(1).max(64).optional(),
  /** Share of the layers for each device. */
  tensor_split: z.array(z.number().min(0).max(1e9)).min(1).max(128).optional(),
  /** rpc-servers whose devices come before the machine's own, `host:port` each. */
  rpc_servers: z.array(RpcAddressSchema).min(1).max(16).optional(),
  split_mode: z.enum(['none', 'layer', 'row']).optional(),
  use_mmap: z.boolean().optional(),
  use_mlock: z.boolean().optional(),
  /** Pack weights that stay on the CPU in the order that its kernels like; false is `--no-repack`. */
  use_extra_bufts: z.boolean().optional(),
  /** How long an idle thread spins before it sleeps: 0 (not at all) to 100; llama.cpp's default is 50. */
  poll: z.int().min(0).max(100).optional(),
  /** Priority of the threads: -1 low, 0 normal, 1 medium, 2 high, 3 real-time. */
  prio: z.int().min(-1).max(3).optional(),
  numa: z.enum(['distribute', 'isolate', 'numactl']).optional(),
})
export type Settings = z.infer<typeof SettingsSchema>
