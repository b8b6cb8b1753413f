import type { Backend } from '../../backend.ts'
import type { CacheType } from '../../config/settings.ts'
import type { Hparams } from '../../model/hparams.ts'
import type { Target } from '../../profile/target.ts'
import { type MemorySettings, resolveSettings } from '../memory-settings.ts'
import { perDevice, serverDevices } from '../overrides/server-devices.ts'

/** What a speed is estimated for. Names as in a runtime config; absent keys mean what they mean there. */
export type ThroughputSettings = {
  /** -1 or absent: all layers and the output. */
  readonly n_gpu_layers?: number | undefined
  readonly n_ctx?: number | undefined
  readonly n_batch?: number | undefined
  readonly n_ubatch?: number | undefined
  /** The cores that are good for it when absent. */
  readonly n_threads?: number | undefined
  /** Threads for the prompt; `n_threads` when absent. */
  readonly n_threads_batch?: number | undefined
  readonly flash_attn?: 'on' | 'off' | 'auto' | undefined
  readonly cache_type_k?: CacheType | undefined
  readonly cache_type_v?: CacheType | undefined
  readonly n_cpu_moe?: number | undefined
  readonly override_tensor?: readonly string[] | undefined
  readonly tensor_split?: readonly number[] | undefined
  readonly split_mode?: 'none' | 'layer' | 'row' | undefined
  readonly offload_kqv?: boolean | undefined
  /** The target's backend when absent. */
  readonly backend?: Backend | undefined
  /** Tokens already in the cache; 0 when absent. */
  readonly depth?: number | undefined
}

export type ResolvedSettings = MemorySettings & {
  readonly backend: Backend
  readonly n_threads: number
  readonly n_threads_batch: number
  readonly depth: number
}

/** Settings with every default filled in for this model and target. */
export function resolveThroughput(asked: ThroughputSettings, hparams: Hparams, target: Target): ResolvedSettings {
  const { tensor_split, override_tensor, backend, depth, ...rest } = asked
  const memory = resolveSettings(
    {
      ...defined(rest),
      ...(tensor_split && { tensor_split: [...tensor_split] }),
      ...(override_tensor && { override_tensor: [...override_tensor] }),
    },
    hparams,
  )
  // More threads than cores only take turns.
  const threads = (n: number | undefined) =>
    Math.max(1, Math.min(n ?? target.cpu.usable_cores, target.cpu.physical_cores))
  return {
    ...perDevice(memory, serverDevices(target.devices)),
    backend: backend ?? target.backend,
    n_threads: threads(asked.n_threads),
    n_threads_batch: threads(asked.n_threads_batch ?? asked.n_threads),
    depth: Math.max(0, depth ?? 0),
  }
}

/** The same object without keys that are undefined. */
function defined<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
