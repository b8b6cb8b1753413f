import { project } from './attention.ts'
import { convolutionInput, fusedDeltaNet, l2Norm } from './delta-net.ts'
import type { GraphModel } from './graph-model.ts'
import { hparamNumber } from './hparam-values.ts'
import { norm } from './norm.ts'
import { binary, compute, concat, cont, copyInto, mulMat, reshape, unary, view } from './ops.ts'
import { readStates, type RecurrentInputs, statesOf } from './recurrent-state.ts'
import type { Tensor } from './tensor.ts'

const FLOAT = 4

/** Sizes of a gated delta net, from the keys of state space models. */
type Sizes = {
  readonly head_k: number
  readonly heads_k: number
  readonly head_v: number
  readonly heads_v: number
  readonly tokens: number
  readonly seqs: number
}

/**
 * Linear attention by the gated delta rule (build_layer_attn_linear of src/models/qwen35.cpp, qwen35moe.cpp and
 * qwen3next.cpp). Qwen 3 Next has gate and strength in one matrix, and repeats the heads of Q and K.
 */
export function gatedDeltaLayer(model: GraphModel, inputs: RecurrentInputs, il: number, x: Tensor): Tensor {
  const { n_tokens, settings, expand } = model
  const seqs = settings.n_parallel
  const heads_v = hparamNumber(model, 'ssm.time_step_rank')
  const sizes: Sizes = {
    head_k: hparamNumber(model, 'ssm.state_size'),
    heads_k: hparamNumber(model, 'ssm.group_count'),
    head_v: hparamNumber(model, 'ssm.inner_size') / heads_v,
    heads_v,
    tokens: n_tokens / seqs,
    seqs,
  }
  const { head_k, heads_k, head_v, tokens } = sizes
  const { columns, z } = mixedColumns(model, il, x, sizes)
  const { beta, alpha } = strengthAndDecay(model, il, x, sizes)
  const softplus = unary(binary(alpha, model.need('ssm_dt.bias', il)))
  const gate = reshape(binary(softplus, model.need('ssm_a', il)), 1, heads_v, tokens, seqs)

  const kernel = model.need('ssm_conv1d.weight', il)
  const states = statesOf(model, il)
  const joined = convolutionInput(model, inputs, states.conv, columns, kernel.ne[0])
  const state = reshape(readStates(model, inputs, states.ssm), head_v, head_v, heads_v, seqs)
  const mixed = unary(compute('f32', [kernel.ne[1], tokens, seqs], joined, kernel))

  const row = (2 * head_k * heads_k + head_v * heads_v) * FLOAT
  const part = (head: number, heads: number) =>
    view(mixed, [head, heads, tokens, seqs], [head * FLOAT, row, row * tokens])
  const repeated = (heads: Tensor) => repeatHeads(model, heads, sizes)
  const q = repeated(l2Norm(part(head_k, heads_k)))
  const k = repeated(l2Norm(part(head_k, heads_k)))
  const snapshots = 1 + (settings.n_rs_seq ?? 0)
  const result = fusedDeltaNet({ q, k, v: part(head_v, heads_v), gate, beta, state, snapshots })
  expand(copyInto(result.state, view(states.ssm, [states.ssm.ne[0], seqs], [states.ssm.nb[1]])))

  const normed = norm(model, result.out, 'ssm_norm', il)
  const gated = binary(normed, unary(reshape(z, head_v, heads_v, tokens, seqs)))
  const out = project(model, 'ssm_out', il, reshape(gated, head_v * heads_v, tokens, seqs))
  return reshape(out, out.ne[0], n_tokens)
}

/** Q, K and V side by side before the convolution, and the output's gate (build_qkvz). */
function mixedColumns(model: GraphModel, il: number, x: Tensor, sizes: Sizes): { columns: Tensor; z: Tensor } {
  const { head_k, heads_k, head_v, heads_v, tokens, seqs } = sizes
  const whole = model.weight('attn_qkv.weight', il)
  if (whole !== undefined) {
    const columns = reshape(mulMat(whole, x), whole.ne[1], tokens, seqs)
    return { columns, z: mulMat(model.need('attn_gate.weight', il), x) }
  }
  // Files of before: all four in one matrix, interleaved by head.
  const per = (head_v * heads_v) / heads_k
  const all = mulMat(model.need('ssm_in.weight', il), x)
  const byHead = reshape(all, 2 * head_k + 2 * per, heads_k, tokens, seqs)
  const part = (width: number) => view(byHead, [width, heads_k, tokens, seqs], byHead.nb.slice(1))
  const flat = (width: number) => cont(part(width), [width * heads_k, tokens, seqs, 1])
  const z = cont(part(per))
  return { columns: concat(concat(flat(head_k), flat(head_k)), flat(per)), z }
}

/** How strongly each token is written, and how fast the state decays. */
function strengthAndDecay(model: GraphModel, il: number, x: Tensor, sizes: Sizes): { beta: Tensor; alpha: Tensor } {
  const { heads_k, heads_v, tokens, seqs } = sizes
  const both = model.weight('ssm_ba.weight', il)
  if (both === undefined) {
    const beta = unary(reshape(mulMat(model.need('ssm_beta.weight', il), x), 1, heads_v, tokens, seqs))
    return { beta, alpha: reshape(mulMat(model.need('ssm_alpha.weight', il), x), heads_v, tokens, seqs) }
  }
  const per = heads_v / heads_k
  const mixed = reshape(mulMat(both, x), 2 * per, heads_k, tokens, seqs)
  const part = () => view(mixed, [per, heads_k, tokens, seqs], mixed.nb.slice(1))
  const beta = reshape(unary(cont(part())), 1, heads_v, tokens, seqs)
  return { beta, alpha: cont(part(), [heads_v, tokens, seqs, 1]) }
}

/** As many heads of Q and K as of V; only Qwen 3 Next's op needs them so. */
function repeatHeads({ facts }: GraphModel, x: Tensor, { head_k, heads_k, heads_v, tokens, seqs }: Sizes): Tensor {
  if (facts.architecture !== 'qwen3next' || heads_k === heads_v) return x
  const apart = reshape(x, head_k, 1, heads_k, tokens * seqs)
  const repeated = compute('f32', [head_k, heads_v / heads_k, heads_k, tokens * seqs], apart)
  return reshape(repeated, head_k, heads_v, tokens, seqs)
}
