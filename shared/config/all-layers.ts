/**
 * llama.cpp clamps `n_gpu_layers` to what the model has, and no model has more than 512 (LLAMA_MAX_LAYERS, src/llama-hparams.h):
 * who writes this many or more means all of them.
 */
export const LEAST_FOR_ALL_LAYERS = 1000

/** Written for all layers where the model is not known: to llama.cpp and to Ollama -1 means "decide yourself". */
export const ALL_LAYERS = 9999

/** `n_cpu_moe` of `--cpu-moe`, where nobody knows yet how many layers there are. */
export const ALL_EXPERT_LAYERS = 100_000

/** `n_cpu_moe` as people read it: no model has that many layers. */
export function expertLayers(n_cpu_moe: number): string {
  return n_cpu_moe < LEAST_FOR_ALL_LAYERS ? `${n_cpu_moe}` : 'all'
}
