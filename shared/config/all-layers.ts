/**
 * llama.cpp clamps `n_gpu_layers` to what the model has, and no model has more than 512 (LLAMA_MAX_LAYERS, src/llama-hparams.h):
 * who writes this many or more means all of them.
 */
export const LEAST_FOR_ALL_LAYERS = 1000

/** Written for all layers where the model is not known: to llama.cpp and to Ollama -1 means "decide yourself". */
export const ALL_LAYERS = 9999
