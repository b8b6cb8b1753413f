// Sizes of the models that were measured, for the fit alone. What the catalog knows comes from the catalog; these are
// models it does not carry, or files with a mix of types of their own (UD-*). Published sizes (model cards, config.json).

/** [layers, weights in 10^9, weights used per token in 10^9, vocabulary, embedding length, tied embeddings]. */
const SIZES = {
  'llama-2-7b': [32, 6.738, 6.738, 32000, 4096, false],
  'llama-2-13b': [40, 13.016, 13.016, 32000, 5120, false],
  'llama-3-8b': [32, 8.03, 8.03, 128256, 4096, false],
  'llama-3-70b': [80, 70.55, 70.55, 128256, 8192, false],
  'llama-3.2-1b': [16, 1.236, 1.236, 128256, 2048, true],
  'llama-3.2-3b': [28, 3.213, 3.213, 128256, 3072, true],
  'qwen2.5-14b': [48, 14.77, 14.77, 152064, 5120, false],
  'qwen2.5-32b': [64, 32.76, 32.76, 152064, 5120, false],
  'qwen2.5-7b': [28, 7.616, 7.616, 152064, 3584, false],
  'qwen2.5-1.5b': [28, 1.544, 1.544, 151936, 1536, true],
  'qwen3-0.6b': [28, 0.596, 0.596, 151936, 1024, true],
  'qwen3-1.7b': [28, 1.721, 1.721, 151936, 2048, true],
  'qwen3-4b': [36, 4.022, 4.022, 151936, 2560, true],
  'qwen3-8b': [36, 8.191, 8.191, 151936, 4096, false],
  'qwen3-14b': [40, 14.768, 14.768, 151936, 5120, false],
  'qwen3-32b': [64, 32.762, 32.762, 151936, 5120, false],
  'qwen3-30b-a3b': [48, 30.532, 3.353, 151936, 2048, false],
  'qwen3-235b-a22b': [94, 235.09, 22.19, 151936, 4096, false],
  'gemma-3-1b': [26, 1.0, 1.0, 262144, 1152, true],
  'gemma-3-4b': [34, 3.88, 3.88, 262208, 2560, true],
  'gemma-3-12b': [48, 11.766, 11.766, 262208, 3840, true],
  'gemma-3-27b': [62, 27.009, 27.009, 262208, 5376, true],
  // The tables of per-layer embeddings are looked up, not read whole: only the effective weights count.
  'gemma-4-e2b': [35, 4.65, 2.3, 262144, 1536, true],
  'gemma-4-e4b': [42, 7.52, 4.5, 262144, 2560, true],
  'gemma-4-26b-a4b': [30, 25.23, 3.8, 262144, 2816, true],
  'gemma-4-31b': [60, 30.7, 30.7, 262144, 5376, true],
  'glm-4.7-flash': [47, 29.94, 3.3, 154880, 2048, false],
  'nemotron-3-super': [88, 120.67, 12.7, 131072, 4096, false],
  'minimax-m2.7': [62, 228.69, 10.2, 200064, 3072, false],
  'qwen3.5-122b-a10b': [48, 122.11, 10.2, 248320, 3072, false],
  'qwen3.5-35b-a3b': [40, 34.66, 3.46, 248320, 2048, false],
  'qwen3.5-27b': [64, 26.9, 26.9, 248320, 5120, false],
  'qwen3.5-9b': [32, 8.95, 8.95, 248320, 4096, false],
  'qwen3.5-4b': [32, 4.21, 4.21, 248320, 2560, true],
  'phi-4': [40, 14.66, 14.66, 100352, 5120, false],
  'phi-4-mini': [32, 3.836, 3.836, 200064, 3072, true],
  'phi-3.5-mini': [32, 3.821, 3.821, 32064, 3072, false],
  'mistral-7b': [32, 7.242, 7.242, 32000, 4096, false],
  'mistral-nemo-12b': [40, 12.248, 12.248, 131072, 5120, false],
  'mistral-small-24b': [40, 23.572, 23.572, 131072, 5120, false],
  'ministral-3-14b': [40, 13.51, 13.51, 131072, 5120, false],
  'smollm2-1.7b': [24, 1.711, 1.711, 49152, 2048, true],
  'smollm-135m': [30, 0.1345, 0.1345, 49152, 576, true],
  'llama-4-scout': [48, 107.77, 17.2, 202048, 5120, false],
  'glm-4.5-air': [46, 110.47, 12.5, 151552, 4096, false],
  'hunyuan-a13b': [32, 80.39, 13.0, 128167, 4096, true],
  dots1: [62, 142.77, 14.8, 152064, 4096, false],
  'tinyllama-1.1b': [22, 1.1, 1.1, 32000, 2048, false],
  'gpt-oss-20b': [24, 20.91, 3.61, 201088, 2880, false],
  'gpt-oss-120b': [36, 116.83, 5.13, 201088, 2880, false],
}

