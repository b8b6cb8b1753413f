import type { Backend } from '../../backend.ts'
import type { ModelFacts, TensorGroup } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import type { TensorType } from '../../model/tensor-types.ts'
import type { Where } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { overriddenPlace, type Overrides, tensorName } from '../overrides/tensor-override.ts'
import { groupTensorBytes, isExpertGroup } from '../weight-table.ts'
import type { ExtraTerm } from './extra-term.ts'

/** Types that llama.cpp repacks, and of how many rows a multiple is needed. */
export type RepackTypes = ReadonlyMap<TensorType, number>

/**
 * What a CPU repacks (ggml/src/ggml-cpu/repack.cpp, ggml_repack_get_optimal_repack_type).
 * @param capabilities as in snapshots: avx2, avx512f, neon, dotprod, i8mm, ...
 */
export function repackTypes(capabilities: readonly string[]): RepackTypes {
  const has = (name: string) => capabilities.includes(name)
  if (has('avx2')) {
    const types: [TensorType, number][] = [
      ['q4_0', 8],
      ['q4_K', 8],
      ['iq4_nl', 8],
      ['mxfp4', 8],
    ]
    return new Map(has('avx512f') ? [...types, ['q2_K', 8]] : types)
  }
  if (has('neon') && (has('dotprod') || has('i8mm'))) {
    const types: [TensorType, number][] = [
      ['q4_0', 4],
      ['q4_K', 8],
      ['q5_K', 8],
      ['q6_K', 8],
      ['q8_0', 4],
    ]
    return new Map(has('dotprod') ? [...types, ['iq4_nl', 4], ['mxfp4', 4]] : types)
  }
  return new Map()
}

/** Back-ends with pinned host memory of their own: weights that stay on the CPU lie there, or in the file, unpacked. */
const PINS = new Set<Backend>(['cuda', 'rocm', 'vulkan', 'sycl'])

/** Whether weights on the CPU are repacked at all (make_cpu_buft_list, src/llama-model.cpp). */
export function repacks(backend: Backend | undefined, n_devices: number): boolean {
  return n_devices === 0 || backend === undefined || !PINS.has(backend)
}

/** Looked up, not multiplied, or multiplied in a way that repacking does not know (3-D, but not experts). */
const NOT_MULTIPLIED = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.|\.attn_[kv]_b\./

/** Bytes of weights on the host that are repacked. */
export function repackedBytes(
  facts: ModelFacts,
  hparams: Hparams,
  where: readonly Where[],
  settings: Pick<MemorySettings, 'n_cpu_moe'> & Overrides,
  types: RepackTypes,
): number {
  let sum = 0
  for (const group of facts.tensors) {
    if (!packs(group, types)) continue
    const bytes = groupTensorBytes(group)
    if (group.layers === undefined) {
      const home = /^(output|cls|dense_)/.test(group.name) ? where[hparams.n_layer_all] : where[0]
      const place = overriddenPlace(settings, group.name) ?? home
      if (place === 'host') sum += bytes
      continue
    }
    const expert = isExpertGroup(group)
    for (const [from, to] of group.layers) {
      for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++) {
        const home = expert && il < settings.n_cpu_moe ? 'host' : where[il]
        const place = overriddenPlace(settings, tensorName(group.name, il)) ?? home
        if (place === 'host') sum += bytes
      }
    }
  }
  return sum
}

function packs({ name, type, shape }: TensorGroup, types: RepackTypes): boolean {
  const step = types.get(type)
  const [, rows = 1, experts = 1] = shape
  return step !== undefined && shape.length >= 2 && rows % step === 0 && experts >= 1 && !NOT_MULTIPLIED.test(name)
}

/**
 * The file's own pages of weights that were repacked: the estimate counts the packed copy; what was read stays in the
 * page cache until the system wants the memory back, or for good where it is locked.
 */
export function repackTerm(bytes: number, use_mmap: boolean, use_mlock: boolean): ExtraTerm | null {
  if (bytes === 0 || !use_mmap) return null
  return {
    id: 'host.repacked_file',
    place: 'host',
    bytes: use_mlock ? bytes : 0,
    high: bytes,
    source: use_mlock
      ? 'weights that were repacked for the CPU stay locked in their file form too'
      : 'weights that were repacked for the CPU also stay in the page cache until the system reclaims them',
    limit_flag: '--no-repack',
  }
}
