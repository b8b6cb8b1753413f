import type { Backend } from '../../backend.ts'
import type { ModelFacts, TensorGroup } from '../../model/facts.ts'
import type { Hparams } from '../../model/hparams.ts'
import { hparamsOf } from '../compiled-model.ts'
import { layerDevices, type Where } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { overriddenPlace, type Overrides, tensorName } from '../overrides/tensor-override.ts'
import { groupTensorBytes, isExpertGroup, weightTable } from '../weight-table.ts'
import type { ExtraTerm } from './extra-term.ts'
import { packedBytes, type Packing, packingsOf } from './packing.ts'

/** Back-ends with pinned host memory of their own: weights that stay on the CPU lie there, or in the file, unpacked. */
const PINS = new Set<Backend>(['cuda', 'rocm', 'vulkan', 'sycl'])

/** A machine as far as it decides what llama.cpp packs. */
export type PackingMachine = {
  readonly capabilities: readonly string[]
  readonly backend: Backend | undefined
  readonly n_devices: number
}

/** Whether these settings let weights on the CPU of a machine be packed. */
export function packs({ backend, n_devices }: PackingMachine, { use_extra_bufts }: MemorySettings): boolean {
  return use_extra_bufts !== false && repacks(backend, n_devices)
}

/** Whether weights on the CPU are repacked at all (make_cpu_buft_list, src/llama-model.cpp). */
export function repacks(backend: Backend | undefined, n_devices: number): boolean {
  return n_devices === 0 || backend === undefined || !PINS.has(backend)
}

/** Looked up, not multiplied, or multiplied in a way that repacking does not know (3-D, but not experts). */
const NOT_MULTIPLIED = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.|\.attn_[kv]_b\./

/** What packing does to the host's memory, in bytes. */
export type PackedWeights = {
  /** Of packed weights as the file has them: pages that nobody reads again. */
  readonly file_bytes: number
  /** What packed weights take beyond what the table counts: a larger form, a copy of a token table that serves as output. */
  readonly more_bytes: number
}

/** What a machine packs of a model, all of its layers placed as llama.cpp does; nothing where devices pin the memory. */
export function packedOn(machine: PackingMachine, facts: ModelFacts, settings: MemorySettings): PackedWeights {
  if (!packs(machine, settings)) return { file_bytes: 0, more_bytes: 0 }
  const hparams = hparamsOf(facts)
  const where = layerDevices(hparams, settings, { devices: machine.n_devices })
  return packedWeights(facts, hparams, where, settings, packingsOf(machine.capabilities))
}

/** Weights on the host that are packed. */
export function packedWeights(
  facts: ModelFacts,
  hparams: Hparams,
  where: readonly Where[],
  settings: Pick<MemorySettings, 'n_cpu_moe'> & Overrides,
  packings: readonly Packing[],
): PackedWeights {
  let file_bytes = 0
  let more_bytes = 0
  const output = where[hparams.n_layer_all]
  for (const group of facts.tensors) {
    const packed = packedGroup(group, packings)
    if (packed === null) continue
    const bytes = groupTensorBytes(group)
    const times = timesOnHost(group, hparams, where, settings)
    file_bytes += times * bytes
    more_bytes += times * (packed - bytes)
  }
  return { file_bytes, more_bytes: more_bytes + tiedCopy(facts, hparams, output, settings, packings) }
}

function packedGroup(group: TensorGroup, packings: readonly Packing[]): number | null {
  return NOT_MULTIPLIED.test(group.name) ? null : packedBytes(packings, { ...group, expert: isExpertGroup(group) })
}

/** How many tensors of a group lie on the host. */
export function timesOnHost(
  group: TensorGroup,
  hparams: Hparams,
  where: readonly Where[],
  settings: Pick<MemorySettings, 'n_cpu_moe'> & Overrides,
): number {
  if (group.layers === undefined) {
    const home = /^(output|cls|dense_)/.test(group.name) ? where[hparams.n_layer_all] : where[0]
    return (overriddenPlace(settings, group.name) ?? home) === 'host' ? 1 : 0
  }
  const expert = isExpertGroup(group)
  let times = 0
  for (const [from, to] of group.layers) {
    for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++) {
      const home = expert && il < settings.n_cpu_moe ? 'host' : where[il]
      if ((overriddenPlace(settings, tensorName(group.name, il)) ?? home) === 'host') times++
    }
  }
  return times
}

/**
 * A token table that serves as output too is looked up as it is and multiplied in its packed form: one of each, where
 * the weight table counts one on the host (two for architectures that create `output` first).
 */
function tiedCopy(
  facts: ModelFacts,
  hparams: Hparams,
  output: Where | undefined,
  settings: Overrides,
  packings: readonly Packing[],
): number {
  const { tied } = weightTable(facts, hparams)
  const table = facts.tensors.find(({ name }) => name === 'token_embd.weight')
  if (tied === 0 || table === undefined) return 0
  if ((overriddenPlace(settings, table.name) ?? output) !== 'host') return 0
  const packed = packedBytes(packings, { ...table, expert: false })
  return packed === null ? 0 : packed - (hparams.traits.output_first ? tied : 0)
}

/**
 * The file's own pages of weights that were repacked: the estimate counts the packed copy; what was read stays in the
 * page cache until the system wants the memory back, or for good where it is locked. And what the packed copy takes more.
 */
export function repackTerms(
  { file_bytes, more_bytes }: PackedWeights,
  use_mmap: boolean,
  use_mlock: boolean,
): ExtraTerm[] {
  const file: ExtraTerm = {
    id: 'host.repacked_file',
    place: 'host',
    bytes: use_mlock ? file_bytes : 0,
    high: file_bytes,
    source: use_mlock
      ? 'weights that were repacked for the CPU stay locked in their file form too'
      : 'weights that were repacked for the CPU also stay in the page cache until the system reclaims them',
    limit_flag: '--no-repack',
  }
  const more: ExtraTerm = {
    id: 'host.packed_weights',
    place: 'host',
    bytes: more_bytes,
    source:
      'packed weights beyond their size in the file: sums and scales that AMX keeps beside them, and a packed copy of a token table that serves as output matrix too',
    limit_flag: '--no-repack',
  }
  return [...(file_bytes > 0 && use_mmap ? [file] : []), ...(more_bytes > 0 ? [more] : [])]
}
