import type { Intent } from '../intent.ts'
import type { ModelChoice } from '../model-choice.ts'

/** One model of a set as it is wished for. */
export type SetMember = {
  readonly name: string
  readonly model: ModelChoice
  readonly intent: Intent
  /** How much its worth counts beside the others'. */
  readonly weight: number
  /** It must stay loaded; others may have to make room for one another. */
  readonly pinned: boolean
}
