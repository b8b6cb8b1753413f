import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadPolicy } from '../../../shared/node/check/load-policy.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import { NOTHING } from './cases.ts'

const load = (folder: string) => loadPolicy({ ...NOTHING, folder, root: null }, {})

test('a folder without the file has no policy', async () => {
  const folder = await tempFolder()
  expect(await load(folder)).toMatchObject({ file: null, policy: {} })
  await mkdir(join(folder, '.github'))
  expect(await load(folder)).toMatchObject({ file: null, policy: {} })
})

test('a link to a policy is followed', async () => {
  const folder = await tempFolder()
  await mkdir(join(folder, 'real'))
  await writeFile(join(folder, 'real/lp-config.yml'), 'version: 1\nfail-on: never\n')
  await symlink('real', join(folder, '.github'))
  expect(await load(folder)).toMatchObject({ file: '.github/lp-config.yml', policy: { 'fail-on': 'never' } })
})

test('a policy that cannot be reached is not taken for none', async () => {
  const folder = await tempFolder()
  await mkdir(join(folder, '.github'))
  await symlink('../gone.yml', join(folder, '.github/lp-config.yml'))
  expect(await userErrorOf(() => load(folder))).toMatchObject({
    kind: 'input',
    message: '.github/lp-config.yml is a symbolic link that leads nowhere',
  })
  const other = await tempFolder()
  await symlink('gone', join(other, '.github'))
  expect(await userErrorOf(() => load(other))).toMatchObject({
    message: '.github is a symbolic link that leads nowhere',
  })
  const file = await tempFolder()
  await writeFile(join(file, '.github'), '')
  expect(await userErrorOf(() => load(file))).toMatchObject({ kind: 'input' })
})
