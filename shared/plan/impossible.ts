import { NEAR } from '../estimate/budget.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { UserError } from '../errors.ts'
import type { ModelFacts } from '../model/facts.ts'
import { showGib } from '../units.ts'
import { type Choice, linesOf, type Situation } from './candidate.ts'

/**
 * The refusal when nothing fits: names the memory that binds even for the smallest choice, and what it lacks.
 * @param smallest the choice with the least need, everything offloaded
 */
export function impossiblePlan(
  display_name: string,
  smallest: Choice,
  facts: ModelFacts,
  situation: Situation,
): UserError {
  const { target } = situation
  const { n_layer, n_layer_all, n_expert } = hparamsOf(facts)
  const shares = Array.from({ length: smallest.n_gpu_layers }, (_, fewer) => smallest.n_gpu_layers - fewer - 1)
  const placements = [
    smallest,
    { ...smallest, n_cpu_moe: n_expert > 0 ? n_layer : 0 },
    ...shares.map((n_gpu_layers) => ({ ...smallest, n_gpu_layers })),
  ]
  // The placement that comes nearest is the one worth naming.
  const [short] = placements
    .flatMap((choice) => mostShort(choice, facts, situation) ?? [])
    .sort((a, b) => a.need - a.room - (b.need - b.room))
  const share =
    short === undefined || short.n_gpu_layers === smallest.n_gpu_layers
      ? ''
      : `with ${short.n_gpu_layers} of ${n_layer_all + 1} layers on the GPU `
  const needs =
    short === undefined
      ? ''
      : `: ${share}it needs ${showGib(short.need)} of ${short.name}, ${showGib(short.room)} can be planned`
  return new UserError(
    'input',
    `${display_name} does not fit on ${target.display_name}, even with ${smallest.precision} and a context of ${smallest.n_ctx}${needs}.`,
    'Choose a smaller model or precision, a shorter context, or a target with more memory.',
  )
}

/** The memory that lacks most for a choice; undefined when none does. */
function mostShort(choice: Choice, facts: ModelFacts, situation: Situation) {
  return linesOf(choice, facts, situation)
    .map(({ name, need_bytes: need, usable }) => ({
      n_gpu_layers: choice.n_gpu_layers,
      name,
      need,
      room: (usable?.bytes ?? 0) * NEAR,
    }))
    .filter(({ need, room }) => need > room)
    .sort((a, b) => b.need - b.room - (a.need - a.room))[0]
}
