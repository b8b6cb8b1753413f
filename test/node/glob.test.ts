import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import * as fc from 'fast-check'
import { glob as peer, isDynamicPattern as peerIsDynamic } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { glob } from '../../shared/node/glob.ts'
import { isDynamicPattern } from '../../shared/node/read-glob.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'

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

const found = async (pattern: string, cwd: string) => (await glob(pattern, cwd)).sort()
const peerFound = async (pattern: string, cwd: string) =>
  (
    await peer(pattern, {
      cwd,
      ignore: ['**/.git/**', '**/node_modules/**'],
      followSymbolicLinks: false,
      expandDirectories: false,
      onlyFiles: true,
    })
  ).sort()

describe('against tinyglobby', () => {
  test('finds the same files', async () => {
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
      '{a..c}.json',
      '{a}.json',
      'configs',
      'deep',
      '.',
      '',
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
        // An absolute pattern would search the whole disk, of several slashes at the end tinyglobby makes an error, and a
        // name is for `expandConfigs`.
        fc.pre(!/^\/|\/\/$/.test(pattern) && isDynamicPattern(pattern) && peerIsDynamic(pattern))
        // `a/**` is a file `a` too to picomatch; here only what is below.
        fc.pre(!/(json|a\*|x\*|\.\*|yml)(\/+\.?)*(\/\*\*)/.test(pattern.replaceAll('}', '')))
        // tinyglobby does not look for a folder with a dot below `**`; picomatch says that it matches.
        fc.pre(!/\*\*\/(.*\/)?\.[^/]/.test(pattern))
        expect(await found(pattern, cwd), pattern).toEqual(await peerFound(pattern, cwd))
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    'configs//*.json',
    'configs/./a*.json',
    './configs/*.json',
    'configs/**/',
    'configs/deep/../*.json',
    'link/*.json',
    '{configs,none}/a.json',
    '{configs/deep,configs}/*.json',
    '[ab].json',
    '[a-b]*',
    '\\a*.json',
    'x\\[1]*',
    '**/*.json',
    '**/a*',
    'node_modules/**',
    'none/*.json',
  ])('finds for %s what it finds', async (pattern) => {
    const cwd = await tree()
    expect(await found(pattern, cwd)).toEqual(await peerFound(pattern, cwd))
  })

  test('finds by an absolute pattern what it finds', async () => {
    const cwd = await tree()
    const pattern = `${cwd}/configs/**/*.json`
    expect(await found(pattern, cwd)).toEqual(await peerFound(pattern, cwd))
  })

  test('knows a pattern from a name', () => {
    for (const text of [...FILES.slice(0, 12), '*.json', 'a?', '{a,b}', 'configs/**', '@(a)', '(a|b)']) {
      expect(isDynamicPattern(text), text).toBe(peerIsDynamic(text))
    }
  })
})

test('braces stand for choices and ranges, within each other too', async () => {
  const cwd = await tempFolder()
  for (const name of ['c9', 'c10', 'c11', 'a-x', 'a-y1', 'a-y2', '{a}', '{b1}']) writeFileSync(join(cwd, name), '')
  expect(await found('c{9..11}', cwd)).toEqual(['c10', 'c11', 'c9'])
  expect(await found('c{11..10}', cwd)).toEqual(['c10', 'c11'])
  expect(await found('a-{x,y{1..2}}', cwd)).toEqual(['a-x', 'a-y1', 'a-y2'])
  expect(await found('{a}*', cwd)).toEqual(['{a}'])
  expect(await found('{b{1,2}}', cwd)).toEqual(['{b1}'])
  expect(await found('\\{a*', cwd)).toEqual(['{a}'])
  expect(await found('{a*', cwd)).toEqual(['{a}'])
})

test('links to files match, also those that lead nowhere, and links to folders do not', async () => {
  const cwd = await tempFolder()
  mkdirSync(join(cwd, 'configs'))
  writeFileSync(join(cwd, 'shared.json'), '')
  symlinkSync('../shared.json', join(cwd, 'configs/link.json'))
  symlinkSync('../gone.json', join(cwd, 'configs/gone.json'))
  symlinkSync('.', join(cwd, 'configs/round.json'))
  expect(await found('configs/*.json', cwd)).toEqual(['configs/gone.json', 'configs/link.json'])
})

test.each([
  'configs/@(a|b).json',
  'configs/+(a|b).json',
  'configs/*(a|b).json',
  'configs/?(a).json',
  'configs/!(a).json',
  'configs/(a|b).json',
  '[[:alpha:]].json',
  'c{1..3..2}.json',
])('%s is refused, as other matchers read it in other ways', async (pattern) => {
  const { kind, message } = (await userErrorOf(() => glob(pattern, '.'))) ?? {}
  expect({ kind, message }).toEqual({
    kind: 'usage',
    message: `${pattern} is an extended pattern: only *, **, ?, [abc], {a,b} and {1..3} are read`,
  })
})

test('a pattern that goes up after a wildcard is refused', async () => {
  expect(await userErrorOf(() => glob('configs/*/../*.json', '.'))).toMatchObject({
    message: 'configs/*/../*.json goes up again after a wildcard',
  })
})

test('patterns that a backtracking matcher would drown in take no time', async () => {
  const cwd = await tempFolder()
  writeFileSync(join(cwd, 'a'.repeat(200)), '')
  expect(await glob(`${'*a'.repeat(12)}b`, cwd)).toEqual([])
})
