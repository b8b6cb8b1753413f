import { showGib, MIB } from '../units.ts'
import { type BaseReport, configKey, mainNeed } from './base-report.ts'
import type { CheckResult } from './check.ts'
import { decodeSpeed } from './json-report.ts'
import { pairStates, type PairState } from './verdict.ts'

/** What a pull request changes for one pair. */
export type Change = {
  readonly file: string
  readonly name?: string | undefined
  readonly target: string
  /** From passing to failing, the other way, or neither. */
  readonly turn: 'fails_now' | 'passes_now' | 'new' | null
  /** Bytes; null when it did not change, or was not known. */
  readonly memory: number | null
  /** As a share: -0.18 is 18 % slower; null when it changed by less than a hundredth. */
  readonly decode: number | null
}

/** Smaller changes of memory are noise of the rounding. */
const LEAST_BYTES = 50 * MIB
const LEAST_SHARE = 0.01

/** Every pair that differs from the base branch: turns first, then the largest change of memory. */
export function changesAgainst(result: CheckResult, base: BaseReport): Change[] {
  const changes: Change[] = []
  for (const config of result.configs) {
    const { report } = config
    const stateOf = pairStates(report, result.fail_on)
    const before = base.get(configKey(report.file, report.name))
    for (const pair of report.pairs) {
      const old = before?.get(pair.target)
      const now = resultOf(stateOf(pair))
      if (old === undefined) {
        changes.push({
          file: report.file,
          name: report.name,
          target: pair.target,
          turn: 'new',
          memory: null,
          decode: null,
        })
        continue
      }
      const need = mainNeed(pair.lines.map(({ kind, need_bytes }) => ({ kind, need: need_bytes })))
      const more = pair.lines.length > 0 && old.need > 0 ? need - old.need : 0
      const memory = Math.abs(more) >= LEAST_BYTES ? more : null
      const speed = old.decode === null ? null : decodeSpeed(result, config, pair)
      const share = speed === null || old.decode === null ? 0 : speed / old.decode - 1
      const decode = Math.abs(share) >= LEAST_SHARE ? share : null
      const turn = now === old.result ? null : now === 'fail' ? 'fails_now' : now === 'pass' ? 'passes_now' : null
      if (turn !== null || memory !== null || decode !== null) {
        changes.push({ file: report.file, name: report.name, target: pair.target, turn, memory, decode })
      }
    }
  }
  const order = ['fails_now', 'passes_now', null, 'new']
  return changes.sort(
    (a, b) => order.indexOf(a.turn) - order.indexOf(b.turn) || Math.abs(b.memory ?? 0) - Math.abs(a.memory ?? 0),
  )
}

function resultOf(state: PairState): 'pass' | 'fail' | 'not_judged' {
  if (state === 'unjudged' || state === 'unread') return 'not_judged'
  return state === 'fails' ? 'fail' : 'pass'
}

/** `+1.9 GiB, -18 % decode` */
export function changeWords({ memory, decode, turn }: Change): string {
  const words = {
    fails_now: 'fails now',
    passes_now: 'passes now',
    new: 'new',
  }
  return [
    ...(turn === null ? [] : [words[turn]]),
    ...(memory === null ? [] : [`${memory > 0 ? '+' : '-'}${showGib(Math.abs(memory))}`]),
    ...(decode === null ? [] : [`${decode > 0 ? '+' : '-'}${Math.round(Math.abs(decode) * 100)} % decode`]),
  ].join(', ')
}
