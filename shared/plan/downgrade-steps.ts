import type { ModelFacts } from '../model/facts.ts'
import { type Choice, linesOf, type Situation } from './candidate.ts'
import type { DowngradeStep } from './plan.ts'

type StepKey = 'n_ubatch' | 'cache_type' | 'n_ctx' | 'precision' | 'n_cpu_moe' | 'n_gpu_layers'

/** From the cheapest to the dearest: the order in which the steps are told and their savings counted. */
const ORDER: readonly StepKey[] = ['n_ubatch', 'cache_type', 'n_ctx', 'precision', 'n_cpu_moe', 'n_gpu_layers']

/**
 * What a plan gave up against the wish, one step a key, with what each saved on the memory that was short
 * (the devices where there are such, else RAM), counted one after the other.
 */
export function downgradeSteps(
  wished: Choice,
  chosen: Choice,
  factsOf: (precision: string) => ModelFacts,
  situation: Situation,
): DowngradeStep[] {
  const steps: DowngradeStep[] = []
  // Growing beyond the wish is no step down, but the steps are counted at the context that is used.
  let current = { ...wished, n_ctx: Math.max(wished.n_ctx, chosen.n_ctx) }
  for (const key of ORDER) {
    if (current[key] === chosen[key]) continue
    const next = { ...current, [key]: chosen[key] }
    const saved = needed(current, factsOf, situation) - needed(next, factsOf, situation)
    steps.push({ key, from: current[key], to: chosen[key], saved_bytes: saved })
    current = next
  }
  return steps
}

/** Bytes on the memory that the wish was short of. */
function needed(choice: Choice, factsOf: (precision: string) => ModelFacts, situation: Situation): number {
  const lines = linesOf(choice, factsOf(choice.precision), situation)
  const kind = situation.target.devices.length > 0 ? 'device' : 'host'
  return lines.filter((line) => line.kind === kind).reduce((sum, { need_bytes }) => sum + need_bytes, 0)
}
