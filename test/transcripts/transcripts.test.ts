import { readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { any } from './read-any.ts'
import { compare } from './compare.ts'
import { standsElsewhere } from './elsewhere.ts'
import { READERS } from './readers.ts'

const folder = process.env.LP_TRANSCRIPTS
if (!folder) {
  throw new Error('LP_TRANSCRIPTS is not set: give it the folder with the recorded outputs and their index.json.')
}

const IndexSchema = z.array(
  z.object({
    file: z.string(),
    category: z.string(),
    command: z.string().default(''),
    expected: z.record(z.string(), z.unknown()),
  }),
)

const entries = IndexSchema.parse(JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')))
const categories = [...new Set(entries.map(({ category }) => category))].sort()
const unread: { file: string; path: string }[] = []
const report = new Map<string, { files: number; covered: number; uncovered: Map<string, number> }>()

describe.each(categories)('%s', (category) => {
  const files = entries.filter((entry) => entry.category === category)
  const tally = { files: files.length, covered: 0, uncovered: new Map<string, number>() }
  report.set(category, tally)

  it.each(files.map((entry) => [entry.file, entry] as const))('%s', (file, entry) => {
    const text = readFileSync(join(folder, normalize(`/${file}`)), 'utf8')
    const read = READERS[category] ?? any
    const { covered, uncovered, wrong } = compare(entry.expected, read(text, entry))
    tally.covered += covered
    for (const path of uncovered) {
      if (!standsElsewhere(category, path)) unread.push({ file, path })
      const word = path.replaceAll(/\[\d+\]/g, '[]')
      tally.uncovered.set(word, (tally.uncovered.get(word) ?? 0) + 1)
    }
    expect(wrong).toEqual([])
  })
})

it('compares every fact but those that the recorded text cannot hold', () => {
  expect(unread).toEqual([])
})

afterAll(() => {
  const all = [...report.values()]
  const checked = all.reduce((sum, { covered }) => sum + covered, 0)
  const missing = all.reduce((sum, { uncovered }) => sum + [...uncovered.values()].reduce((a, b) => a + b, 0), 0)
  const lines = [...report].map(([category, { files, covered, uncovered }]) => {
    const open = [...uncovered.values()].reduce((sum, count) => sum + count, 0)
    const words = [...uncovered].map(([word, count]) => `${word} ${count}`).join(', ')
    return `${category}: ${files} files, ${covered} facts checked, ${open} not covered${words && ` (${words})`}`
  })
  lines.push(`all: ${checked} of ${checked + missing} facts compared`)
  process.stdout.write(`\n${lines.join('\n')}\n`)
})
