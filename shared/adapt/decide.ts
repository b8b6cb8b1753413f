import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { Target } from '../profile/target.ts'
import type { Reading } from '../run/reading.ts'
import {
  type Cause,
  isCool,
  isFall,
  isHot,
  isPressed,
  lately,
  medianSpeed,
  mostBusy,
  mostly,
  scarceRam,
  type Timing,
  TIMING,
} from './causes.ts'
import { coolerConfig } from './cooler.ts'
import { needsOf, replan } from './replan.ts'
import { needLess } from './smaller.ts'

/** A change that is in force: it is taken back when its cause is gone. */
export type Step = {
  readonly cause: Cause
  readonly from: RuntimeConfig
  readonly to: RuntimeConfig
  /** Speed before the change; null where none was known. */
  readonly speed_before: number | null
}

/** What adapting remembers between two decisions. */
export type AdaptState = {
  readonly current: RuntimeConfig
  readonly steps: readonly Step[]
  /** When `current` began to run, in seconds. */
  readonly since_s: number
  /** Decode speed of the first minutes of the config that the run began with. */
  readonly baseline: number | null
  /** How long a cause must be gone: doubled each time it comes back soon. */
  readonly calm_s: Readonly<Partial<Record<Cause, number>>>
  /** Changes that did not help are not tried again. */
  readonly useless: readonly Cause[]
}

export type Decision = {
  readonly do: 'change' | 'go back'
  readonly cause: Cause
  readonly to: RuntimeConfig
  /** Why, as a sentence for the log. */
  readonly reason: string
}

export type AdaptSituation = {
  readonly target: Target
  readonly timing?: Timing
}

/** Longest time that a cause must be gone, however often it came back. */
const LONGEST_CALM_S = 3600

export function startAdapting(config: RuntimeConfig, at_s: number): AdaptState {
  return { current: config, steps: [], since_s: at_s, baseline: null, calm_s: {}, useless: [] }
}

/**
 * Whether the running config should be another one. Pure: readings in, a decision and the new memory out; a decision
 * counts once it is applied (`applied`).
 * @param readings oldest first, as far back as the longest time of the timing
 */
export function decide(
  before: AdaptState,
  readings: readonly Reading[],
  { target, timing = TIMING }: AdaptSituation,
): { readonly state: AdaptState; readonly decision: Decision | null } {
  const now_s = readings.at(-1)?.at_s ?? 0
  const own = readings.filter(({ at_s }) => at_s > before.since_s)
  const state = withBaseline(before, own, timing)
  if (now_s - state.since_s < timing.settle_s) return { state, decision: null }
  const settled = own.filter(({ at_s }) => at_s > state.since_s + timing.settle_s)
  const verdict = goBack(state, settled, target, timing)
  if (verdict !== null) return { state: { ...state, ...verdict.memory }, decision: verdict.decision }
  return { state, decision: change(state, settled, target, timing) }
}

/** The memory after a decision was carried out. */
export function applied(state: AdaptState, decision: Decision, speed: number | null, at_s: number): AdaptState {
  const steps =
    decision.do === 'go back'
      ? state.steps.slice(0, -1)
      : [...state.steps, { cause: decision.cause, from: state.current, to: decision.to, speed_before: speed }]
  return { ...state, steps, current: decision.to, since_s: at_s }
}

/** The memory after a decision could not be carried out: it is not tried again. */
export function failed(state: AdaptState, decision: Decision, at_s: number): AdaptState {
  return { ...state, since_s: at_s, useless: [...state.useless, decision.cause] }
}

function withBaseline(state: AdaptState, own: readonly Reading[], timing: Timing): AdaptState {
  if (state.baseline !== null || state.steps.length > 0) return state
  const first = own.filter(({ at_s }) => at_s <= state.since_s + timing.first_s)
  const reached = (own.at(-1)?.at_s ?? 0) >= state.since_s + timing.first_s
  return reached ? { ...state, baseline: medianSpeed(first) } : state
}

type Back = { readonly decision: Decision; readonly memory: Partial<AdaptState> }

