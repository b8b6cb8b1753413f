import { NEAR } from '../estimate/budget.ts'
import { UserError } from '../errors.ts'
import type { ModelFacts } from '../model/facts.ts'
import { showGib } from '../units.ts'
import { type Choice, linesOf, type Situation } from './candidate.ts'

/**
 * The refusal when nothing fits: names the memory that binds even for the smallest choice, and what it lacks.
 * @param smallest the choice with the least need
 */
export function impossiblePlan(
  display_name: string,
  smallest: Choice,
  facts: ModelFacts,
  situation: Situation,
): UserError {
  const { target } = situation
  const short = linesOf(smallest, facts, situation)
    .map(({ name, need_bytes: need, usable }) => ({ name, need, room: (usable?.bytes ?? 0) * NEAR }))
    .filter(({ need, room }) => need > room)
    .sort((a, b) => b.need - b.room - (a.need - a.room))[0]
  const needs =
    short === undefined
      ? ''
      : `: it needs ${showGib(short.need)} of ${short.name}, ${showGib(short.room)} can be planned`
  return new UserError(
    'input',
    `${display_name} does not fit on ${target.display_name}, even with ${smallest.precision} and a context of ${smallest.n_ctx}${needs}.`,
    'Choose a smaller model or precision, a shorter context, or a target with more memory.',
  )
}
