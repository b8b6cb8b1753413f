import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { unifiedDiff } from '../../shared/report/unified-diff.ts'
import { writeJsonFix } from '../../shared/report/write-fix.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

test('a fix of a key that stands there twice is that of the value which counts', () => {
  const text = '{ "settings": { "n_ctx": 1, "n_ctx": 2 }, "settings": { "n_ctx": 3, "n_ctx": 4 } }'
  const after = writeJsonFix(text, { path: ['settings', 'n_ctx'], value: 8 })
  expect(after).toBe('{ "settings": { "n_ctx": 1, "n_ctx": 2 }, "settings": { "n_ctx": 3, "n_ctx": 8 } }')
  expect(JSON.parse(after)).toEqual({ settings: { n_ctx: 8 } })
})

describe('unifiedDiff', () => {
  test('has three lines around a change and the right numbers', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `${index}\n`)
    const after = lines.with(9, 'nine\n').toSpliced(25, 0, 'new\n')
    expect(unifiedDiff('a.json', lines.join(''), after.join(''))).toBe(
      '--- a/a.json\n+++ b/a.json\n' +
        '@@ -7,7 +7,7 @@\n 6\n 7\n 8\n-9\n+nine\n 10\n 11\n 12\n' +
        '@@ -23,6 +23,7 @@\n 22\n 23\n 24\n+new\n 25\n 26\n 27\n',
    )
    expect(unifiedDiff('a', 'x', 'x')).toBe('')
  })

  test.each(['a b.json', 'tab\there.json', 'quote".json', 'ünï.json', 'back\\slash.json', 'line\nbreak.json'])(
    'git applies it to %j',
    async (name) => {
      const folder = await tempFolder()
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      const before = '{\r\n  "a": 1,\r\n  "b": 2\r\n}'
      const after = '{\r\n  "a": 1,\r\n  "b": 3,\r\n  "c": 4\r\n}'
      writeFileSync(path, before)
      const { status, stderr } = spawnSync('git', ['apply', '--unsafe-paths', '--directory=.', '-'], {
        cwd: folder,
        input: unifiedDiff(name, before, after),
        encoding: 'utf8',
        env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) },
      })
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
      expect(readFileSync(path, 'utf8')).toBe(after)
    },
  )

  test('both sides can be read back out of it', () => {
    const text = fc
      .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'd'), { maxLength: 30 })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const diff = unifiedDiff('f', before, after)
        const side = (sign: string) =>
          diff
            .split(/(?<=\n)/)
            .slice(2)
            .filter((line) => line[0] === ' ' || line[0] === sign)
            .map((line) => line.slice(1))
        const kept = side('-').join('')
        // Hunks hold a part of the text; of short texts all of it, but for an end without a line break.
        if (before !== after && before.length < 8 && after.length < 8) {
          expect(kept.replace(/\n$/, '')).toBe(before.replace(/\n$/, ''))
          expect(side('+').join('').replace(/\n$/, '')).toBe(after.replace(/\n$/, ''))
        }
      }),
    )
  })
})

describe('writeJsonFix', () => {
  test('changes the one value and keeps comments and layout', () => {
    const text = '\uFEFF{\r\n\t// ours\r\n\t"settings" : {"n_ctx":   65536 /* long */, "n_batch": 8}\r\n}\r\n'
    expect(writeJsonFix(text, { path: ['settings', 'n_ctx'], value: 4096 })).toBe(text.replace('65536', '4096'))
  })

  test('adds an absent key in the manner of the file', () => {
    const text = '{\n    "settings": {\n        "n_ctx": 1\n    }\n}\n'
    expect(writeJsonFix(text, { path: ['settings', 'n_gpu_layers'], value: 5 })).toBe(
      '{\n    "settings": {\n        "n_ctx": 1,\n        "n_gpu_layers": 5\n    }\n}\n',
    )
  })
})
