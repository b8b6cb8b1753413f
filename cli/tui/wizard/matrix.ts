import {
  findProfile,
  formatFinding,
  inspectConfig,
  targetFromProfile,
  type BudgetLine,
  type HardwareProfile,
  type ModelFacts,
  type RuntimeConfig,
  type Speed,
  type Target,
} from '../core.ts'
import type { Job, Lazy } from './lazy.ts'
import { profilesMatching } from './machine-rows.ts'
import { remember } from './remember.ts'
import { tuneView, type TuneView } from './tune-rows.ts'
import { speedOf } from './tuned.ts'
import type { View } from './view.ts'

/** One target's answer: `no` has errors, `tight` warnings, `unknown` could not be judged in full. */
export type Cell = {
  readonly answer: 'runs' | 'tight' | 'unknown' | 'no'
  /** The memory that decides. */
  readonly tightest: BudgetLine | null
  readonly speed: Speed | null
  /** Rule ids, each once. */
  readonly rules: readonly string[]
  /** The gravest finding in words; null where there is none. */
  readonly why: string | null
}

/** Profiles that the filter leaves: the picked ones first, in the order of picking. */
export function matrixRows(view: View): readonly HardwareProfile[] {
  return rowsOf(view.state.matrix, matrixMatches(view))
}

/** The same in the order of the data base. */
export function matrixMatches({ state }: View): readonly HardwareProfile[] {
  return profilesMatching((state.text.targets ?? '').trim())
}

const rowsOf = remember(
  (matrix: readonly string[], matches: readonly HardwareProfile[]): readonly HardwareProfile[] => {
    const picked = new Set(matrix)
    const listed = new Set(matches.map(({ id }) => id))
    return [...matrix.filter((id) => listed.has(id)).map(findProfile), ...matches.filter(({ id }) => !picked.has(id))]
  },
)

/** What the check of the config says on a picked target; pending until it is worked out. */
export function matrixCell(view: View, id: string): Lazy<Cell> {
  const tune = tuneView(view)
  return tune.state === 'ready' ? view.known.get<Cell>(keyOf(tune.value.config, id)) : tune
}

export function matrixJobs(view: View): Job[] {
  const tune = tuneView(view)
  if (tune.state !== 'ready') return []
  const { config, facts } = tune.value
  return view.state.matrix.map((id) => ({
    key: keyOf(config, id),
    run: async () => judged(config, facts, targetFromProfile(findProfile(id))),
  }))
}

/** What the picked targets say together. */
export type MatrixSummary = {
  /** `runs on 2 of 3 picked`. */
  readonly text: string
  /** `no` when the config fails on one of them at least. */
  readonly answer: 'runs' | 'no' | 'pending' | 'unknown'
}

/** Null where nothing is picked. */
export function matrixSummary(view: View): MatrixSummary | null {
  const { matrix } = view.state
  if (matrix.length === 0) return null
  const cells = matrix.map((id) => matrixCell(view, id))
  const answers = cells.flatMap((one) => (one.state === 'ready' ? [one.value.answer] : []))
  const running = answers.filter((answer) => answer === 'runs' || answer === 'tight').length
  const waiting = cells.filter((one) => one.state === 'pending').length
  const rest = waiting > 0 ? 'pending' : 'unknown'
  return {
    text: `runs on ${running} of ${matrix.length} picked${waiting > 0 ? `, ${waiting} being checked` : ''}`,
    answer: answers.includes('no') ? 'no' : running === matrix.length ? 'runs' : rest,
  }
}

/** The same for the plan's own target, which needs no picking. */
export const ownCell = remember((tune: TuneView): Cell => judged(tune.config, tune.facts, tune.plan.target))

function keyOf(config: RuntimeConfig, id: string): string {
  return `check ${id} ${config.backend} ${config.metadata?.precision} ${config.model_path} ${JSON.stringify(config.settings)}`
}

export function judged(config: RuntimeConfig, facts: ModelFacts, target: Target): Cell {
  const text = JSON.stringify(config)
  const { report } = inspectConfig({ text, file: 'runtime_config.json', targets: [target], facts })
  const pair = report.pairs[0]
  const findings = report.findings.filter((finding) => finding.target !== undefined)
  const runnable = target.backends.includes(config.backend)
  const failed = findings.some(({ severity }) => severity === 'error')
  const gravest = findings.find(({ severity }) => severity === 'error') ?? findings[0]
  return {
    answer: pair?.judged !== true ? 'unknown' : failed ? 'no' : findings.length > 0 ? 'tight' : 'runs',
    tightest: tightestOf(pair?.lines ?? []),
    speed: runnable ? speedOf(config, facts, target).tg : null,
    rules: [...new Set(findings.map(({ rule }) => rule))],
    why: gravest === undefined ? null : formatFinding(gravest),
  }
}

function tightestOf(lines: readonly BudgetLine[]): BudgetLine | null {
  const share = ({ need_bytes, usable }: BudgetLine) => (usable === null ? 0 : need_bytes / usable.bytes)
  return lines.filter(({ need_bytes }) => need_bytes > 0).toSorted((a, b) => share(b) - share(a))[0] ?? null
}
