import { realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { concludeCheck } from '../../../shared/report/check.ts'
import { fixDiff, mendFiles } from '../../../shared/node/check/mend.ts'
import { CHECK_LIMITS } from '../../../shared/node/check/request.ts'
import { runCheck } from '../../../shared/node/check/run-check.ts'
import { shownNames } from '../../../shared/node/check/shown-names.ts'
import { check, config, folderWith, loadTarget, NOTHING } from './cases.ts'

describe('runCheck', () => {
  test('a check that takes too long ends, and says how much was not judged', async () => {
    let time = 0
    const later = () => (time += (CHECK_LIMITS.seconds * 1000) / 2)
    const files = { 'a.json': config(512), 'b.json': config(512), 'c.json': config(512) }
    const { check: done } = await check(files, { configs: ['*.json'], targets: ['large'] }, later)
    expect(done.configs.length).toBeLessThan(3)
    expect(done.own).toMatchObject([{ rule: 'LP906', severity: 'error', args: { files: 3 } }])
    expect(concludeCheck(done).verdict).toBe('fail')
  })

  test('of several entries that match a file the last counts, and what is excluded stays out', async () => {
    const policy = [
      'version: 1',
      'targets: [large]',
      'configs:',
      "  - 'c/*.json'",
      "  - {files: ['c/b*.json'], targets: [small]}",
      "  - '!c/*-draft.json'",
    ].join('\n')
    const files = { 'c/a.json': config(512), 'c/b.json': config(512), 'c/b-draft.json': config(512) }
    const { check: done } = await check({ ...files, '.github/lp-config.yml': policy })
    expect(
      done.configs.map(({ report }) => `${report.file} ${report.pairs.map(({ target: id }) => id).join()}`),
    ).toEqual(['c/a.json large', 'c/b.json small'])
    expect(done.command).toBe('npx lp-tui validate --policy .github/lp-config.yml')
  })

  test('equal facts become one object', async () => {
    const { check: done } = await check(
      { 'a.json': config(512), 'b.json': config(1024) },
      { configs: ['*.json'], targets: ['large'] },
    )
    const [a, b] = done.configs
    expect(a?.facts).toBe(b?.facts)
    expect(a?.report.config?.model).toBe(b?.report.config?.model)
  })

  test('the local command has what was asked, quoted', async () => {
    const { check: done } = await check(
      { "it's.json": config(512) },
      { configs: ["it's.json"], targets: ['large'], vram_headroom: '5%' },
    )
    expect(done.command).toBe(`npx lp-tui validate --config 'it'\\''s.json' --hardware large --vram-headroom 5%`)
  })
})

describe('mendFiles', () => {
  test('judges the file again after every fix, and changes nothing else', async () => {
    const run = await check(
      { 'a.json': config(65_536), 'b.json': config(512) },
      { configs: ['*.json'], targets: ['large', 'small'] },
    )
    const mended = await mendFiles(run)
    expect(mended.map(({ file }) => file.file)).toEqual(['a.json'])
    const [one] = mended
    const [again] = one === undefined ? [] : await run.inspect(one.file, one.text)
    expect(again?.inspection.report.findings).toEqual([])
    expect(fixDiff(mended, run)).toMatch(/^--- a\/a\.json\n\+\+\+ b\/a\.json\n@@ .* @@\n/)
    expect(fixDiff(mended, run).match(/^[-+] /gm)).toHaveLength(2)
  })

  test('mends a file once that a link leads to as well, under its own name', async () => {
    const folder = await realpath(await folderWith({ 'real/big.json': config(65_536) }))
    await symlink('real/big.json', join(folder, 'a-link.json'))
    await symlink('real/big.json', join(folder, 'b-link.json'))
    const request = { ...NOTHING, folder, root: folder, configs: ['*.json'], targets: ['small'] }
    const { among } = shownNames(folder)
    const run = await runCheck(request, { loadTarget, shownNames: among, now: () => 0 })
    expect(run.files.map(({ file }) => file)).toEqual(['a-link.json', 'b-link.json'])
    expect(fixDiff(await mendFiles(run), run).match(/^\+\+\+ .*/gm)).toEqual(['+++ b/real/big.json'])
  })

  test('leaves alone what the baseline covers', async () => {
    const policy =
      'version: 1\nconfigs: [a.json]\ntargets: [small]\nbaseline:\n  - {rule: LP101, config: a.json, reason: known}\n'
    const run = await check({ 'a.json': config(65_536), '.github/lp-config.yml': policy })
    expect(run.check.known).toHaveLength(1)
    expect(await mendFiles(run)).toEqual([])
  })
})
