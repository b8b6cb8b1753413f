import { type ArchitectureTraits, traitsOf } from './architecture.ts'
import { checkTensors } from './check-tensors.ts'
import type { ModelFacts } from './facts.ts'
import { type KeyReader, keyReader } from './key-reader.ts'
import { layersWithState } from './layers-with-state.ts'

/** LLAMA_MAX_LAYERS (src/llama-hparams.h); a file with more does not load. */
const MAX_LAYERS = 512
const MAX_WIDTH = 2 ** 24
/** Read where graphs are built, which check nothing: here they are held to what a tensor can have. */
const GRAPH_ONLY = [
  'ssm.time_step_rank',
  'rope.dimension_count',
  'attention.kv_lora_rank',
  'expert_group_count',
  'expert_group_used_count',
  'n_deepstack_layers',
]
/** LLAMA_MAX_EXPERTS (src/llama-hparams.h). */
const MAX_EXPERTS = 1024

/** llama.cpp's hparams, as far as memory and speed depend on them. Arrays have one entry a layer. */
export type Hparams = {
  readonly architecture: string
  readonly traits: ArchitectureTraits
  /** Layers in the file, prediction (MTP) layers included; `--n-gpu-layers` counts these. */
  readonly n_layer_all: number
  /** Layers that the model runs through: without the prediction layers. */
  readonly n_layer: number
  readonly n_ctx_train: number
  readonly n_embd: number
  readonly n_vocab: number
  readonly n_head: readonly number[]
  readonly n_head_kv: readonly number[]
  readonly n_ff: readonly number[]
  readonly n_ff_exp: number
  readonly n_ff_shexp: number
  readonly n_expert: number
  readonly n_expert_used: number
  readonly n_embd_head_k: readonly number[]
  readonly n_embd_head_v: readonly number[]
  /** Width of one token's K and V in the cache, per layer. */
  readonly n_embd_k_gqa: readonly number[]
  readonly n_embd_v_gqa: readonly number[]
  /** Window in tokens; 0 without sliding windows. */
  readonly n_swa: number
  readonly is_swa: readonly boolean[]
  readonly is_recr: readonly boolean[]
  /** Layers with an own K/V cache. */
  readonly has_kv: readonly boolean[]
  /** Only K is cached (multi-head latent attention). */
  readonly is_mla: boolean
  /** Floats of recurrent state per sequence and recurrent layer: convolution and state. */
  readonly n_embd_r: number
  readonly n_embd_s: number
  readonly causal: boolean
  readonly rope_freq_base: number
  readonly rope_freq_scale: number
}

/**
 * Reads the facts' keys as llama.cpp does (src/llama-model.cpp load_hparams and src/models/*.cpp load_arch_hparams).
 * @throws UserError when a key that sizes depend on is missing, not a whole number, or out of llama.cpp's limits, and when
 * tensors are missing that the keys speak of.
 */
export function readHparams(facts: ModelFacts): Hparams {
  const hparams = readKeys(facts)
  checkTensors(facts, hparams)
  return hparams
}

function readKeys(facts: ModelFacts): Hparams {
  const traits = traitsOf(facts.architecture)
  const keys = keyReader(facts)
  const n_layer_all = keys.required('block_count', 1, MAX_LAYERS)
  const n_layer = n_layer_all - keys.number('nextn_predict_layers', 0, 0, n_layer_all)
  const n_embd = keys.required('embedding_length', 1, MAX_WIDTH)
  for (const key of GRAPH_ONLY) keys.number(key, 0, 0, MAX_WIDTH)
  const perLayer = (key: string, fallback: readonly number[] | number) => keys.perLayer(key, n_layer_all, fallback)

  const n_head = perLayer('attention.head_count', 0)
  const n_head_kv = perLayer('attention.head_count_kv', n_head)
  const n_ff = perLayer('feed_forward_length', 0)
  const head0 = n_head[0] ?? 0
  const anyHeads = head0 > 0
  const headSize = (key: string, fallback: number) => (anyHeads ? keys.number(key, fallback, 1, MAX_WIDTH) : 0)
  const k_full = headSize('attention.key_length', anyHeads ? Math.floor(n_embd / head0) : 0)
  const v_full = headSize('attention.value_length', anyHeads ? Math.floor(n_embd / head0) : 0)
  const k_swa = headSize('attention.key_length_swa', k_full)
  const v_swa = headSize('attention.value_length_swa', v_full)

  const { n_swa, is_swa } = readSlidingWindow(keys, traits, n_layer_all, n_layer)
  const is_recr =
    traits.recurrent === 'by_tensors'
      ? layersWithState(facts, n_layer_all)
      : readRecurrentLayers(keys, traits, n_layer_all, n_layer, n_head_kv, n_ff)
  const n_embd_head_k = is_swa.map((swa) => (swa ? k_swa : k_full))
  const n_embd_head_v = is_swa.map((swa) => (swa ? v_swa : v_full))
  const has_kv = is_recr.map((recr, il) => layerHasKv(il, recr, keys, traits, n_layer_all, n_layer, n_ff[il] ?? 0))
  const scaling = keys.real('rope.scaling.factor', keys.real('rope.scale_linear', 0, 0, 1e6), 0, 1e6)
  const n_expert = keys.number('expert_count', 0, 0, MAX_EXPERTS)
  // With one expert or none llama.cpp reads a dense model; with more it refuses to use none of them.
  const n_expert_used =
    n_expert > 1
      ? keys.most('expert_used_count', n_layer_all, 1, n_expert)
      : keys.most('expert_used_count', n_layer_all, 0, MAX_EXPERTS)

  return {
    architecture: facts.architecture,
    traits,
    n_layer_all,
    n_layer,
    n_ctx_train: keys.number('context_length', 0, 0, 2 ** 31),
    n_embd,
    n_vocab: keys.number('vocab_size', 0, 0, 2 ** 31),
    n_head,
    n_head_kv,
    n_ff,
    n_ff_exp: Math.max(...perLayer('expert_feed_forward_length', 0)),
    n_ff_shexp: keys.number('expert_shared_feed_forward_length', 0, 0, MAX_WIDTH),
    n_expert,
    n_expert_used,
    n_embd_head_k,
    n_embd_head_v,
    n_embd_k_gqa: n_embd_head_k.map((size, il) => size * (n_head_kv[il] ?? 0)),
    n_embd_v_gqa: n_embd_head_v.map((size, il) => size * (n_head_kv[il] ?? 0)),
    n_swa,
    is_swa,
    is_recr,
    has_kv,
    is_mla: keys.number('attention.key_length_mla', 0, 0, MAX_WIDTH) > 0,
    ...readRecurrentState(keys, n_embd, head0),
    causal: !traits.non_causal && keys.boolean('attention.causal', true),
    rope_freq_base: keys.real('rope.freq_base', 10_000, 0, 1e12),
    rope_freq_scale: scaling === 0 ? 1 : 1 / scaling,
  }
}

