import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { configText, LLAMA_8B } from '../validate/cases.ts'
import { runAction } from './run-action.ts'

// What a policy may name as a target is one rule for the command line and the Action.

let workspace = ''
beforeEach(async () => {
  workspace = join(await tempFolder(), 'workspace')
  put('a.json', configText({ n_ctx: 512 }, { model: LLAMA_8B }))
})
const put = (name: string, text: string) => {
  mkdirSync(dirname(join(workspace, name)), { recursive: true })
  writeFileSync(join(workspace, name), text)
}
const policy = (targets: string) =>
  put('.github/lp-config.yml', `version: 1\nfail-on: never\nconfigs: [a.json]\ntargets: [${targets}]\n`)

describe('a policy may name', () => {
  test.each([
    ['all', 400],
    ['"nvidia_rtx_4090,nvidia_rtx_4090"', 1],
    ['NVIDIA_RTX_4090', 1],
  ])('%s, and both faces read the same', async (targets, least) => {
    policy(targets)
    const { outputs } = await runAction(workspace, { 'report-file': 'r.json' })
    expect(outputs).toMatchObject({ configs: '1' })
    expect(Number(outputs['targets'])).toBeGreaterThanOrEqual(least)
    const { code, stdout } = await runCli(['validate', '--json'], { cwd: workspace })
    expect(code).toBe(0)
    expect(stdout).toBe(readFileSync(join(workspace, 'r.json'), 'utf8'))
  })
})

describe('a policy may not name', () => {
  const own =
    'Not a target: auto means the machine that runs this check. Name a profile, or commit a snapshot of the machine that is meant (lp-tui detect --output FILE).'
  test.each([
    ['auto', own],
    ['nvidia_rtx_4090, two.yml', own],
    ['"nvidia_rtx_4090,auto"', own],
    ['nvidia_rtx_490', 'nvidia_rtx_490 is no profile id, and no file. Did you mean nvidia_rtx_4090'],
    ['"nvidia_rtx_4090,nvidia_rtx_490"', 'There is no hardware profile "nvidia_rtx_490"'],
    ['./box', 'Not a target: ./box does not exist.'],
  ])('%s, and both faces say the same', async (targets, sentence) => {
    put('two.yml', 'machines:\n  - {hardware: auto}\n  - {hardware: nvidia_rtx_3060, address: 192.168.1.20:50052}\n')
    policy(targets)
    const { issues, outputs } = await runAction(workspace, {})
    expect(outputs).toMatchObject({ result: 'invalid' })
    const message = issues[0]?.message ?? ''
    expect(message).toMatch(/^\.github\/lp-config\.yml:4:\d+: error LP901: /)
    expect(message).toContain(sentence)
    const { code, stderr } = await runCli(['validate'], { cwd: workspace })
    expect({ code, stderr }).toEqual({ code: 2, stderr: `lp-tui: ${message}\n` })
  })

  test('auto, which who starts a check may', async () => {
    policy('auto')
    const { code, stderr } = await runCli(['validate', '--hardware', 'auto'], { cwd: workspace })
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })
})
