import { EventEmitter } from 'node:events'
import { renderToString } from 'ink'
import { describe, expect, test } from 'vitest'
import { liveTune } from '../../cli/tui/tune/live-tune.tsx'
import { sparkline } from '../../cli/tui/tune/sparkline.ts'
import { TuneView } from '../../cli/tui/tune/tune-view.tsx'
import { glyphsFor } from '../../cli/tui/theme.ts'
import type { TuneProgress, Trial } from '../../shared/index.ts'
import { emulator } from './helpers/emulator.ts'

const trial = (score: number | null): Trial => ({
  phase: 'search',
  stage: 'threads',
  settings: {},
  tests: [],
  speeds: null,
  score,
  failure: score === null ? 'it ended with 1' : null,
  at_s: 0,
})

const PROGRESS: TuneProgress = {
  phase: 'search',
  stage: 'threads for the answer',
  candidate: { n_threads: 2, flash_attn: 'off' },
  trials: [10, 20, null, 40].map(trial),
  left_out: [{ settings: {}, reason: 'needs 9.1 GiB of RAM, 8.0 GiB are free' }],
  best: { n_threads: 1 },
  ratio: 1.25,
  elapsed_s: 20,
  budget_s: 60,
}

describe('the live view', () => {
  test.each([60, 80, 120])('fits %i columns, and says what runs, what leads, and how long', (columns) => {
    const view = <TuneView title="Tuning a model" progress={PROGRESS} waited_s={5} columns={columns} stopping={false} />
    const text = renderToString(view, { columns })
    const lines = text.split('\n')
    expect(lines).toHaveLength(8)
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns)
    expect(text).toContain('35 s left, 4 runs')
    expect(text).toContain('threads for the answer')
    expect(text).toContain('n_threads 2, flash_attn off')
    expect(text).toContain('n_threads 1, +25.0 %')
    expect(text).toContain('10 to 40 tokens/s')
    expect(text).toContain('left out 1: needs 9.1 GiB')
    expect(text).toContain('Ctrl+C ends it and keeps what was learned')
  })
})

test.each([
  [[10, 20, null, 40], 10, true, '\u2581\u2583x\u2588'],
  [[10, 20, null, 40], 10, false, '_-x#'],
  [[1, 2, 3], 2, false, '_#'],
  [[5], 3, false, '#'],
  [[], 3, true, ''],
] as const)('the runs %j as bars', (values, width, unicode, bars) => {
  expect(sparkline(values, width, unicode)).toBe(bars)
})

test('a terminal that gets narrower and wider again keeps no line of an older view, and all that stands above', async () => {
  const terminal = emulator(100, 24)
  const out = Object.assign(new EventEmitter(), {
    columns: 100,
    rows: 24,
    write: (text: string) => terminal.write(text),
  })
  const look = { glyphs: glyphsFor({ env: { LANG: 'C.UTF-8' }, platform: 'linux' }), screenReader: false }
  terminal.write('$ lp-tui tune\r\n')
  // As a terminal's driver does.
  const write = out.write
  out.write = (text) => write(text.replaceAll('\n', '\r\n'))
  const title =
    'Tuning a model with a name so long that the line of its title is as wide as a terminal of ninety columns'
  const view = liveTune(title, look, out)
  view.show(PROGRESS)
  for (const columns of [60, 42, 100, 70, 41]) {
    terminal.resize(columns, 24)
    out.columns = columns
    out.emit('resize')
    await terminal.settled() // oxlint-disable-line no-await-in-loop -- one size after the other
    const lines = terminal.screen().filter((line) => line !== '')
    expect(lines).toHaveLength(9)
    expect(lines[0]).toBe('$ lp-tui tune')
    expect(lines[1]).toMatch(/^Tuning a model/)
    expect(lines[2]).toContain('left, 4 runs')
  }
  view.close()
  await terminal.settled()
  expect(terminal.screen().filter((line) => line !== '')).toEqual(['$ lp-tui tune'])
})
