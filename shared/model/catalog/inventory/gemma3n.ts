import { feedForward, head, norm, queryKeyNorms, splitAttention } from './parts.ts'
import { assemble, type InventoryTensor, type ModelShape } from './tensor.ts'

/** Fixed in the architecture: four altered copies of the stream, and the rank of the extra residual path. */
const N_ALTUP = 4
const LAUREL_RANK = 64

/** Per-layer embeddings, alternating updates, low-rank residuals. Source: src/models/gemma3n.cpp. */
export function gemma3nInventory(m: ModelShape): InventoryTensor[] {
  const perLayer = m.number('embedding_length_per_layer_input')
  const outside = [
    ...head(m),
    ['altup_proj.weight', m.n_embd, m.n_embd, N_ALTUP - 1],
    ['altup_unembd_proj.weight', m.n_embd, m.n_embd, N_ALTUP - 1],
    ['per_layer_token_embd.weight', perLayer * m.n_layer, m.n_vocab],
    ['per_layer_model_proj.weight', m.n_embd, perLayer * m.n_layer],
    norm('per_layer_proj_norm', perLayer),
  ] as const
  return assemble(outside, m.n_layer, (layer) => [
    norm('attn_norm', m.n_embd),
    ...splitAttention(m, layer),
    ...queryKeyNorms(m, layer, 'head'),
    norm('post_attention_norm', m.n_embd),
    norm('ffn_norm', m.n_embd),
    ...feedForward(m, m.at('feed_forward_length', layer)),
    norm('post_ffw_norm', m.n_embd),
    ['inp_gate.weight', m.n_embd, perLayer],
    ['proj.weight', perLayer, m.n_embd],
    norm('post_norm', m.n_embd),
    ['altup_correct_coef.weight', N_ALTUP, N_ALTUP],
    norm('altup_correct_scale', m.n_embd),
    ['altup_predict_coef.weight', N_ALTUP, N_ALTUP * N_ALTUP],
    ['altup_router.weight', m.n_embd, N_ALTUP],
    norm('altup_router_norm', m.n_embd),
    ['laurel_l.weight', m.n_embd, LAUREL_RANK],
    ['laurel_r.weight', LAUREL_RANK, m.n_embd],
    norm('laurel_post_norm', m.n_embd),
  ])
}
