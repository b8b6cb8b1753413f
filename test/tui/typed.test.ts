import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { shownParts } from '../../cli/tui/components/field.tsx'
import { productIn, wordLines } from '../../cli/tui/format.ts'
import { tuneLayout } from '../../cli/tui/screens/tune-layout.ts'
import { pastedPath } from '../../cli/tui/wizard/pasted-path.ts'
import { typedNumber } from '../../shared/typed-number.ts'

test.each([
  ['24', 24],
  ['0.5', 0.5],
  ['.5', 0.5],
  ['20k', 20_480],
  ['1M', 1_048_576],
  ['1.5k', 1536],
  ['', null],
  ['k', null],
  ['1.2.3', null],
])('the number %j is %j', (text, expected) => {
  expect(typedNumber(text)).toBe(expected)
})

test.each([
  ['/a/b.gguf', 'linux', '/a/b.gguf'],
  [' /a/b.gguf ', 'linux', '/a/b.gguf'],
  ["'/a/my models/b.gguf'", 'linux', '/a/my models/b.gguf'],
  ['"C:\\my models\\b.gguf"', 'win32', 'C:\\my models\\b.gguf'],
  ['/a/my\\ models/b\\(1\\).gguf', 'darwin', '/a/my models/b(1).gguf'],
  ['C:\\models\\b.gguf', 'win32', 'C:\\models\\b.gguf'],
  ['file:///a/my%20models/b.gguf', 'linux', '/a/my models/b.gguf'],
  ['file:///C:/models/b.gguf', 'win32', 'C:/models/b.gguf'],
  ['qwen3 8b', 'linux', 'qwen3 8b'],
] as const)('%j pasted on %s is the path %j', (text, platform, expected) => {
  expect(pastedPath(text, platform)).toBe(expected)
})

test.each([
  ['abc', 0, 10, 'abc', ''],
  ['abc', 2, 10, 'a', 'bc'],
  ['abcdefghij', 0, 5, '~ghij', ''],
  ['abcdefghij', 10, 6, '', 'abc'],
] as const)('of %j with %d signs after the caret in %d columns %j and %j are shown', (text, after, room, a, b) => {
  expect(shownParts(text, after, room, '~')).toEqual([a, b])
})

const HEIGHTS = Array.from({ length: 53 }, (_, n) => n + 8)

test.each([
  [8, 2],
  [10, 2],
  [10, 5],
] as const)('with %d rows and %d bars the tuning screen asks for no more lines than there are', (rows, bars) => {
  for (const height of HEIGHTS.filter((lines) => lines >= bars + 4)) {
    for (const columns of [40, 60, 80, 200]) {
      const has = tuneLayout({ columns, height, rows, bars, delta: true })
      const extras = [has.gap, has.legend, has.speeds, has.delta, has.detail_gap, has.bars_gap].filter(Boolean).length
      const lines = has.list + bars + 1 + extras + (has.numbers ? bars : 0) + has.detail
      expect(lines, `${columns} x ${height}`).toBeLessThanOrEqual(height)
    }
  }
})

describe('text in the width there is', () => {
  it('breaks between words, and no line begins with space', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z(),.]{1,12}$/), { minLength: 1 }),
        fc.integer({ min: 12, max: 60 }),
        (words, width) => {
          const lines = wordLines(words.join(' '), width)
          expect(lines.join(' ')).toBe(words.join(' '))
          for (const line of lines) expect(line.length <= width && line === line.trim()).toBe(true)
        },
      ),
    )
  })

  it('names a product by what sets it apart', () => {
    expect(productIn('NVIDIA GeForce RTX 3050 (8 GB)', 28)).toBe('RTX 3050 (8 GB)')
    expect(productIn('NVIDIA GeForce RTX 3050 (8 GB)', 30)).toBe('NVIDIA GeForce RTX 3050 (8 GB)')
    expect(productIn('Apple M1 (8 GB)', 10)).toBe('M1 (8 GB)')
    expect(productIn('Apple M1 (8 GB)', 15)).toBe('Apple M1 (8 GB)')
  })
})
