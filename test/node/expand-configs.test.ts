import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { expandConfigs, MAX_CONFIG_FILES } from '../../shared/node/expand-configs.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { userErrorOf } from '../helpers/thrown.ts'

async function folderWith(...names: string[]): Promise<string> {
  const folder = await tempFolder()
  for (const name of names) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), '{}')
  }
  return folder
}

test('patterns and names give every file once, sorted', async () => {
  const cwd = await folderWith('b.json', 'configs/a.json', 'configs/deep/c.json', 'configs/readme.md')
  expect(await expandConfigs(['configs/**/*.json', 'b.json', 'configs/a.json'], cwd)).toEqual([
    'b.json',
    'configs/a.json',
    'configs/deep/c.json',
  ])
})

test('a name that exists is that file, whatever characters it has', async () => {
  const cwd = await folderWith('[a].json', 'a.json', 'x{1,2}.json')
  expect(await expandConfigs(['[a].json'], cwd)).toEqual(['[a].json'])
  expect(await expandConfigs(['x{1,2}.json'], cwd)).toEqual(['x{1,2}.json'])
})

test('node_modules, .git and folders behind links are not searched', async () => {
  const cwd = await folderWith('a.json', 'node_modules/p/a.json', '.git/a.json')
  const elsewhere = await folderWith('hidden.json')
  await symlink(elsewhere, join(cwd, 'link'))
  await symlink(cwd, join(cwd, 'round'))
  expect(await expandConfigs(['**/*.json'], cwd)).toEqual(['a.json'])
})

test('a pattern that matches nothing gives nothing', async () => {
  expect(await expandConfigs(['*.json'], await tempFolder())).toEqual([])
})

test('a missing file, a folder and an empty name are one sentence each', async () => {
  const cwd = await folderWith('configs/a.json')
  expect(await userErrorOf(() => expandConfigs(['none.json'], cwd))).toMatchObject({
    kind: 'input',
    message: 'none.json does not exist',
  })
  expect(await userErrorOf(() => expandConfigs(['configs/'], cwd))).toMatchObject({
    kind: 'input',
    hint: 'Name the files in it: configs/*.json',
  })
  expect(await userErrorOf(() => expandConfigs([''], cwd))).toMatchObject({ kind: 'usage' })
  expect(await userErrorOf(() => expandConfigs(['*'.repeat(2000)], cwd))).toMatchObject({ kind: 'usage' })
})

test('more matches than a fleet has are refused', async () => {
  const cwd = await tempFolder()
  await Promise.all(
    Array.from({ length: MAX_CONFIG_FILES + 1 }, (_, index) => writeFile(join(cwd, `${index}.json`), '{}')),
  )
  expect(await userErrorOf(() => expandConfigs(['*.json'], cwd))).toMatchObject({
    kind: 'usage',
    message: `*.json matches more than ${MAX_CONFIG_FILES} files`,
  })
})
