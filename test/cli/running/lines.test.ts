import { expect, test } from 'vitest'
import { engineWords } from '../../../shared/run/engine-words.ts'
import { eventLines, readingLine } from '../../../cli/running/event-lines.ts'
import { changeWords } from '../../../cli/running/prepare.ts'
import { plainWatch } from '../../../cli/running/plain-watch.ts'
import { recordLine } from '../../../cli/running/record.ts'
import { duration, summaryLines } from '../../../cli/running/summary-lines.ts'
import { healthReading } from '../../../shared/hardware/health-reading.ts'
import { catalogModel, type RunEvent, type RuntimeConfig, summaryKeeper } from '../../../shared/index.ts'
import { GIB, MIB } from '../../../shared/units.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import { reading } from '../../adapt/readings.ts'

const CONFIG: RuntimeConfig = {
  backend: 'cuda',
  model_path: '/home/someone/private/m.gguf',
  settings: { n_ctx: 8192, n_parallel: 2 },
  model: catalogModel('qwen3-8b', 'Q4_K_M'),
}
const EXPECTED = { tokens_per_s: 23.4, low: 21, high: 27, basis: 'measured on the same hardware' }
const CONTEXT = { expected: EXPECTED, version: '9.9 (build 1)' }

const part = (model: number, compute: number) => ({ model, context: 0, compute })
const ready = (compute: number, difference: number): RunEvent => ({
  kind: 'ready',
  at_s: 3,
  url: 'http://127.0.0.1:8080',
  config: CONFIG,
  seconds: 3.21,
  allocation: [
    {
      name: 'CUDA0',
      kind: 'device',
      estimated: part(5 * GIB, 300 * MIB),
      allocated: part(5 * GIB, compute * MIB),
      mapped: false,
      mapped_bytes: 0,
      difference,
    },
  ],
})

test('ready: where, with what, and what was allocated beside the estimate', () => {
  expect(eventLines(ready(300, 0), CONTEXT)).toEqual([
    'ready after 3.2 s at http://127.0.0.1:8080 (2 slots, context 8192)',
    'memory: CUDA0 5.3 GiB as estimated',
  ])
})

test('a difference over 2 % comes with what to report, on one line that names no file', () => {
  const lines = eventLines(ready(600, -0.0536), CONTEXT)
  expect(lines.slice(1)).toEqual([
    'memory: CUDA0 5.6 GiB estimated -5.4 %',
    expect.stringMatching(/^the estimate is off by more than 2 %, please report it at https:\S+:$/),
    'llama.cpp 9.9 (build 1); qwen3 8.19B Q4_K_M; n_ctx=8192 n_parallel=2; CUDA0 5120.0/0.0/300.0 estimated, 5120.0/0.0/600.0 MiB (weights/cache/compute)',
  ])
  expect(lines.join('\n')).not.toContain('someone')
})

test('experts of all layers are told as such, in what to report and in what changed', () => {
  const all = { ...CONFIG, settings: { ...CONFIG.settings, n_cpu_moe: 100_000 } }
  expect(eventLines({ ...ready(600, -0.0536), config: all } as RunEvent, CONTEXT).at(-1)).toContain('n_cpu_moe=all;')
  expect(changeWords(all, { ...CONFIG, settings: { ...CONFIG.settings, n_cpu_moe: 3 } })).toBe('n_cpu_moe all -> 3')
})

test('what is mapped from the file is told beside what is compared', () => {
  const allocated = { model: 599 * MIB, context: 24 * MIB, compute: 37.5 * MIB }
  const host = { name: 'Host', kind: 'host' as const, estimated: allocated, allocated, difference: 0 }
  const event = { ...ready(0, 0), allocation: [{ ...host, mapped: true, mapped_bytes: 374 * MIB }] } as RunEvent
  expect(eventLines(event, CONTEXT)[1]).toBe(
    'memory: Host 61.5 MiB of cache and compute as estimated, 0.2 GiB of packed weights, 0.4 GiB of the file mapped',
  )
})

test('trouble: why, the smallest change that would fit, and when it starts again', () => {
  const event: RunEvent = {
    kind: 'trouble',
    trouble: { kind: 'out of memory', device: 'CUDA0', bytes: GIB },
    config: CONFIG,
    smaller: { ...CONFIG, settings: { ...CONFIG.settings, n_ctx: 6144 } },
    again_in_s: 4,
  }
  expect(eventLines(event, CONTEXT)).toEqual([
    'llama-server ran out of memory on CUDA0 (1.0 GiB asked for)',
    'the smallest change that would fit: n_ctx 8192 -> 6144',
    'starting it again in 4 s',
  ])
})

