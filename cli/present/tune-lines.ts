import type { Progress as TuneProgress } from '../../shared/tune/session.ts'
import { isProved, type StoredResult } from '../../shared/tune/stored-result.ts'
import { settingsText } from '../../shared/tune/tuned-settings.ts'
import type { Measured, Spread } from '../../shared/tune/verdict.ts'
import { fieldLines } from './fields.ts'

/** What tuning found, for people: the verdict first, then the speeds behind it. */
export function tuneLines(result: StoredResult): string[] {
  const { model, hardware, engine, objective, runs, elapsed_s } = result
  const build = engine.number === null ? engine.commit : `build ${engine.number}, ${engine.commit}`
  return [
    verdictLine(result),
    '',
    ...fieldLines([
      ['model', `${model.facts.name} ${model.facts.precision} (${model.file})`],
      ['machine', `${hardware.display_name}, ${hardware.cores} ${hardware.cores === 1 ? 'core' : 'cores'} to use`],
      ['engine', `${engine.program} (${build})`],
      ['objective', objectiveText(objective)],
      ['measured', `${runsText(runs)} in ${duration(elapsed_s)}${result.interrupted ? ', then interrupted' : ''}`],
      ['id', result.id],
    ]),
    '',
    ...measuredLines("llama.cpp's defaults", result.defaults),
    ...(settingsText(result.winner) === settingsText({}) ? [] : measuredLines('tuned', result.tuned)),
  ]
}

/** What the parts of a search are called; the first runs only tell how long the others may be. */
export const PHASE_NAMES = { pilot: 'first run', search: 'search', confirm: 'comparison' } as const

/** `1 run`, `2 runs`. */
export function runsText(runs: number): string {
  return runs === 1 ? '1 run' : `${runs} runs`
}

/** `23.4 % faster than llama.cpp's defaults (95 % interval +19.0 % to +27.0 %) with n_threads 1`, or that there is no gain. */
export function verdictLine(result: StoredResult): string {
  const { outcome, winner, ratio, interval, defaults_failure } = result
  const settings = settingsText(winner)
  const range = interval === null ? '' : ` (95 % interval ${intervalText(interval, ratio ?? 1)})`
  switch (outcome) {
    case 'gain':
      return `${factor(ratio ?? 1)} llama.cpp's defaults${range} with ${settings}`
    case 'no_gain':
      return ratio === null
        ? `no gain: nothing that was tried beat llama.cpp's defaults outside the noise; they are kept${untried(result)}`
        : `no gain: ${percent(ratio)}${range} is not outside the noise; llama.cpp's defaults are kept`
    case 'only_tuned':
      return `these settings run: ${settings}; llama.cpp's defaults do not (${defaults_failure ?? 'no speed'})`
    case 'unproved':
      return `${unprovedText(result)}${settings === settingsText({}) ? '' : `; in front so far, not proved: ${settings}`}`
  }
}

/** Why nothing is known, and what to do about it. */
function unprovedText({ interrupted, budget_s, enough_s }: StoredResult): string {
  if (interrupted) return "interrupted before anything was compared with llama.cpp's defaults"
  if (enough_s === undefined) return "nothing could be compared with llama.cpp's defaults here"
  return `no verdict: what was left of the budget (${duration(budget_s)}) was too short for a comparison with llama.cpp's defaults; ${longer(enough_s)}`
}

function untried({ budget_s, enough_s }: StoredResult): string {
  return enough_s === undefined
    ? ''
    : `. A budget of ${duration(budget_s)} was too short to try all: ${longer(enough_s)}`
}

function longer(enough_s: number): string {
  return `try --budget ${enough_s % 60 === 0 ? `${enough_s / 60}m` : `${enough_s}s`}`
}

function measuredLines(name: string, measured: Measured): string[] {
  const parts: [string, Spread | null | undefined][] = [
    ['request', measured.score],
    ['decode', measured.tg],
    ['prompt', measured.pp],
    ['all users', measured.users],
  ]
  const known = parts.flatMap(([label, spread]) =>
    spread === null || spread === undefined ? [] : [[label, spread] as const],
  )
  if (known.length === 0) return []
  // One kind of test is the whole of it.
  const shown = known.length === 2 ? known.slice(1) : known
  return [`${name}, tokens/s:`, ...shown.map(([label, spread]) => `  ${label.padEnd(10)}${spreadText(spread)}`)]
}

export function spreadText({ median, low, high, runs }: Spread): string {
  if (runs === 1) return `${digits(median)} (one run)`
  return `${digits(median)} (${digits(low)} to ${digits(high)} in ${runs} runs)`
}

export function objectiveText({ name, n_prompt, n_gen, users }: StoredResult['objective']): string {
  switch (name) {
    case 'decode':
      return `decode: an answer of ${n_gen} tokens`
    case 'prompt':
      return `prompt: ${n_prompt} tokens`
    case 'mix':
      return `mix: a prompt of ${n_prompt} tokens and an answer of ${n_gen}`
    case 'users':
      return `${users} users at once, ${n_prompt} tokens of prompt and ${n_gen} of answer each`
  }
}

/** One line of `tune list`. */
export function listRow(result: StoredResult): string[] {
  const { id, created, model, objective, outcome, ratio, winner } = result
  const gain = outcome === 'gain' && ratio !== null ? gainText(ratio) : outcome.replace('_', ' ')
  return [
    id,
    created.slice(0, 10),
    `${model.facts.name} ${model.facts.precision}`,
    objective.name,
    gain,
    isProved(result) ? settingsText(winner) : '',
  ]
}

/** A line of progress where there is no live view: one for each stage and each new best. */
export function progressLine(progress: TuneProgress): string {
  const { phase, stage, trials, ratio, best, elapsed_s, budget_s } = progress
  const left = duration(Math.max(0, budget_s - elapsed_s))
  const lead = ratio === null ? '' : `; best ${gainText(ratio)}: ${settingsText(best)}`
  return `${PHASE_NAMES[phase]}: ${stage} (${runsText(trials.length)} so far, ${left} left${lead})`
}

/** 1.234 as `+23.4 %`, and what is twice as fast and more as `2.66 times as fast`. */
export function gainText(ratio: number): string {
  return ratio >= TIMES ? `${digits(ratio)} times as fast` : percent(ratio)
}

/** From here on a share in percent is hard to read. */
const TIMES = 2

/** In the unit in which the ratio between its ends is said. */
function intervalText({ low, high }: { readonly low: number; readonly high: number }, ratio: number): string {
  return ratio >= TIMES ? `${digits(low)} to ${digits(high)} times` : `${percent(low)} to ${percent(high)}`
}

function percent(ratio: number): string {
  const value = (ratio - 1) * 100
  return `${value >= 0 ? '+' : ''}${value.toFixed(Math.abs(value) < 100 ? 1 : 0)} %`
}

function factor(ratio: number): string {
  return ratio >= TIMES ? `${digits(ratio)} times as fast as` : `${((ratio - 1) * 100).toFixed(1)} % faster than`
}

/** Three significant digits. */
export function digits(value: number): string {
  return Number(value.toPrecision(3)).toString()
}

/** `4 min 10 s`, `50 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`
}
