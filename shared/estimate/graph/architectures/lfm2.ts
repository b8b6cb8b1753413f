import { attention, cachesOf, project } from '../attention.ts'
import { attentionInputs, type AttentionInputs } from '../attention-inputs.ts'
import { convolutionInput } from '../delta-net.ts'
import { embedTokens } from '../embedding.ts'
import { expertKeys, expertsOrDense } from '../expert-layers.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { norm } from '../norm.ts'
import { binary, compute, input, mulMat, reshape, rope, view } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { queryKeyValue } from '../query-key-value.ts'
import { recurrentInputs, type RecurrentInputs, statesOf } from '../recurrent-state.ts'
import type { Tensor } from '../tensor.ts'

const feedForward = expertsOrDense((model) => expertKeys(model, { normalise: true }))

/** LFM 2, dense or with experts: short convolutions with attention between (src/models/lfm2.cpp). */
export function buildLfm2(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const recurrent = recurrentInputs(model)
  const inputs = windowInputs(model)
  const positions = input('i32', model.n_tokens)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const normed = norm(model, x, 'attn_norm', il)
    const mixed =
      model.hparams.is_recr[il] === true
        ? shortConvolution(model, recurrent, il, normed)
        : attend(model, inputs, positions, il, normed)
    const [a, b] = lastRows(model, il, out_ids, mixed, x)
    const middle = binary(b, a)
    x = binary(middle, feedForward(model, il, norm(model, middle, 'ffn_norm', il)))
  }
  return output(model, x, 'rms', undefined, { norm: 'token_embd_norm' })
}

/** All of the model's attention has a window or none; with windows a quantised cache is not rotated. */
function windowInputs(model: GraphModel): AttentionInputs {
  if (model.hparams.n_swa === 0) return attentionInputs(model, false)
  return { ...attentionInputs(model, true), k_rot: undefined, v_rot: undefined }
}

/** A gated convolution over the last few tokens. */
function shortConvolution(model: GraphModel, inputs: RecurrentInputs, il: number, x: Tensor): Tensor {
  const { n_tokens, settings } = model
  const { causal } = model.hparams
  const seqs = settings.n_parallel
  const tokens = n_tokens / seqs
  const all = mulMat(model.need('shortconv.in_proj.weight', il), reshape(x, x.ne[0], tokens, seqs))
  const third = () => view(all, [all.ne[0] / 3, tokens, seqs], [all.nb[1], all.nb[2]])
  const kernel = model.need('shortconv.conv.weight', il)
  const columns = binary(third(), third())
  const joined = convolutionInput(model, inputs, statesOf(model, il).conv, columns, kernel.ne[0], !causal)
  const convolved = compute('f32', [kernel.ne[1], tokens, seqs], joined, kernel)
  const out = mulMat(model.need('shortconv.out_proj.weight', il), binary(third(), convolved))
  return reshape(out, out.ne[0], n_tokens)
}

function attend(model: GraphModel, inputs: AttentionInputs, positions: Tensor, il: number, x: Tensor): Tensor {
  const { q, k, v } = queryKeyValue(model, il, x)
  const turned = (name: string, heads: Tensor) => rope(norm(model, heads, name, il), positions)
  const query = turned('attn_q_norm', q)
  const caches = cachesOf(model, il, inputs.cells)
  const read = attention(model, inputs, caches, il, query, turned('attn_k_norm', k), v, model.hparams.n_swa > 0)
  return project(model, 'attn_output', il, read)
}
