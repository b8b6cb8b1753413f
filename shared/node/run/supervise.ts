import { setTimeout as sleep } from 'node:timers/promises'
import { needsOf } from '../../adapt/replan.ts'
import { needLess } from '../../adapt/smaller.ts'
import type { RuntimeConfig } from '../../config/runtime-config.ts'
import type { Target } from '../../profile/target.ts'
import { compareAllocation } from '../../run/compare-allocation.ts'
import { type Look, type Reading, readingOf } from '../../run/reading.ts'
import { adapter, type AdaptOptions } from './adapter.ts'
import { addressOf, type EngineEntry, type Listen } from './engine-address.ts'
import { freePort } from './free-port.ts'
import { type Gate, openGate } from './gate.ts'
import { type LiveEngine, startLive } from './live-engine.ts'
import { lookAt, type Machine } from './look.ts'
import { type Looks, looksOf } from './last-look.ts'
import { withRestarts } from './restarts.ts'
import type { RunEnd, RunEvent } from '../../adapt/run-event.ts'

/** How one engine is started with a config. */
export type EngineRecipe = EngineEntry & {
  readonly path: string
  readonly env: Readonly<Record<string, string | undefined>>
  argsFor(config: RuntimeConfig, listen: Listen): readonly string[]
}

export type Supervision = {
  readonly config: RuntimeConfig
  readonly target: Target
  readonly engine: EngineRecipe
  /** Where clients connect; port 0 for any that is free. */
  readonly listen: Listen
  readonly machine: Machine
  /** Starts after an end that was nobody's wish; 0 for none. */
  readonly restarts: number
  /** Whether the log tells of the whole allocation: nothing that the estimate does not know was asked for. */
  readonly comparable: boolean
  readonly adapt?: AdaptOptions
  readonly every_ms?: number
  /** Pauses before the first, second, ... start anew, in seconds. */
  readonly pauses_s?: readonly number[]
  tell(event: RunEvent): void
}

export type Run = {
  readonly done: Promise<RunEnd>
  /** Passes a signal to the engine, once it was asked what it did last; it is not started again. */
  stop(signal: NodeJS.Signals): void
}

const EVERY_MS = 2000

/** Runs an engine until it is told to end, starts it again when it crashes, watches it and adapts it. */
export function supervise(wanted: Supervision): Run {
  const asked = new AbortController()
  const held: Held = { engine: null, looks: null }
  return {
    done: superviseAll(wanted, asked.signal, held),
    stop: (signal) => stopHeld(signal, asked, held),
  }
}

/** The engine that runs, and how to look at it once it answers. */
export type Held = { engine: LiveEngine | null; looks: Pick<Looks<unknown>, 'last'> | null }

/** Ends an engine once it was looked at for the last time; a second signal goes through at once. */
export function stopHeld(signal: NodeJS.Signals, asked: AbortController, held: Held): void {
  const again = asked.signal.aborted
  asked.abort()
  const looked = again ? null : held.looks?.last()
  if (looked == null) held.engine?.end(signal)
  else void looked.finally(() => held.engine?.end(signal))
}

async function superviseAll(wanted: Supervision, asked: AbortSignal, held: Held): Promise<RunEnd> {
  const { machine, tell } = wanted
  const gate = wanted.adapt === undefined ? null : await openGate(wanted.listen)
  const starter = engineStarter(wanted, gate, asked, held)
  let adaptations = 0
  try {
    const ended = await withRestarts(wanted.config, {
      ...wanted,
      asked,
      now_s: machine.now_s,
      async round(config) {
        const watched = await watch(await starter(config), config, { wanted, gate, starter, asked, held })
        adaptations += watched.adaptations
        const end = await watched.engine.ended
        held.looks = null
        gate?.shut()
        return { end, config: watched.config, was_ready: watched.was_ready }
      },
      smaller: (config, device) => needLess(config, wanted.target, device),
      onTrouble: (found) => tell({ kind: 'trouble', ...found }),
    })
    return { ...ended, adaptations }
  } finally {
    await gate?.close()
  }
}

