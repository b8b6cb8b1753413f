import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import { denseFeedForward, expertFeedForward } from '../feed-forward.ts'
import type { GraphModel } from '../graph-model.ts'
import { layerAttention } from '../layer-attention.ts'
import { postNorm } from '../layer-norm.ts'
import { softCapLogits } from '../logits.ts'
import { norm } from '../norm.ts'
import { binary, cont, input, mulMat, reshape, rope, unary, view } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { perLayerInputs, slice } from '../per-layer-inputs.ts'
import { ropeFactors } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

/**
 * Gemma 4, dense, with experts, and with an embedding per layer (src/models/gemma4.cpp). All rows go through the last
 * layer; the output norm of all of them stays in memory, as a draft model may ask for it (t_h_nextn).
 */
export function buildGemma4(model: GraphModel): GraphResult {
  let x = unary(embedTokens(model))
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const out_ids = input('i32', model.n_outputs)
  const has_parts = model.weight('per_layer_token_embd.weight', -1) !== undefined
  const per_layer = has_parts ? perLayerInputs(model, x) : undefined
  for (const il of model.layers) {
    const normed = norm(model, x, 'attn_norm', il)
    const factors = model.hparams.is_swa[il] ? undefined : ropeFactors(model, il)
    const { q, k, v } = gemma4Heads(model, il, normed)
    const placed = (tensor: Tensor, name: string) => rope(norm(model, tensor, name, il), positions, factors)
    const query = placed(q, 'attn_q_norm')
    const read =
      k === null || v === null ? attend(il, query, null, null) : attend(il, query, placed(k, 'attn_k_norm'), unary(v))
    const attended = norm(model, project(model, 'attn_output', il, read), 'post_attention_norm', il)
    const middle = binary(attended, x)
    x = binary(postNorm(model, gemma4FeedForward(model, il, middle), 'post_ffw_norm', il), middle)
    if (per_layer !== undefined) x = addPerLayer(model, il, x, per_layer)
    const scale = model.weight('layer_output_scale.weight', il)
    if (scale !== undefined) x = binary(x, scale)
  }
  return output(model, x, 'rms', softCapLogits(model), { out_ids })
}

/** Q, and K and V in layers with a cache of their own; V is K before its norm where the layer has no V matrix. */
function gemma4Heads(model: GraphModel, il: number, x: Tensor): { q: Tensor; k: Tensor | null; v: Tensor | null } {
  const { hparams, n_tokens } = model
  const head = hparams.n_embd_head_k[il] ?? 0
  const n = hparams.n_head[il] ?? 0
  const n_kv = hparams.n_head_kv[il] ?? 0
  const heads = (tensor: Tensor, count: number) => reshape(tensor, head, count, n_tokens)
  const own = hparams.has_kv[il] === true
  if (model.weight('attn_qkv.weight', il) !== undefined) {
    const qkv = mulMat(model.need('attn_qkv.weight', il), x)
    const part = (count: number) => heads(cont(view(qkv, [head * count, n_tokens], [qkv.nb[1]])), count)
    return { q: part(n), k: own ? part(n_kv) : null, v: own ? part(n_kv) : null }
  }
  const q = heads(mulMat(model.need('attn_q.weight', il), x), n)
  if (!own) return { q, k: null, v: null }
  const key = mulMat(model.need('attn_k.weight', il), x)
  const value_weight = model.weight('attn_v.weight', il)
  const value = value_weight === undefined ? key : mulMat(value_weight, x)
  return { q, k: heads(key, n_kv), v: heads(value, n_kv) }
}

/** Dense, or dense and experts side by side; the router sees the stream normed on its own. */
function gemma4FeedForward(model: GraphModel, il: number, x: Tensor): Tensor {
  const dense = denseFeedForward(model, il, norm(model, x, 'ffn_norm', il))
  const router = model.weight('ffn_gate_inp.weight', il)
  if (router === undefined) return dense
  const shared = norm(model, dense, 'post_ffw_norm_1', il)
  const routed = norm(model, x, 'pre_ffw_norm_2', il)
  const scores = mulMat(router, binary(unary(unary(x)), model.need('ffn_gate_inp.scale', il)))
  const options = { gating: 'softmax', normalise: true, scaled: false, scores } as const
  const experts = expertFeedForward(model, il, routed, options)
  return binary(shared, norm(model, experts, 'post_ffw_norm_2', il))
}

function addPerLayer(model: GraphModel, il: number, x: Tensor, per_layer: Tensor): Tensor {
  const gate = unary(mulMat(model.need('inp_gate.weight', il), x))
  const fed = mulMat(model.need('proj.weight', il), binary(gate, slice(per_layer)))
  return binary(x, norm(model, fed, 'post_norm', il))
}
