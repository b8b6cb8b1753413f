import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openRecord } from '../../../shared/node/run/record-file.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

test('lines are added to a file that exists', async () => {
  const path = join(await tempFolder(), 'metrics.jsonl')
  for (const line of ['one', 'two']) {
    const record = await openRecord(path)
    record.write(line)
    await record.close()
  }
  expect(await readFile(path, 'utf8')).toBe('one\ntwo\n')
})

test('at its limit it begins anew, keeps the one before, and loses no line on the way', async () => {
  const folder = await tempFolder()
  const path = join(folder, 'metrics.jsonl')
  const record = await openRecord(path, 100)
  for (let n = 0; n < 15; n++) record.write(`line ${String(n).padStart(3, '0')}`)
  await record.close()
  expect((await readdir(folder)).sort()).toEqual(['metrics.jsonl', 'metrics.jsonl.1'])
  const lines = (await readFile(`${path}.1`, 'utf8')) + (await readFile(path, 'utf8'))
  expect(lines.trimEnd().split('\n')).toEqual(
    Array.from({ length: 15 }, (_, n) => `line ${String(n).padStart(3, '0')}`),
  )
})

test('a folder in its place is one sentence', async () => {
  const path = join(await tempFolder(), 'metrics.jsonl')
  await mkdir(path)
  expect(await userErrorOf(() => openRecord(path))).toMatchObject({ message: expect.stringContaining('is a folder') })
})
