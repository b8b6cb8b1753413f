import type { UseCase } from '../config/runtime-config.ts'
import type { Program } from '../program.ts'
import type { Template } from './template.ts'

/** What the user wants. What is given is a pin: the planner keeps it or says that it cannot. */
export type Intent = {
  readonly use_case: UseCase
  readonly precision?: string
  readonly n_ctx?: number
  readonly n_parallel?: number
  readonly program?: Program
  /** Wishes for the model's size class from a data base of the user's own; not pins. */
  readonly template?: Template
  /** Written into the config's metadata: the program that made it and its version. */
  readonly generator?: string
}
