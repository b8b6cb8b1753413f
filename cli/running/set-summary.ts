import type { RunEnd, RunEvent } from '../../shared/adapt/run-event.ts'
import { summaryKeeper } from '../../shared/run/summary.ts'
import type { Expected } from './expected.ts'
import { showSpeed, summaryLines } from './summary-lines.ts'

/** Adds up a run of several models: what all came to, then a line for each that worked. */
export function setSummary(expected: ReadonlyMap<string, Expected | null>): {
  take(event: RunEvent): void
  lines(end: RunEnd): readonly string[]
} {
  const all = summaryKeeper()
  const each = new Map([...expected.keys()].map((name) => [name, summaryKeeper()] as const))
  return {
    take(event) {
      if (event.kind === 'set ready') all.begin(event.at_s)
      if (event.kind !== 'reading') return
      all.take(event.reading)
      for (const { name, reading } of event.models ?? []) each.get(name)?.take(reading)
    },
    lines: (end) => [
      ...summaryLines(all.summary(), end, null),
      ...[...each].flatMap(([name, keeper]) => {
        const { decoded_tokens, decode_tokens_per_s } = keeper.summary()
        const beside = expected.get(name)
        const hoped = beside == null ? '' : `, expected ${showSpeed(beside.tokens_per_s)} (${beside.basis})`
        return decoded_tokens === 0
          ? []
          : [`${name}: ${decoded_tokens} tokens generated, decode ${showSpeed(decode_tokens_per_s)} tokens/s${hoped}`]
      }),
    ],
  }
}
