import type { ModelFacts } from '../model/facts.ts'

/** A model to plan for: a file has one precision, a catalog model as many as the quantiser knows. */
export type ModelChoice = {
  /** Catalog id or file name without folder. */
  readonly id: string
  readonly display_name: string
  /** Size as its makers call it, `8B`; counted from the weights when absent. */
  readonly size_label?: string
  /** From the smallest to the largest. */
  readonly precisions: readonly string[]
  /** @throws UserError for a precision that is not in `precisions`. */
  facts(precision: string): ModelFacts
  /** `model_path` of the runtime config. */
  path(precision: string): string
  /** Said to the user: which catalog model stands for a size, and why. */
  readonly note?: string
}
