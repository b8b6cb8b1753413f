import type { ModelSet } from '../config/model-set.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { AllocationRow } from '../run/compare-allocation.ts'
import type { EngineTrouble } from '../run/engine-end.ts'
import type { Reading } from '../run/reading.ts'
import type { ModelReading } from '../run/set-reading.ts'
import type { Decision } from './decide.ts'

/** What happens in a run, in the order in which it happens; the faces show it. */
export type RunEvent =
  | { readonly kind: 'starting'; readonly config: RuntimeConfig }
  /** `url`: where clients connect. `at_s`: on the clock of the readings. `seconds`: what the start took. */
  | {
      readonly kind: 'ready'
      readonly at_s: number
      readonly url: string
      readonly config: RuntimeConfig
      readonly seconds: number
      readonly allocation: readonly AllocationRow[]
    }
  /** `models`: each of several models that are loaded; absent where there is one. */
  | { readonly kind: 'reading'; readonly reading: Reading; readonly models?: readonly ModelReading[] }
  | { readonly kind: 'set starting'; readonly set: ModelSet }
  /** Every model that stays loaded is loaded, or has failed. `at_once`: how many may be loaded. */
  | {
      readonly kind: 'set ready'
      readonly at_s: number
      readonly url: string
      readonly set: ModelSet
      readonly at_once: number
      readonly seconds: number
    }
  /** A model of a set took the place of another. `kept`: caches of the one that left; `restored`: of the one that came. */
  | {
      readonly kind: 'swapped'
      readonly from: string
      readonly to: string
      readonly kept: number
      readonly restored: number
      readonly seconds: number
    }
  /** A model of a set was loaded, made room for another, or its process ended by itself. */
  | {
      readonly kind: 'model'
      readonly name: string
      readonly config: RuntimeConfig
      readonly change: 'loaded' | 'unloaded' | 'failed'
      readonly allocation: readonly AllocationRow[]
      readonly trouble: EngineTrouble | null
    }
  /** A line of the engine's log. */
  | { readonly kind: 'line'; readonly line: string }
  /** The engine ended by itself. `config`: null for a set. `smaller`: the config that it is started with next, where memory ran out. */
  | {
      readonly kind: 'trouble'
      readonly trouble: EngineTrouble
      readonly config: RuntimeConfig | null
      readonly smaller: RuntimeConfig | null
      /** Seconds until the next start; null when there is none. */
      readonly again_in_s: number | null
    }
  | { readonly kind: 'adapting'; readonly decision: Decision; readonly from: RuntimeConfig }
  | {
      readonly kind: 'adapted'
      readonly decision: Decision
      readonly kept: number
      readonly restored: number
      readonly seconds: number
    }
  | { readonly kind: 'not adapted'; readonly decision: Decision; readonly why: string }

/** How a run ended. */
export type RunEnd = { readonly code: number; readonly restarts: number; readonly adaptations: number }
