import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { INPUT_NAMES } from '../../action/inputs.ts'
import { DOCUMENT_FORMATS } from '../../shared/node/check/documents.ts'
import { runCli } from '../helpers/run-cli.ts'
import { configText, LLAMA_8B } from '../validate/cases.ts'
import { inputsOf, outputsOf, runAction, runBundle } from './run-action.ts'

let folder = ''
let workspace = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lp-action-'))
})
beforeEach(() => {
  workspace = mkdtempSync(join(folder, 'run-'))
  workspace = join(workspace, 'workspace')
  mkdirSync(workspace)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const config = (n_ctx: number, more = {}) => configText({ n_ctx, ...more }, { model: LLAMA_8B })
const FINE = config(4096)
const BIG = config(65_536)
/** Fits by itself, but not five times. */
const BIG_ALONE = config(8192)
const POLICY = 'version: 1\nconfigs: [configs/*.json]\ntargets: [nvidia_rtx_4090, nvidia_rtx_3060]\n'
const run = (
  ...[inputs, files, options]: [Record<string, string>, Record<string, string>?, { env?: Record<string, string> }?]
) => runAction(workspace, inputs, files, options)
const count = (issues: readonly { level: string }[], level: string) =>
  issues.filter((one) => one.level === level).length

describe('the Action', () => {
  it('passes configs that fit, in every form of result', async () => {
    const result = await run({ configs: 'good/*.json', targets: 'nvidia_rtx_4090' }, { 'good/chat.json': FINE })
    expect(result).toMatchObject({ conclusion: 'Succeeded', issues: [], dropped: 0, commands: [], otherFiles: '' })
    expect(result.outputs).toEqual({
      result: 'pass',
      errors: '0',
      warnings: '0',
      known: '0',
      configs: '1',
      targets: '1',
      'failing-pairs': '0',
    })
    expect(result.summary).toMatch(/^## ✅ Model configs passed: 0 errors, 0 warnings\n/)
    expect(result.log).toContain('Passed: 0 errors, 0 warnings in 1 config on 1 target.')
  })

  it('judges the members of a set, and what all of them need together', async () => {
    const members = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, config: JSON.parse(BIG_ALONE) as object }))
    const set = (swap: boolean) =>
      JSON.stringify({
        kind: 'model_set',
        version: 1,
        members,
        groups: [{ name: 'all', swap, members: members.map(({ name }) => name) }],
      })
    const inputs = { configs: 'sets/*.json', targets: 'nvidia_rtx_4090' }
    const files = { 'sets/stay.json': set(false), 'sets/swap.json': set(true) }
    const { code, outputs, issues, summary } = await run(inputs, files)
    expect(code).toBe(1)
    // Five members, twice; the row of all is none.
    expect(outputs).toMatchObject({ result: 'fail', errors: '1', configs: '10', targets: '1', 'failing-pairs': '1' })
    expect(issues.map(({ level, file, line }) => [level, file, line])).toEqual([['error', 'sets/stay.json', 1]])
    expect(issues[0]?.message).toMatch(/LP105|all of them|loaded at the same time/)
    expect(summary).toContain('all loaded')
  })

  it('fails by the policy file, one annotation at the token that decides, the exit code and no more', async () => {
    const result = await run(
      {},
      { '.github/lp-config.yml': POLICY, 'configs/big.json': BIG, 'configs/fine.json': FINE },
    )
    expect(result).toMatchObject({ conclusion: 'Failed', code: 1, dropped: 0 })
    expect(result.outputs).toMatchObject({
      result: 'fail',
      errors: '1',
      configs: '2',
      targets: '2',
      'failing-pairs': '1',
    })
    const [issue] = result.issues
    expect(issue).toMatchObject({
      level: 'error',
      title: 'LP101 VRAM over on 1 of 2 targets',
      file: 'configs/big.json',
    })
    const { line = 0, col = 0, endColumn = 0 } = issue ?? {}
    expect(BIG.split('\n')[line - 1]?.slice(col - 1, endColumn - 1)).toBe('65536')
    expect(result.issues).toHaveLength(1)
    expect(result.summary).toContain('npx lp-tui validate --policy .github/lp-config.yml')
  })

  it('an input takes precedence over the policy, the policy over the default', async () => {
    const files = {
      '.github/lp-config.yml': `${POLICY}fail-on: never\nannotations: none\nsummary: none\n`,
      'configs/big.json': BIG,
    }
    expect(await run({}, files)).toMatchObject({
      conclusion: 'Succeeded',
      issues: [],
      summary: '',
      outputs: { result: 'fail' },
    })
    const asked = await run({ 'fail-on': 'error', annotations: 'all', summary: 'full' }, files)
    expect(asked).toMatchObject({ conclusion: 'Failed', outputs: { result: 'fail' } })
    expect(asked.issues).toHaveLength(1)
    expect(asked.summary).toContain('❌')
  })

  it('places what is not enforced as warnings', async () => {
    const result = await run({ configs: 'a.json', targets: 'nvidia_rtx_3060', 'fail-on': 'never' }, { 'a.json': BIG })
    expect(result).toMatchObject({ conclusion: 'Succeeded', outputs: { result: 'fail' } })
    expect(result.issues).toMatchObject([{ level: 'warning', file: 'a.json' }])
    expect(result.summary).toContain('(not enforced)')
  })

  it('counts a config that cannot be parsed, and one whose model is unknown, as errors', async () => {
    const files = { 'a.json': '{\n  "backend": \n}', 'b.json': configText({ n_ctx: 512 }) }
    const result = await run({ configs: '*.json', targets: 'nvidia_rtx_3060' }, files)
    expect(result.outputs).toMatchObject({ result: 'fail', errors: '2' })
    expect(result.issues.map(({ title, file, line }) => `${title} ${file}:${line}`)).toEqual([
      'LP001 Not valid JSON a.json:3',
      'LP010 Model facts missing b.json:3',
    ])
    expect(result.summary).not.toContain('✅')
  })

  it('keeps 10 + 10 of 25 errors and 14 warnings, and says what is left out', async () => {
    const files: Record<string, string> = {}
    for (let i = 0; i < 25; i++) files[`many/e${i}.json`] = config(4096, { n_threads: 500 })
    for (let i = 0; i < 14; i++) files[`many/w${i}.json`] = config(4096, { n_ubatch: 9, n_batch: 8 })
    const result = await run({ configs: 'many/*.json', targets: 'nvidia_rtx_4090' }, files)
    expect(result.dropped).toBe(0)
    expect(count(result.issues, 'error')).toBe(10)
    expect(count(result.issues, 'warning')).toBe(10)
    expect(result.issues[9]?.message).toBe('16 more violations are in the job summary (25 violations in all).')
    expect(result.outputs).toMatchObject({ errors: '25', warnings: '14' })
  })

  it('does not pass when nothing was checked, unless told so', async () => {
    const inputs = { configs: 'none/*.json', targets: 'nvidia_rtx_4090' }
    const error = await run(inputs)
    expect(error).toMatchObject({ conclusion: 'Failed', outputs: { result: 'invalid' } })
    expect(error.issues).toMatchObject([{ level: 'error', message: expect.stringContaining('none/*.json') }])
    expect(await run({ ...inputs, 'if-no-files-found': 'warn' })).toMatchObject({
      conclusion: 'Succeeded',
      issues: [{ level: 'warning' }],
      outputs: { result: 'warn' },
    })
    expect(await run({ ...inputs, 'if-no-files-found': 'ignore' })).toMatchObject({
      conclusion: 'Succeeded',
      issues: [],
    })
  })

  it('writes the result files, and names them in outputs', async () => {
    const inputs = { 'sarif-file': 'out/a.sarif', 'report-file': 'out/r.json', 'fix-file': 'out/fix.diff' }
    const result = await run(inputs, { '.github/lp-config.yml': POLICY, 'configs/big.json': BIG, 'out/keep': '' })
    expect(result.outputs).toMatchObject(inputs)
    const read = (name: string) => readFileSync(join(workspace, name), 'utf8')
    expect(JSON.parse(read('out/a.sarif'))).toMatchObject({ version: '2.1.0' })
    expect(JSON.parse(read('out/r.json'))).toMatchObject({ kind: 'check_report', verdict: 'fail' })
    execFileSync('git', ['init', '-q'], { cwd: workspace })
    execFileSync('git', ['apply', 'out/fix.diff'], { cwd: workspace })
    expect(await run({}, {})).toMatchObject({ conclusion: 'Succeeded', outputs: { errors: '0' } })
  })

  it('shows what changes against the base branch', async () => {
    await run({ 'report-file': 'base.json' }, { '.github/lp-config.yml': POLICY, 'configs/a.json': FINE })
    const result = await run({ 'base-report': 'base.json' }, { 'configs/a.json': config(32_768, { n_gpu_layers: 32 }) })
    expect(result.summary).toMatch(/\| <code>nvidia&#95;rtx&#95;3060<\/code> \| \+\d\.\d GiB, -\d+ % decode \|/)
  })

  it('names files from the repository that holds them', async () => {
    mkdirSync(join(workspace, 'checked-out/.git'), { recursive: true })
    const result = await run(
      { configs: 'checked-out/a.json', targets: 'nvidia_rtx_3060' },
      { 'checked-out/a.json': BIG },
    )
    expect(result.issues).toMatchObject([{ file: 'a.json' }])
  })

  it('starts from the working directory', async () => {
    const files = { 'sub/.github/lp-config.yml': POLICY, 'sub/configs/big.json': BIG }
    const result = await run({ 'working-directory': 'sub' }, files)
    expect(result.issues).toMatchObject([{ file: 'sub/configs/big.json' }])
    expect(result.summary).toContain('cd sub && npx lp-tui validate')
  })

  it('reads committed snapshots as targets', async () => {
    await runCli(['detect', '--output', 'box.json'], { cwd: workspace })
    const result = await run(
      { configs: 'a.json', targets: 'box.json' },
      { 'a.json': configText({ n_ctx: 256 }, { backend: 'cpu', model: LLAMA_8B }) },
    )
    expect(result.outputs).toMatchObject({ configs: '1', targets: '1' })
  })

  it('reads committed cluster files as targets, as the command line does', async () => {
    const machines = (...lines: string[]) => `machines:\n${lines.map((line) => `  - ${line}\n`).join('')}`
    const address = 'address: 192.168.1.20:50052'
    const files = {
      'pair.json': config(65_536, { rpc_servers: ['192.168.1.20:50052'], tensor_split: [1, 1] }),
      'fleet/two.yml': machines('{hardware: nvidia_rtx_3060}', `{hardware: nvidia_rtx_3060, ${address}}`),
      'fleet/bad.yml': machines('{hardware: nvidia_rtx_3060}', '{hardware: ../box.json}'),
      'fleet/own.yaml': machines('{hardware: auto}', `{hardware: nvidia_rtx_3060, ${address}}`),
      'fleet/typo.yml': machines('{hardware: nvidia_rtx_3060}', '{hardwear: nvidia_rtx_3060}'),
      '.github/lp-config.yml': 'version: 1\nconfigs: [pair.json]\ntargets: [fleet/two.yml]\n',
    }
    const result = await run({ 'report-file': 'ours.json' }, files)
    expect(result).toMatchObject({ conclusion: 'Succeeded', outputs: { targets: '1', errors: '0' } })
    expect(result.summary).toContain('| Config | <code>two</code> |')
    const { stdout } = await runCli(['validate', '--format', 'json'], { cwd: workspace })
    expect(JSON.parse(stdout)).toEqual(JSON.parse(readFileSync(join(workspace, 'ours.json'), 'utf8')))
    const refused = async (targets: string) => (await run({ configs: 'pair.json', targets })).issues[0]?.message
    expect(await refused('fleet/bad.yml')).toContain('leads out of the workspace')
    expect(await refused('fleet/own.yaml')).toMatch(/^targets: auto means the machine that runs this check/)
    const policy = 'version: 1\nconfigs: [pair.json]\ntargets:\n  - fleet/typo.yml\n'
    const [issue] = (await run({}, { '.github/lp-config.yml': policy })).issues
    expect(issue).toMatchObject({ file: '.github/lp-config.yml', line: 4 })
    expect(issue?.message).toMatch(/Not a target: fleet\/typo\.yml:3:6: .*hardwear.*hardware/)
    expect(await refused('fleet/typo.yml')).toMatch(/^targets: fleet\/typo\.yml:3:6: .*hardwear.*hardware/)
  })

  it('covers known findings by the baseline, and ends it by its date', async () => {
    const files = { 'configs/big.json': BIG, '.github/lp-config.yml': POLICY }
    const entry = "  - {rule: LP101, config: configs/big.json, reason: 'new cards in spring', until: 2099-12-31}\n"
    const covered = await run({ baseline: 'known.yml' }, { ...files, 'known.yml': `version: 1\nbaseline:\n${entry}` })
    expect(covered).toMatchObject({ conclusion: 'Succeeded', issues: [], outputs: { known: '1', errors: '0' } })
    expect(covered.summary).toContain('new cards in spring')
    const late = await run(
      { baseline: 'known.yml' },
      { 'known.yml': `version: 1\nbaseline:\n${entry.replace('2099', '2020')}` },
    )
    expect(late.issues.map(({ title, file }) => `${title?.slice(0, 5)} ${file}`)).toEqual([
      'LP101 configs/big.json',
      'LP902 known.yml',
    ])
  })
})

describe('what it was asked', () => {
  it.each([
    [{ configs: 'a.json' }, /no targets/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_490' }, /nvidia_rtx_4090/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'fail-on': 'errors' }, /Did you mean error/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'vram-headroom': '99%' }, /at most 50%/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'working-directory': '../..' }, /leads out of the workspace/],
    [{ configs: '../outside.json', targets: 'nvidia_rtx_4090' }, /leads out of the workspace/],
    [{ configs: 'x/*/../../../**', targets: 'nvidia_rtx_4090' }, /goes up again after a wildcard/],
    [{ configs: '{a,../../x}/*.json', targets: 'nvidia_rtx_4090' }, /leads out of the workspace/],
    [{ configs: '{a,b}'.repeat(8), targets: 'nvidia_rtx_4090' }, /stands for too many/],
    [{ configs: 'a.json', targets: '../t.json' }, /leads out of the workspace/],
    [{ policy: '/etc/passwd' }, /leads out of the workspace/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'report-file': '../r.json' }, /leads out of the workspace/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'report-file': 'a.json' }, /exists already/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'report-file': '.git/hooks/pre-commit' }, /\.git/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'sarif-file': '.git/new/x' }, /^sarif-file: .* lies in \.git/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', 'report-file': 'a.json/r.json' }, /^report-file: .*is a file/],
    [
      { configs: 'a.json', targets: 'nvidia_rtx_4090', 'fix-file': 'new/../../f.diff' },
      /^fix-file: .*leads out of the workspace/,
    ],
    [
      { configs: 'a.json', targets: 'nvidia_rtx_4090', 'base-report': 'a.json' },
      /^base-report: a\.json is not a JSON report of this check\. Write it/,
    ],
    [
      { configs: 'a.json', targets: 'nvidia_rtx_4090', 'working-directory': 'nope' },
      /^working-directory: nope does not exist$/,
    ],
    [{ targets: 'nvidia_rtx_4090', 'working-directory': 'a.json' }, /^working-directory: a\.json is not a folder$/],
    [{ configs: 'nothing.json', targets: 'nvidia_rtx_4090' }, /^configs: nothing\.json does not exist$/],
    [{ configs: '.git', targets: 'nvidia_rtx_4090' }, /^configs: \.git is a folder, not a file\. Name the files/],
    [{ configs: 'a.json', targets: 'nope.json' }, /^targets: nope\.json does not exist$/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', models: 'nope.json' }, /^models: nope\.json does not exist$/],
    [{ configs: 'a.json', policy: 'nope.yml' }, /^policy: nope\.yml does not exist$/],
    [{ configs: 'a.json', targets: 'nvidia_rtx_4090', baseline: 'nope.yml' }, /^baseline: nope\.yml does not exist$/],
  ])('%j is one error that says what is wrong', async (inputs, message) => {
    mkdirSync(join(workspace, '.git/hooks'), { recursive: true })
    const result = await run(inputs, { 'a.json': FINE })
    expect(result).toMatchObject({ conclusion: 'Failed', dropped: 0, outputs: { result: 'invalid', errors: '0' } })
    expect(result.issues).toHaveLength(1)
    expect(result.issues[0]?.message).toMatch(message)
    expect(result.summary).toContain('## ❌ Model configs not checked')
    expect(result.output).not.toMatch(/\n {4}at /)
  })

  it('folders of result files are made, inside the workspace only', async () => {
    const inputs = { configs: 'a.json', targets: 'nvidia_rtx_4090', 'sarif-file': 'out/deep/a.sarif' }
    symlinkSync(join(workspace, '../made'), join(workspace, 'away'))
    const result = await run({ ...inputs, 'report-file': 'out/r.json' }, { 'a.json': FINE })
    expect(result.outputs).toMatchObject({ 'sarif-file': 'out/deep/a.sarif', 'report-file': 'out/r.json' })
    expect(['out/deep/a.sarif', 'out/r.json'].map((name) => existsSync(join(workspace, name)))).toEqual([true, true])
    const away = await run({ ...inputs, 'sarif-file': 'away/new/a.sarif' })
    expect(away.issues[0]?.message).toMatch(/^sarif-file: /)
    expect(existsSync(join(workspace, '../made'))).toBe(false)
  })

  it.each([
    ['/dev/full', 'ENOSPC'],
    ['/nonexistent/output', 'it does not exist'],
  ])('outputs that cannot be written to %s are one sentence, and the verdict stands', async (file, why) => {
    const env = { GITHUB_OUTPUT: file }
    const inputs = { configs: 'a.json', targets: 'nvidia_rtx_4090' }
    const sentence = `The outputs could not be written to the file that GITHUB_OUTPUT names (${why}); steps that read them get nothing.`
    const result = await run(inputs, { 'a.json': FINE }, { env })
    expect(result.code).toBe(1)
    expect(result.log.filter((line) => line.includes('GITHUB_OUTPUT'))).toEqual([sentence])
    expect(result.issues.map(({ message }) => message)).toEqual([sentence])
    expect(result.summary).toContain('Model configs passed')
    // Nor when there is no verdict to tell.
    const refused = await run({ ...inputs, configs: 'none.json' }, {}, { env })
    expect(refused.log).toContain(sentence)
    const ignored = await run({ ...inputs, configs: 'none*.json', 'if-no-files-found': 'ignore' }, {}, { env })
    expect(ignored).toMatchObject({ code: 1 })
    expect([refused.output, ignored.output, result.output].join('')).not.toMatch(/defect|\n {4}at /)
  })

  it('a workspace that is not there is named, and is no defect', async () => {
    writeFileSync(join(workspace, 'file'), '')
    const inputs = { configs: 'a.json', targets: 'nvidia_rtx_4090' }
    const gone = await run(inputs, {}, { env: { GITHUB_WORKSPACE: '/nonexistent' } })
    expect(gone.issues.map(({ message }) => message)).toEqual(['the workspace /nonexistent does not exist'])
    const file = await run(inputs, {}, { env: { GITHUB_WORKSPACE: join(workspace, 'file') } })
    expect(file.issues[0]?.message).toMatch(/^the workspace .*\/file is not a folder$/)
  })

  it('several problems are told at once', async () => {
    const result = await run({ configs: 'a.json', 'fail-on': 'x', annotations: 'y', summary: 'z' })
    expect(result.issues[0]?.message).toMatch(/fail-on.*annotations.*summary/)
  })

  it('a misspelt input is an error with the nearest name, beside the warning of the runner', async () => {
    const result = await run({ config: 'a.json', targets: 'nvidia_rtx_4090' })
    expect(result).toMatchObject({ conclusion: 'Failed' })
    expect(result.issues.map(({ level }) => level)).toEqual(['warning', 'error'])
    expect(result.issues[1]?.message).toContain('There is no input config. Did you mean configs')
  })

  it('a policy that is wrong is one error at its first line that is', async () => {
    const result = await run({}, { '.github/lp-config.yml': 'version: 1\ntarget: [a]\nfail-on: sometimes\n' })
    expect(result).toMatchObject({ conclusion: 'Failed', outputs: { result: 'invalid' } })
    expect(result.issues).toMatchObject([{ file: '.github/lp-config.yml', line: 2, col: 1, endColumn: 7 }])
    expect(result.issues[0]?.message).toMatch(/Did you mean targets\?\n.*:3:10: .*fail-on must be/)
  })
})

