import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { MemoryEstimate } from '../estimate/memory-estimate.ts'
import type { LocatedFinding } from '../finding.ts'
import type { BudgetLine } from '../estimate/budget.ts'

/** One config on one target: a cell of the matrix. */
export type Pair = {
  readonly target: string
  readonly estimate: MemoryEstimate | null
  /** Needs against budgets, device by device, the host last; empty when nothing could be computed. */
  readonly lines: readonly BudgetLine[]
  /** False when some memory could not be judged. Never to be shown as a pass. */
  readonly judged: boolean
}

/** What a check of one config found. */
export type ConfigReport = {
  /** As the user named it. */
  readonly file: string
  /** Which of several configs in one file: a section, a model, a service. Absent where the file is one config. */
  readonly name?: string
  /** Null when the text could not be understood. */
  readonly config: RuntimeConfig | null
  /** False where the file does not say the backend: each target's own was judged. */
  readonly backend_stated?: boolean
  /** By line, column, rule and target. */
  readonly findings: readonly LocatedFinding[]
  /** In the order of the targets. */
  readonly pairs: readonly Pair[]
}
