import { type Pilot, type PilotRequest, tinyRun } from './pilot.ts'
import type { Session } from './session.ts'

/** A first run that takes more than this share of the budget leaves no time to learn anything from where it stands. */
export const SLOW_SHARE = 1 / 20
/** No noise explains that much. */
const FAR_FASTER = 2

/** Whether the defaults are too slow for runs of theirs to be repeated. */
export function isSlow({ works, seconds }: Pilot, budget_s: number): boolean {
  return works && seconds > SLOW_SHARE * budget_s
}

/**
 * Where one run of the defaults eats the budget (more threads than cores, say), the plan gets the same tiny run: when it is
 * far faster, the search starts from there, and the defaults run again only in the comparison at the end.
 * @param run one run of settings with tests, or null where there is none
 * @returns the plan's pilot, or null when the search has to start from the defaults
 */
export async function leapToPlan({ score }: Pilot, request: PilotRequest, session: Session): Promise<Pilot | null> {
  const there = await tinyRun(request.planned, request, session)
  if (there?.score == null || score === null || there.score < FAR_FASTER * score) return null
  session.lead(there.settings, there.score / score)
  return there
}
