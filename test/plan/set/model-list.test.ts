import { expect, test } from 'vitest'
import { readModelList } from '../../../shared/read-wishes.ts'
import { formatFinding } from '../../../shared/report/sentence.ts'

function contextOf(written: string) {
  const { list, problems } = readModelList(`models:\n  - name: chat\n    model: qwen3-8b\n    context: ${written}\n`)
  return list?.models[0]?.context ?? problems.map((problem) => `${problem.place.line} ${formatFinding(problem)}`)
}

test.each([
  ['16384', 16_384],
  ['16k', 16_384],
  ['16K', 16_384],
  ['0k', ['4 models[0].context must be at least 1.']],
  ['16kb', ['4 models[0].context must be a number, not a text.']],
  ['99999999k', ['4 models[0].context must be a number, not a text.']],
])('a context of %s', (written, read) => {
  expect(contextOf(written)).toEqual(read)
})