type Starter = (config: RuntimeConfig) => Promise<LiveEngine>

function engineStarter(
  { engine, listen, tell, adapt }: Supervision,
  gate: Gate | null,
  asked: AbortSignal,
  held: Held,
): Starter {
  return async (config) => {
    tell({ kind: 'starting', config })
    // Behind the gate each engine has a port of its own, so that the old one's need not be free again.
    const at = gate === null ? listen : { host: '127.0.0.1', port: await freePort() }
    const more = adapt === undefined ? [] : adapt.extraArgs
    const live = await startLive({
      path: engine.path,
      args: [...engine.argsFor(config, at), ...more],
      env: engine.env,
      address: addressOf(engine, at),
      onLine: (line) => tell({ kind: 'line', line }),
    })
    held.engine = live
    if (asked.aborted) live.end('SIGTERM')
    return live
  }
}

type Watching = {
  readonly wanted: Supervision
  readonly gate: Gate | null
  readonly starter: Starter
  readonly asked: AbortSignal
  readonly held: Held
}

type Watched = {
  readonly engine: LiveEngine
  readonly config: RuntimeConfig
  readonly was_ready: boolean
  readonly adaptations: number
}

/** Looks at the engine every few seconds until it ends; changes it where adapting says so. */
async function watch(
  first: LiveEngine,
  start: RuntimeConfig,
  { wanted, gate, starter, asked, held }: Watching,
): Promise<Watched> {
  const { machine, tell, every_ms = EVERY_MS } = wanted
  const since_s = machine.now_s()
  if (!(await first.ready)) return { engine: first, config: start, was_ready: false, adaptations: 0 }
  const adapting =
    wanted.adapt === undefined || gate === null ? null : adapter({ ...wanted, adapt: wanted.adapt, gate, starter })
  const ready = (engine: LiveEngine, config: RuntimeConfig, seconds: number) => {
    gate?.open(new URL(engine.address.url))
    tell({
      kind: 'ready',
      at_s: machine.now_s(),
      url: gate?.url ?? engine.address.url,
      config,
      seconds,
      allocation: allocationOf(engine, config, wanted),
    })
  }
  ready(first, start, machine.now_s() - since_s)
  let now = { engine: first, config: start }
  let adaptations = 0
  let before: Look | null = null
  const looks = looksOf(async (): Promise<Reading> => {
    const look = await lookAt(now.engine, machine)
    const reading = readingOf(before, look, {
      waiting: gate?.waiting() ?? 0,
      shared: now.config.settings.kv_unified !== false,
    })
    before = look
    tell({ kind: 'reading', reading })
    return reading
  })
  held.looks = looks
  for (;;) {
    const ended = await endedWithin(now.engine, every_ms)
    if (ended) return { ...now, was_ready: true, adaptations }
    const reading = await looks.look()
    if (asked.aborted || adapting === null) continue
    const exchanged = await adapting(now, reading)
    if (exchanged === null) continue
    now = exchanged
    before = null
    if (exchanged.changed) adaptations++
    if (await now.engine.ready) ready(now.engine, now.config, exchanged.seconds)
  }
}

export async function endedWithin(engine: LiveEngine, ms: number): Promise<boolean> {
  const waiting = new AbortController()
  const pause = sleep(ms, false, { signal: waiting.signal }).catch(() => false)
  const ended = await Promise.race([engine.ended.then(() => true), pause])
  waiting.abort()
  return ended
}

function allocationOf(engine: LiveEngine, config: RuntimeConfig, { comparable, target }: Supervision) {
  const needs = comparable ? needsOf(config, target) : null
  return needs === null ? [] : compareAllocation(engine.allocation(), needs.estimate, needs.packed_more)
}
