import type { Backend } from '../../backend.ts'
import type { CacheType } from '../../config/settings.ts'
import { swaCells } from '../cache.ts'
import type { ExtraTerm } from '../extras/extra-term.ts'
import type { PlacedRun } from '../placed-run.ts'

const HALF = 2
const ALIGNMENT = 128

/**
 * Flash attention of CUDA and ROCm works on F16: behind its result stand F16 copies of one layer's K and V where the cache has
 * another type (ggml_cuda_flash_attn_ext_get_alloc_size). Some kernels need none.
 */
export function cacheCopyTerms(
  { hparams, size, settings, where, n_devices, flash }: PlacedRun,
  backend: Backend,
): ExtraTerm[] {
  const { cache_type_k, cache_type_v } = settings
  const plain = cache_type_k === 'f16' && cache_type_v === 'f16'
  if (plain || !flash || (backend !== 'cuda' && backend !== 'rocm')) return []
  const copied = (type: CacheType, width: number) => (type === 'f16' ? 0 : width * HALF)
  const window = hparams.n_swa > 0 ? swaCells(hparams, size, settings) : size.n_ctx_seq
  return Array.from({ length: n_devices }, (_, place): ExtraTerm => {
    const layers = hparams.has_kv.map((has, il) => {
      if (!has || where[il] !== place) return 0
      const cells = (hparams.is_swa[il] ? window : size.n_ctx_seq) * size.n_stream
      const k = copied(cache_type_k, hparams.n_embd_k_gqa[il] ?? 0)
      // With compressed keys the values are part of them, and one copy serves both.
      const v = hparams.is_mla ? 0 : copied(cache_type_v, hparams.n_embd_v_gqa[il] ?? 0)
      return k + v === 0 ? 0 : cells * (k + v) + 2 * ALIGNMENT
    })
    const bytes = Math.max(0, ...layers)
    return {
      id: 'device.cache_f16_copies',
      place,
      bytes,
      low: 0,
      high: bytes,
      source: `F16 copies of one layer's cache (${cache_type_k}/${cache_type_v}) for flash attention`,
      limit_flag: '--cache-type-k',
    }
  })
}
