import { freemem } from 'node:os'
import { sustainedConfig } from '../../shared/adapt/cooler.ts'
import { changesOf, needsOf, type SettingChange } from '../../shared/adapt/replan.ts'
import { fitTo, holds } from '../../shared/adapt/smaller.ts'
import { ALL_EXPERT_LAYERS } from '../../shared/config/all-layers.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { EXIT, UserError } from '../../shared/errors.ts'
import { readAvailableMemory } from '../../shared/hardware/available-memory.ts'
import { refreshMetadata } from '../../shared/plan/refresh-metadata.ts'
import { freeTarget } from '../../shared/profile/free-target.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { stepSentence } from '../../shared/report/reason-sentence.ts'
import { findingSentence } from '../../shared/report/sentence.ts'
import { findingLine } from '../../shared/report/text-report.ts'
import { type StatedWords, statedWords, withWords } from '../../shared/run/stated-words.ts'
import { showGib } from '../../shared/units.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { nodeHost } from '../../shared/node/host.ts'
import { loadRunConfig, type RunConfig, type RunValues } from '../inputs/run-config.ts'
import { seeMachine } from '../inputs/target.ts'
import type { Io } from '../io.ts'
import { planToRun } from '../tuning/plan-to-run.ts'

export type PrepareValues = RunValues & {
  readonly force?: boolean
  readonly sustained?: boolean
  readonly engine?: string
}

/** What will run, and what has to be said of it first. */
export type Prepared = {
  /** Null when the check found errors and nobody insists. */
  readonly config: RuntimeConfig | null
  readonly target: Target
  readonly notes: readonly string[]
  /** The words for the engine that the config does not say. */
  readonly words: readonly string[]
  /** Whether the words leave what is allocated to be what the estimate says. */
  readonly comparable: boolean
}

/**
 * The config that the flags and the words for the engine mean, judged twice: on what this machine is, and on what other programs leave of it now. A
 * config that would fit an idle machine but not this moment is made smaller, and what was given up is said.
 * @param words for the engine
 * @throws UserError when a file cannot be used, a word contradicts what is checked, or not even the smallest config fits
 */
export async function prepareRun(values: PrepareValues, io: Io, words: readonly string[] = []): Promise<Prepared> {
  const stated = statedWords(words, findingSentence)
  const snapshot = await seeMachine()
  const machine = targetFromSnapshot(snapshot)
  const available = await readAvailableMemory(nodeHost(), freemem())
  const now = freeTarget(machine, snapshot, available)
  const notes: string[] = []

  const planned = await loadRunConfig(values, machine, (model, intent) =>
    planToRun(io, { snapshot, model, intent, engine: values.engine, dry_run: values['dry-run'] === true }),
  )
  const loaded = withStated(planned, stated, machine)
  const rest = { words: stated.rest, comparable: stated.unjudged.length === 0 }
  if (loaded !== planned) notes.push(`after --: ${changeWords(planned.config, loaded.config)}`)
  notes.push(...stated.unjudged)
  const { findings } = checkConfig({ ...loaded, targets: [machine] })
  notes.push(...findings.map((finding) => findingLine(finding)))
  if (findings.some(({ severity }) => severity === 'error') && values.force !== true) {
    return { config: null, target: machine, notes, ...rest }
  }
  const started = values.sustained === true ? sustainedConfig(loaded.config, machine) : loaded.config
  if (started !== loaded.config) notes.push(`sustained: ${changeWords(loaded.config, started)}`)
  const fitted = fitToFree(started, now, values.force === true)
  return { config: fitted.config, target: machine, notes: [...notes, ...fitted.notes], ...rest }
}

/** What the words for the engine say of a config, with the figures of its metadata as they then are. */
function withStated(planned: RunConfig, stated: StatedWords, machine: Target): RunConfig {
  const config = withWords(planned.config, stated)
  if (config === planned.config) return planned
  const metadata: Record<string, unknown> = { ...config.metadata }
  for (const { path, value } of refreshMetadata(config, config.model ?? null, [machine])) {
    metadata[String(path.at(-1))] = value
  }
  const fresh = { ...config, ...(config.metadata && { metadata }) }
  return { ...planned, config: fresh, text: JSON.stringify(fresh, null, 2) }
}

/**
 * A config for what is free at this moment: itself where that holds it, else the smallest change that fits.
 * @param now the machine with what other programs leave of it
 * @param force start it as it is all the same
 * @throws UserError('environment') when not even the smallest config fits
 */
export function fitToFree(
  started: RuntimeConfig,
  now: Target,
  force: boolean,
): { readonly config: RuntimeConfig; readonly notes: readonly string[] } {
  if (holds(started, now)) return { config: started, notes: [] }
  const [short] = needsOf(started, now)?.lines.filter(({ state }) => state === 'over') ?? []
  const shortage =
    short === undefined
      ? 'memory is short'
      : `${showGib(short.need_bytes)} of ${short.name} needed, ${short.usable?.source ?? 'an unknown part'}`
  if (force) return { config: started, notes: [`started all the same: ${shortage}`] }
  const smaller = fitTo(started, now)
  if (smaller === null) {
    throw new UserError(
      'environment',
      `not even the smallest config fits right now: ${shortage}`,
      'End other programs that hold memory, or start it all the same with --force.',
    )
  }
  return {
    config: smaller,
    notes: [`stepped down: ${shortage}`, ...changeLines(started, smaller, now).map((line) => `  ${line}`)],
  }
}

/** `n_ctx 8192 -> 4096: saves 0.5 GiB`, a line a step. */
function changeLines(from: RuntimeConfig, to: RuntimeConfig, target: Target): string[] {
  const need = (config: RuntimeConfig) =>
    needsOf(config, target)?.lines.reduce((sum, { need_bytes }) => sum + need_bytes, 0) ?? 0
  let before = from
  return changesOf(from, to).map(({ key, from: was, to: is }) => {
    const after: RuntimeConfig = { ...before, settings: { ...before.settings, [key]: is } }
    const saved_bytes = need(before) - need(after)
    before = after
    return stepSentence({ key, from: shownValue(was), to: shownValue(is), saved_bytes })
  })
}

/** A count beyond all models is the one of `--cpu-moe`. */
function shownValue(value: SettingChange['to']): string {
  return value === ALL_EXPERT_LAYERS ? 'all' : String(value ?? 'default')
}

/** `n_threads 8 -> 6, n_ubatch 512 -> 256`. */
export function changeWords(from: RuntimeConfig, to: RuntimeConfig): string {
  const backend = from.backend === to.backend ? [] : [`backend ${from.backend} -> ${to.backend}`]
  const changes = changesOf(from, to).map(
    ({ key, from: was, to: is }) => `${key} ${shownValue(was)} -> ${shownValue(is)}`,
  )
  return [...backend, ...changes].join(', ')
}

/** Says that the check keeps a model or a set from being started; the exit code. */
export function notStarted(io: Io): number {
  io.note(`${io.program}: not started, for the check found errors; --force starts it all the same`)
  return EXIT.violations
}
