import { expect, test } from 'vitest'
import type { MemoryEstimate } from '../../shared/estimate/memory-estimate.ts'
import { compareAllocation, notableDifferences } from '../../shared/run/compare-allocation.ts'
import { allocationReader, readLogLine } from '../../shared/run/engine-log.ts'
import { MIB } from '../../shared/units.ts'
import { LOG_2024, LOG_AMX, LOG_NOW, LOG_TWICE } from './samples.ts'

function allocationOf(log: string) {
  const reader = allocationReader()
  for (const line of log.split('\n')) {
    const event = readLogLine(line)
    if (event !== null) reader.take(event)
  }
  return reader.allocation()
}

const mib = (model: number, context: number, compute: number) => ({
  model: model * MIB,
  context: context * MIB,
  compute: compute * MIB,
})

const ESTIMATE: MemoryEstimate = {
  program: 'server',
  basis: 'exact',
  bound: 0,
  devices: [mib(1000, 80, 304.75)],
  host: mib(100, 0, 8),
  engine: 'llama.cpp test',
}

test('buffers are summed by name; a compute buffer that is reserved again counts once', () => {
  expect(Object.fromEntries(allocationOf(LOG_NOW))).toEqual({
    CUDA0: mib(1000, 80, 304.75),
    CUDA_Host: mib(100, 0, 8.01),
  })
})

test('an older release says the same in other words', () => {
  expect(Object.fromEntries(allocationOf(LOG_2024))).toEqual({
    CPU: mib(100, 0, 0),
    CUDA0: mib(1000, 80, 304.75),
    CUDA_Host: mib(0, 0, 8.01),
  })
})

test('a pass that only measures and a draft model do not count', () => {
  expect(Object.fromEntries(allocationOf(LOG_TWICE))).toEqual({
    MTL0_Mapped: mib(500, 0, 0),
    CPU_Mapped: mib(90, 0, 0),
    MTL0: mib(0, 34, 100),
    CPU: mib(0, 0, 5),
  })
})

test.each([LOG_NOW, LOG_2024])('what was allocated stands beside the estimate, device by device', (log) => {
  const rows = compareAllocation(allocationOf(log), ESTIMATE)
  expect(rows.map(({ name, kind, mapped }) => ({ name, kind, mapped }))).toEqual([
    { name: 'CUDA0', kind: 'device', mapped: false },
    { name: 'Host', kind: 'host', mapped: false },
  ])
  expect(rows[0]?.difference).toBe(0)
  expect(notableDifferences(rows)).toEqual([])
})

test('a difference over 2 % is notable, and says in which direction', () => {
  const wrong = { ...ESTIMATE, devices: [mib(1000, 80, 200)] }
  const notable = notableDifferences(compareAllocation(allocationOf(LOG_NOW), wrong))
  expect(notable.map(({ name }) => name)).toEqual(['CUDA0'])
  expect(notable[0]?.difference).toBeCloseTo(-104.75 / 1384.75, 6)
})

test('a mapped file tells nothing of the weights, so cache and compute decide', () => {
  const estimate = { ...ESTIMATE, devices: [mib(480, 34, 100)], host: mib(70, 0, 5) }
  const rows = compareAllocation(allocationOf(LOG_TWICE), estimate)
  expect(rows.map(({ name, mapped, difference }) => ({ name, mapped, difference }))).toEqual([
    { name: 'MTL0', mapped: true, difference: 0 },
    { name: 'Host', mapped: true, difference: 0 },
  ])
})

test('packed weights and the mapped file are not added up as one', () => {
  const estimate = { ...ESTIMATE, devices: [], host: mib(373.7, 24, 37.5) }
  const rows = compareAllocation(allocationOf(LOG_AMX), estimate)
  expect(rows).toMatchObject([{ name: 'Host', mapped: true, mapped_bytes: 373.5 * MIB, difference: 0 }])
  expect(notableDifferences(rows)).toEqual([])
})

test('what packing takes more counts where the file is read, and only where the engine packs', () => {
  const estimate = { ...ESTIMATE, devices: [], host: mib(373.5, 24, 37.5) }
  const read = LOG_AMX.replace('CPU_Mapped', 'CPU').replace('373.50', '303.50')
  expect(compareAllocation(allocationOf(read), estimate, 155.5 * MIB)).toMatchObject([{ difference: 0 }])
  const plain = read.replace('303.50', '373.50').replace(/.*AMX.*\n/, '')
  expect(compareAllocation(allocationOf(plain), estimate, 155.5 * MIB)).toMatchObject([{ difference: 0 }])
})

test('beside a mapped file a few KiB of cache and compute are not notable', () => {
  const estimate = { ...ESTIMATE, devices: [], host: mib(373.7, 0, 5.2) }
  const log = LOG_AMX.replace(/.*KV buffer.*\n/, '').replace('37.50', '5.00')
  const rows = compareAllocation(allocationOf(log), estimate)
  expect(rows[0]?.difference).toBeCloseTo(0.04)
  expect(notableDifferences(rows)).toEqual([])
})

test('a log without sizes compares to nothing', () => {
  expect(compareAllocation(allocationOf('main: ready'), ESTIMATE)).toEqual([])
})

test.each([
  ['I srv  llama_server: listening on http://127.0.0.1:18700', 'http://127.0.0.1:18700'],
  ['main: server is listening on http://0.0.0.0:8080 - starting the main loop', 'http://0.0.0.0:8080'],
  ['main: HTTP server is listening, hostname: 127.0.0.1, port: 8080, http threads: 3', null],
])('%s: it listens', (line, url) => {
  expect(readLogLine(line)).toEqual({ kind: 'listening', url })
})
