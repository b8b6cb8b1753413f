import { describe, expect, test } from 'vitest'
import { githubReport } from '../../shared/report/github-report.ts'
import { jsonReport } from '../../shared/report/json-report.ts'
import { markdownReport } from '../../shared/report/markdown/markdown-report.ts'
import { textReport } from '../../shared/report/text-report.ts'
import type { FailOn } from '../../shared/report/verdict.ts'
import { configText, target } from '../validate/cases.ts'
import { checked, FINE } from './matrix-cases.ts'

/** One config that is near its limit on one of two targets, and one that is fine. */
const near = (fail_on: FailOn) =>
  checked({ 'near.json': configText({ n_ctx: 4096 }), 'fine.json': FINE }, { fail_on }, [
    target({ id: 'large', vram: [24] }),
    target({ id: 'tight', vram: [5.3] }),
  ])

describe('with fail-on warning what fails is a warning, and every report says which', () => {
  const strict = near('warning')
  const summary = markdownReport(strict, { summary: 'failures' })

  test('pairs are counted and marked', () => {
    expect(strict).toMatchObject({ verdict: 'fail', tally: { errors: 0, warnings: 1, pairs: 4, failing_pairs: 1 } })
    expect(summary).toContain('1 pair of 4 fails')
    expect(summary).toMatch(/near&#46;json\S* \| ✅ fits \S+ \| ❌ fails 4\.9\/5\.3/)
    expect(textReport(strict)).toContain('near.json on tight: fails (LP102): ')
    const results = jsonReport(strict).configs.flatMap(({ pairs }) => pairs.map(({ result }) => result))
    expect(results).toEqual(['pass', 'fail', 'pass', 'pass'])
  })

  test('details are those of the failing config', () => {
    expect(summary).toContain('**warning [LP102]')
    expect(summary).toContain('1 more config: 1 without.')
  })

  test('annotations of what fails are errors, also where only those are wanted', () => {
    for (const which of ['all', 'errors'] as const) expect(githubReport(strict, which)).toMatch(/^::error title=LP102 /)
  })
})

test('by default a warning is one', () => {
  const plain = near('error')
  expect(plain).toMatchObject({ verdict: 'warn', tally: { failing_pairs: 0 } })
  expect(githubReport(plain, 'errors')).toBe('')
  expect(githubReport(plain)).toMatch(/^::warning title=LP102 /)
  expect(markdownReport(plain, { summary: 'failures' })).not.toContain('LP102')
})
