import type { Known } from './lazy.ts'
import type { WizardState } from './state.ts'

/** What selectors look at: the state, and what has been worked out so far. */
export type View = {
  readonly state: WizardState
  readonly known: Known
  /** Program and version, for the metadata of configs. */
  readonly generator: string
  readonly platform: NodeJS.Platform
}
