import { mkdir, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { repositoryOf, shownNames } from '../../../shared/node/check/shown-names.ts'
import { checkOf, concludeCheck } from '../../../shared/report/check.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let top = ''
beforeEach(async () => {
  top = await realpath(await tempFolder())
  await mkdir(join(top, 'one/.git'), { recursive: true })
  await mkdir(join(top, 'one/deep'))
  await mkdir(join(top, 'two'))
  // As in a submodule or a worktree.
  await writeFile(join(top, 'two/.git'), 'gitdir: elsewhere\n')
})
const namesOf = (...files: string[]) => {
  const paths = files.map((file) => join(top, file))
  return paths.map(shownNames(top).among(paths))
}

describe('shownNames', () => {
  test('start from the repository that holds the files', () => {
    expect(namesOf('one/deep/a.json', 'one/b.json')).toEqual(['deep/a.json', 'b.json'])
    expect(namesOf('two/a.json')).toEqual(['a.json'])
    expect(namesOf('three/a.json')).toEqual(['three/a.json'])
  })

  test('start from the top where there are several', () => {
    expect(namesOf('one/a.json', 'two/a.json', 'a.json')).toEqual(['one/a.json', 'two/a.json', 'a.json'])
  })

  test('say nothing of a file that is in no repository and not below the top', () => {
    expect(namesOf('../a.json')).toEqual([null])
  })

  test('say what folder of its repository a check starts from', () => {
    const { inside } = shownNames(top)
    expect(['.', 'one', 'one/deep', 'three'].map((folder) => inside(join(top, folder)))).toEqual([
      '',
      '',
      'deep',
      'three',
    ])
  })

  test('attach findings by the names within the repositories', () => {
    const names = shownNames(top)
    const paths = ['one/a.json', 'two/a.json'].map((file) => join(top, file))
    const place = { line: 1, column: 1, end_column: 2 }
    const own = paths.map((path) => ({
      rule: 'LP905',
      severity: 'error' as const,
      path: [],
      args: {},
      file: names.among(paths)(path) ?? '',
      place,
    }))
    const result = concludeCheck(checkOf([], { own }))
    expect(result.problems.map(({ file }) => file)).toEqual(['one/a.json', 'two/a.json'])
    expect(names.attached(result).problems.map(({ file }) => file)).toEqual(['a.json', 'a.json'])
  })
})

test('repositoryOf finds the nearest above', () => {
  expect(repositoryOf(join(top, 'one/deep'))).toBe(join(top, 'one'))
  expect(repositoryOf(join(top, 'two'))).toBe(join(top, 'two'))
})
