import type { Fix, Plan, TroubleKind } from '../shared/index.ts'
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
