import { project } from './attention.ts'
import type { GraphModel } from './graph-model.ts'
import { hparamNumber } from './hparam-values.ts'
import { norm } from './norm.ts'
import { binary, compute, concat, cont, copyInto, gluSplit, mulMat, reshape, transpose, unary, view } from './ops.ts'
import { readStates, type RecurrentInputs, statesOf } from './recurrent-state.ts'
import type { Tensor } from './tensor.ts'

const FLOAT = 4

/** llm_build_mamba_base::build_mamba2_layer (src/models/mamba-base.cpp). */
export function mamba2Layer(model: GraphModel, inputs: RecurrentInputs, il: number, x: Tensor): Tensor {
  const { n_tokens, settings, expand } = model
  const d_conv = hparamNumber(model, 'ssm.conv_kernel')
  const d_inner = hparamNumber(model, 'ssm.inner_size')
  const d_state = hparamNumber(model, 'ssm.state_size')
  const heads = hparamNumber(model, 'ssm.time_step_rank')
  const groups = hparamNumber(model, 'ssm.group_count')
  const head = d_inner / heads
  const seqs = settings.n_parallel
  const tokens = n_tokens / seqs
  const channels = d_inner + 2 * groups * d_state

  const states = statesOf(model, il)
  const conv = reshape(readStates(model, inputs, states.conv), d_conv - 1, channels, seqs)
  const projected = mulMat(model.need('ssm_in.weight', il), x)
  const parts = reshape(projected, projected.ne[0], tokens, seqs)
  const [, nb1, nb2] = parts.nb.slice(0, 3) as [number, number, number]
  const z = view(parts, [head, heads, tokens, seqs], [head * FLOAT, nb1, nb2])
  const before = view(parts, [channels, tokens, seqs], [nb1, nb2])
  const dt_in = view(parts, [heads, tokens, seqs], [nb1, nb2])

  const conv_x = concat(conv, transpose(before))
  const last = view(conv_x, [d_conv - 1, channels, seqs], [conv_x.nb[1], conv_x.nb[2]])
  expand(copyInto(last, view(states.conv, [(d_conv - 1) * channels, seqs], [states.conv.nb[1]])))
  const kernel = model.need('ssm_conv1d.weight', il)
  const convolved = compute('f32', [channels, tokens, seqs], conv_x, kernel)
  const xBC = unary(binary(convolved, model.need('ssm_conv1d.bias', il)))

  const strides = (width: number) => [width * FLOAT, xBC.nb[1], xBC.nb[2]]
  const v = view(xBC, [head, heads, tokens, seqs], strides(head))
  const b = view(xBC, [d_state, groups, tokens, seqs], strides(d_state))
  const c = view(xBC, [d_state, groups, tokens, seqs], strides(d_state))
  const dt = binary(cont(dt_in), model.need('ssm_dt.bias', il))
  const a = model.need('ssm_a', il)
  // One tensor holds the outputs and, behind them, the new states with those to go back to (ggml_ssm_scan).
  const snapshots = 1 + (settings.n_rs_seq ?? 0)
  const size = d_inner * n_tokens + d_state * d_inner * seqs * snapshots
  const scanned = readStates(model, inputs, states.ssm, (all, rows) =>
    compute('f32', [size], reshape(all, d_state, head, heads, all.ne[1]), v, dt, a, b, c, rows),
  )
  const width = d_state * d_inner
  expand(
    copyInto(
      view(scanned, [width, seqs, 1], [width * FLOAT, width * FLOAT * seqs]),
      view(states.ssm, [width, seqs, 1], [states.ssm.nb[1], states.ssm.nb[1] * seqs]),
    ),
  )

  const read = view(scanned, [head, heads, tokens, seqs], [v.nb[1], heads * v.nb[1], tokens * heads * v.nb[1]])
  let y = binary(read, binary(v, model.need('ssm_d', il)))
  y = gluSplit(cont(z), y)
  if (model.weight('ssm_norm.weight', il) !== undefined) {
    y = norm(model, reshape(y, d_inner / groups, groups, tokens, seqs), 'ssm_norm', il)
  }
  return project(model, 'ssm_out', il, reshape(y, d_inner, n_tokens))
}
