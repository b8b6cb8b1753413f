import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseJson } from '../../shared/config/parse-json.ts'
import type { JsonPath, Place } from '../../shared/finding.ts'

const tree = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary' }), tie('value'), { maxKeys: 4 }),
  ),
})).value

/** JSON text with any white space that the format allows between tokens. */
function print(value: unknown, space: () => string): string {
  const gap = space()
  if (Array.isArray(value)) return `[${value.map((item) => `${gap}${print(item, space)}${space()}`).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const pairs = Object.entries(value).map(
    ([key, inner]) => `${space()}${JSON.stringify(key)}${gap}:${space()}${print(inner, space)}${space()}`,
  )
  return `{${pairs.join(',')}}`
}

function paths(value: unknown, path: JsonPath = []): { path: JsonPath; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }]
  const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [{ path, value }, ...children.flatMap(([key, inner]) => paths(inner, [...path, key]))]
}

const textAt = (text: string, { line, column, end_column }: Place) =>
  text.split('\n')[line - 1]?.slice(column - 1, end_column - 1)

test('the text at the place of every value and key is its token', () => {
  const space = fc.constantFrom('', ' ', '\n', '\r\n', '\t', '  \n  ')
  fc.assert(
    fc.property(tree, fc.infiniteStream(space), (value, spaces) => {
      const text = print(value, () => String(spaces.next().value))
      const { json, places, findings } = parseJson(text)
      expect(findings).toEqual([])
      for (const { path, value: inner } of paths(value)) {
        const token = Array.isArray(inner)
          ? '['
          : typeof inner === 'object' && inner !== null
            ? '{'
            : JSON.stringify(inner)
        expect(textAt(text, places.ofValue(path))).toBe(token)
        const key = path.at(-1)
        const own = typeof key === 'string' ? JSON.stringify(key) : token
        expect(textAt(text, places.ofKey(path))).toBe(own)
      }
      expect(json?.value).toEqual(JSON.parse(text))
    }),
    { numRuns: 200 },
  )
})

test('a text with a comment, read token by token, has the same value and the same duplicate keys as without', () => {
  const name = fc.oneof(fc.constantFrom('a', 'b', '__proto__', 'constructor', 'length'), fc.string({ unit: 'binary' }))
  const object = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 3 }, fc.integer(), fc.array(tie('value'), { maxLength: 3 }), tie('object')),
    object: fc.array(fc.tuple(name, tie('value')), { maxLength: 4 }).map((pairs) => ({ pairs })),
  })).object
  type Written = number | readonly Written[] | { readonly pairs: readonly (readonly [string, Written])[] }
  const written = (value: Written): string => {
    if (typeof value === 'number') return String(value)
    if (!('pairs' in value)) return `[${value.map(written).join(',')}]`
    return `{${value.pairs.map(([key, inner]) => `${JSON.stringify(key)}:${written(inner)}`).join(',')}}`
  }
  fc.assert(
    fc.property(object, (value) => {
      const text = written(value as Written)
      const plain = parseJson(text)
      const slow = parseJson(`${text}\n// said`)
      expect(JSON.stringify(plain.json)).toBe(JSON.stringify(slow.json))
      expect(slow.findings.filter(({ rule }) => rule !== 'LP003')).toEqual(plain.findings)
      expect(slow.places.ofKey(['a', 'b'])).toEqual(plain.places.ofKey(['a', 'b']))
    }),
    { numRuns: 500 },
  )
})

test('a missing key stands at the nearest object that is there', () => {
  const { places } = parseJson('{\n  "a": {\n    "b": 1\n  }\n}')
  expect(places.ofValue(['a', 'x'])).toEqual({ line: 2, column: 8, end_column: 9 })
  expect(places.ofValue(['x', 'y'])).toEqual({ line: 1, column: 1, end_column: 2 })
  expect(places.ofValue(['a', 'b', 'c'])).toEqual({ line: 3, column: 10, end_column: 11 })
})

test('any text at all ends in a tree or a finding, never in an exception', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          ',',
          ':',
          '\\',
          '/*',
          '*/',
          '//',
          '\n',
          '\uFEFF',
          '1e9',
          'null',
          '\\u12',
        ),
      )
      .map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(noise, (text) => {
      const { json, findings } = parseJson(text)
      expect(json !== null || findings.length > 0).toBe(true)
      for (const { place } of findings) {
        expect(place.line).toBeGreaterThan(0)
        expect(place.column).toBeGreaterThan(0)
        expect(place.end_column).toBeGreaterThan(place.column)
      }
    }),
    { numRuns: 1000 },
  )
})