/** Whether the last change has done its work, or no good. */
function goBack(state: AdaptState, own: readonly Reading[], target: Target, timing: Timing): Back | null {
  const step = state.steps.at(-1)
  if (step === undefined) return null
  const back = (reason: string, memory: Partial<AdaptState>): Back => ({
    decision: { do: 'go back', cause: step.cause, to: step.from, reason },
    memory,
  })
  const recent = lately(own, timing.lasting_s)
  const speed = recent === null ? null : medianSpeed(recent)
  if (step.cause === 'slow' && speed !== null && step.speed_before !== null && speed < step.speed_before * 1.05) {
    return back(`it is no faster: ${show(speed)} after ${show(step.speed_before)} tokens/s`, {
      useless: [...state.useless, 'slow'],
    })
  }
  const calm_s = state.calm_s[step.cause] ?? timing.calm_s
  const memory = { calm_s: { ...state.calm_s, [step.cause]: Math.min(LONGEST_CALM_S, calm_s * 2) } }
  if (step.cause === 'idle slots') {
    const waits = recent !== null && mostly(recent, ({ requests_waiting }) => requests_waiting > 0)
    return waits ? back('requests wait again', memory) : null
  }
  const calm = lately(own, calm_s)
  if (calm === null) return null
  switch (step.cause) {
    case 'heat':
      return calm.every(isCool) ? back(`no device was hot for ${calm_s} s`, memory) : null
    case 'slow':
      // Whether the fall is over shows only with the config that fell: one look, then twice as long to the next.
      return back(`${calm_s} s have passed, trying the faster config`, memory)
    case 'memory': {
      const room = extraNeed(step, target) + 2 * scarceRam(target.host.total_bytes)
      const free = calm.every(({ available_bytes: bytes }) => bytes === null || bytes > room)
      const cards = calm.every((reading) => !isPressed(reading, target.host.total_bytes))
      return free && cards ? back(`memory was free for ${calm_s} s`, memory) : null
    }
  }
}

/** Host bytes that going back would take. */
function extraNeed({ from, to }: Step, target: Target): number {
  const need = (config: RuntimeConfig) =>
    needsOf(config, target)?.lines.reduce((sum, { need_bytes }) => sum + need_bytes, 0) ?? 0
  return Math.max(0, need(from) - need(to))
}

/** The most pressing cause that holds, with the config that answers it. */
function change(state: AdaptState, own: readonly Reading[], target: Target, timing: Timing): Decision | null {
  const recent = lately(own, timing.lasting_s)
  if (recent === null) return null
  const { current, useless, baseline } = state
  const decision = (cause: Cause, to: RuntimeConfig | null, reason: string): Decision | null =>
    to === null || useless.includes(cause) ? null : { do: 'change', cause, to, reason }

  if (mostly(recent, (reading) => isPressed(reading, target.host.total_bytes))) {
    const used = Math.max(...recent.map(({ context_used }) => context_used))
    const found = decision(
      'memory',
      needLess(current, target, null, { least_context: used }),
      `memory has been scarce for ${timing.lasting_s} s`,
    )
    if (found !== null) return found
  }
  if (mostly(recent, isHot)) {
    const found = decision(
      'heat',
      coolerConfig(current, target),
      `a device has been slowed by heat for ${timing.lasting_s} s`,
    )
    if (found !== null) return found
  }
  const speed = medianSpeed(recent)
  const low = current.metadata?.expected_tokens_per_sec_range?.[0] ?? null
  // One step at a time: what a slower config reaches is no fall.
  if (speed !== null && state.steps.length === 0 && isFall(speed, baseline, low)) {
    const against =
      baseline !== null && speed < baseline
        ? `${show(baseline)} in its first minutes`
        : `${show(low ?? 0)} expected at the least`
    const found = decision(
      'slow',
      coolerConfig(current, target),
      `${show(speed)} tokens/s for ${timing.lasting_s} s, ${against}`,
    )
    if (found !== null) return found
  }
  return idle(state, own, target, timing)
}

function idle({ current, useless }: AdaptState, own: readonly Reading[], target: Target, timing: Timing) {
  const slots = current.settings.n_parallel ?? 1
  const long = lately(own, timing.idle_s)
  if (slots < 2 || long === null || useless.includes('idle slots')) return null
  const busy = Math.max(1, mostBusy(long))
  if (busy > slots / 2 || long.some(({ requests_waiting }) => requests_waiting > 0)) return null
  const to = replan(current, target, [], { n_parallel: busy })
  const reason = `no more than ${busy} of ${slots} slots worked in ${timing.idle_s} s`
  return to === null ? null : { do: 'change' as const, cause: 'idle slots' as const, to, reason }
}

function show(speed: number): string {
  return String(Number(speed.toPrecision(3)))
}