const HOSTILE = [
  '##[stop-commands]zz.json',
  '##[add-mask]3.json',
  '##[add-matcher]m.json',
  '::error::x.json',
  'a\n::error::b.json',
  'a\r::error::c.json',
  'a\u2028::error::d.json',
  '%0A::error::e.json',
  '\u202Egnp.json',
  'b(1): error TS1: x.json',
  '  1:2  error  x  y.json',
  'c: line 1, col 2, Error - x (y).json',
  '@octocat <img src=x> [a](javascript:b) |.json',
]

/** The problem matchers of setup-node, which stay on for a whole job. */
const MATCHERS = [
  /^(?:\s+\d+>)?([^\s].*)\((\d+|\d+,\d+|\d+,\d+,\d+,\d+)\)\s*:\s+(error|warning|info)\s+(\w{1,2}\d+)\s*:\s*(.*)$/,
  /^(.+):\sline\s(\d+),\scol\s(\d+),\s(Error|Warning|Info)\s-\s(.+)\s\((.+)\)$/,
  /^\s+(\d+):(\d+)\s+(error|warning|info)\s+(.*)\s\s+(.*)$/,
]

describe('hostile names and contents', () => {
  it.each(HOSTILE)('%j commands nothing, forges nothing, and is judged', async (name) => {
    const result = await run({ configs: '*.json', targets: 'nvidia_rtx_3060' }, { [name]: BIG, 'z-last.json': '{' })
    expect(result).toMatchObject({ stopped: false, commands: [], dropped: 0, otherFiles: '', conclusion: 'Failed' })
    expect(result.issues.map(({ title, file }) => `${title?.slice(0, 5)} ${file}`).sort()).toEqual(
      [`LP101 ${name}`, 'LP001 z-last.json'].sort(),
    )
    for (const line of result.log) for (const matcher of MATCHERS) expect(line).not.toMatch(matcher)
    expect(result.summary).not.toMatch(/<img|\]\(javascript|@octocat(?!<\/code>)[^<&]*$/m)
    expect(JSON.stringify(result.outputs)).not.toContain('octocat')
  })

  it('nothing of a file is quoted: no parser message, no content', async () => {
    const files = {
      'a.json': '{"token": ghs_SECRET}',
      'b.json': '{"backend": "ghs_SECRET", "settings": {"n_ctx": "ghs_SECRET"}}',
      '.github/lp-config.yml': 'version: 1\ntargets: [nvidia_rtx_4090]\nfail-on: *ghs_SECRET\n',
    }
    expect(
      (await run({ configs: '*.json', targets: 'nvidia_rtx_4090', policy: '.github/lp-config.yml' }, files)).output,
    ).not.toContain('SECRET')
    rmSync(join(workspace, '.github'), { recursive: true })
    const result = await run({ configs: '*.json', targets: 'nvidia_rtx_4090' })
    expect(`${result.output}${result.summary}`).not.toContain('SECRET')
    expect(result.issues.every(({ title }) => /^LP00[145] /.test(title ?? ''))).toBe(true)
    expect(new Set(result.issues.map(({ file }) => file))).toEqual(new Set(['a.json', 'b.json']))
  })

  it('keys like __proto__ are unknown keys', async () => {
    const text = FINE.replace('{', '{"__proto__": {"backend": "cpu"}, "constructor": 1,')
    const result = await run({ configs: 'a.json', targets: 'nvidia_rtx_4090' }, { 'a.json': text })
    expect(result.issues.map(({ title }) => title)).toEqual(['LP005 Unknown key', 'LP005 Unknown key'])
  })

  it('links that lead out of the workspace are refused by name', async () => {
    const secret = join(workspace, '../secret.json')
    writeFileSync(secret, '{"token": "ghs_SECRET"}')
    symlinkSync(secret, join(workspace, 'link.json'))
    symlinkSync('/dev/zero', join(workspace, 'zero.json'))
    symlinkSync(join(workspace, 'nowhere'), join(workspace, 'dangling.json'))
    symlinkSync(join(workspace, '..'), join(workspace, 'up'))
    for (const name of ['link.json', 'zero.json', 'dangling.json', 'up/secret.json']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other in one workspace
      const result = await run({ configs: name, targets: 'nvidia_rtx_4090' })
      expect(result.conclusion).toBe('Failed')
      expect(`${result.output}${result.summary}`).not.toContain('SECRET')
      expect(result.output).toMatch(/leads out of the workspace|symbolic link|does not exist/)
    }
    symlinkSync(join(workspace, '..'), join(workspace, 'out'))
    const written = await run(
      { configs: 'a.json', targets: 'nvidia_rtx_4090', 'report-file': 'out/r.json' },
      { 'a.json': FINE },
    )
    expect(written.outputs['result']).toBe('invalid')
    expect(existsSync(join(workspace, '../r.json'))).toBe(false)
  })

  it('a pipe is refused and does not hang', async () => {
    execFileSync('sh', ['-c', 'mkfifo pipe.json'], { cwd: workspace })
    const result = await run({ configs: 'pipe.json', targets: 'nvidia_rtx_4090' })
    expect(result.output).toContain('pipe or a device')
  })

  it('files over the limits are findings', async () => {
    const files = {
      'long.json': `{"backend": "${'x'.repeat(1_100_000)}"}`,
      'deep.json': '['.repeat(100_000),
      'keys.json': `{${Array.from({ length: 30_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
    }
    const result = await run({ configs: '*.json', targets: 'nvidia_rtx_4090' }, files)
    expect(result.issues.map(({ title, file }) => `${title?.slice(0, 5)} ${file}`)).toEqual([
      'LP007 deep.json',
      'LP007 keys.json',
      'LP905 long.json',
    ])
    expect(result.conclusion).toBe('Failed')
  })

  it('a policy that would stall or kill a parser is refused at once', async () => {
    for (const text of [
      '['.repeat(200_000),
      '- '.repeat(100_000),
      Array.from({ length: 25_000 }, (_, i) => `k${i}: 1`).join('\n'),
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other in one workspace
      const result = await run({}, { '.github/lp-config.yml': text })
      expect(result).toMatchObject({ code: 1, outputs: { result: 'invalid' } })
      expect(result.issues[0]?.message).toMatch(/too many keys|too deeply|too large/)
    }
  })

  it('warns under pull_request_target, within the ten', async () => {
    const files: Record<string, string> = {}
    for (let i = 0; i < 14; i++) files[`many/w${i}.json`] = config(4096, { n_ubatch: 9, n_batch: 8 })
    const env = { GITHUB_EVENT_NAME: 'pull_request_target' }
    const result = await run({ configs: 'many/*.json', targets: 'nvidia_rtx_4090' }, files, { env })
    expect(result.issues[0]?.message).toContain('pull_request_target')
    expect(count(result.issues, 'warning')).toBe(10)
    expect(result.dropped).toBe(0)
  })

  it('a summary that cannot be written does not change the verdict', async () => {
    const env = { GITHUB_STEP_SUMMARY: join(workspace, 'no/such/folder') }
    const result = await run({ configs: 'a.json', targets: 'nvidia_rtx_4090' }, { 'a.json': FINE }, { env })
    expect(result).toMatchObject({ conclusion: 'Succeeded', outputs: { result: 'pass' } })
    expect(result.log.join('\n')).toContain('The job summary could not be written')
  })
})

describe('the command line', () => {
  it('writes the same bytes for the same check', async () => {
    const files = {
      '.github/lp-config.yml': POLICY,
      'configs/big.json': BIG,
      'configs/fine.json': FINE,
      'configs/broken.json': '{',
    }
    const github = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'o/r', GITHUB_SHA: 'a'.repeat(40) }
    const inputs = { 'report-file': 'r.json', 'sarif-file': 's.json' }
    const { output, summary } = await run(inputs, files, { env: github })
    const local = async (format: string) =>
      (await runCli(['validate', '--format', format], { cwd: workspace, env: github })).stdout
    expect(await local('markdown')).toBe(summary)
    expect(`${await local('text')}${await local('github')}`).toBe(output)
    expect(await local('json')).toBe(readFileSync(join(workspace, 'r.json'), 'utf8'))
    expect(await local('sarif')).toBe(readFileSync(join(workspace, 's.json'), 'utf8'))
  })
})

describe('action.yml', () => {
  const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

  it('declares exactly the inputs that are read, with no defaults of its own', () => {
    expect(inputsOf(text)).toEqual(INPUT_NAMES)
    expect(text).not.toContain('default:')
  })

  it('declares exactly the outputs that are set', async () => {
    const inputs = {
      'sarif-file': 's',
      'report-file': 'r',
      'fix-file': 'f',
      configs: 'a.json',
      targets: 'nvidia_rtx_4090',
    }
    expect(Object.keys((await run(inputs, { 'a.json': FINE })).outputs)).toEqual(outputsOf(text))
  })

  it('is what the README says', () => {
    const names = (head: string) => {
      const table = readme.slice(readme.search(new RegExp(`\\| ${head} +\\|`))).split('\n\n')[0] ?? ''
      return table
        .split('\n')
        .slice(2)
        .flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name]) => name))
    }
    expect(names('Input')).toEqual(inputsOf(text))
    expect(names('Output')).toEqual(outputsOf(text))
  })

  it('the README names every format that is read', () => {
    const told = /What is checked,[^]*?\n\n/.exec(readme)?.[0] ?? ''
    for (const format of DOCUMENT_FORMATS) expect(told).toContain(`\`${format}\``)
  })

  it('runs the bundle on node24', () => {
    expect(text).toContain('using: node24\n  main: action/dist/index.mjs')
  })
})

