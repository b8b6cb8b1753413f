import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { configText, LLAMA_8B } from '../validate/cases.ts'
import { runAction } from './run-action.ts'

// One file has one name in each kind of report, from the command line and from the Action, wherever a check starts.

let workspace = ''
beforeEach(async () => {
  workspace = join(await tempFolder(), 'workspace')
  mkdirSync(workspace)
})

const BIG = configText({ n_ctx: 65_536 }, { model: LLAMA_8B })
const put = (name: string, text: string) => {
  mkdirSync(dirname(join(workspace, name)), { recursive: true })
  writeFileSync(join(workspace, name), text)
}
const repository = (name: string) => mkdirSync(join(workspace, name, '.git'), { recursive: true })
const read = (name: string) => readFileSync(join(workspace, name), 'utf8')
const local = (format: string, folder = 'sub') =>
  runCli(['validate', '--format', format], { cwd: join(workspace, folder) })

describe.each([
  ['a folder of the repository', '.', 'sub/configs/big.json', 'cd sub && '],
  ['a repository of its own', 'sub', 'configs/big.json', ''],
])('a check in %s', (_name, root, shown, before) => {
  const policy = (baseline: string) => `version: 1\nconfigs: [configs/*.json]\ntargets: [nvidia_rtx_3060]\n${baseline}`
  beforeEach(() => {
    repository(root)
    put('sub/configs/big.json', BIG)
    put('sub/.github/lp-config.yml', policy(''))
  })

  test('has the same baseline in both faces, which starts from the working directory', async () => {
    put('sub/.github/lp-config.yml', policy('baseline:\n  - {rule: LP101, config: configs/big.json, reason: known}\n'))
    const action = await runAction(workspace, { 'working-directory': 'sub' })
    expect(action).toMatchObject({ conclusion: 'Succeeded', issues: [], outputs: { known: '1', errors: '0' } })
    const { code, stdout } = await local('text')
    expect({ code, known: stdout.includes('1 known'), unused: stdout.includes('LP903') }).toEqual({
      code: 0,
      known: true,
      unused: false,
    })
  })

  test('has the same reports for programs, by names from the repository', async () => {
    const result = await runAction(workspace, {
      'working-directory': 'sub',
      'report-file': 'r.json',
      'sarif-file': 's.json',
      'fix-file': 'fix.diff',
    })
    expect(result.issues).toMatchObject([{ file: shown }])
    expect(result.summary).toContain(`${before}npx lp-tui validate --policy .github/lp-config.yml`)
    expect(result.summary).not.toContain(before === '' ? 'cd sub' : 'cd  ')
    expect((await local('markdown')).stdout).toBe(result.summary)
    expect((await local('json')).stdout).toBe(read('sub/r.json'))
    expect((await local('sarif')).stdout).toBe(read('sub/s.json'))
    expect(read('sub/s.json')).toContain(`"uri": "${shown}"`)
    expect((await local('github')).stdout).toContain(`,file=${shown},`)
    expect((await local('codeclimate')).stdout).toContain(`"path": "${shown}"`)
    expect(read('sub/fix.diff')).toContain(`+++ b/${shown}\n`)
  })

  test('tells people names from where they are', async () => {
    const { stdout } = await local('text')
    expect(stdout).toMatch(/^configs\/big\.json:\d+:\d+: error LP101/)
    expect(stdout).toContain('\nconfigs/big.json on nvidia_rtx_3060: fails')
  })
})

test('files of several checkouts keep apart in the summary, the report and the diff', async () => {
  for (const name of ['two/a', 'two/b']) {
    repository(name)
    put(`${name}/configs/x.json`, name === 'two/a' ? BIG : BIG.replace('65536', '70000'))
  }
  const result = await runAction(workspace, {
    configs: 'two/*/configs/*.json',
    targets: 'nvidia_rtx_3060',
    'report-file': 'r.json',
    'fix-file': 'fix.diff',
    'sarif-file': 's.json',
  })
  const names = ['two/a/configs/x.json', 'two/b/configs/x.json']
  const report = JSON.parse(read('r.json')) as { configs: { file: string }[] }
  expect(report.configs.map(({ file }) => file)).toEqual(names)
  for (const name of names) expect(result.summary).toContain(name.replaceAll('.', '&#46;'))
  // GitHub attaches a finding by the name that the file has in its repository.
  expect(result.issues.map(({ file }) => file)).toEqual(['configs/x.json', 'configs/x.json'])
  expect(read('s.json').match(/"uri": "[^"]*"/g)).toEqual(['"uri": "configs/x.json"', '"uri": "configs/x.json"'])
  execFileSync('git', ['apply', 'fix.diff'], { cwd: workspace })
  expect(await runAction(workspace, { configs: 'two/*/configs/*.json', targets: 'nvidia_rtx_3060' })).toMatchObject({
    conclusion: 'Succeeded',
  })
})
