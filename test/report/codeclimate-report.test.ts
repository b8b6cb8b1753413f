import { expect, test } from 'vitest'
import { codeClimateReport } from '../../shared/report/codeclimate-report.ts'
import { BIG, checked, FINE } from './matrix-cases.ts'

const issues = (texts: Readonly<Record<string, string>>) => codeClimateReport(checked(texts))

test('has the fields that GitLab asks for, one entry a problem', () => {
  const found = issues({ 'configs/big.json': BIG, 'fine.json': FINE, 'broken.json': '{' })
  expect(found.map(({ check_name, severity, location }) => [check_name, severity, location.path])).toEqual([
    ['LP101', 'major', 'configs/big.json'],
    ['LP001', 'major', 'broken.json'],
  ])
  for (const { description, fingerprint, location } of found) {
    expect(description).toMatch(/\S/)
    expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
    expect(location.lines.begin).toBeGreaterThan(0)
  }
  expect(found[0]?.description).toMatch(/^VRAM over on 2 of 3 targets\. small: Needs .* short\./)
})

test('a problem keeps its fingerprint when its line moves, and shares it with no other', () => {
  const print = (texts: Readonly<Record<string, string>>) => issues(texts).map(({ fingerprint }) => fingerprint)
  expect(print({ 'a.json': `\n\n${BIG}` })).toEqual(print({ 'a.json': BIG }))
  const all = print({ 'a.json': BIG, 'b.json': BIG, 'c.json': '{"x": 1, "y": 2}', 'd.json': '{' })
  expect(new Set(all).size).toBe(all.length)
})
