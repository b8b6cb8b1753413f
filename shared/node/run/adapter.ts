import type { Timing } from '../../adapt/causes.ts'
import { TIMING, lately, medianSpeed } from '../../adapt/causes.ts'
import { type AdaptState, applied, decide, type Decision, failed, startAdapting } from '../../adapt/decide.ts'
import type { RuntimeConfig } from '../../config/runtime-config.ts'
import type { Target } from '../../profile/target.ts'
import type { Reading } from '../../run/reading.ts'
import type { Gate } from './gate.ts'
import { restoreSlots, saveSlots } from './kept-slots.ts'
import type { LiveEngine } from './live-engine.ts'
import type { Machine } from './look.ts'
import type { RunEvent } from '../../adapt/run-event.ts'

export type AdaptOptions = {
  readonly timing?: Timing
  /** Added to the engine's arguments: `--slot-save-path`, where it knows it. */
  readonly extraArgs: readonly string[]
  /** How long answers under way may take to end before a change is put off. */
  readonly drain_ms?: number
}

type Adapter = {
  readonly adapt: AdaptOptions
  readonly target: Target
  readonly machine: Machine
  readonly gate: Gate
  readonly starter: (config: RuntimeConfig) => Promise<LiveEngine>
  tell(event: RunEvent): void
}

type Running = { readonly engine: LiveEngine; readonly config: RuntimeConfig }

/** The engine that runs after an exchange; `changed` is false where the new config did not start. */
type Exchanged = Running & { readonly seconds: number; readonly changed: boolean }

const DRAIN_MS = 5 * 60_000
/** Longest time that a decision looks back: the longest wait until a change is taken back. */
const RECORD_S = 3700

/**
 * Takes every reading, decides, and exchanges the engine when it should run another config: holds new requests, waits
 * for the answers under way, saves the conversations, starts the other config, reads the conversations back, lets the
 * requests through.
 * @returns for each reading the engine that runs afterwards, or null when nothing changed
 */
export function adapter({ adapt, target, machine, gate, starter, tell }: Adapter) {
  const { timing = TIMING, drain_ms = DRAIN_MS } = adapt
  let record: Reading[] = []
  let state: AdaptState | null = null

  return async (now: Running, reading: Reading): Promise<Exchanged | null> => {
    state ??= startAdapting(now.config, reading.at_s)
    record = [...record.filter(({ at_s }) => at_s > reading.at_s - RECORD_S), reading]
    const judged = decide(state, record, { target, timing })
    state = judged.state
    const { decision } = judged
    if (decision === null) return null
    tell({ kind: 'adapting', decision, from: now.config })
    const speed = medianSpeed(lately(record, timing.lasting_s) ?? [])
    const change = await exchange(now, decision)
    const at_s = machine.now_s()
    if (change === 'busy') {
      // Nothing was tried, so nothing failed: the next reading decides again.
      tell({ kind: 'not adapted', decision, why: 'answers under way take too long; later' })
      return null
    }
    state = change.changed ? applied(state, decision, speed, at_s) : failed(state, decision, at_s)
    return change
  }

  async function exchange(now: Running, decision: Decision) {
    const begun_s = machine.now_s()
    gate.shut()
    const reopen = (engine: LiveEngine) => gate.open(new URL(engine.address.url))
    if (!(await gate.drained(drain_ms))) {
      reopen(now.engine)
      return 'busy' as const
    }
    const kept = (adapt.extraArgs.length === 0 ? null : await saveSlots(now.engine.address)) ?? []
    now.engine.end('SIGTERM')
    await now.engine.ended
    const seconds = () => machine.now_s() - begun_s
    const next = await starter(decision.to)
    if (await next.ready) {
      const restored = await restoreSlots(next.address, kept, decision.to.settings.n_parallel ?? 1)
      tell({ kind: 'adapted', decision, kept: kept.length, restored, seconds: seconds() })
      return { engine: next, config: decision.to, seconds: seconds(), changed: true }
    }
    tell({ kind: 'not adapted', decision, why: 'the engine did not start with it; the config before it runs on' })
    const again = await starter(now.config)
    if (await again.ready) await restoreSlots(again.address, kept, now.config.settings.n_parallel ?? 1)
    return { engine: again, config: now.config, seconds: seconds(), changed: false }
  }
}
