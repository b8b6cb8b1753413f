import * as core from '@actions/core'
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import type { LocatedFinding } from '../../shared/finding.ts'
import { checkOf, concludeCheck } from '../../shared/report/check.ts'
import { commandLine, githubReport } from '../../shared/report/github-report.ts'
import { BIG, checked, FINE } from './matrix-cases.ts'

const finding = (index: number, severity: 'error' | 'warning'): LocatedFinding => ({
  rule: 'LP002',
  severity,
  path: [],
  args: { key: `k${index}` },
  file: 'a.json',
  place: { line: index + 1, column: 3, end_column: 5 },
})

function report(errors: number, warnings: number, fail_on: 'error' | 'never' = 'error') {
  const findings = [
    ...Array.from({ length: errors }, (_, index) => finding(index, 'error')),
    ...Array.from({ length: warnings }, (_, index) => finding(100 + index, 'warning')),
  ]
  return concludeCheck(checkOf([{ file: 'a.json', config: null, findings, pairs: [] }], { fail_on }))
}

const lines = (...args: Parameters<typeof githubReport>) =>
  githubReport(...args)
    .split('\n')
    .slice(0, -1)
const kinds = (all: readonly string[]) => ({
  error: all.filter((line) => line.startsWith('::error')).length,
  warning: all.filter((line) => line.startsWith('::warning')).length,
})

describe('githubReport', () => {
  test('a problem is one annotation at its token', () => {
    const [line = ''] = lines(checked({ 'configs/big.json': BIG, 'b.json': FINE }))
    expect(line).toMatch(
      /^::error title=LP101 VRAM over on 2 of 3 targets,file=configs\/big\.json,line=5,endLine=5,col=14,endColumn=19::small: Needs/,
    )
    expect(line.split('%0A')).toHaveLength(4)
    expect(line).toMatch(/LP101: https:\/\/github\.com\/.*#lp101$/)
  })

  test.each([
    [9, 0, 9, 0],
    [10, 0, 10, 0],
    [25, 14, 10, 10],
  ])('%i errors and %i warnings leave %i and %i', (errors, warnings, shown, shownWarnings) => {
    expect(kinds(lines(report(errors, warnings)))).toEqual({ error: shown, warning: shownWarnings })
  })

  test('the tenth is honest', () => {
    const all = lines(report(25, 14))
    expect(all[9]).toBe('::error::16 more violations are in the job summary (25 violations in all).')
    expect(all[19]).toBe('::warning::5 more findings are in the job summary (14 findings in all).')
    expect(lines(report(10, 0))[9]).toBe('::error::1 more violation is in the job summary (10 violations in all).')
  })

  test('what is not enforced is placed as warnings, within their ten', () => {
    expect(kinds(lines(report(25, 14, 'never')))).toEqual({ error: 0, warning: 10 })
  })

  test('only errors, or nothing', () => {
    expect(kinds(lines(report(2, 3), 'errors'))).toEqual({ error: 2, warning: 0 })
    expect(githubReport(report(2, 3), 'none')).toBe('')
  })
})

describe('commandLine', () => {
  test('writes what the toolkit writes', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ':', ',', '%', '\r', '\n', '#', '[', ']', ';', 'é', '😀'),
      minLength: 1,
    })
    const written: string[] = []
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      written.push(String(chunk))
      return true
    })
    try {
      fc.assert(
        fc.property(text, text, text, fc.integer({ min: 1, max: 9 }), (title, file, message, n) => {
          written.length = 0
          core.error(message, { title, file, startLine: n, endLine: n, startColumn: n, endColumn: n })
          const ours = commandLine('error', { title, file, line: n, endLine: n, col: n, endColumn: n }, message)
          expect(`${ours}\n`).toBe(written.join(''))
        }),
      )
    } finally {
      write.mockRestore()
    }
  })
})
