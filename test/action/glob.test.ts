import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { glob as peer, isDynamicPattern as peerIsDynamic } from 'tinyglobby'
import { expect, test } from 'vitest'
import { glob, isDynamicPattern } from '../../action/glob.ts'
import { readPattern } from '../../shared/node/check/patterns.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const FILES = [
  'a.json',
  'b.json',
  'ab.json',
  'a.txt',
  '.hidden.json',
  'configs/a.json',
  'configs/b.yml',
  'configs/deep/a.json',
  'configs/deep/er/c.json',
  '.github/x.json',
  'node_modules/m/a.json',
  '.git/a.json',
  'x[1].json',
  'ü.json',
  'a b.json',
]

async function tree(): Promise<string> {
  const folder = await tempFolder()
  for (const file of FILES) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), '')
  }
  symlinkSync(join(folder, 'configs'), join(folder, 'link'))
  return folder
}

const options = (cwd: string) => ({
  cwd,
  ignore: ['**/.git/**', '**/node_modules/**'],
  followSymbolicLinks: false,
  expandDirectories: false,
  onlyFiles: true,
})

test('finds what tinyglobby finds', async () => {
  const cwd = await tree()
  const part = fc.constantFrom(
    '*',
    '**',
    '*.json',
    'a*',
    '?.json',
    '[ab].json',
    '[!a].json',
    '{a,b}.json',
    'configs',
    'deep',
    '*.{json,yml}',
    '.github',
    '.*',
    'x*',
    'a{,b}.json',
    'configs/{deep/,}a.json',
  )
  await fc.assert(
    fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 3 }), async (parts) => {
      const pattern = parts.join('/')
      // `a/**` is a file `a` too to picomatch; here only what is below.
      fc.pre(!/(json|a\*|x\*|\.\*|yml)(\/\*\*)+$/.test(pattern.replaceAll('}', '')))
      // tinyglobby does not look for a folder with a dot below `**`; picomatch says that it matches.
      fc.pre(!/\*\*\/(.*\/)?\./.test(pattern))
      expect((await glob(pattern, { cwd })).sort(), pattern).toEqual((await peer(pattern, options(cwd))).sort())
    }),
    { numRuns: 300 },
  )
})

test('knows a pattern from a name as tinyglobby does', () => {
  for (const text of [...FILES.slice(0, 12), '*.json', 'a?', '{a,b}', 'configs/**']) {
    expect(isDynamicPattern(text), text).toBe(peerIsDynamic(text))
  }
})

test('patterns that a backtracking matcher would drown in take no time', async () => {
  const cwd = await tempFolder()
  writeFileSync(join(cwd, 'a'.repeat(200)), '')
  expect(await glob(`${'*a'.repeat(12)}b`, { cwd })).toEqual([])
  expect(() => readPattern('*a'.repeat(30))).toThrow('stands for too many')
  expect(() => readPattern('{1..100000}')).toThrow('stands for too many')
  expect(() => readPattern('{a,{b,{c,d}}}'.repeat(4))).toThrow('stands for too many')
  expect(readPattern('!configs/{a,b}.json')).toEqual({ glob: 'configs/{a,b}.json', excludes: true, format: null })
  expect(readPattern('runtime-config=odd.name')).toEqual({
    glob: 'odd.name',
    excludes: false,
    format: 'runtime-config',
  })
})
