import { realpath, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { concludeCheck, withFindings } from '../../../shared/report/check.ts'
import { textReport } from '../../../shared/report/text-report.ts'
import { fixDiff, mendFiles } from '../../../shared/node/check/mend.ts'
import { CHECK_LIMITS } from '../../../shared/node/check/request.ts'
import { type CheckRun, runCheck } from '../../../shared/node/check/run-check.ts'
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
    const { mended } = await mendFiles(run)
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
    expect(fixDiff((await mendFiles(run)).mended, run).match(/^\+\+\+ .*/gm)).toEqual(['+++ b/real/big.json'])
  })

  test('leaves alone what the baseline covers', async () => {
    const policy =
      'version: 1\nconfigs: [a.json]\ntargets: [small]\nbaseline:\n  - {rule: LP101, config: a.json, reason: known}\n'
    const run = await check({ 'a.json': config(65_536), '.github/lp-config.yml': policy })
    expect(run.check.known).toHaveLength(1)
    expect(await mendFiles(run)).toEqual({ mended: [], own: [] })
  })
})

describe('the time of a check', () => {
  /** The time passes by itself, all of it at once, when it is set. */
  const clock = () => {
    const state = { ms: 0 }
    return { pass: () => (state.ms = CHECK_LIMITS.seconds * 1000 + 1), now: () => state.ms }
  }
  const large = { 'a.json': config(65_536), 'b.json': config(70_000), 'fine.json': config(512) }
  const on = { configs: ['*.json'], targets: ['small'] }

  test('ends the search for fixes, which is told, and the verdict stays', async () => {
    const { now, pass } = clock()
    const run = await check(large, on, now)
    const whole = concludeCheck(run.check, undefined, run.time)
    expect(whole.problems.map(({ fix }) => fix !== null)).toEqual([true, true])
    pass()
    const { problems, searched, verdict, tally } = concludeCheck(run.check, undefined, run.time)
    expect({ searched, verdict, warnings: tally.warnings }).toEqual({ searched: 0, verdict: 'fail', warnings: 1 })
    expect(problems.map(({ rule, severity, fix }) => [rule, severity, fix])).toEqual([
      ['LP101', 'error', null],
      ['LP101', 'error', null],
      ['LP906', 'warning', null],
    ])
    expect(textReport(whole)).not.toContain('LP906')
    expect(textReport(concludeCheck(run.check, undefined, run.time))).toContain(
      'warning LP906: Fixes were looked for for 0 problems only within 60 seconds.',
    )
  })

  test('ends the mending, and what was mended until then is kept', async () => {
    const { now, pass } = clock()
    const run = await check(large, on, now)
    const inspect: CheckRun['inspect'] = async (file, text) => {
      const inspected = await run.inspect(file, text)
      // Time runs out when the first file is judged again after its last fix.
      if (inspected.every(({ inspection }) => inspection.report.findings.length === 0)) pass()
      return inspected
    }
    const { mended, own } = await mendFiles({ ...run, inspect })
    expect(mended.map(({ file }) => file.file)).toEqual(['a.json'])
    expect(own).toMatchObject([{ rule: 'LP906', severity: 'warning', args: { unmended: 1, files: 3 } }])
    const concluded = concludeCheck(run.check, 1, { seconds: 60, isOver: () => false })
    const result = withFindings(concluded, own)
    expect(result.problems.map(({ rule, fix }) => [rule, fix !== null])).toEqual([
      ['LP101', true],
      ['LP101', false],
      ['LP906', false],
    ])
    expect(textReport(result)).toContain('The fixes of 1 of 3 files were not all worked out within 60 seconds.')
    expect(await mendFiles(run)).toMatchObject({ mended: [], own: [{ args: { unmended: 2 } }] })
  })
})
