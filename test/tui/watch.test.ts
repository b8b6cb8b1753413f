import { expect, test } from 'vitest'
import { BLOCKS, sparkline } from '../../cli/tui/watch/sparkline.ts'
import { watchRows, type WatchLook } from '../../cli/tui/watch/watch-rows.ts'
import { afterEvent, FIRST_VIEW, type WatchView } from '../../cli/tui/watch/watch-view.ts'
import { glyphsFor } from '../../cli/tui/theme.ts'
import { healthReading } from '../../shared/hardware/health-reading.ts'
import type { ModelSet, RunEvent, RuntimeConfig } from '../../shared/index.ts'
import { GIB } from '../../shared/units.ts'
import { reading } from '../adapt/readings.ts'

const CONFIG: RuntimeConfig = { backend: 'cuda', model_path: 'm.gguf', settings: {} }
const part = { model: 4 * GIB, context: GIB, compute: GIB / 2 }
const GPU = healthReading({
  source: 'test',
  kind: 'gpu',
  device: 'RTX 4090',
  temperature_c: 71,
  limit_c: 90,
  clock_mhz: 2520,
  power_w: 310,
  power_limit_w: 450,
  memory_free_bytes: 12 * GIB,
  throttled: ['power'],
})

const EVENTS: readonly (readonly [RunEvent, string[]])[] = [
  [{ kind: 'starting', config: CONFIG }, []],
  [
    {
      kind: 'ready',
      url: 'http://127.0.0.1:8080',
      config: CONFIG,
      seconds: 2,
      allocation: [
        {
          name: 'CUDA0',
          kind: 'device',
          estimated: part,
          allocated: part,
          mapped: false,
          mapped_bytes: 0,
          difference: 0,
        },
        {
          name: 'Host',
          kind: 'host',
          estimated: part,
          allocated: part,
          mapped: false,
          mapped_bytes: 0,
          difference: -0.031,
        },
      ],
    },
    ['ready after 2.0 s'],
  ],
  ...[100, 102, 104].map(
    (at_s) => [{ kind: 'reading', reading: reading(at_s, { health: [GPU], requests_waiting: 1 }) }, []] as const,
  ),
] as readonly (readonly [RunEvent, string[]])[]

const VIEW = EVENTS.reduce<WatchView>((view, [event, said]) => afterEvent(view, event, said), FIRST_VIEW)

const look = (columns: number, rows: number): WatchLook => ({
  columns,
  rows,
  glyphs: glyphsFor({ env: { LANG: 'C.UTF-8' }, platform: 'linux' }),
  model: 'm.gguf',
  expected: { tokens_per_s: 23.4, low: 21, high: 27, basis: 'model' },
})

const texts = (columns: number, rows: number, view = VIEW) =>
  watchRows(view, look(columns, rows)).map((row) => row.map(({ text }) => text).join(''))

test('80 x 24: speed beside what was expected, slots, memory, machine, log and key', () => {
  expect(texts(80, 24).map((text) => text.trimEnd())).toMatchInlineSnapshot(`
    [
      " llama-pajamas-run  m.gguf  http://127.0.0.1:8080                   running 4 s",
      "────────────────────────────────────────────────────────────────────────────────",
      " Decode    20 tok/s      expected 23 (21 to 27)                             ▇▇▇",
      " Prompt    200 tok/s                                                        ███",
      " Slots     ██████████████████······  3 of 4 busy, 1 waiting",
      " Context   ███·····················  1000 of 8192 tokens",
      "",
      " Memory",
      "  CUDA0       5.5 GiB  as estimated        12.0 GiB free",
      "  Host        5.5 GiB  estimated -3.1 %    8.0 GiB free",
      "  process     5.0 GiB  resident",
      "",
      " Machine",
      "  RTX 4090               71 C of 90  2520 MHz  310 of 450 W  slowed by power",
      "",
      " ready after 2.0 s",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      " q stops llama-server",
    ]
  `)
})

test.each([
  [60, 20],
  [80, 24],
  [120, 40],
  [40, 12],
])('%i x %i: as many rows as the screen has, none wider', (columns, rows) => {
  const shown = texts(columns, rows)
  expect(shown).toHaveLength(rows)
  for (const text of shown) expect(text.length, text).toBeLessThanOrEqual(columns)
  expect(shown.at(-1)).toMatch(/q.*stops/)
})

