import type { Hparams } from '../model/hparams.ts'
import { layerCache, swaCells } from './cache.ts'
import type { ContextSize } from './context-size.ts'
import type { Where } from './layer-device.ts'
import type { MemorySettings } from './memory-settings.ts'
import { pipelineCopies } from './pipeline-copies.ts'
import type { PlacedRun } from './placed-run.ts'

const F32 = 4
const F16 = 2

/** Per token of a micro-batch: token id, position, output id (4 bytes each), and the K and V cache rows (8 each). */
const INPUT_INDEX_BYTES = 28

/**
 * What closed forms are multiplied with, so that they err on the safe side: on real models of 40 architectures taken for
 * unknown, those without it were up to a third below llama.cpp's own.
 */
const SAFETY = 1.35

/** `per_layer_width`: values of a token that are looked up beside its embedding (per_layer_token_embd), for all layers. */
export type Unknown = { readonly per_layer_width: number }

export type ComputeShare = { readonly devices: readonly number[]; readonly host: number }

/**
 * Compute buffers as closed forms, for architectures without a graph of their own: the tensors that live together at the
 * peak of one layer, of the logits, and the inputs of the worst-case prompt graph (llama_context::sched_reserve).
 * @param unknown for an architecture of which nothing is known but keys and tensors: it may have a second kind of
 * attention, with a mask of its own, and layers that read the cache of others
 */
export function closedFormCompute(run: Omit<PlacedRun, 'facts'>, unknown: Unknown | null): ComputeShare {
  const { hparams, size, settings, where, n_devices, flash } = run
  const layers = where.slice(0, hparams.n_layer)
  const output = where[hparams.n_layer_all] ?? 'host'
  const tokens = reserveTokens(size, settings)
  const masks = maskBytes(hparams, size, settings, tokens, flash) * (unknown === null ? 1 : 2)
  const perLayer = 2 * F32 * tokens * (unknown?.per_layer_width ?? 0)
  const cacheOf = layerCache(hparams, size, settings)
  const widestCache = Math.max(0, ...layers.map((_, il) => cacheOf(il).kv))
  const copies = pipelineCopies(run)

  // What reads a cache or a state that stays on the host runs there.
  const keptOnHost = (il: number) => !settings.offload_kqv && (hparams.has_kv[il] || hparams.is_recr[il])
  const peakAt = (place: Where): number => {
    const own = layers.flatMap((at, il) => (at === place || (place === 'host' && keptOnHost(il)) ? [il] : []))
    const runsHere = own.length > 0
    const layer = Math.max(0, ...own.map((il) => layerBytes(hparams, size, settings, tokens, il, flash)))
    const experts = place === 'host' && settings.n_cpu_moe > 0 ? expertBytes(hparams, tokens) : 0
    const logits = output === place && !hparams.traits.no_output ? logitsBytes(hparams, size, tokens) : 0
    const inputs = runsHere && place !== 'host' ? (masks + tokens * INPUT_INDEX_BYTES) * copies : 0
    // A layer that uses the cache of another one, elsewhere, has a copy of it here; only a described graph says whether.
    const elsewhere = unknown !== null && runsHere && own.length < layers.length ? widestCache : 0
    const used = runsHere || output === place ? perLayer : 0
    return Math.ceil((Math.max(layer, experts, logits) + elsewhere) * SAFETY) + used + inputs
  }

  // Without flash attention the host's part holds the embeddings four times.
  const embeddings = (flash ? 2 : 4) * F32 * tokens * hparams.n_embd
  const hostInputs = masks * copies + tokens * INPUT_INDEX_BYTES * copies
  const host = peakAt('host')
  return {
    devices: Array.from({ length: n_devices }, (_, device) => peakAt(device)),
    host: Math.max(Math.ceil(embeddings * SAFETY) + perLayer, host) + hostInputs,
  }
}

/** Tokens of the reserved graph: at most the context, rounded up to whole sequences (llama_context::graph_reserve). */
function reserveTokens(size: ContextSize, settings: MemorySettings): number {
  const tokens = Math.min(size.n_ctx, size.n_ubatch)
  return Math.ceil(tokens / settings.n_parallel) * settings.n_parallel
}

/** KQ masks: one for full and one for sliding-window layers (src/llama-graph.cpp build_attn_inp_kq_mask). */
function maskBytes(
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
  tokens: number,
  flash: boolean,
): number {
  const cell = flash ? F16 : F32
  const full = hparams.has_kv.some((has, il) => has && !hparams.is_swa[il])
  const windowed = hparams.has_kv.some((has, il) => has && hparams.is_swa[il])
  const cells = (full ? size.n_ctx_seq : 0) + (windowed ? swaCells(hparams, size, settings) : 0)
  return cell * cells * tokens
}

/** The peak inside one layer: feed-forward, experts, or attention without flash attention. */
function layerBytes(
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
  tokens: number,
  il: number,
  flash: boolean,
): number {
  const { n_embd } = hparams
  const q = (hparams.n_head[il] ?? 0) * (hparams.n_embd_head_k[il] ?? 0)
  const dense = F32 * tokens * (3 * (hparams.n_ff[il] ?? 0) + 3 * n_embd + q)
  const recurrent = hparams.is_recr[il] ? recurrentBytes(hparams, settings, tokens) : 0
  return Math.max(
    dense,
    expertBytes(hparams, tokens) + (hparams.n_expert > 0 ? F32 * tokens * q : 0),
    flash ? 0 : attentionBytes(hparams, size, settings, tokens, il),
    recurrent,
  )
}

function expertBytes(hparams: Hparams, tokens: number): number {
  if (hparams.n_expert === 0) return 0
  const used = hparams.n_expert_used
  const ff = hparams.n_ff_exp > 0 ? hparams.n_ff_exp : Math.max(...hparams.n_ff)
  const wide = 3 * used * ff + 3 * hparams.n_embd
  const gathered = 2 * used * (hparams.n_embd + ff) + 2 * hparams.n_embd
  return F32 * tokens * Math.max(wide, gathered)
}

function attentionBytes(
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
  tokens: number,
  il: number,
): number {
  if (!hparams.has_kv[il] && !hparams.traits.no_cache) return 0
  const cells = hparams.is_swa[il] ? swaCells(hparams, size, settings) : size.n_ctx_seq
  const kq = tokens * (hparams.traits.no_cache ? tokens : cells) * (hparams.n_head[il] ?? 0)
  const around = 5 * hparams.n_embd + (hparams.n_embd_k_gqa[il] ?? 0) + (hparams.n_embd_v_gqa[il] ?? 0)
  return F32 * (kq + tokens * around)
}

/** Convolution input, projections and states of a state-space or linear-attention layer: an upper bound. */
function recurrentBytes(hparams: Hparams, settings: MemorySettings, tokens: number): number {
  const state = (hparams.n_embd_r + hparams.n_embd_s) * settings.n_parallel
  const width = hparams.n_embd_s > 0 ? Math.max(hparams.n_embd_r, hparams.n_embd) : hparams.n_embd
  return F32 * (3 * state + tokens * (4 * width + 4 * hparams.n_embd))
}

function logitsBytes(hparams: Hparams, size: ContextSize, tokens: number): number {
  const rows = Math.min(tokens, size.n_outputs_max)
  return F32 * (rows * hparams.n_vocab + 2 * tokens * hparams.n_embd) + F32 * tokens
}
