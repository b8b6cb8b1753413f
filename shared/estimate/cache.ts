import type { Hparams } from '../model/hparams.ts'
import { rowBytes } from '../model/tensor-types.ts'
import { padTo } from '../units.ts'
import type { ContextSize } from './context-size.ts'
import type { MemorySettings } from './memory-settings.ts'

const F32 = 4

/** Cells of one stream in the sliding-window cache (src/llama-kv-cache-iswa.cpp). */
export function swaCells(hparams: Hparams, size: ContextSize, settings: MemorySettings): number {
  if (settings.swa_full) return size.n_ctx_seq
  const sequences = settings.kv_unified ? settings.n_parallel : 1
  return padTo(Math.min(size.n_ctx_seq, hparams.n_swa * sequences + size.n_ubatch), 256)
}

/**
 * Whether V is stored transposed (llama_kv_cache's v_trans): when flash attention is off from the start. Where `auto` turns
 * it off the cache is there already.
 */
export function transposesV(settings: MemorySettings): boolean {
  return settings.flash_attn === 'off'
}

/**
 * Bytes that a layer keeps for the context: K and V (src/llama-kv-cache.cpp) and recurrent state
 * (src/llama-memory-recurrent.cpp). A transposed V is padded to its widest layer.
 */
export function layerCache(
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
): (il: number) => { kv: number; recurrent: number } {
  const v_widest = transposesV(settings) ? Math.max(...hparams.n_embd_v_gqa, 0) : null
  const window = hparams.n_swa > 0 ? swaCells(hparams, size, settings) : size.n_ctx_seq
  const states = settings.n_parallel * (1 + (settings.n_rs_seq ?? 0))
  const state = F32 * (hparams.n_embd_r + hparams.n_embd_s) * states
  const kv = (il: number) => {
    const cells = (hparams.is_swa[il] ? window : size.n_ctx_seq) * size.n_stream
    const k = rowBytes(settings.cache_type_k, hparams.n_embd_k_gqa[il] ?? 0)
    const v = hparams.is_mla ? 0 : rowBytes(settings.cache_type_v, v_widest ?? hparams.n_embd_v_gqa[il] ?? 0)
    return (k + v) * cells
  }
  return (il) => ({ kv: hparams.has_kv[il] ? kv(il) : 0, recurrent: hparams.is_recr[il] ? state : 0 })
}

/** `layerCache` of all layers, one entry a layer. */
export function cachePerLayer(
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
): { kv: number[]; recurrent: number[] } {
  const bytesOf = layerCache(hparams, size, settings)
  const layers = hparams.has_kv.map((_, il) => bytesOf(il))
  return { kv: layers.map(({ kv }) => kv), recurrent: layers.map(({ recurrent }) => recurrent) }
}
