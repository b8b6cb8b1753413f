import type { TroubleKind } from '../shared/errors.ts'
import type { Fix } from '../shared/finding.ts'
import type { Plan } from '../shared/plan/plan.ts'
import type { FixRequest, PlanRequest } from './tui/services.ts'

/** What the wizard's other thread is asked. */
export type Question =
  | { readonly ask: 'plan'; readonly request: PlanRequest }
  | { readonly ask: 'fix'; readonly request: FixRequest }

/** Its answer. `kind` null: a defect of ours. */
export type Reply =
  | { readonly id: number; readonly value: Plan | Fix | null }
  | {
      readonly id: number
      readonly trouble: {
        readonly kind: TroubleKind | null
        readonly message: string
        readonly hint: string | undefined
      }
    }
