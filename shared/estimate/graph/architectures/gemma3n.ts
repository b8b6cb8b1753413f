import { addToRest, correctStreams, mergeStreams, predictStreams, spreadStreams } from '../altup.ts'
import { project } from '../attention.ts'
import { embedTokens } from '../embedding.ts'
import type { GraphModel } from '../graph-model.ts'
import { type LayerAttention, layerAttention } from '../layer-attention.ts'
import { postNorm } from '../layer-norm.ts'
import { norm } from '../norm.ts'
import { binary, cont, fresh, getRows, input, mulMat, reshape, rope, unary, view } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { perLayerInputs, slice } from '../per-layer-inputs.ts'
import { queryKeyValue } from '../query-key-value.ts'
import type { Tensor } from '../tensor.ts'

/** Layers whose gate keeps only its highest values (n_layer_sparsity, src/models/models.h). */
const SPARSE_LAYERS = 10

/** Gemma 3n: four streams side by side, an embedding per layer, caches shared by the later layers (src/models/gemma3n.cpp). */
export function buildGemma3n(model: GraphModel): GraphResult {
  const embedded = unary(embedTokens(model))
  const positions = input('i32', model.n_tokens)
  const attend = layerAttention(model)
  const per_layer = perLayerInputs(model, embedded)
  let streams = spreadStreams(model, embedded)
  for (const il of model.layers) {
    const predictions = predictStreams(model, il, streams)
    const active = slice(predictions)
    const normed = norm(model, active, 'attn_norm', il)
    const laurel = laurelOf(model, il, normed)
    const read = project(model, 'attn_output', il, attended(model, il, normed, positions, attend))
    const gated = binary(norm(model, read, 'post_attention_norm', il), active)
    const middle = unary(binary(gated, laurel))
    const fed = sparseFeedForward(model, il, norm(model, middle, 'ffn_norm', il))
    const activated = binary(postNorm(model, fed, 'post_ffw_norm', il), middle)
    const corrected = correctStreams(model, il, predictions, activated)
    streams = addToRest(corrected, perLayerPart(model, il, corrected, per_layer))
  }
  const merged = mergeStreams(model, streams)
  return output(model, getRows(merged, input('i32', model.n_outputs)), 'rms', softCap)
}

/** Scale, tanh, scale: on every model of it, whether the file says a cap or not (gemma3n.cpp). */
const softCap = (logits: Tensor): Tensor => unary(unary(unary(logits)))

/** A low-rank detour around attention. */
function laurelOf(model: GraphModel, il: number, x: Tensor): Tensor {
  const low_rank = mulMat(model.need('laurel_r.weight', il), mulMat(model.need('laurel_l.weight', il), x))
  return binary(norm(model, low_rank, 'laurel_post_norm', il), x)
}

function attended(model: GraphModel, il: number, x: Tensor, positions: Tensor, attend: LayerAttention): Tensor {
  const placed = (tensor: Tensor, name: string) => rope(norm(model, tensor, name, il), positions)
  if (!model.hparams.has_kv[il]) return attend(il, placed(queryOnly(model, il, x), 'attn_q_norm'), null, null)
  const { q, k, v } = queryKeyValue(model, il, x)
  return attend(il, placed(q, 'attn_q_norm'), placed(k, 'attn_k_norm'), unary(v))
}

function queryOnly(model: GraphModel, il: number, x: Tensor): Tensor {
  const { hparams, n_tokens } = model
  const head = hparams.n_embd_head_k[il] ?? 0
  const heads = hparams.n_head[il] ?? 0
  const fused = model.weight('attn_qkv.weight', il)
  if (fused === undefined) return reshape(mulMat(model.need('attn_q.weight', il), x), head, heads, n_tokens)
  const qkv = mulMat(fused, x)
  return reshape(cont(view(qkv, [head * heads, n_tokens], [qkv.nb[1]])), head, heads, n_tokens)
}

/** Not the common feed-forward: the gate has an op of its own, and is multiplied into `up`. */
function sparseFeedForward(model: GraphModel, il: number, x: Tensor): Tensor {
  const up = mulMat(model.need('ffn_up.weight', il), x)
  let gate = mulMat(model.need('ffn_gate.weight', il), x)
  if (il < SPARSE_LAYERS) gate = gaussianTopK(gate)
  return mulMat(model.need('ffn_down.weight', il), binary(up, unary(gate)))
}

/** Zero below a cutoff of so many standard deviations over the mean. */
function gaussianTopK(x: Tensor): Tensor {
  const row = [1, x.ne[1], 1, 1] as const
  const mean = fresh(x, row)
  const deviation = unary(unary(fresh(unary(binary(x, mean)), row)))
  const cutoff = binary(mean, unary(deviation))
  return unary(binary(x, cutoff))
}

function perLayerPart(model: GraphModel, il: number, streams: Tensor, per_layer: Tensor): Tensor {
  const scaled = binary(slice(streams), model.need('altup_correct_scale.weight', il))
  const gate = unary(mulMat(model.need('inp_gate.weight', il), scaled))
  const fed = mulMat(model.need('proj.weight', il), binary(gate, slice(per_layer)))
  return norm(model, fed, 'post_norm', il)
}
