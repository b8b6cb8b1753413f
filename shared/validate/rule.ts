import type { FindingArgs, JsonPath, Severity } from '../finding.ts'
import type { ConfigContext } from './config-context.ts'
import type { TargetContext } from './target-context.ts'

/** What a rule says about itself and its findings. */
type Words = {
  /** Stable; part of the product's interface. */
  readonly id: string
  /** A noun phrase, shown as a heading. */
  readonly title: string
  readonly severity: Severity
  /** What goes wrong in practice. */
  readonly why: string
  /** What a person can do about it. */
  readonly remedy: string
  /** A finding's arguments as one or two sentences. */
  readonly sentence: (args: FindingArgs) => string
}

/** One place where a rule is broken. */
export type Hit = { readonly path: JsonPath; readonly args: FindingArgs }

export type FixValue = string | number | boolean

/** From one number to another, `step` at a time; what is further from the start is the safer value. */
export type RangeStep = { readonly path: JsonPath; readonly from: number; readonly to: number; readonly step: number }

/** Values to try for one key: single ones, the best first, or a range. */
export type FixStep = { readonly path: JsonPath; readonly values: readonly FixValue[] } | RangeStep

/** A finding to mend, with the targets that have it; none for a finding about the config alone. */
export type FixProblem = ConfigContext & { readonly hit: Hit; readonly targets: readonly TargetContext[] }

/** About the text itself; `readConfig` finds these. */
type DocumentRule = Words & { readonly scope: 'document' }

/** About a config wherever it runs: found once. */
type ConfigRule = Words & {
  readonly scope: 'config'
  readonly check: (context: ConfigContext, targets: readonly TargetContext[]) => readonly Hit[]
  readonly fixes?: (problem: FixProblem) => readonly FixStep[]
}

/** About a config on one target. */
type TargetRule = Words & {
  readonly scope: 'target'
  /** Its keys are mended one by one. Else all its findings have one cause, and a fix must end them all. */
  readonly per_key?: boolean
  readonly check: (context: TargetContext) => readonly Hit[]
  readonly fixes?: (problem: FixProblem) => readonly FixStep[]
}

export type Rule = DocumentRule | ConfigRule | TargetRule
