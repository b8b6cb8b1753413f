import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENGINE } from '../../shared/estimate/engine.ts'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { askBreakdown, type BreakdownAnswer } from './breakdown.ts'
import { caseModels } from './case-models.ts'
import { type ComparedRow, compareRows, isExact, quantile, totalError } from './compare.ts'
import { engineMissing } from './engine-missing.ts'
import { ENGINE_RELEASE } from './engine.ts'
import { breakdownCase, type MemoryCase, repeatCommand } from './memory-case.ts'
import { randomCases } from './random-cases.ts'
import { showErrors, showRow } from './show-rows.ts'

const COUNT = 300
const SEED = Number(process.env['ORACLE_SEED'] ?? 1)
/** Cases that llama.cpp itself refuses or aborts on are not compared; more than this share would hide a fault of ours. */
const REFUSED_AT_MOST = 0.05
/** Largest errors of totals, of estimates that call themselves exact. `under`: how far a total may be too small. */
const DEVICE_BOUNDS = { median: 0.001, p99: 0.01, worst: 0.03, under: 0.01 }
const HOST_BOUNDS = { median: 0.005, p99: 0.03 }
/** Cases with the largest errors that every run prints, to work on next. */
const SHOWN = 3

type Result = {
  readonly one: MemoryCase
  readonly answer: BreakdownAnswer
  /** Empty where one side gives no bytes. */
  readonly rows: readonly ComparedRow[]
  /** Largest error that the estimate itself expects; 0 when it says that it is exact. */
  readonly bound: number
  /** What our side threw. */
  readonly thrown?: unknown
}

describe.skipIf(engineMissing('breakdown'))('estimateMemory against llama.cpp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lp-tui-oracle-'))
  let results: Result[] = []

  beforeAll(async () => {
    results = await measure(folder)
    const worst = [...results].sort((a, b) => worstError(b) - worstError(a)).slice(0, SHOWN)
    process.stdout.write(`${showErrors(results.flatMap(({ rows }) => rows))}\n`)
    process.stdout.write(`largest errors:\n${worst.map(showResult).join('\n')}\n`)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('the estimate names the release that is asked here', () => {
    expect(ENGINE).toContain(ENGINE_RELEASE)
  })

  test('llama.cpp answers nearly every case', () => {
    const refused = results.flatMap(({ one, answer }) =>
      'error' in answer ? [`${repeatCommand(one)}\n${answer.error}`] : [],
    )
    process.stdout.write(`refused by llama.cpp: ${refused.length}\n${refused.join('\n')}\n`)
    expect(refused.length).toBeLessThanOrEqual(COUNT * REFUSED_AT_MOST)
  })

  test('every case that llama.cpp takes has an estimate', () => {
    const thrown = results.filter((result) => result.thrown !== undefined)
    expect(thrown.map((result) => `${repeatCommand(result.one)}\n${String(result.thrown)}`)).toEqual([])
  })

  test('weights and context are exact on every device and the host', () => {
    const wrong = results.filter(({ rows }) => !rows.every(isExact))
    expect(wrong.map(showResult)).toEqual([])
  })

  test('devices of exact estimates are within the bounds', () => {
    const { sizes, beyond, under } = errorsOf(results, (name) => name !== 'host', DEVICE_BOUNDS.worst)
    expect(sizes.length).toBeGreaterThan(COUNT / 2)
    expect(beyond.map(showResult)).toEqual([])
    expect(under(DEVICE_BOUNDS.under).map(showResult)).toEqual([])
    expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(DEVICE_BOUNDS.median)
    expect(quantile(sizes, 0.99)).toBeLessThanOrEqual(DEVICE_BOUNDS.p99)
  })

  test('hosts of exact estimates are within the bounds', () => {
    const { sizes } = errorsOf(results, (name) => name === 'host', Infinity)
    expect(sizes.length).toBeGreaterThan(COUNT / 2)
    expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(HOST_BOUNDS.median)
    expect(quantile(sizes, 0.99)).toBeLessThanOrEqual(HOST_BOUNDS.p99)
  })

  test('approximate estimates are within their own bound', () => {
    const wrong = results.filter(
      ({ rows, bound }) => bound > 0 && rows.some((row) => Math.abs(totalError(row)) > bound),
    )
    expect(wrong.map(showResult)).toEqual([])
  })
})

/** Sizes of the errors of exact estimates' totals, and the cases whose totals are too far off or too small. */
function errorsOf(results: readonly Result[], of: (name: string) => boolean, worst: number) {
  const exact = results.filter(({ bound }) => bound === 0)
  const errors = ({ rows }: Result) => rows.filter(({ name }) => of(name)).map(totalError)
  return {
    sizes: exact.flatMap(errors).map(Math.abs),
    beyond: exact.filter((result) => errors(result).some((error) => Math.abs(error) > worst)),
    under: (by: number) => exact.filter((result) => errors(result).some((error) => error < -by)),
  }
}

async function measure(folder: string): Promise<Result[]> {
  const models = await caseModels()
  const written = await Promise.all(models.map(async (one) => ({ ...one, path: await one.write(folder) })))
  const cases = randomCases(models, COUNT, SEED).map((one) => {
    const model = written.find((candidate) => candidate.model === one.model && candidate.precision === one.precision)
    if (model === undefined) throw new Error(`${one.model} was not written`)
    return { one, model }
  })
  const answers = await askBreakdown(cases.map(({ one, model }) => breakdownCase(one, model.path)))
  return cases.map(({ one, model }, i) => {
    const answer = answers[i] ?? { error: 'no answer' }
    if ('error' in answer) return { one, answer, rows: [], bound: 0 }
    try {
      const estimate = estimateMemory(model.facts, one.settings, { devices: one.devices })
      return { one, answer, rows: compareRows(estimate, answer), bound: estimate.bound }
    } catch (thrown) {
      return { one, answer, rows: [], bound: 0, thrown }
    }
  })
}

function worstError({ rows }: Result): number {
  return Math.max(0, ...rows.map((row) => Math.abs(totalError(row))))
}

function showResult({ one, rows }: Result): string {
  return `${repeatCommand(one)}\n${rows.map(showRow).join('\n')}`
}
