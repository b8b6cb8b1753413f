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
import { writeSparseModel } from './model-file.ts'
import { randomCases } from './random-cases.ts'
import { showErrors, showRow } from './show-rows.ts'

const COUNT = 300
const SEED = Number(process.env['ORACLE_SEED'] ?? 1)
/** Cases that llama.cpp itself refuses or aborts on are not compared; more than this share would hide a fault of ours. */
const REFUSED_AT_MOST = 0.05
/** How far below llama.cpp a device's or the host's total may be: compute buffers are closed forms so far. */
const UNDER_AT_MOST = 0.25

type Result = { readonly one: MemoryCase; readonly answer: BreakdownAnswer; readonly rows: readonly ComparedRow[] }

describe.skipIf(engineMissing('breakdown'))('estimateMemory against llama.cpp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lp-tui-oracle-'))
  let results: Result[] = []

  beforeAll(async () => {
    results = await measure(folder)
    process.stdout.write(`${showErrors(results.flatMap(({ rows }) => rows))}\n`)
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

  test('weights and context are exact on every device and the host', () => {
    const wrong = results.filter(({ rows }) => !rows.every(isExact))
    expect(wrong.map(showResult)).toEqual([])
  })

  test('no total is far below what llama.cpp takes', () => {
    const under = results.filter(({ rows }) => rows.some((row) => totalError(row) < -UNDER_AT_MOST))
    expect(under.map(showResult)).toEqual([])
  })
})

async function measure(folder: string): Promise<Result[]> {
  const models = caseModels()
  const cases = randomCases(models, COUNT, SEED)
  const paths = new Map(models.map(({ model, precision }) => [model, join(folder, `${model}.${precision}.gguf`)]))
  for (const { model, facts } of models) writeSparseModel(facts, paths.get(model) ?? '')
  const answers = await askBreakdown(cases.map((one) => breakdownCase(one, paths.get(one.model) ?? '')))
  return cases.map((one, i) => {
    const answer = answers[i] ?? { error: 'no answer' }
    const facts = models.find(({ model }) => model === one.model)?.facts
    const compared = facts !== undefined && !('error' in answer)
    const rows = compared ? compareRows(estimateMemory(facts, one.settings, { devices: one.devices }), answer) : []
    return { one, answer, rows }
  })
}

function showResult({ one, rows }: Result): string {
  return `${repeatCommand(one)}\n${rows.map(showRow).join('\n')}`
}
