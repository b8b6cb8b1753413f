import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readYaml } from '../../shared/policy/yaml/read-yaml.ts'
import { scanYaml, YAML_LIMITS } from '../../shared/policy/yaml/scan-yaml.ts'

const problemsOf = (text: string) => readYaml(text).problems.map(({ problem }) => problem)

describe('readYaml', () => {
  test('gives plain data and the token of every value', () => {
    const text = 'a: 1\nb:\n  - "x y"\n  - {c: true}\nd:\n'
    const { value, places, problems } = readYaml(text)
    expect(problems).toEqual([])
    expect(JSON.parse(JSON.stringify(value))).toEqual({ a: 1, b: ['x y', { c: true }], d: null })
    const at = (path: (string | number)[]) => {
      const { line, column, end_column } = places.ofValue(path)
      return text.split('\n')[line - 1]?.slice(column - 1, end_column - 1)
    }
    expect(at(['a'])).toBe('1')
    expect(at(['b', 0])).toBe('"x y"')
    expect(at(['b', 1, 'c'])).toBe('true')
    expect(at(['d'])).toBe('d')
    expect(places.ofKey(['b', 1, 'c'])).toEqual({ line: 4, column: 6, end_column: 7 })
    expect(places.ofValue(['b', 7])).toEqual({ line: 3, column: 3, end_column: 4 })
  })

  test('the text at the place of any value is the value', () => {
    const value = fc.oneof(fc.integer(), fc.boolean(), fc.string({ unit: 'grapheme-ascii' }))
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), value), { maxLength: 8 }), (pairs) => {
        const unique = [...new Map(pairs)]
        const text = unique.map(([key, one]) => `${key}: ${JSON.stringify(one)}\n`).join('')
        const { places } = readYaml(text)
        for (const [key, one] of unique) {
          const { line, column, end_column } = places.ofValue([key])
          expect(text.split('\n')[line - 1]?.slice(column - 1, end_column - 1)).toBe(JSON.stringify(one))
        }
      }),
    )
  })

  test.each([
    ['a: 1\na: 2\n', 'duplicate'],
    ['a: &x 1\nb: *x\n', 'alias'],
    ['b: *nowhere\n', 'alias'],
    ['a: !!js/function 1\n', 'tag'],
    ['a: !secret x\n', 'tag'],
    ['%YAML 1.1\n---\na: 1\n', 'directive'],
    ['a: 1\n---\nb: 2\n', 'several_documents'],
    ['a:\n\t- b\n', 'tab'],
    ['a: [1, 2\n', 'bracket_open'],
    ['{version: 1, configs: [[[[[', 'bracket_open'],
    ['a:\n    b: 1\n  c: 2\n', 'indent'],
    ['address: [::1]:0\n', 'quotes'],
    ['address: {a}:0\n', 'quotes'],
    ['a: @b\n', 'quotes'],
    ['version: 1\u0000\n', 'control'],
    ['a: "\u0007"\n', 'control'],
    ['a: "b\n', 'character_missing'],
    ['? [a]\n: b\n', 'key_kind'],
  ])('%j is a problem: %s', (text, problem) => {
    expect(problemsOf(text)).toContain(problem)
  })

  test('a key like __proto__ is a key as any other', () => {
    const { value } = readYaml('__proto__:\n  polluted: 1\nconstructor: 2\n')
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  test.each([
    ['flow sequences', '['.repeat(10_000)],
    ['flow sequences with closers in texts', '["]", '.repeat(1000)],
    ['flow sequences after an apostrophe', `don't: ${"['a', ".repeat(1000)}`],
    ['flow mappings', '{a: '.repeat(10_000)],
    ['blocks on one line', '- '.repeat(10_000)],
    ['keys on one line', '? '.repeat(10_000)],
    ['indented blocks', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')],
    ['indented blocks with CRLF', Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:\r\n`).join('')],
  ])('%s nested too deeply are refused before the parser sees them', (_, text) => {
    expect(problemsOf(text)).toEqual(['too_much_nesting'])
  })

  test('long and crowded texts are refused', () => {
    expect(problemsOf(`a: ${'x'.repeat(YAML_LIMITS.length)}`)).toEqual(['too_much_length'])
    const keys = Array.from({ length: YAML_LIMITS.keys + 1 }, (_, i) => `k${i}: 1\n`).join('')
    expect(problemsOf(keys)).toEqual(['too_much_keys'])
  })

  test('an ordinary file with many lines and brackets in texts is within the limits', () => {
    const lines = Array.from(
      { length: 2000 },
      (_, i) => `  - {rule: LP101, config: "configs/[${i}.json", reason: '['}\n`,
    )
    expect(scanYaml(`baseline:\n${lines.join('')}`)).toBeNull()
  })

  test('never throws', () => {
    const part = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&x',
      '*x',
      '|',
      '>',
      '"',
      "'",
      '#',
      '!',
      '%',
      '\t',
      '?',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const { problems, value } = readYaml(parts.join(''))
        expect(value !== undefined || problems.length > 0).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})
