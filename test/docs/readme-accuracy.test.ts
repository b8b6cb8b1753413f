import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
/** The cells of the first row after `from` that holds `word`. */
const cells = (text: string, from: string, word: string): string[] => {
  const rest = text.slice(text.indexOf(from))
  const row = rest.split('\n').find((line) => line.startsWith('|') && line.includes(word)) ?? ''
  return row.split('|').map((cell) => cell.trim())
}

const readme = read('README.md')
const accuracy = read('docs/accuracy.md')

test('the memory table of the README is that of the generated page', () => {
  const [, , rows, , , , ours_under, median, p99, , under] = cells(accuracy, '### Beside node-llama-cpp', '**all**')
  expect(cells(readme, '| Memory, bytes per device', 'node-llama-cpp').slice(2, 6)).toEqual([rows, median, p99, under])
  const [, , our_rows, , our_p99, our_under] = cells(readme, '| Memory, bytes per device', '| lp-tui')
  expect([our_rows, our_p99, our_under]).toEqual([rows, '0 %', ours_under])
})

test('the speed table of the README is that of the generated page', () => {
  const ours = cells(accuracy, '| Decode', '**whole device left out**')
  const rule = cells(accuracy, '| Decode', 'the rule: 0.55')
  const shown = (word: string) => cells(readme, '| Decode speed', word).slice(2, 5)
  expect(shown('| lp-tui')).toEqual([ours[2], ours[4], ours[5]])
  expect(shown('the usual rule')).toEqual([rule[2], rule[4], rule[5]])
})
