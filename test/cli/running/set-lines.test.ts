import { expect, test } from 'vitest'
import { eventLines } from '../../../cli/running/event-lines.ts'
import { plainWatch } from '../../../cli/running/plain-watch.ts'
import { recordLine } from '../../../cli/running/record.ts'
import { setSummary } from '../../../cli/running/set-summary.ts'
import { afterEvent, FIRST_VIEW } from '../../../cli/tui/watch/watch-view.ts'
import type { ModelSet, RunEvent, RuntimeConfig } from '../../../shared/index.ts'
import { GIB, MIB } from '../../../shared/units.ts'
import { reading } from '../../adapt/readings.ts'

const config = (n_ctx: number): RuntimeConfig => ({ backend: 'cpu', model_path: 'm.gguf', settings: { n_ctx } })
const SET: ModelSet = {
  kind: 'model_set',
  version: 1,
  members: [
    { name: 'chat', config: config(8192) },
    { name: 'coder', config: config(4096) },
  ],
  groups: [{ name: 'all', swap: true, members: ['chat', 'coder'] }],
}
const EXPECTED = { tokens_per_s: 20, low: 15, high: 25, basis: 'model' }
const CONTEXT = { expected: null, version: '9.9', models: new Map([['chat', EXPECTED]]) }
const STARTING: RunEvent = { kind: 'set starting', set: SET }
const READY: RunEvent = {
  kind: 'set ready',
  at_s: 1,
  url: 'http://127.0.0.1:8080',
  set: SET,
  at_once: 1,
  seconds: 1.26,
}

const changed = (more: Partial<Extract<RunEvent, { kind: 'model' }>>): RunEvent => ({
  kind: 'model',
  name: 'chat',
  config: config(8192),
  change: 'loaded',
  allocation: [],
  trouble: null,
  ...more,
})
const sizes = { model: GIB, context: 0, compute: 0 }
const HOST = {
  name: 'Host',
  kind: 'host' as const,
  estimated: sizes,
  allocated: sizes,
  mapped: false,
  mapped_bytes: 0,
  difference: 0,
}

test.each<[string, RunEvent, string[]]>([
  ['starting', STARTING, []],
  ['ready', READY, ['ready after 1.3 s at http://127.0.0.1:8080 (chat, coder; 1 at once)']],
  ['loaded', changed({ allocation: [HOST] }), ['chat is loaded', 'chat: memory: Host 1.0 GiB as estimated']],
  ['unloaded', changed({ change: 'unloaded' }), []],
  [
    'swapped',
    { kind: 'swapped', from: 'chat', to: 'coder', kept: 2, restored: 1, seconds: 3.21 },
    ['chat made room for coder in 3.2 s, 2 of its caches kept, 1 restored'],
  ],
  [
    'swapped for the first time',
    { kind: 'swapped', from: 'chat', to: 'coder', kept: 0, restored: 0, seconds: 3 },
    ['chat made room for coder in 3.0 s'],
  ],
  [
    'failed',
    changed({ change: 'failed', trouble: { kind: 'out of memory', device: 'CUDA0', bytes: 512 * MIB } }),
    ['chat failed: llama-server ran out of memory on CUDA0 (0.5 GiB asked for)'],
  ],
  ['ended in order', changed({ change: 'failed' }), ['chat failed: its llama-server ended']],
])('what happens to a set in lines: %s', (_, event, lines) => {
  expect(eventLines(event, CONTEXT)).toEqual(lines)
})

const both: RunEvent = {
  kind: 'reading',
  reading: reading(100, { decoded_tokens: 60 }),
  models: [
    { name: 'chat', reading: reading(100, { decoded_tokens: 40, decode_tokens_per_s: 18 }) },
    { name: 'coder', reading: reading(100, { slots_busy: 0, decoded_tokens: 0, prompt_tokens: 0 }) },
  ],
}

test('every ten seconds a line for each model that works, with what was expected of it', () => {
  const said: string[] = []
  const watch = plainWatch((line) => said.push(line), CONTEXT)
  watch(both)
  watch({ kind: 'line', line: '[57427] 0.00.1 W srv: a warning of a model' })
  expect(said).toEqual([
    expect.stringMatching(/^chat: decode 18 tok\/s \(expected 20\) /),
    'llama-server: [57427] 0.00.1 W srv: a warning of a model',
  ])
})

test('a model that works soon after another is told too', () => {
  const said: string[] = []
  const watch = plainWatch((line) => said.push(line), CONTEXT)
  const only = (name: string, at_s: number): RunEvent => ({
    kind: 'reading',
    reading: reading(at_s),
    models: [{ name, reading: reading(at_s) }],
  })
  for (const event of [only('chat', 100), only('coder', 102), only('chat', 104), only('chat', 110)]) watch(event)
  expect(said.map((line) => line.split(':')[0])).toEqual(['chat', 'coder', 'chat'])
})

test('the record holds each model', () => {
  const lines = [STARTING, READY, changed({}), both].map(
    (event) => JSON.parse(recordLine(event, null, new Date(0)) ?? '{}') as object,
  )
  expect(lines).toMatchObject([
    { event: 'starting', models: [{ name: 'chat', settings: { n_ctx: 8192 } }, { name: 'coder' }] },
    { event: 'ready', at_once: 1, seconds: 1.26 },
    { event: 'model', name: 'chat', change: 'loaded' },
    {
      event: 'reading',
      models: [
        { name: 'chat', decoded_tokens: 40 },
        { name: 'coder', decoded_tokens: 0 },
      ],
    },
  ])
})

test('the summary: all together, then each that worked', () => {
  const summary = setSummary(
    new Map([
      ['chat', EXPECTED],
      ['coder', null],
    ]),
  )
  summary.take(both)
  const lines = summary.lines({ code: 0, restarts: 0, adaptations: 0 })
  expect(lines[0]).toMatch(/: 60 tokens generated, /)
  expect(lines.at(-1)).toBe('chat: 40 tokens generated, decode 18 tokens/s, expected 20 (model)')
  expect(lines.join('\n')).not.toContain('coder')
})

test('the dashboard knows that a set runs', () => {
  const view = [STARTING, READY].reduce((now, event) => afterEvent(now, event, []), FIRST_VIEW)
  expect(view).toMatchObject({ status: 'running', url: 'http://127.0.0.1:8080', several: true })
})
