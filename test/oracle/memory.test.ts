import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ENGINE } from '../../shared/estimate/engine.ts'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { askBreakdown, type BreakdownAnswer } from './breakdown.ts'
import { caseModels } from './case-models.ts'
import { type ComparedRow, compareRows, isExact, totalError } from './compare.ts'
import { engineMissing } from './engine-missing.ts'
import { ENGINE_RELEASE } from './engine.ts'
import { breakdownCase, type MemoryCase, repeatCommand } from './memory-case.ts'
import { randomCases } from './random-cases.ts'
import { showErrors, showRow } from './show-rows.ts'

const COUNT = 300
const SEED = Number(process.env['ORACLE_SEED'] ?? 1)
/** Cases that llama.cpp itself refuses or aborts on are not compared; more than this share would hide a fault of ours. */
const REFUSED_AT_MOST = 0.05
/** While compute buffers are not exact: how many rows' totals may be further below llama.cpp's than that. */
const UNDER_BY = 0.1
const UNDER_SHARE = 0.02
/** Cases with the largest errors that every run prints, to work on next. */
const SHOWN = 3

type Result = {
  readonly one: MemoryCase
  readonly answer: BreakdownAnswer
  /** Empty where one side gives no bytes. */
  readonly rows: readonly ComparedRow[]
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

  test('hardly any total is far below what llama.cpp takes', () => {
    const under = results.filter(({ rows }) => rows.some((row) => totalError(row) < -UNDER_BY))
    const allowed = results.flatMap(({ rows }) => rows).length * UNDER_SHARE
    expect(under.length > allowed ? under.map(showResult) : []).toEqual([])
  })
})

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
    if ('error' in answer) return { one, answer, rows: [] }
    try {
      const estimate = estimateMemory(model.facts, one.settings, { devices: one.devices })
      return { one, answer, rows: compareRows(estimate, answer) }
    } catch (thrown) {
      return { one, answer, rows: [], thrown }
    }
  })
}

function worstError({ rows }: Result): number {
  return Math.max(0, ...rows.map((row) => Math.abs(totalError(row))))
}

function showResult({ one, rows }: Result): string {
  return `${repeatCommand(one)}\n${rows.map(showRow).join('\n')}`
}
