import { expect, test } from 'vitest'
import { routerLog } from '../../shared/run/router-log.ts'
import { parseRouterModels } from '../../shared/run/router-models.ts'
import type { Look } from '../../shared/run/reading.ts'
import type { Counters, Slot } from '../../shared/run/server-metrics.ts'
import { setReadingOf } from '../../shared/run/set-reading.ts'
import { MIB } from '../../shared/units.ts'

const model = (id: string, status: object) => ({ id, object: 'model', status: { args: [], ...status } })

test('the router says which models are loaded, coming, or have failed', () => {
  const answer = {
    object: 'list',
    data: [
      model('a', { value: 'loaded' }),
      model('b', { value: 'loading' }),
      model('c', { value: 'unloaded' }),
      model('d', { value: 'unloaded', failed: true, exit_code: 137 }),
    ],
  }
  expect(parseRouterModels(answer)).toEqual([
    { name: 'a', loaded: true, coming: false, failed: null },
    { name: 'b', loaded: false, coming: true, failed: null },
    { name: 'c', loaded: false, coming: false, failed: null },
    { name: 'd', loaded: false, coming: false, failed: 137 },
  ])
  expect(parseRouterModels({ error: { code: 404 } })).toBeNull()
  expect(parseRouterModels(null)).toBeNull()
})

const spawned = (name: string, port: number) =>
  `0.00.077.682 I srv          load: spawning server instance with name=${name} on port ${port}`
const buffer = (name: string, mib: number) => `0.00.1 I load_tensors: ${name} model buffer size = ${mib}.00 MiB`

test('the log is sorted by the models whose processes wrote it', () => {
  const log = routerLog()
  for (const line of [
    spawned('chat', 57427),
    spawned('my coder', 58635),
    '[57427] 0.00.070.571 I llama_model_loader: loaded meta data with 19 key-value pairs and 21 tensors',
    `[57427] ${buffer('CUDA0', 10)}`,
    `[58635] ${buffer('CUDA0', 20)}`,
    // Of the router itself, and of a process that it never named.
    buffer('CUDA0', 40),
    `[1] ${buffer('CUDA0', 80)}`,
  ])
    log.take(line)
  expect(log.of('chat').allocation().get('CUDA0')?.model).toBe(10 * MIB)
  expect(log.of('my coder').allocation().get('CUDA0')?.model).toBe(20 * MIB)
  expect(log.of('my coder').tail()).toEqual([buffer('CUDA0', 20)])
  expect(log.of('nobody').allocation().size).toBe(0)
})

test('a model that is loaded again begins anew; what it said last is kept to a limit', () => {
  const log = routerLog()
  log.take(spawned('chat', 1000))
  log.take(`[1000] ${buffer('CUDA0', 10)}`)
  log.take(spawned('chat', 1001))
  for (let at = 0; at < 100; at++) log.take(`[1001] line ${at}`)
  expect(log.of('chat').allocation().size).toBe(0)
  expect(log.of('chat').tail()).toHaveLength(80)
  expect(log.of('chat').tail().at(-1)).toBe('line 99')
})

const counters = (predicted_tokens: number, predicted_seconds: number): Counters => ({
  prompt_tokens: 0,
  prompt_seconds: 0,
  predicted_tokens,
  predicted_seconds,
  requests_processing: 1,
  requests_deferred: 2,
})
const slot: Slot = { id: 0, n_ctx: 1000, is_processing: true, task: 1, tokens: 10, decoded: 5 }
const look = (at_s: number, own: Counters | null, slots: readonly Slot[] | null): Look => ({
  at_s,
  counters: own,
  slots,
  health: [],
  engine_bytes: 4 * MIB,
  available_bytes: null,
})

test('readings of several models: each by itself, and one of all', () => {
  const machine = look(2, null, null)
  const before = { machine, models: new Map([['a', look(2, counters(100, 10), [slot])]]) }
  const now = {
    machine: look(4, null, null),
    models: new Map([
      ['a', look(4, counters(140, 12), [slot, slot])],
      // Loaded in between.
      ['b', look(4, counters(40, 1), [slot])],
    ]),
  }
  const { all, models } = setReadingOf(before, now, (name) => name === 'a')
  expect(models.map(({ name, reading }) => [name, reading.decode_tokens_per_s, reading.decoded_tokens])).toEqual([
    ['a', 20, 40],
    ['b', 40, 40],
  ])
  expect(all).toMatchObject({
    at_s: 4,
    decode_tokens_per_s: 30,
    prompt_tokens_per_s: null,
    decoded_tokens: 80,
    requests_waiting: 4,
    slots_busy: 3,
    slots_total: 3,
    context_used: 30,
    context_total: 2000,
    engine_bytes: 4 * MIB,
  })
})
