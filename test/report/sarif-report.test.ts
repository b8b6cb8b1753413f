import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { Ajv, type SchemaObject } from 'ajv'
import { expect, test } from 'vitest'
import { sarifReport } from '../../shared/report/sarif-report.ts'
import { BIG, checked, FINE } from './matrix-cases.ts'

type Sarif = {
  readonly $schema: string
  readonly version: string
  readonly runs: readonly {
    readonly columnKind: string
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly Record<string, { text?: string }>[] }
    }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly message: { readonly text: string }
      readonly locations: readonly {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string }
          readonly region: Readonly<Record<string, number>>
        }
      }[]
    }[]
  }[]
}

const sarif = (texts: Readonly<Record<string, string>>) =>
  JSON.parse(JSON.stringify(sarifReport(checked(texts)))) as Sarif

test('has the fields that code scanning asks for, one result a problem', () => {
  const { $schema, version, runs } = sarif({ 'configs/big.json': BIG, 'fine.json': FINE, 'broken.json': '{' })
  expect($schema).toContain('sarif-2.1.0')
  expect(version).toBe('2.1.0')
  const [run] = runs
  expect(run?.columnKind).toBe('utf16CodeUnits')
  expect(run?.tool.driver.name).toBe('lp-tui')
  for (const rule of run?.tool.driver.rules ?? []) {
    for (const field of ['shortDescription', 'fullDescription', 'help']) expect(rule[field]?.text).toMatch(/\S/)
  }
  const ids = run?.tool.driver.rules.map(({ id }): unknown => id)
  for (const { ruleId, ruleIndex } of run?.results ?? []) expect(ids?.[ruleIndex]).toBe(ruleId)
  expect(run?.results.map(({ ruleId, level }) => `${ruleId} ${level}`)).toEqual(['LP101 error', 'LP001 error'])
  const [first] = run?.results ?? []
  expect(first?.message.text).toMatch(/^VRAM over on 2 of 3 targets\.\nsmall: Needs /)
  expect(first?.locations).toHaveLength(1)
  const { region } = first?.locations[0]?.physicalLocation ?? {}
  const { startLine = 0, startColumn = 0, endColumn = 0 } = region ?? {}
  expect(BIG.split('\n')[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toMatch(/^65536$/)
})

test('a path is a relative URI', () => {
  const { runs } = sarif({ 'a b/#1 ünï%.json': BIG })
  expect(runs[0]?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
    'a%20b/%231%20%C3%BCn%C3%AF%25.json',
  )
})

/** The schema is of draft 4, and uses nothing that later drafts read otherwise but the name of its own address. */
function sarifSchema(): SchemaObject {
  const bytes = readFileSync(new URL('../fixtures/sarif/sarif-schema-2.1.0.json.gz', import.meta.url))
  const { $schema: _dialect, id: $id, ...rest } = JSON.parse(gunzipSync(bytes).toString()) as Record<string, unknown>
  return { $id: String($id), ...rest }
}

test('keeps to the schema of SARIF 2.1.0', () => {
  // Formats of strings (uri, date-time) are checked elsewhere; ajv has none of its own.
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(sarifSchema())
  const log = sarif({ 'a b/#1 ünï%.json': BIG, 'fine.json': FINE, 'broken.json': '{', '\uD800.json': '[' })
  const valid = validate(log)
  expect(validate.errors ?? []).toEqual([])
  expect(valid).toBe(true)
  expect(validate({ ...log, version: '2.2.0' })).toBe(false)
})

test('every result has what code scanning requires: a message, one place with all four of its numbers', () => {
  const { runs } = sarif({ 'big.json': BIG, 'broken.json': '{' })
  for (const { message, locations, ruleId } of runs[0]?.results ?? []) {
    expect([ruleId, message.text.length > 0, locations.length]).toEqual([ruleId, true, 1])
    const { region } = locations[0]?.physicalLocation ?? {}
    expect(Object.keys(region ?? {}).sort()).toEqual(['endColumn', 'endLine', 'startColumn', 'startLine'])
    for (const number of Object.values(region ?? {})) expect(number).toBeGreaterThan(0)
  }
})
