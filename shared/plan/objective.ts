import { hparamsOf } from '../estimate/compiled-model.ts'
import type { ModelFacts } from '../model/facts.ts'
import type { ThroughputEstimate } from '../estimate/throughput-estimate.ts'
import type { Choice } from './candidate.ts'
import { precisionLoss, Q8_CACHE_LOSS } from './precision-loss.ts'
import type { Wish } from './wish.ts'

/** What it takes to leave the wished precision, in doublings of decode speed: a fifth of the speed is no reason. */
const OTHER_PRECISION = 0.3

/**
 * Worth of a choice, in doublings of decode speed: higher is better. docs/planning.md states the formula and why.
 * Context counts up to the wish, or up to the model's training length where the use case wants to grow it.
 */
export function worthOf(choice: Choice, facts: ModelFacts, speed: ThroughputEstimate, wish: Wish): number {
  const { weights } = wish
  const decode = speed.tg?.tokens_per_s ?? offloadedShare(choice, facts)
  const prompt = speed.pp?.tokens_per_s ?? 1
  const reached = wish.grow_context ? choice.n_ctx : Math.min(choice.n_ctx, wish.n_ctx)
  const loss = precisionLoss(choice.precision) + (choice.cache_type === 'f16' ? 0 : Q8_CACHE_LOSS)
  return (
    weights.decode * Math.log2(decode) +
    weights.prompt * Math.log2(prompt) +
    weights.context * Math.log2(reached / wish.n_ctx) -
    weights.loss * loss -
    (choice.precision === wish.precision ? 0 : OTHER_PRECISION)
  )
}

/**
 * Stands in for a speed where nothing supports one: every offloaded layer helps. On a scale above any real speed, so that
 * a device without a number does not lose against a CPU with one.
 */
function offloadedShare(choice: Choice, facts: ModelFacts): number {
  const layers = hparamsOf(facts).n_layer_all + 1
  const experts = choice.n_gpu_layers > 0 ? choice.n_cpu_moe / (2 * layers) : 0
  return 1e4 * (1 + 9 * (choice.n_gpu_layers / layers - experts))
}