/** Names in the rows that mean a model above: same architecture and size under another name. */
const SAME = {
  'llama-13b': 'llama-2-13b',
  'llama-3.1-8b': 'llama-3-8b',
  'llama-8b': 'llama-3-8b',
  'shisa-v2-8b': 'llama-3-8b',
  'llama-3.1-70b': 'llama-3-70b',
  'shisa-v2-70b': 'llama-3-70b',
  'deepseek-r1-14b': 'qwen2.5-14b',
  'deepseek-r1-distill-14b': 'qwen2.5-14b',
  'qwen2.5-coder-14b': 'qwen2.5-14b',
  'qwen2.5-coder-32b': 'qwen2.5-32b',
  'qwq-32b': 'qwen2.5-32b',
  'deepseek-r1-distill-32b': 'qwen2.5-32b',
  'qwen2.5-coder-7b': 'qwen2.5-7b',
  'qwen2-7b': 'qwen2.5-7b',
  'deepseek-r1-distill-7b': 'qwen2.5-7b',
  'qwen2-1.5b': 'qwen2.5-1.5b',
  'qwen-3-30b-a3b': 'qwen3-30b-a3b',
  'qwen3moe-30b-a3b': 'qwen3-30b-a3b',
  'qwen-3-32b': 'qwen3-32b',
  'qwen-3-235b-a22b': 'qwen3-235b-a22b',
  'gemma3-4b': 'gemma-3-4b',
  'gemma-4-26b-a4b-it': 'gemma-4-26b-a4b',
  'gemma-4-31b-it': 'gemma-4-31b',
  'deepseek2-30b-a3b': 'glm-4.7-flash',
  'nvidia-nemotron-3-super-120b-a12b': 'nemotron-3-super',
  'nemotron-120b-a12b': 'nemotron-3-super',
  'qwen3.6-35b-a3b': 'qwen3.5-35b-a3b',
  'qwen3.6-27b': 'qwen3.5-27b',
  'phi-4-reasoning': 'phi-4',
  'phi-4-mini-reasoning': 'phi-4-mini',
  'mistral-7b-v0.3': 'mistral-7b',
  'mistral-small-3.1-24b': 'mistral-small-24b',
  'mistral-small-3-1': 'mistral-small-24b',
  'devstral-small-24b': 'mistral-small-24b',
  'ministral-3-14b-instruct-2512': 'ministral-3-14b',
  'glm-4-5-air': 'glm-4.5-air',
}

/** The name that this model has in the table above or in the catalog. */
export const sameModel = (name) => SAME[name] ?? name

/** Bytes of recurrent state over all layers (heads x key length x value length, float), for hybrids of the table. */
const STATE = { 'qwen3.5-4b': 50.3e6, 'qwen3.5-122b-a10b': 151e6, 'nemotron-3-super': 168e6 }

/** Experts: used per token, in all. */
const EXPERTS = {
  'glm-4.7-flash': [4, 64],
  'nemotron-3-super': [22, 512],
  'minimax-m2.7': [8, 256],
  'qwen3.5-122b-a10b': [8, 256],
  'hunyuan-a13b': [8, 64],
  dots1: [6, 128],
}

/** Share of the weights used per token that lies in experts, of the models above: about as in those of the catalog. */
const EXPERT_SHARE = 0.7

/** Bits per weight of a whole file, from llama-quantize's mixes on dense models of 7-8 B weights. */
const BITS = {
  F16: 16,
  BF16: 16,
  Q8_0: 8.5,
  Q6_K: 6.56,
  Q5_K_M: 5.7,
  Q5_K_S: 5.57,
  Q5_0: 5.55,
  Q4_K_M: 4.89,
  Q4_K: 4.89,
  'i1-Q4_K_M': 4.89,
  'UD-Q4_K_XL': 4.9,
  Q4_K_S: 4.67,
  Q4_0: 4.54,
  IQ4_NL: 4.65,
  IQ4_XS: 4.43,
  Q3_K_L: 4.3,
  Q3_K_S: 3.65,
  IQ3_S: 3.67,
  IQ3_XXS: 3.25,
  Q2_K: 3.2,
  Q2_K_S: 2.97,
}

/** Bytes that one token reads where the types differ widely inside a file: experts MXFP4, the rest Q8_0. */
const READ = { 'gpt-oss-20b/MXFP4': 2.56e9, 'gpt-oss-120b/MXFP4': 3.53e9 }

/** Work of a model that the catalog lacks, spread evenly over its weights; null for a model that is in no table. */
export function publishedSize(name, quant, fileBytes) {
  const model = sameModel(name)
  const size = SIZES[model]
  if (size === undefined) return null
  const [n_layer, total, active, vocab, width, tied] = size
  const table = (vocab * width) / 1e9
  const looked = tied ? 0 : table
  const fixed = READ[`${model}/${quant}`]
  const bits = BITS[quant]
  const file = fileBytes ?? (bits === undefined ? (fixed ?? null) : (total * 1e9 * bits) / 8)
  if (file === null) return null
  const [used, experts] = EXPERTS[model] ?? [1, 1]
  const moe = experts > 1
  const read = fixed ?? (file * (active - looked)) / total
  return {
    model,
    n_layer,
    n_params: total * 1e9,
    read,
    weights: (active - looked - table) * 1e9,
    // All experts are used by some token of a micro-batch of usual size.
    touched: () => (file * (total - looked)) / total,
    kv: 0,
    state: STATE[model] ?? 0,
    file,
    moe,
    used,
    active: used / experts,
    expert_weights: moe ? EXPERT_SHARE * (active - looked - table) * 1e9 : 0,
  }
}
