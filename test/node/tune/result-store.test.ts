import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { dataFolder } from '../../../shared/node/tune/data-folder.ts'
import { resultStore } from '../../../shared/node/tune/result-store.ts'
import type { StoredResult } from '../../../shared/tune/stored-result.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import { tunedResult } from '../../tune/tuned-result.ts'

let result: StoredResult
beforeAll(async () => {
  result = await tunedResult()
})

describe('the folder', () => {
  test.each([
    ['linux', { HOME: '/home/a' }, '/home/a/.local/share/lp-tui'],
    ['linux', { HOME: '/home/a', XDG_DATA_HOME: '/data' }, '/data/lp-tui'],
    ['linux', { HOME: '/home/a', XDG_DATA_HOME: 'data' }, '/home/a/.local/share/lp-tui'],
    ['darwin', { HOME: '/Users/a' }, '/Users/a/Library/Application Support/lp-tui'],
  ] as const)('on %s with %j', (platform, env, folder) => {
    expect(dataFolder({ platform, env })).toBe(folder)
  })

  test('on Windows is the local application data', () => {
    expect(dataFolder({ platform: 'win32', env: { LOCALAPPDATA: 'C:\\L' } })).toMatch(/^C:\\L.lp-tui$/)
  })
})

test('what is saved is listed, the newest first, and replaced by its key', async () => {
  const store = resultStore(await tempFolder())
  expect(await store.list()).toEqual({ results: [], unreadable: [] })
  const older = { ...result, id: 'aaaaaaaaaaaa', created: '2025-01-01T00:00:00.000Z' }
  await store.save(older)
  await store.save(result)
  await store.save(result)
  expect((await store.list()).results).toEqual([result, older])
  expect((await readdir(store.folder)).sort()).toEqual([`${result.id}.json`, 'aaaaaaaaaaaa.json'].sort())
  expect([await store.forget(result.id), await store.forget(result.id)]).toEqual([true, false])
})

test('damaged files and those of another version are named, and never fatal', async () => {
  const folder = await tempFolder()
  const store = resultStore(folder)
  await store.save(result)
  await writeFile(join(store.folder, 'broken.json'), '{"schema_version": 1, "kind": "tune_res')
  await writeFile(join(store.folder, 'newer.json'), JSON.stringify({ ...result, schema_version: 2 }))
  await writeFile(join(store.folder, 'binary.json'), Buffer.from([0, 255, 254, 1]))
  await mkdir(join(store.folder, 'folder.json'))
  const { results, unreadable } = await store.list()
  expect(results).toEqual([result])
  expect([...unreadable].sort()).toEqual(['binary.json', 'broken.json', 'folder.json', 'newer.json'])
})
