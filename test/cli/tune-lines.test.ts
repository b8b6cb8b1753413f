import { expect, test } from 'vitest'
import { listRow, progressLine, tuneLines, verdictLine } from '../../cli/present/tune-lines.ts'
import type { Progress } from '../../shared/tune/session.ts'
import { tunedResult } from '../tune/tuned-result.ts'

const UNPROVED = { outcome: 'unproved', ratio: null, interval: null, winner: {}, budget_s: 60 } as const

test.each([
  [
    { enough_s: 240 },
    "no verdict: what was left of the budget (1 min 0 s) was too short for a comparison with llama.cpp's defaults; try --budget 4m",
  ],
  [{ interrupted: true }, "interrupted before anything was compared with llama.cpp's defaults"],
  [
    { interrupted: true, winner: { n_threads: 4 } },
    "interrupted before anything was compared with llama.cpp's defaults; in front so far, not proved: n_threads 4",
  ],
  [
    { outcome: 'no_gain' as const, enough_s: 240 },
    "no gain: nothing that was tried beat llama.cpp's defaults outside the noise; they are kept. A budget of 1 min 0 s was too short to try all: try --budget 4m",
  ],
  [{}, "nothing could be compared with llama.cpp's defaults here"],
])('what proves nothing says why: %j', async (more, line) => {
  expect(verdictLine(await tunedResult({ ...UNPROVED, ...more }))).toBe(line)
})

test('runs are counted in words that fit, and the first ones are called so', async () => {
  expect(tuneLines(await tunedResult({ runs: 1, elapsed_s: 32 })).join('\n')).toMatch(/measured +1 run in 32 s$/m)
  const progress: Progress = {
    phase: 'pilot',
    stage: 'plan',
    candidate: null,
    trials: [
      { phase: 'pilot', stage: 'defaults', settings: {}, tests: [], speeds: null, score: null, failure: null, at_s: 1 },
    ],
    left_out: [],
    best: {},
    ratio: null,
    elapsed_s: 11,
    budget_s: 60,
  }
  expect(progressLine(progress)).toBe('first run: plan (1 run so far, 49 s left)')
})

test('a gain is said in one unit, from twice as fast on in times', async () => {
  const some = await tunedResult()
  expect(verdictLine(some)).toMatch(/^25.0 % faster than llama.cpp's defaults \(95 % interval \+20.0 % to \+30.0 %\)/)
  expect(listRow(some)[4]).toBe('+25.0 %')
  const much = await tunedResult({ ratio: 181.2, interval: { low: 1.87, high: 446.4 } })
  expect(verdictLine(much)).toMatch(/^181 times as fast as llama.cpp's defaults \(95 % interval 1.87 to 446 times\)/)
  expect(listRow(much)[4]).toBe('181 times as fast')
})
