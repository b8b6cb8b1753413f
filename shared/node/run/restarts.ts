import { setTimeout as sleep } from 'node:timers/promises'
import type { EngineEnd, EngineTrouble } from '../../run/engine-end.ts'
import { engineTrouble, isWorthRestart } from '../../run/engine-end.ts'
import { exitCode } from './engine-process.ts'

/** How an engine is run once and what is started after it has ended by itself. */
export type Rounds<Config> = {
  /** Starts after an end that was nobody's wish; 0 for none. */
  readonly restarts: number
  /** Pauses before the first, second, ... start anew, in seconds. */
  readonly pauses_s?: readonly number[]
  /** Told to end: it is not started again. */
  readonly asked: AbortSignal
  now_s(): number
  /** Runs it until it ends. */
  round(config: Config): Promise<{ readonly end: EngineEnd; readonly config: Config; readonly was_ready: boolean }>
  /** What needs less of the memory that ran out; null for nothing. */
  smaller(config: Config, device: string | null): Config | null
  onTrouble(found: {
    readonly trouble: EngineTrouble
    readonly config: Config
    readonly smaller: Config | null
    readonly again_in_s: number | null
  }): void
}

const PAUSES_S = [1, 4, 15]
/** After running this long a restart is not one more in a row. */
const LONG_RUN_S = 600

/** Runs an engine until it ends in order or starting it again is no use. */
export async function withRestarts<Config>(
  first: Config,
  { restarts: most, pauses_s = PAUSES_S, asked, now_s, round, smaller: needLess, onTrouble }: Rounds<Config>,
): Promise<{ readonly code: number; readonly restarts: number }> {
  let config = first
  let inARow = 0
  let restarts = 0
  for (;;) {
    const started_s = now_s()
    const ran = await round(config)
    const code = exitCode(ran.end)
    config = ran.config
    const trouble = asked.aborted ? null : engineTrouble(ran.end)
    if (trouble === null) return { code, restarts }
    if (now_s() - started_s > LONG_RUN_S) inARow = 0
    const again = inARow < most && isWorthRestart(trouble, ran.was_ready)
    const smaller = trouble.kind === 'out of memory' ? needLess(config, trouble.device) : null
    // The same config would run out of the same memory.
    const hopeless = trouble.kind === 'out of memory' && smaller === null
    const pause = pauses_s[Math.min(inARow, pauses_s.length - 1)] ?? 0
    onTrouble({ trouble, config, smaller, again_in_s: again && !hopeless ? pause : null })
    if (!again || hopeless) return { code, restarts }
    config = smaller ?? config
    inARow++
    restarts++
    await sleep(pause * 1000, undefined, { signal: asked }).catch(() => {})
    if (asked.aborted) return { code, restarts }
  }
}
