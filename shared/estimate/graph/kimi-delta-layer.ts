import { fusedDeltaNet, l2Norm } from './delta-net.ts'
import type { GraphModel } from './graph-model.ts'
import { hparamNumber } from './hparam-values.ts'
import { norm } from './norm.ts'
import { binary, compute, concat, cont, copyInto, mulMat, reshape, transpose, unary, view } from './ops.ts'
import { readStates, type RecurrentInputs, statesOf } from './recurrent-state.ts'
import type { Tensor } from './tensor.ts'

const FLOAT = 4

/** Kimi delta attention: the delta rule with a decay for every element of a head (src/models/kimi-linear.cpp). */
export function kimiDeltaLayer(model: GraphModel, inputs: RecurrentInputs, il: number, x: Tensor): Tensor {
  const { n_tokens, settings, hparams, expand } = model
  const seqs = settings.n_parallel
  const tokens = n_tokens / seqs
  const heads = hparams.n_head[0] ?? 0
  const head = hparamNumber(model, 'kda.head_dim')
  const width = head * heads
  const product = (name: string, input: Tensor) => mulMat(model.need(`${name}.weight`, il), input)

  const states = statesOf(model, il)
  const stored = readStates(model, inputs, states.conv)
  const columns = inputColumns(model, il, x, width)
  const convolved = (['q', 'k', 'v'] as const).map((name) =>
    convolution(model, il, name, columns(name), states.conv, stored, { head, heads, tokens, seqs }),
  ) as [Tensor, Tensor, Tensor]

  const decay = unary(binary(product('ssm_f_b', product('ssm_f_a', x)), model.need('ssm_dt.bias', il)))
  const rates = reshape(model.need('ssm_a', il), 1, heads, 1)
  const gate = reshape(binary(reshape(decay, head, heads, n_tokens), rates), head, heads, tokens, seqs)
  const beta = unary(reshape(product('ssm_beta', x), 1, heads, tokens, seqs))
  const bySequence = reshape(x, x.ne[0], tokens, seqs)
  const state = reshape(readStates(model, inputs, states.ssm), head, head, heads, seqs)
  const [q, k, v] = convolved
  const result = fusedDeltaNet({ q: l2Norm(q), k: l2Norm(k), v, gate, beta, state })
  const out = cont(result.out)
  expand(copyInto(result.state, view(states.ssm, [states.ssm.ne[0] * seqs])))

  const again = reshape(bySequence, x.ne[0], n_tokens)
  const outGate = reshape(product('ssm_g_b', product('ssm_g_a', again)), head, heads, n_tokens)
  const normed = norm(model, reshape(out, head, heads, n_tokens), 'ssm_norm', il)
  return product('attn_output', cont(binary(normed, unary(outGate)), [width, n_tokens, 1, 1]))
}

/** What goes into each of the three convolutions: three projections, or copies of one fused one's parts. */
function inputColumns(model: GraphModel, il: number, x: Tensor, width: number): (name: 'q' | 'k' | 'v') => Tensor {
  const fused = model.weight('attn_qkv.weight', il)
  if (fused === undefined) return (name) => mulMat(model.need(`attn_${name}.weight`, il), x)
  const all = mulMat(fused, x)
  return () => cont(view(all, [width, model.n_tokens], [all.nb[1]]))
}

type ConvolutionSizes = {
  readonly head: number
  readonly heads: number
  readonly tokens: number
  readonly seqs: number
}

/** causal_conv1d: the states of the three convolutions lie behind each other in one row a sequence. */
function convolution(
  model: GraphModel,
  il: number,
  name: string,
  columns: Tensor,
  all: Tensor,
  stored: Tensor,
  { head, heads, tokens, seqs }: ConvolutionSizes,
): Tensor {
  const width = head * heads
  const taps = hparamNumber(model, 'ssm.conv_kernel')
  const strides = [(taps - 1) * FLOAT, 3 * (taps - 1) * width * FLOAT]
  const state = view(stored, [taps - 1, width, seqs], strides)
  const joined = concat(state, transpose(reshape(columns, width, tokens, seqs)))
  const last = view(joined, [taps - 1, width, seqs], [joined.nb[1], joined.nb[2]])
  model.expand(copyInto(last, view(all, [taps - 1, width, seqs], strides)))
  const kernel = reshape(model.need(`ssm_conv1d_${name}.weight`, il), taps, width)
  const convolved = compute('f32', [width, tokens, seqs], joined, kernel)
  return reshape(unary(reshape(convolved, width, tokens * seqs)), head, heads, tokens, seqs)
}
