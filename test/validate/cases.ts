import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { catalogModel } from '../../shared/model/catalog/catalog.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import type { Target } from '../../shared/profile/target.ts'
import { GIB } from '../../shared/units.ts'

export const LLAMA_8B = catalogModel('llama-3.1-8b', 'Q4_K_M')

export type Machine = {
  readonly id?: string
  /** GiB of each GPU; null where unknown. */
  readonly vram?: readonly (number | null)[]
  readonly ram?: number
  readonly unified?: boolean
  readonly cpu?: Partial<Target['cpu']>
  readonly rest?: Partial<Target>
}

/** A target with round numbers: one 12 GiB CUDA card, 32 GiB of RAM, 8 equal cores. */
export function target({
  id = 'box',
  vram = [12],
  ram = 32,
  unified = false,
  cpu = {},
  rest = {},
}: Machine = {}): Target {
  const backend = vram.length === 0 ? 'cpu' : unified ? 'metal' : 'cuda'
  return {
    id,
    display_name: id,
    origin: 'profile',
    profile_id: id,
    backend,
    backends: backend === 'cpu' ? ['cpu'] : [backend, 'cpu'],
    devices: vram.map((gib, index) => ({
      name: `gpu ${index}`,
      backend,
      total_bytes: gib === null ? null : gib * GIB,
      usable: gib === null ? null : { bytes: gib * GIB, source: 'test' },
      bandwidth_gb_s: null,
      fp16_tflops: null,
    })),
    unified,
    host: {
      total_bytes: ram * GIB,
      usable: { bytes: ram * GIB, source: 'test' },
      bandwidth_gb_s: null,
      assumed: false,
    },
    cpu: {
      name: 'cpu',
      physical_cores: 8,
      performance_cores: 8,
      efficiency_cores: 0,
      usable_cores: 8,
      capabilities: [],
      assumed: false,
      ...cpu,
    },
    is_mobile: false,
    sustained_n_ubatch: null,
    notes: [],
    ...rest,
  }
}

/** A config's text, two spaces a level, one key a line. */
export function configText(
  settings: RuntimeConfig['settings'] = {},
  rest: Partial<Omit<RuntimeConfig, 'settings'>> = {},
): string {
  return `${JSON.stringify({ backend: 'cuda', model_path: 'model.gguf', settings, ...rest }, null, 2)}\n`
}

/** The 8B model with other GGUF keys. */
export function withHparams(hparams: ModelFacts['hparams'], facts: ModelFacts = LLAMA_8B): ModelFacts {
  return { ...facts, hparams: { ...facts.hparams, ...hparams } }
}
