import type { ModelFacts, TensorGroup } from '../model/facts.ts'
import type { Hparams } from '../model/hparams.ts'
import { tensorBytes } from '../model/tensor-types.ts'
import { padTo } from '../units.ts'

/** Tensor alignment of ggml's CPU, Metal and RPC buffers (ggml-impl.h TENSOR_ALIGNMENT). */
const ALIGNMENT = 32

/** Expert weights, as `--n-cpu-moe` selects them (common/common.h LLM_FFN_EXPS_REGEX). */
const EXPERTS = /\.ffn_(up|down|gate|gate_up)_(ch|)exps/

/** Looked up, not multiplied: always on the host (llama-arch.cpp LLM_TENSOR_LAYER_INPUT). */
const INPUT = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.(weight|bias)$/

/** With the output layer (llama-arch.cpp LLM_TENSOR_LAYER_OUTPUT). */
const OUTPUT = /^(output|output_norm|cls|altup_|dense_[23]|dec\.output_norm|enc\.output_norm)/

/** A model's weights in bytes, by what decides their place. */
export type WeightTable = {
  /** Per layer: everything but experts. Prediction (MTP) layers are not loaded and count 0. */
  readonly layer: readonly number[]
  readonly experts: readonly number[]
  /** Always on the host. */
  readonly input: number
  readonly output: number
  /** With the first layer. */
  readonly first: number
  /** RoPE factors: one copy in each place with a layer that uses them. */
  readonly rope: number
  /** A second copy of the token table that serves as output matrix; 0 when the file has an output matrix. */
  readonly tied: number
}

/** Bytes of one tensor of a group, as a buffer holds it. */
export function groupTensorBytes(group: TensorGroup): number {
  return padTo(tensorBytes(group.type, group.shape), ALIGNMENT)
}

export function isExpertGroup(group: TensorGroup): boolean {
  return EXPERTS.test(group.name)
}

const TABLES = new WeakMap<ModelFacts, WeightTable>()

/** The model's weight table, summed on the first call for these facts. */
export function weightTable(facts: ModelFacts, hparams: Hparams): WeightTable {
  const known = TABLES.get(facts)
  if (known !== undefined) return known
  const table = sumGroups(facts.tensors, hparams)
  TABLES.set(facts, table)
  return table
}

function sumGroups(groups: readonly TensorGroup[], hparams: Hparams): WeightTable {
  const zeros = () => Array.from({ length: hparams.n_layer_all }, () => 0)
  const layer = zeros()
  const experts = zeros()
  const sums = { input: 0, output: 0, first: 0, rope: 0 }
  for (const group of groups) {
    const bytes = groupTensorBytes(group)
    if (group.layers === undefined) {
      sums[kindOf(group.name, hparams)] += bytes
      continue
    }
    const rows = isExpertGroup(group) ? experts : layer
    for (const [from, to] of group.layers) {
      for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++) rows[il] = (rows[il] ?? 0) + bytes
    }
  }
  return { layer, experts, ...sums, tied: tiedBytes(groups, hparams) }
}

function kindOf(name: string, hparams: Hparams): 'input' | 'output' | 'first' | 'rope' {
  if (INPUT.test(name)) return 'input'
  if (name.startsWith('rope_f')) return 'rope'
  if (name.startsWith('token_embd_norm')) return hparams.traits.embedding_norm_is_output ? 'output' : 'first'
  return OUTPUT.test(name) ? 'output' : 'first'
}

function tiedBytes(groups: readonly TensorGroup[], hparams: Hparams): number {
  const table = groups.find((group) => group.name === 'token_embd.weight')
  const own = groups.some((group) => group.name === 'output.weight')
  return table === undefined || own || hparams.traits.no_output ? 0 : groupTensorBytes(table)
}
