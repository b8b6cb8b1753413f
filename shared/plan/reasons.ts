import { rpcServers } from '../profile/cluster.ts'
import { fits } from '../estimate/budget.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import type { ModelFacts } from '../model/facts.ts'
import { abortsOnAmx, type Choice, flashOf, linesOf, type Situation } from './candidate.ts'
import type { Intent } from './intent.ts'
import type { Reason } from './plan.ts'
import type { Wish } from './wish.ts'

export type Chosen = {
  readonly choice: Choice
  readonly wished: Choice
  readonly wish: Wish
  readonly facts: ModelFacts
  /** The model in the wished precision. */
  readonly wished_facts: ModelFacts
  readonly situation: Situation
  readonly intent: Intent
}

/** One reason for every planned value, in the order of the config's keys. */
export function reasonsOf(chosen: Chosen): Reason[] {
  const { choice, situation, facts, intent } = chosen
  const hparams = hparamsOf(facts)
  const reasons = [
    precisionReason(chosen),
    layersReason(chosen),
    threadsReason(situation, intent),
    { key: 'n_batch', code: 'batch_default', args: { value: situation.n_batch, use_case: intent.use_case } },
    microBatchReason(chosen),
    contextReason(chosen),
    { key: 'rope_freq_base', code: 'from_model', args: { value: hparams.rope_freq_base } },
    { key: 'rope_freq_scale', code: 'from_model', args: { value: hparams.rope_freq_scale } },
    flashReason(chosen),
    cacheReason(chosen),
    {
      key: 'n_parallel',
      code: intent.n_parallel === undefined ? 'one_stream' : 'asked',
      args: { value: situation.n_parallel },
    },
    ...(choice.n_cpu_moe > 0 ? [expertsReason(chosen)] : []),
    ...splitReason(chosen),
    ...(abortsOnAmx(choice, facts, situation)
      ? [{ key: 'use_extra_bufts', code: 'amx', args: { value: 'false' } }]
      : []),
  ]
  return reasons.map((reason) => (isPinned(reason.key, intent) ? { ...reason, code: 'by_hand' } : reason))
}

function isPinned(key: string, { pins = {} }: Intent): boolean {
  return Object.hasOwn(pins, key === 'cache_type_k' ? 'cache_type' : key)
}

function precisionReason({ choice, wished, wished_facts, facts, situation, intent }: Chosen): Reason {
  const args = { value: choice.precision, wish: wished.precision, use_case: intent.use_case }
  if (facts.source !== 'catalog') return { key: 'precision', code: 'of_the_file', args }
  if (intent.precision !== undefined) return { key: 'precision', code: 'asked', args }
  if (choice.precision === wished.precision) return { key: 'precision', code: 'wish', args }
  // With the wished precision, and everything else as chosen, there may be room: then it is left for speed.
  const room = fits(linesOf({ ...choice, precision: wished.precision }, wished_facts, situation))
  return { key: 'precision', code: room ? 'faster' : 'memory', args }
}

function layersReason({ choice, facts, situation }: Chosen): Reason {
  const all = hparamsOf(facts).n_layer_all + 1
  const args = { value: choice.n_gpu_layers, all, target: situation.target.display_name, n_cpu_moe: choice.n_cpu_moe }
  if (situation.target.devices.length === 0) return { key: 'n_gpu_layers', code: 'no_gpu', args }
  if (choice.n_gpu_layers === all) {
    return { key: 'n_gpu_layers', code: choice.n_cpu_moe > 0 ? 'all_but_experts' : 'all_fit', args }
  }
  return { key: 'n_gpu_layers', code: choice.n_gpu_layers === 0 ? 'none_fit' : 'as_many_as_fit', args }
}

function threadsReason({ target, n_threads }: Situation, intent: Intent): Reason {
  const { performance_cores, efficiency_cores, usable_cores } = target.cpu
  const args = { value: n_threads, performance_cores, usable_cores }
  if (intent.template !== undefined && n_threads === intent.template.threads) {
    return { key: 'n_threads', code: 'asked', args }
  }
  if (usable_cores < performance_cores) return { key: 'n_threads', code: 'usable_cores', args }
  return { key: 'n_threads', code: efficiency_cores > 0 ? 'performance_cores' : 'all_cores', args }
}

function microBatchReason({ choice, wished, situation }: Chosen): Reason {
  const args = { value: choice.n_ubatch, wish: wished.n_ubatch, sustained: situation.target.sustained_n_ubatch ?? 0 }
  if (choice.n_ubatch < wished.n_ubatch) return { key: 'n_ubatch', code: 'memory', args }
  if (choice.n_ubatch === situation.target.sustained_n_ubatch) return { key: 'n_ubatch', code: 'thermal', args }
  return { key: 'n_ubatch', code: 'wish', args }
}

function contextReason({ choice, wish, facts, intent }: Chosen): Reason {
  const train = hparamsOf(facts).n_ctx_train
  const args = { value: choice.n_ctx, wish: wish.n_ctx, train, use_case: intent.use_case }
  if (intent.n_ctx !== undefined) return { key: 'n_ctx', code: 'asked', args }
  if (choice.n_ctx < wish.n_ctx) return { key: 'n_ctx', code: 'memory', args }
  if (choice.n_ctx === train) return { key: 'n_ctx', code: 'training_length', args }
  return { key: 'n_ctx', code: choice.n_ctx > wish.n_ctx ? 'grown' : 'wish', args }
}

function cacheReason({ choice }: Chosen): Reason {
  const code = choice.cache_type === 'f16' ? 'full_precision' : 'memory'
  return { key: 'cache_type_k', code, args: { value: choice.cache_type } }
}

function flashReason({ choice, situation }: Chosen): Reason {
  const value = flashOf(choice, situation)
  return {
    key: 'flash_attn',
    code: value === 'auto' ? 'engine' : 'for_cache',
    args: { value, cache: choice.cache_type },
  }
}

function splitReason({ choice, situation }: Chosen): Reason[] {
  if (choice.n_gpu_layers === 0 || situation.tensor_split.length < 2) return []
  // The planner's own shares are gibibytes; whole layers that sum up are those of `fastestSplit`.
  const fastest =
    rpcServers(situation.target).length > 0 &&
    situation.tensor_split.every(Number.isInteger) &&
    situation.tensor_split.reduce((sum, share) => sum + share, 0) === choice.n_gpu_layers
  return [
    {
      key: 'tensor_split',
      code: fastest ? 'fastest_first' : 'usable_memory',
      args: { value: situation.tensor_split.join(', ') },
    },
  ]
}

function expertsReason({ choice, facts }: Chosen): Reason {
  const layers = hparamsOf(facts).n_layer
  return { key: 'n_cpu_moe', code: 'experts_on_cpu', args: { value: choice.n_cpu_moe, layers } }
}
