import type { Choice } from '../../shared/plan/candidate.ts'

/** Llama 3.1 8B as a whole on a GPU, its 32 layers and the output. */
export const WHOLE_ON_GPU: Choice = {
  precision: 'Q4_K_M',
  n_ctx: 4096,
  cache_type: 'f16',
  n_ubatch: 512,
  n_gpu_layers: 33,
  n_cpu_moe: 0,
}
