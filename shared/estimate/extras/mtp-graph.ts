import type { Hparams } from '../../model/hparams.ts'
import { gatedAttention, qwenFeedForward } from '../graph/architectures/qwen-hybrid.ts'
import { attentionInputs } from '../graph/attention-inputs.ts'
import type { GraphModel } from '../graph/graph-model.ts'
import { norm } from '../graph/norm.ts'
import { binary, concat, getRows, input, mulMat } from '../graph/ops.ts'
import type { GraphResult } from '../graph/output.ts'
import { tiedOutput } from '../graph/output.ts'

/** Architectures whose prediction layer is described here. */
export const MTP_ARCHITECTURES: ReadonlySet<string> = new Set(['qwen35', 'qwen35moe'])

/**
 * The prediction layer of Qwen 3.5 as a graph of its own: the next token's embedding and the main model's last state,
 * one layer of full attention, the main model's output matrix (graph_mtp of src/models/qwen35.cpp and qwen35moe.cpp).
 */
export function buildQwenMtp(model: GraphModel): GraphResult {
  const { hparams, n_tokens } = model
  const il = hparams.n_layer
  const tokens = input('i32', n_tokens)
  const own = model.weight('nextn.embed_tokens.weight', il)
  const embedded = getRows(own ?? model.need('token_embd.weight', -1), tokens)
  const states = input('f32', hparams.n_embd, n_tokens)
  const positions = input('i32', 4 * n_tokens)
  const out_ids = input('i32', model.n_outputs)
  const inputs = attentionInputs(model, false)
  const h = norm(model, states, 'nextn.hnorm', il)
  const e = norm(model, embedded, 'nextn.enorm', il)
  const x = mulMat(model.need('nextn.eh_proj.weight', il), concat(e, h))
  const mixed = gatedAttention(model, inputs, positions, il, norm(model, x, 'attn_norm', il))
  const middle = binary(mixed, x)
  const fed = binary(qwenFeedForward(model, il, norm(model, middle, 'post_attention_norm', il)), middle)
  const shared = model.weight('nextn.shared_head_norm.weight', il) !== undefined
  const all = shared ? norm(model, fed, 'nextn.shared_head_norm', il) : norm(model, fed, 'output_norm', -1)
  const chosen = getRows(all, out_ids)
  const head = model.weight('nextn.shared_head_head.weight', il) ?? model.weight('output.weight', -1)
  const logits = mulMat(head ?? tiedOutput(model), chosen)
  model.expand(logits)
  return { kept: [all, logits] }
}

/** The hparams of the context that runs only the prediction layers: a plain cache, no recurrent state. */
export function predictionHparams(hparams: Hparams, layers: readonly number[]): Hparams {
  const own = new Set(layers)
  const flags = hparams.has_kv.map((_, il) => own.has(il))
  return {
    ...hparams,
    has_kv: flags,
    is_recr: flags.map(() => false),
    is_swa: hparams.is_swa.map((swa, il) => own.has(il) && swa),
  }
}
