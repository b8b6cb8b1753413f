import type { CacheType } from '../config/settings.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { Target } from '../profile/target.ts'
import type { Intent, PinnedSettings } from './intent.ts'
import { precisionLoss } from './precision-loss.ts'
import type { Grid } from './search.ts'
import type { Wish } from './wish.ts'

/** Below this a chat is hardly possible; used only where nothing more fits. */
const LEAST_CONTEXT = 512

/** Context is a multiple of this inside llama.cpp (src/llama-context.cpp, GGML_PAD). */
const CONTEXT_STEP = 256

/** The grid of a plan, ordered from the wish downward. */
export function gridOf(
  intent: Intent,
  wish: Wish,
  target: Target,
  precisions: readonly string[],
  facts: ModelFacts,
): Grid {
  const hparams = hparamsOf(facts)
  const usableDevices = target.devices.length > 0 && target.devices.every(({ usable }) => usable !== null)
  const asked = intent.template?.gpu_layers ?? -1
  return {
    precisions,
    contexts: intent.n_ctx === undefined ? contextLadder(wish, hparams.n_ctx_train) : [intent.n_ctx],
    cache_types: cacheTypes(facts, intent.pins),
    micro_batches: intent.pins?.n_ubatch === undefined ? microBatches(wish, target) : [intent.pins.n_ubatch],
    ...(intent.pins && { pins: intent.pins }),
    max_gpu_layers: (model) => {
      const all = hparamsOf(model).n_layer_all + 1
      return usableDevices ? (asked < 0 ? all : Math.min(asked, all)) : 0
    },
  }
}

/**
 * The precisions that planning tries: of those with figures in precision-loss.ts, the ones that no other beats in both
 * size and loss, thinned to what is commonly published. Others can be asked for.
 */
const TRIED = ['Q5_K_M', 'Q4_K_M', 'IQ4_XS', 'Q3_K_M', 'IQ3_M', 'IQ3_XXS', 'IQ2_M']

/** The pinned precision; else those no better than the wish, best first. A file, and a native format, has just one. */
export function precisionLadder(available: readonly string[], intent: Intent, wish: Wish): string[] {
  if (intent.precision !== undefined) return [intent.precision]
  if (available.length === 1) return [...available]
  const most = precisionLoss(wish.precision)
  const names = new Set([wish.precision, ...TRIED.filter((name) => precisionLoss(name) >= most)])
  return [...names].filter((name) => available.includes(name))
}

/** The wish, then less in steps of a quarter to a third; more, up to the training length, where the use case grows. */
function contextLadder(wish: Wish, n_ctx_train: number): number[] {
  const most = wish.grow_context ? Math.max(wish.n_ctx, n_ctx_train) : wish.n_ctx
  const ladder = [most]
  for (let power = 2 ** Math.floor(Math.log2(most)); power >= LEAST_CONTEXT; power /= 2) {
    for (const n of [power * 1.5, power]) if (n < most && n % CONTEXT_STEP === 0) ladder.push(n)
  }
  return ladder
}

/** f16, then q8_0 where every layer's rows divide into its blocks of 32. Smaller types cost quality: only by hand. */
function cacheTypes(facts: ModelFacts, pins: PinnedSettings = {}): CacheType[] {
  if (pins.cache_type !== undefined) return [pins.cache_type]
  // A quantised V cache needs flash attention.
  if (pins.flash_attn !== undefined && pins.flash_attn !== 'on') return ['f16']
  const { n_embd_head_k, n_embd_head_v, has_kv } = hparamsOf(facts)
  const divides = has_kv.some(Boolean) && [...n_embd_head_k, ...n_embd_head_v].every((size) => size % 32 === 0)
  return divides ? ['f16', 'q8_0'] : ['f16']
}

function microBatches(wish: Wish, target: Target): number[] {
  const most = Math.min(wish.n_ubatch, wish.n_batch, target.sustained_n_ubatch ?? wish.n_ubatch)
  const smaller = [512, 256, 128, 64].filter((n) => n < most)
  return [most, ...smaller]
}
