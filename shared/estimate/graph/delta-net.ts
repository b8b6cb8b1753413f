import type { GraphModel } from './graph-model.ts'
import { compute, concat, cont, copyInto, reshape, transpose, unary, view } from './ops.ts'
import { readStates, type RecurrentInputs } from './recurrent-state.ts'
import type { Tensor } from './tensor.ts'

const FLOAT = 4

/** Heads' L2 norm as llama.cpp builds it: an RMS norm and a scale (build_gdn_l2_norm, src/models/models.h). */
export function l2Norm(x: Tensor): Tensor {
  return unary(unary(x))
}

/**
 * The stored last columns in front of the new ones, whose own last columns are stored in turn: the convolution's input
 * (llm_build_delta_net_base::build_conv_state, src/models/delta-net-base.cpp).
 * @param columns [channels, tokens, sequences]
 * @param centred the convolution looks as far ahead as back (LFM 2 as an encoder, src/models/lfm2.cpp)
 */
export function convolutionInput(
  model: GraphModel,
  inputs: RecurrentInputs,
  all: Tensor,
  columns: Tensor,
  kernel: number,
  centred: boolean = false,
): Tensor {
  const [channels, , seqs] = columns.ne
  const states = reshape(readStates(model, inputs, all), kernel - 1, channels, seqs)
  const joined = centred ? padded(states, columns, Math.floor((kernel - 1) / 2)) : concat(states, transpose(columns))
  const last = view(joined, [kernel - 1, channels, seqs], [joined.nb[1], joined.nb[2]])
  model.expand(copyInto(last, view(all, [(kernel - 1) * channels, seqs], [all.nb[1]])))
  return joined
}

/** Half of the stored columns in front, nothing behind. */
function padded(states: Tensor, columns: Tensor, pad: number): Tensor {
  const [, channels, seqs] = states.ne
  const left = cont(view(states, [pad, channels, seqs], [states.nb[1], states.nb[2]]))
  const joined = concat(left, transpose(columns))
  return compute('f32', [joined.ne[0] + pad, channels, seqs], joined)
}

/** What the delta rule works on: [head, heads, tokens, sequences] each, `gate` and `beta` with a head of 1 or `head`. */
export type DeltaNetOperands = {
  readonly q: Tensor
  readonly k: Tensor
  readonly v: Tensor
  readonly gate: Tensor
  readonly beta: Tensor
  /** [head, head, heads, sequences] */
  readonly state: Tensor
  /** States to give back: the newest, and those that speculation may go back to. */
  readonly snapshots?: number
}

/**
 * The delta rule in one op, which gives the outputs and, behind them, the new states (build_delta_net_fused). llama.cpp
 * uses it wherever the layer's device has it: the CPU, CUDA, Metal and Vulkan do.
 */
export function fusedDeltaNet({ q, k, v, gate, beta, state, snapshots = 1 }: DeltaNetOperands): {
  out: Tensor
  state: Tensor
} {
  const [head, heads, tokens, seqs] = v.ne
  const width = head * heads
  const both = compute('f32', [width, (tokens + head * snapshots) * seqs], q, k, v, gate, beta, state)
  const row = head * FLOAT
  return {
    out: view(both, [head, heads, tokens, seqs], [row, row * heads, row * heads * tokens]),
    state: view(both, [head, head, heads, seqs], [row, row * head, row * head * heads]),
  }
}
