/**
 * What an architecture means for memory beyond its GGUF keys: the parts of llama.cpp's src/models/*.cpp
 * (load_arch_hparams) and llama_model::create_memory that a key does not state.
 */
export type ArchitectureTraits = {
  /** Sliding windows: how llama.cpp finds the window and which layers have it. */
  readonly swa?: {
    /** Window when the file has no `attention.sliding_window`; absent means: no key, no window. */
    readonly window?: number
    /** The window is this, whatever the key says (unless it says 0). */
    readonly fixed?: number
    /** Every n-th layer is full when the file has no pattern (set_swa_pattern). */
    readonly pattern?: number
    /** The full layer comes first in each group of `pattern`. */
    readonly dense_first?: boolean
    /** Only models of this many layers have windows (exaone4.cpp). */
    readonly only_layers?: number
  }
  /** The file's window is ignored (phi3.cpp: "Phi SWA is currently disabled"). */
  readonly ignores_swa?: boolean
  /** Which layers keep a recurrent state. */
  readonly recurrent?: 'all' | 'all_beside_cache' | 'no_kv_heads' | 'no_kv_heads_no_ffn' | 'interval' | 'by_tensors'
  /** No cache at all: encoders and diffusion models (llama_model::create_memory). */
  readonly no_cache?: boolean
  /** Reads the whole text at once without a key that says so (causal_attn in load_arch_hparams). */
  readonly non_causal?: boolean
  /** No output matrix of its own, and none borrowed from the token embedding. */
  readonly no_output?: boolean
  /** Layers from this one on reuse the cache of earlier layers (gemma3n.cpp). */
  readonly kv_layers?: number
  /** `output` is created before `token_embd`, so that without a GPU the tied table is counted twice (gemma3n.cpp, gemma4.cpp). */
  readonly output_first?: boolean
  /** `rope_freqs` belongs to full-attention layers only (gemma4.cpp). */
  readonly rope_freqs_full_only?: boolean
  /** `token_embd_norm` is the output norm (lfm2.cpp). */
  readonly embedding_norm_is_output?: boolean
}

const encoder = { no_cache: true, no_output: true } as const
const swa = (pattern: number, dense_first = false) => ({ swa: { pattern, dense_first } })

/** Architectures that differ from a plain decoder; every other one has no traits. */
const TRAITS: Readonly<Record<string, ArchitectureTraits>> = {
  afmoe: swa(4),
  bert: encoder,
  cohere2: swa(4),
  cohere2moe: swa(4, true),
  dream: { no_cache: true, non_causal: true },
  eurobert: encoder,
  'exaone-moe': { swa: { window: 128, pattern: 4 } },
  exaone4: { swa: { window: 4096, pattern: 4, only_layers: 64 } },
  'falcon-h1': { recurrent: 'all_beside_cache' },
  gemma2: { swa: { window: 4096, pattern: 2 } },
  gemma3: swa(6),
  gemma3n: { ...swa(5), kv_layers: 20, output_first: true },
  gemma4: { swa: {}, output_first: true, rope_freqs_full_only: true },
  'gemma-embedding': { ...swa(6), no_cache: true, non_causal: true },
  'gpt-oss': swa(2),
  granitehybrid: { recurrent: 'no_kv_heads' },
  jamba: { recurrent: 'no_kv_heads' },
  'jina-bert-v2': encoder,
  'jina-bert-v3': encoder,
  'kimi-linear': { recurrent: 'no_kv_heads' },
  laguna: swa(4, true),
  lfm2: { swa: {}, recurrent: 'no_kv_heads', embedding_norm_is_output: true },
  lfm2moe: { recurrent: 'no_kv_heads', embedding_norm_is_output: true },
  llada: { no_cache: true, non_causal: true },
  'llada-moe': { no_cache: true, non_causal: true },
  llama4: { swa: { window: 8192, fixed: 8192, pattern: 4 } },
  mamba: { recurrent: 'all' },
  mamba2: { recurrent: 'all' },
  mellum: swa(4),
  mimo2: { swa: {} },
  'modern-bert': { ...swa(3, true), ...encoder },
  nemotron_h: { recurrent: 'no_kv_heads_no_ffn' },
  nemotron_h_moe: { recurrent: 'no_kv_heads_no_ffn' },
  'neo-bert': encoder,
  'nomic-bert': encoder,
  'nomic-bert-moe': encoder,
  olmo2: swa(4),
  phi3: { ignores_swa: true },
  plamo2: { recurrent: 'no_kv_heads' },
  plamo3: swa(8),
  qwen35: { recurrent: 'interval' },
  qwen35moe: { recurrent: 'interval' },
  qwen3next: { recurrent: 'interval' },
  rnd1: { no_cache: true, non_causal: true },
  smallthinker: { swa: { fixed: 4096, pattern: 4, dense_first: true } },
  step35: { swa: {} },
}

/** Architectures whose memory rules were checked against llama.cpp (docs/accuracy.md); others are approximate. */
const PLAIN = [
  'apertus', 'arcee', 'bailingmoe', 'bailingmoe2', 'command-r', 'deepseek', 'deepseek2', 'dots1', 'ernie4_5',
  'ernie4_5-moe', 'exaone', 'falcon', 'gemma', 'glm4', 'glm4moe', 'gpt2', 'gptneox', 'granite', 'granitemoe',
  'hunyuan-dense', 'hunyuan-moe', 'internlm2', 'llama', 'minicpm', 'minimax-m2', 'mistral3', 'nemotron', 'olmo',
  'olmoe', 'orion', 'phi2', 'phimoe', 'qwen2', 'qwen2moe', 'qwen2vl', 'qwen3', 'qwen3moe', 'qwen3vl', 'qwen3vlmoe',
  'seed_oss', 'smollm3', 'stablelm', 'starcoder', 'starcoder2', 'xverse',
] as const // prettier-ignore

const KNOWN = new Set<string>([...PLAIN, ...Object.keys(TRAITS)])

/** The rule of an unknown architecture is not known, its tensors are. */
const UNKNOWN: ArchitectureTraits = { recurrent: 'by_tensors' }

export function traitsOf(architecture: string): ArchitectureTraits {
  if (!isKnownArchitecture(architecture)) return UNKNOWN
  return Object.hasOwn(TRAITS, architecture) ? (TRAITS[architecture] ?? {}) : {}
}

/** Whether this project knows the architecture's memory rules; for others estimates are approximate. */
export function isKnownArchitecture(architecture: string): boolean {
  return KNOWN.has(architecture)
}
