import type { CacheType } from '../../config/settings.ts'
import type { Hparams } from '../../model/hparams.ts'
import { rowBytes } from '../../model/tensor-types.ts'

/**
 * Bytes that attention reads from one layer's cache for one token, `depth` tokens into the context: K and V of every
 * token that the layer sees (its window), or the compressed K alone (MLA). Recurrent layers read their state instead.
 */
export function kvRead(
  hparams: Hparams,
  il: number,
  depth: number,
  cache: { readonly cache_type_k: CacheType; readonly cache_type_v: CacheType },
): number {
  if (hparams.is_recr[il]) return 4 * (hparams.n_embd_r + hparams.n_embd_s)
  // A layer that borrows another layer's cache (gemma3n, gemma4) reads it all the same.
  const tokens = hparams.is_swa[il] && hparams.n_swa > 0 ? Math.min(depth, hparams.n_swa) : depth
  const k = rowBytes(cache.cache_type_k, hparams.n_embd_k_gqa[il] ?? 0)
  const v = hparams.is_mla ? 0 : rowBytes(cache.cache_type_v, hparams.n_embd_v_gqa[il] ?? 0)
  return tokens * (k + v)
}