describe('the bundle', () => {
  const bundle = readFileSync(new URL('../../action/dist/index.mjs', import.meta.url), 'utf8')

  it('has no network, no child process and no code generation', () => {
    expect(bundle.match(/undici|child_process|node:net|node:https?|\beval\(|new Function|[^.\w]fetch\(/g)).toBeNull()
  })

  it.each([
    ['passes', { configs: 'fine.json', targets: 'nvidia_rtx_4090' }, 0],
    ['fails', { configs: '*.json\n*.yml', targets: 'nvidia_rtx_3060', 'sarif-file': 'out.sarif' }, 1],
    ['refuses', { configs: 'fine.json', targets: 'nvidia_rtx_490', 'fail-on': 'x' }, 1],
  ])('%s as the source does', async (_name, inputs, code) => {
    const files = { 'fine.json': FINE, 'big.json': BIG, 'broken.json': '{', '::error::x.json': BIG, 'a.yml': 'a: *b' }
    const bundled = await runBundle(workspace, inputs, files)
    rmSync(join(workspace, 'out.sarif'), { force: true })
    expect(bundled).toEqual(await runAction(workspace, inputs, files))
    expect(bundled.code).toBe(code)
  })

  it('stays below 1 MB', () => {
    expect(Buffer.byteLength(bundle)).toBeLessThan(1_000_000)
  })
})