/** src/llama-hparams.cpp set_swa_pattern; src/llama-model.cpp load_swa_pattern. */
function readSlidingWindow(keys: KeyReader, traits: ArchitectureTraits, n_layer_all: number, n_layer: number) {
  const none = { n_swa: 0, is_swa: Array.from({ length: n_layer_all }, () => false) }
  const rule = traits.swa
  if (traits.ignores_swa || rule === undefined) return none
  if (rule.only_layers !== undefined && rule.only_layers !== n_layer) return none
  const key = keys.number('attention.sliding_window', rule.window ?? 0, 0, 2 ** 31)
  if (key === 0) return none
  const listed = keys.booleans('attention.sliding_window_pattern', n_layer_all)
  const pattern =
    listed === null ? keys.number('attention.sliding_window_pattern', rule.pattern ?? 0, 0, MAX_LAYERS) : 0
  const byPattern = (il: number) => {
    if (il >= n_layer) return false
    if (pattern === 0) return true
    return rule.dense_first ? il % pattern !== 0 : il % pattern < pattern - 1
  }
  const is_swa = none.is_swa.map((_, il) => (listed === null ? byPattern(il) : (listed[il] ?? false)))
  return { n_swa: rule.fixed ?? key, is_swa }
}

function readRecurrentLayers(
  keys: KeyReader,
  traits: ArchitectureTraits,
  n_layer_all: number,
  n_layer: number,
  n_head_kv: readonly number[],
  n_ff: readonly number[],
): boolean[] {
  const layers = Array.from({ length: n_layer_all }, (_, il) => il)
  switch (traits.recurrent) {
    case 'all':
    case 'all_beside_cache':
      return layers.map(() => true)
    case 'no_kv_heads':
      return layers.map((il) => il < n_layer && n_head_kv[il] === 0)
    case 'no_kv_heads_no_ffn':
      return layers.map((il) => il < n_layer && n_head_kv[il] === 0 && n_ff[il] === 0)
    case 'interval': {
      const listed = keys.booleans('attention.recurrent_layers', n_layer_all)
      if (listed !== null) return listed
      const interval = keys.number('full_attention_interval', 4, 1, MAX_LAYERS)
      return layers.map((il) => il < n_layer && (il + 1) % interval !== 0)
    }
    default:
      return layers.map(() => false)
  }
}

/** Which layers have an own cache: has_kv (llama-hparams.cpp) and the layer filters of create_memory (llama-model.cpp). */
function layerHasKv(
  il: number,
  recr: boolean,
  keys: KeyReader,
  traits: ArchitectureTraits,
  n_layer_all: number,
  n_layer: number,
  n_ff: number,
): boolean {
  if (traits.no_cache || il >= n_layer) return false
  if (traits.recurrent === 'all_beside_cache') return true
  // Of a layer with a state in an unknown architecture: a cache too, which errs on the safe side.
  if (recr && traits.recurrent !== 'by_tensors') return false
  if (traits.recurrent === 'no_kv_heads_no_ffn' && n_ff !== 0) return false
  const shared = keys.number('attention.shared_kv_layers', 0, 0, n_layer_all)
  return il < Math.min(traits.kv_layers ?? n_layer_all, n_layer_all - shared)
}

/** Floats per sequence and layer: llama_hparams::n_embd_r and n_embd_s. */
function readRecurrentState(keys: KeyReader, n_embd: number, n_head: number): { n_embd_r: number; n_embd_s: number } {
  const conv = keys.number('ssm.conv_kernel', 0, 0, 1024)
  const inner = keys.number('ssm.inner_size', 0, 0, MAX_WIDTH)
  const state = keys.number('ssm.state_size', 0, 0, MAX_WIDTH)
  const groups = keys.number('ssm.group_count', 0, 0, MAX_WIDTH)
  const shortconv = keys.number('shortconv.l_cache', 0, 0, 1024)
  const kda = keys.number('kda.head_dim', 0, 0, MAX_WIDTH)
  if (shortconv > 0) return { n_embd_r: n_embd * (shortconv - 1), n_embd_s: state * inner }
  if (kda > 0) return { n_embd_r: 3 * (conv > 0 ? conv - 1 : 3) * n_head * kda, n_embd_s: kda * kda * n_head }
  return { n_embd_r: (conv > 0 ? conv - 1 : 0) * (inner + 2 * groups * state), n_embd_s: state * inner }
}
