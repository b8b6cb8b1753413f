import { attention, cachesOf, project } from '../attention.ts'
import { attentionInputs, type AttentionInputs } from '../attention-inputs.ts'
import { embedTokens } from '../embedding.ts'
import { expertKeys } from '../expert-layers.ts'
import { denseFeedForward, expertFeedForward } from '../feed-forward.ts'
import { gatedDeltaLayer } from '../gated-delta-layer.ts'
import type { GraphModel } from '../graph-model.ts'
import { norm } from '../norm.ts'
import { binary, cont, input, mulMat, reshape, rope, unary, view } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { recurrentInputs } from '../recurrent-state.ts'
import type { Tensor } from '../tensor.ts'

/**
 * Qwen 3 Next and Qwen 3.5, dense or with experts: gated delta nets with full attention in every fourth layer
 * (src/models/qwen3next.cpp, qwen35.cpp, qwen35moe.cpp).
 */
export function buildQwenHybrid(model: GraphModel): GraphResult {
  const { hparams, n_tokens, facts } = model
  let x = embedTokens(model)
  const recurrent = recurrentInputs(model)
  const inputs = attentionInputs(model, false)
  // Qwen 3.5 also sees images: positions have four parts (llama_hparams::n_pos_per_embd).
  const positions = input('i32', facts.architecture === 'qwen3next' ? n_tokens : 4 * n_tokens)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const normed = norm(model, x, 'attn_norm', il)
    model.expand(normed)
    const mixed =
      hparams.is_recr[il] === true
        ? gatedDeltaLayer(model, recurrent, il, normed)
        : gatedAttention(model, inputs, positions, il, normed)
    const middle = binary(mixed, x)
    x = binary(qwenFeedForward(model, il, norm(model, middle, 'post_attention_norm', il)), middle)
  }
  return output(model, x, 'rms', undefined, { out_ids })
}

/** Attention whose output is gated; query and gate of a head lie side by side (build_layer_attn). */
export function gatedAttention(
  model: GraphModel,
  inputs: AttentionInputs,
  positions: Tensor,
  il: number,
  x: Tensor,
): Tensor {
  const { hparams, n_tokens } = model
  const head = hparams.n_embd_head_k[il] ?? 0
  const heads = hparams.n_head[il] ?? 0
  const heads_kv = hparams.n_head_kv[il] ?? 0
  const both = project(model, 'attn_q', il, x)
  const half = () => view(both, [head, heads, n_tokens], [both.nb[1] / heads, both.nb[1]])
  const q = rope(norm(model, half(), 'attn_q_norm', il), positions)
  const keys = reshape(project(model, 'attn_k', il, x), head, heads_kv, n_tokens)
  const k = rope(norm(model, keys, 'attn_k_norm', il), positions)
  const v = reshape(project(model, 'attn_v', il, x), head, heads_kv, n_tokens)
  const gate = cont(half(), [head * heads, n_tokens, 1, 1])
  const read = attention(model, inputs, cachesOf(model, il, inputs.cells), il, q, k, v, false)
  return project(model, 'attn_output', il, binary(read, unary(gate)))
}

/** Dense, or experts with a gated shared one. */
export function qwenFeedForward(model: GraphModel, il: number, x: Tensor): Tensor {
  if (model.weight('ffn_gate_inp.weight', il) === undefined) return denseFeedForward(model, il, x)
  const routed = expertFeedForward(model, il, x, expertKeys(model, { gating: 'softmax', normalise: true }))
  if (model.weight('ffn_up_shexp.weight', il) === undefined) return routed
  const shared = denseFeedForward(model, il, x, { suffix: '_shexp' })
  const gate = unary(mulMat(model.need('ffn_gate_inp_shexp.weight', il), x))
  return binary(routed, binary(shared, gate))
}
