import { expect, test } from 'vitest'
import { shownParts } from '../../cli/tui/components/field.tsx'
import { cell, cut, fitted, wordLines } from '../../cli/tui/format.ts'
import { columnsIn, firstColumnsOf, lastColumnsOf } from '../../cli/tui/terminal/columns-in.ts'

test.each([
  ['abc', 3],
  ['模型', 4],
  ['🦙 llama', 8],
  ['e\u0301', 1],
  ['한국어.gguf', 11],
  ['✓ fits', 6],
])('%s takes %d columns', (text, columns) => expect(columnsIn(text)).toBe(columns))

test.each(['模型-千问三八亿参数.gguf', '🦙🦙🦙🦙🦙🦙🦙🦙', 'plain.gguf', 'x'.repeat(40), 'e\u0301'.repeat(9)])(
  'a cell of a table is as wide as it says, whatever is in it: %s',
  (text) => {
    for (const width of [1, 2, 7, 8, 20, 50]) {
      expect(columnsIn(cell(text, width)), `${width}`).toBe(width)
      expect(columnsIn(cell(text, width, 'right')), `${width}`).toBe(width)
    }
  },
)

test('a sign of two columns is cut as a whole', () => {
  expect(cut('模型模型', 4)).toBe('模~')
  expect(cut('模型', 4)).toBe('模型')
  expect(firstColumnsOf('模型', 3)).toBe('模')
  expect(lastColumnsOf('模型', 3)).toBe('型')
  expect(lastColumnsOf('abc', 0)).toBe('')
})

test('words in wide signs are broken where the line ends', () => {
  expect(wordLines('模型 模型 ab', 9)).toEqual(['模型 模型', 'ab'])
})

test('of a wide text the caret stays in sight', () => {
  const [before, behind] = shownParts('模型模型模型', 0, 8, '…')
  expect(columnsIn(before)).toBeLessThanOrEqual(8)
  expect(before.endsWith('型')).toBe(true)
  expect(behind).toBe('')
})

test('of a sentence with a long path the path is cut, in its middle, and never the reason', () => {
  const path = `/home/ada/${'models/'.repeat(20)}qwen.gguf`
  const text = fitted(`${path} is a folder, not a file`, 60)
  expect(columnsIn(text)).toBe(60)
  expect(text).toMatch(/^\/home\/ada.*~.*qwen\.gguf is a folder, not a file$/)
  expect(fitted('a short one', 60)).toBe('a short one')
  // Of words that are all short none can be given up.
  expect(fitted('one two three four five six', 20)).toBe('one two three four five six')
})
