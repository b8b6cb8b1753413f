import { chmod, mkdir, realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CheckRequest } from '../../../shared/node/check/request.ts'
import { runCheck } from '../../../shared/node/check/run-check.ts'
import { concludeCheck } from '../../../shared/report/check.ts'
import { markdownReport } from '../../../shared/report/markdown/markdown-report.ts'
import { textReport } from '../../../shared/report/text-report.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import { unprivileged } from '../../helpers/unprivileged.ts'
import { check, config, folderWith, loadTarget, NOTHING } from './cases.ts'

const filesOf = async (files: Readonly<Record<string, string>>, more: Partial<CheckRequest>) => {
  const { check: done } = await check(files, { targets: ['large'], ...more })
  return done.configs.map(({ report }) => report.file)
}

describe('patterns of a request', () => {
  test('one that matches nothing is a finding, as in a policy, in no file', async () => {
    const { check: done } = await check(
      { 'configs/a.json': config(512) },
      { configs: ['configs/*.json', 'confgs/*.json', 'old/*.json'], targets: ['large'] },
    )
    expect(done.own).toMatchObject([
      { rule: 'LP904', severity: 'warning', file: '', args: { pattern: 'confgs/*.json' } },
      { rule: 'LP904', severity: 'warning', file: '', args: { pattern: 'old/*.json' } },
    ])
    const result = concludeCheck(done)
    expect(textReport(result)).toMatch(
      /^warning LP904: No file matches confgs\/\*\.json\.\nwarning LP904: No file matches old/,
    )
    const summary = markdownReport(result, { summary: 'full', base: null, blob: 'https://github.com/o/r/blob/1' })
    expect(summary).toContain('<details><summary>The check itself: 0 errors, 2 warnings</summary>')
    expect(summary).not.toContain('blob/1/#')
  })

  test('a folder that may not be searched is a finding, unless it is left out', async () => {
    const folder = await folderWith({ 'configs/a.json': config(512), 'configs/secret/b.json': config(512) })
    await chmod(folder, 0o755)
    await chmod(join(folder, 'configs/secret'), 0)
    const run = (...configs: string[]) =>
      unprivileged(async () => {
        const request = { ...NOTHING, folder, root: null, configs, targets: ['large'] }
        return runCheck(request, { loadTarget, now: () => 0 })
      })
    const { check: done, unread } = await run('configs/**/*.json')
    expect(done.configs.map(({ report }) => report.file)).toEqual(['configs/a.json'])
    const message = 'configs/secret may not be accessed: permission denied'
    expect(unread).toEqual([{ file: 'configs/secret', message }])
    expect(done.own).toMatchObject([{ rule: 'LP905', severity: 'error', file: 'configs/secret', args: { message } }])
    expect(concludeCheck(done).verdict).toBe('fail')
    expect((await run('configs/secret/*.json')).check.own.map(({ rule }) => rule)).toEqual(['LP904', 'LP905'])
    for (const left_out of ['!configs/secret/**', '!configs/**/*'])
      expect((await run('configs/**/*.json', left_out)).unread).toEqual([]) // oxlint-disable-line no-await-in-loop
    await chmod(join(folder, 'configs/secret'), 0o755)
  })

  test('what is looked for by default may be absent', async () => {
    const { check: done } = await check({ 'runtime_config.json': config(512) }, { targets: ['large'] })
    expect(done.own).toEqual([])
  })

  test('every pattern of a group has its place', async () => {
    const policy = 'version: 1\ntargets: [large]\nconfigs:\n  - files: [a.json, b/*.json]\n    targets: [small]\n'
    const { check: done } = await check({ 'a.json': config(512), '.github/lp-config.yml': policy })
    expect(done.own).toMatchObject([{ rule: 'LP904', file: '.github/lp-config.yml', place: { line: 4, column: 21 } }])
  })

  test('a file under two spellings is one file', async () => {
    const files = { 'configs/a.json': config(512), 'configs/b.json': config(512) }
    const configs = ['configs//a.json', './configs/*.json', 'configs/../configs/a.json']
    expect(await filesOf(files, { configs })).toEqual(['configs/a.json', 'configs/b.json'])
    expect(await filesOf(files, { configs: ['configs/*.json', '!configs/./b.json'] })).toEqual(['configs/a.json'])
  })

  test('extended patterns are refused, and names that look like them are names', async () => {
    const files = { 'a@(b).json': config(512), 'chat (1).json': config(512) }
    expect(await filesOf(files, { configs: ['a@(b).json', 'chat (1).json'] })).toEqual(['a@(b).json', 'chat (1).json'])
    for (const pattern of ['@(a|b).json', '(a|b).json', '!(a).json']) {
      const refused = () => filesOf(files, { configs: ['chat (1).json', pattern] })
      expect((await userErrorOf(refused))?.message).toMatch(/is an extended pattern/) // oxlint-disable-line no-await-in-loop
    }
  })
})

describe('links', () => {
  const linked = async () => {
    const folder = await realpath(await folderWith({ 'real/shared.json': config(512), 'configs/a.json': config(512) }))
    await symlink('../real/shared.json', join(folder, 'configs/link.json'))
    await symlink('/etc/hostname', join(folder, 'configs/out.json'))
    await symlink('nowhere', join(folder, 'configs/gone.json'))
    return folder
  }
  const run = async (more: Partial<CheckRequest> & { folder: string }) =>
    runCheck({ ...NOTHING, root: null, targets: ['large'], ...more }, { loadTarget, now: () => 0 })

  test.each([null, ['configs/*.json'], ['configs/link.json', 'configs/[go]*.json']])(
    'to files are judged, or refused by name, by %j',
    async (configs) => {
      const folder = await linked()
      const { check: done, unread } = await run({ folder, root: folder, configs })
      expect(done.configs.map(({ report }) => report.file)).toContain('configs/link.json')
      expect(unread.map(({ file, message }) => `${file}: ${message}`).sort()).toEqual([
        'configs/gone.json: configs/gone.json does not exist',
        'configs/out.json: configs/out.json leads out of the workspace',
      ])
      expect(concludeCheck(done).verdict).toBe('fail')
    },
  )

  test('to folders are followed before the first wildcard, within the workspace', async () => {
    const folder = await linked()
    await symlink('real', join(folder, 'inside'))
    await symlink('/etc', join(folder, 'outside'))
    await mkdir(join(folder, 'deep'))
    await symlink('../real', join(folder, 'deep/real'))
    const { check: done } = await run({ folder, root: folder, configs: ['inside/*.json', 'deep/**/*.json'] })
    expect(done.configs.map(({ report }) => report.file)).toEqual(['inside/shared.json'])
    expect(await userErrorOf(() => run({ folder, root: folder, configs: ['outside/*'] }))).toMatchObject({
      message: '"outside/*" leads out of the workspace',
    })
  })
})