test('a difference over 2 %, waiting requests, throttling and lost speed are said in a warning tone', () => {
  const warned = watchRows(VIEW, look(80, 24)).flatMap((row) => row.filter(({ tone }) => tone === 'warning'))
  expect(warned.map(({ text }) => text.trim())).toEqual([
    '20 tok/s',
    '3 of 4 busy, 1 waiting',
    'estimated -3.1 %',
    'slowed by power',
  ])
})

test('before anything is known there are no figures, and nothing breaks', () => {
  const shown = texts(80, 24, FIRST_VIEW)
  expect(shown[0]).toMatch(/m\.gguf.*starting/)
  expect(shown[2]).toMatch(/Decode +- /)
})

test('a crash shows, and so does the end', () => {
  const trouble = { kind: 'trouble', trouble: { kind: 'killed' }, config: CONFIG, smaller: null } as const
  expect(afterEvent(VIEW, { ...trouble, again_in_s: 1 }, []).status).toBe('starting')
  expect(afterEvent(VIEW, { ...trouble, again_in_s: null }, []).status).toBe('ended')
})

test('memory does not grow with a long run', () => {
  let view = VIEW
  for (let at = 0; at < 1000; at++) view = afterEvent(view, { kind: 'reading', reading: reading(at) }, ['line'])
  expect(view.readings.length).toBe(240)
  expect(view.lines.length).toBe(200)
})

test('a sparkline is as wide as asked, as high as its largest value, and empty where nothing was', () => {
  expect(sparkline([1, 2, null, 4], 4, BLOCKS)).toBe('\u2583\u2585 \u2588')
  expect(sparkline([1, 2, 4], 5, BLOCKS)).toBe('  \u2583\u2585\u2588')
  expect(sparkline([1, 2, 3, 4], 2, BLOCKS)).toBe('\u2586\u2588')
  expect(sparkline([5], 1, BLOCKS, 10)).toBe('\u2585')
  expect(sparkline([0, 0], 2, BLOCKS)).toBe('\u2581\u2581')
})

test('several models: a row for each that is loaded, none about what was allocated', () => {
  const set: ModelSet = {
    kind: 'model_set',
    version: 1,
    members: [{ name: 'chat', config: CONFIG }],
    groups: [{ name: 'all', swap: false, members: ['chat'] }],
  }
  const events: readonly RunEvent[] = [
    { kind: 'set starting', set },
    { kind: 'set ready', at_s: 1, url: 'http://127.0.0.1:8080', set, at_once: 1, seconds: 1 },
    {
      kind: 'reading',
      reading: reading(2, { health: [] }),
      models: [
        { name: 'chat', reading: reading(2, { decode_tokens_per_s: 18.2 }) },
        { name: 'coder', reading: reading(2, { decode_tokens_per_s: null, slots_busy: 0 }) },
      ],
    },
  ]
  const view = events.reduce((now, event) => afterEvent(now, event, []), FIRST_VIEW)
  const models = new Map([['chat', { tokens_per_s: 20, low: 15, high: 25, basis: 'model' }]])
  const shown = watchRows(view, { ...look(80, 20), model: '2 models', expected: null, models })
  expect(
    shown
      .map((row) =>
        row
          .map(({ text }) => text)
          .join('')
          .trimEnd(),
      )
      .slice(0, 13),
  ).toMatchInlineSnapshot(`
    [
      " llama-pajamas-run  2 models  http://127.0.0.1:8080                 running 0 s",
      "────────────────────────────────────────────────────────────────────────────────",
      " Decode    20 tok/s      mean of the models                                   █",
      " Prompt    200 tok/s                                                          █",
      " Slots     ██████████████████······  3 of 4 busy",
      " Context   ███·····················  1000 of 8192 tokens",
      "",
      " Models",
      "  chat           18 tok/s      of 20     3 of 4 busy, 1000 of 8192 tokens",
      "  coder          -                       0 of 4 busy, 1000 of 8192 tokens",
      "",
      " Memory",
      "  process     5.0 GiB  resident",
    ]
  `)
})
