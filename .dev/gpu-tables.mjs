// Logs whose breakdown tables are compared with estimates: a table says how much, not of what, so model and settings stand
// here as the log's command line or its source tell them. `rows`: the settings of the first device's rows in their order;
// a row without settings is not compared. `parts`: what can be compared where the file's own mix of types is not known.

/** @type {Record<string, {model: string, precision: string, program: 'server' | 'cli', rows: (object | null)[], parts?: string[]}>} */
export const TABLES = {
  // qwen2.5-coder:7b, Ollama's default precision and context; the fit tries fewer layers until it fits.
  'gtx1650maxq-qwen25coder7b-fit': {
    model: 'qwen2.5-7b',
    precision: 'Q4_K_M',
    program: 'server',
    rows: [
      { n_ctx: 4096, n_gpu_layers: 29 },
      { n_ctx: 4096, n_gpu_layers: 17 },
      { n_ctx: 4096, n_gpu_layers: 16 },
    ],
  },
  // A mix of types of its own: only what does not depend on it.
  'rtx5090-qwen3-coder-next-c4096': {
    model: 'qwen3-next-80b-a3b',
    precision: 'IQ3_XXS',
    program: 'server',
    rows: [{ n_ctx: 4096, n_parallel: 4 }],
    parts: ['context'],
  },
  'rtx5090-qwen3-coder-next-c262144': {
    model: 'qwen3-next-80b-a3b',
    precision: 'IQ3_XXS',
    program: 'server',
    rows: [{ n_ctx: 262_144, n_parallel: 4 }],
    parts: ['context'],
  },
  'strix-halo-120gb-gtt-rocm-7b': {
    model: 'llama-2-7b',
    precision: 'Q4_K_M',
    program: 'cli',
    rows: [{ n_ctx: 4096 }],
  },
  // `llama-cli -hf ggml-org/gemma-3-4b-it-GGUF`: Q4_K_M and the whole context by default.
  'm5-24gb-gemma3-4b': {
    model: 'gemma-3-4b',
    precision: 'Q4_K_M',
    program: 'cli',
    rows: [{ n_ctx: 131_072 }],
  },
  'm5-24gb-mistral-c-large': {
    model: 'ministral-3-8b',
    precision: 'Q8_0',
    program: 'cli',
    rows: [{ n_ctx: 65_536 }],
  },
  // LM Studio makes logits for the whole micro-batch, as llama-cli does.
  'radeon760m-vulkan-lmstudio-win': {
    model: 'qwen3-4b',
    precision: 'Q4_K_M',
    program: 'cli',
    rows: [{ n_ctx: 8192 }],
  },
}