test('one line of how it does: speed beside what was expected, load, heat', () => {
  const gpu = healthReading({
    source: 'test',
    kind: 'gpu',
    device: 'GPU 0',
    temperature_c: 83.4,
    throttled: ['thermal'],
  })
  const line = readingLine(reading(0, { health: [gpu], requests_waiting: 2, decode_tokens_per_s: 20.123 }), EXPECTED)
  expect(line).toBe(
    'decode 20.1 tok/s (expected 23.4)  prompt 200  3/4 slots  2 waiting  context 1000/8192  5.0 GiB  GPU 0 83 C  slowed by thermal',
  )
})

test('lines: a reading every ten seconds, only while it works; warnings of the engine, not its chatter', () => {
  const notes: string[] = []
  const tell = plainWatch((line) => notes.push(line), CONTEXT)
  for (let at_s = 0; at_s <= 20; at_s += 2) tell({ kind: 'reading', reading: reading(at_s) })
  tell({ kind: 'reading', reading: reading(40, { slots_busy: 0, decoded_tokens: 0, prompt_tokens: 0 }) })
  expect(notes).toHaveLength(3)
  for (const line of [
    '0.00.040.402 W srv  llama_server: security: no API key is set and CORS allows all origins',
    '0.00.041.049 I srv    load_model: loading model',
    '0.00.051.957 W llama_context: n_ctx_seq (9000) > n_ctx_train (2048) -- possible training context overflow',
  ])
    tell({ kind: 'line', line })
  expect(notes.slice(3)).toEqual([
    'llama-server: 0.00.051.957 W llama_context: n_ctx_seq (9000) > n_ctx_train (2048) -- possible training context overflow',
  ])
})

test('the record holds readings with what was expected, and no line of the log', () => {
  const now = new Date('2026-01-02T03:04:05Z')
  expect(JSON.parse(recordLine({ kind: 'reading', reading: reading(2) }, EXPECTED, now) ?? '')).toMatchObject({
    time: '2026-01-02T03:04:05.000Z',
    event: 'reading',
    decode_tokens_per_s: 20,
    expected_tokens_per_s: 23.4,
  })
  expect(recordLine({ kind: 'line', line: 'a prompt' }, EXPECTED, now)).toBeNull()
})

test('the summary', () => {
  const keeper = summaryKeeper()
  for (const at_s of [0, 60, 3725]) keeper.take(reading(at_s))
  expect(summaryLines(keeper.summary(), { code: 0, restarts: 1, adaptations: 2 }, EXPECTED)).toEqual([
    'ran 1 h 2 min: 120 tokens generated, 300 read',
    'decode 20 tokens/s, expected 23.4 (measured on the same hardware); prompt 200 tokens/s',
    'most at once: 3 slots, 1000 tokens of context, 5.0 GiB resident, 50 C',
    'started again once',
    'adapted 2 times',
  ])
  expect(summaryLines(summaryKeeper().summary(), { code: 1, restarts: 0, adaptations: 0 }, null)).toEqual([])
  expect([5, 65, 3600].map(duration)).toEqual(['5 s', '1 min 5 s', '1 h 0 min'])
})

test('address and keys are taken out of the words for the engine, the rest stays as it is', async () => {
  const words = ['--port', '99', '--api-key', 'secret', '--mmproj', 'p.gguf', '-lv', '5', '--api-prefix', '/v2/']
  expect(engineWords(words)).toEqual({
    rest: ['--mmproj', 'p.gguf', '-lv', '5', '--api-prefix', '/v2/'],
    port: '99',
    api_key: 'secret',
    prefix: '/v2',
    secure: false,
    own_log: true,
  })
  expect(await userErrorOf(() => engineWords(['--api-key']))).toMatchObject({ kind: 'usage' })
  expect(engineWords(['--ssl-cert-file', 'c', '--ssl-key-file', 'k']).secure).toBe(true)
  expect(engineWords(['--ssl-cert-file', '', '--ssl-key-file', '']).secure).toBe(false)
  for (const half of [
    ['--ssl-cert-file', 'c'],
    ['--ssl-cert-file', 'c', '--ssl-key-file', ''],
  ])
    expect(await userErrorOf(() => engineWords(half))).toMatchObject({
      kind: 'usage',
      message: expect.stringMatching(/^--ssl-cert-file after -- is without --ssl-key-file: /),
    })
  expect(await userErrorOf(() => engineWords(['--ssl-key-file', 'k']))).toMatchObject({ kind: 'usage' })
})
