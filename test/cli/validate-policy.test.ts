import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import { configText, LLAMA_8B } from '../validate/cases.ts'

let cwd = ''
beforeEach(async () => {
  cwd = await tempFolder()
})

const put = async (name: string, text: string) => {
  await mkdir(join(cwd, name, '..'), { recursive: true })
  await writeFile(join(cwd, name), text)
}
const config = (n_ctx: number, more = {}) => configText({ n_ctx, ...more }, { model: LLAMA_8B })
const check = (...args: string[]) => runCli(['validate', ...args], { cwd })

describe('lp-tui validate with a policy file', () => {
  beforeEach(async () => {
    await put('configs/small.json', config(4096))
    await put('configs/big.json', config(65_536))
    await put('phone/big.json', config(65_536))
  })

  test('without arguments it says what is checked, and on what', async () => {
    await put(
      '.github/lp-config.yml',
      'version: 1\nconfigs:\n  - configs/*.json\n  - files: [phone/*.json]\n    targets: [nvidia_rtx_4090]\ntargets: [nvidia_rtx_3060_12gb]\n',
    )
    const { code, stdout, stderr } = await check()
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toContain('configs/big.json on nvidia_rtx_3060: fails')
    expect(stdout).toContain('configs/small.json on nvidia_rtx_3060: fits')
    expect(stdout).toContain('phone/big.json on nvidia_rtx_4090: fits')
    expect(stdout).toMatch(/in 3 configs on 2 targets\.\n$/)
  })

  test('flags take precedence', async () => {
    await put('.github/lp-config.yml', 'version: 1\nconfigs: [configs/*.json]\ntargets: [nvidia_rtx_3060_12gb]\n')
    expect(await check('--hardware', 'nvidia_rtx_5090')).toMatchObject({ code: 0 })
    expect(await check('--fail-on', 'never')).toMatchObject({ code: 0 })
    const one = await check('--policy', '.github/lp-config.yml', '--config', 'configs/small.json')
    expect(one.stdout).toMatch(/in 1 config on 1 target\.\n$/)
    expect((await check('--config', 'configs/small.json', '--hardware', 'nvidia_rtx_4090')).code).toBe(0)
  })

  test('an unknown key, a day that there is not and a wrong target are told at once', async () => {
    const own =
      'targets: [nvidia_rtx_490, nvidia_rtx_4090]\ntarget: [x]\nengines: {nvidia_rtx_3090: b1, nvidia_rtx_4090: b1}\n'
    const late = 'baseline:\n  - {rule: LP101, config: a, reason: b, until: 2027-02-30}\n'
    await put('.github/lp-config.yml', `version: 1\nconfigs: [configs/*.json]\n${own}${late}`)
    const { code, stderr } = await check()
    expect(code).toBe(2)
    const lines = stderr.split('\n').filter((line) => /LP\d{3}/.test(line))
    expect(lines.map((line) => /:(\d+:\d+): error (LP\d+)/.exec(line)?.slice(1).join(' '))).toEqual([
      '3:11 LP901',
      '4:1 LP005',
      '5:28 LP901',
      '7:48 LP901',
    ])
  })

  test('a baseline covers what is known, head-room takes memory away', async () => {
    const base = 'version: 1\nconfigs: [configs/*.json]\ntargets: [nvidia_rtx_3060_12gb]\n'
    await put(
      '.github/lp-config.yml',
      `${base}baseline:\n  - {rule: LP101, config: 'configs/b*', target: nvidia_rtx_3060_12gb, reason: being replaced}\n`,
    )
    const { code, stdout } = await check()
    expect(code).toBe(0)
    expect(stdout).toContain('1 known')
    await put('.github/lp-config.yml', `${base}vram-headroom: 50%\n`)
    expect((await check()).stdout).toContain('configs/small.json on nvidia_rtx_3060: fails')
  })

  test('everything wrong with it is said at once, by line', async () => {
    await put('.github/lp-config.yml', 'version: 1\ntarget: [a]\nfail-on: all\n')
    const { code, stdout, stderr } = await check()
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr.split('\n')).toEqual([
      'lp-tui: .github/lp-config.yml:2:1: error LP005: target is not a key of this format. Did you mean targets?',
      'lp-tui: .github/lp-config.yml:3:10: error LP004: fail-on must be error, warning or never.',
      '',
    ])
  })

  test('a target that is none is named with the nearest, at its line', async () => {
    await put('.github/lp-config.yml', 'version: 1\nconfigs: [configs/*.json]\ntargets:\n  - nvidia_rtx_490\n')
    const { code, stderr } = await check()
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /lp-config\.yml:4:5: error LP901: nvidia_rtx_490 is no profile id, and no file\. Did you mean nvidia_rtx_4090/,
    )
  })

  test('a pattern that matches nothing is a finding', async () => {
    await put(
      '.github/lp-config.yml',
      'version: 1\nconfigs: [configs/small.json, gone/*.json]\ntargets: [nvidia_rtx_4090]\n',
    )
    const { code, stdout } = await check()
    expect(code).toBe(0)
    expect(stdout).toContain('.github/lp-config.yml:2:31: warning LP904: No file matches gone/*.json.')
  })

  test('facts files serve configs that carry none', async () => {
    await put('bare.json', configText({ n_ctx: 4096 }, { model_path: 'models/llama-8b.gguf' }))
    await put('facts/llama-8b.json', JSON.stringify(LLAMA_8B))
    const on = ['--config', 'bare.json', '--hardware', 'nvidia_rtx_4090']
    expect(await check(...on)).toMatchObject({ code: 1, stdout: expect.stringContaining('LP010') })
    expect(await check(...on, '--models', 'facts/*.json')).toMatchObject({ code: 0 })
  })
})

describe('lp-tui validate --fix', () => {
  test('writes fixes that hold together and keeps comments and layout', async () => {
    const text = config(65_536, { n_threads: 99 }).replace('"n_ctx": 65536', '"n_ctx":   65536 /* long */')
    await put('a.json', text)
    const on = ['--config', 'a.json', '--hardware', 'nvidia_rtx_3060_12gb', '--hardware', 'nvidia_rtx_4070']
    expect((await check(...on)).code).toBe(1)
    const { code, stdout, stderr } = await check(...on, '--fix')
    expect(code).toBe(0)
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^a\.json: settings\.n_threads: 99 -> \d+$/),
      expect.stringMatching(/^a\.json: settings\.n_ctx: 65536 -> \d+$/),
    ])
    expect(stdout).toContain('0 errors')
    const after = await readFile(join(cwd, 'a.json'), 'utf8')
    expect(after).toMatch(/"n_ctx": {3}\d+ \/\* long \*\/,/)
    const changed = after.split('\n').filter((line, index) => line !== text.split('\n')[index])
    expect(changed).toHaveLength(2)
  })

  test('writes no figure again that is as it was', async () => {
    const args = ['generate', '--hardware', 'nvidia_rtx_4090', '--model', 'llama-3.1-8b']
    const planned = JSON.parse((await runCli(args, { cwd })).stdout) as RuntimeConfig
    const withThreads = (n_threads: unknown) =>
      JSON.stringify({ ...planned, settings: { ...planned.settings, n_threads } })
    await put('a.json', withThreads(64))
    const { stderr } = await check('--config', 'a.json', '--hardware', 'nvidia_rtx_4090', '--fix')
    expect(stderr).toMatch(/^a\.json: settings\.n_threads: 64 -> \d+\n$/)
    const after = await readFile(join(cwd, 'a.json'), 'utf8')
    expect(after).toBe(withThreads((JSON.parse(after) as RuntimeConfig).settings.n_threads))
  })

  test('moves to the backend of the one target, and says in the metadata what holds there', async () => {
    const { stdout: made } = await runCli(['generate', '--hardware', 'nvidia_rtx_3060', '--model', 'llama-3.1-8b'], {
      cwd,
    })
    await put('a.json', made)
    const on = ['--config', 'a.json', '--hardware', 'apple_silicon_m3_16gb']
    expect((await check(...on)).code).toBe(1)
    const { code, stderr } = await check(...on, '--fix')
    expect(code).toBe(0)
    expect(stderr).toContain('a.json: backend: "cuda" -> "metal"')
    expect(stderr).toMatch(/a\.json: metadata\.expected_tokens_per_sec: [\d.]+ -> [\d.]+/)
    const after = JSON.parse(await readFile(join(cwd, 'a.json'), 'utf8')) as RuntimeConfig
    expect(after.metadata?.hardware).toBe('apple_silicon_m3_16gb')
    expect(await check('--config', 'a.json', '--fail-on', 'warning')).toMatchObject({ code: 0, stderr: '' })
  })

  test('never leaves the GPU of one target unused to pass on another', async () => {
    const { stdout: made } = await runCli(['generate', '--hardware', 'nvidia_rtx_4090', '--model', 'llama-3.1-8b'], {
      cwd,
    })
    await put('a.json', made)
    const on = ['--hardware', 'nvidia_rtx_3060', '--hardware', 'apple_silicon_m3_16gb', '--hardware', 'generic_cpu']
    const { code, stdout } = await check('--config', 'a.json', ...on, '--fix')
    expect(code).toBe(1)
    expect(stdout).toMatch(/LP303 .*A config is for one kind of hardware\./)
    const after = JSON.parse(await readFile(join(cwd, 'a.json'), 'utf8')) as RuntimeConfig
    expect(after).toMatchObject({ backend: 'cuda', settings: { n_gpu_layers: -1 } })
  })

  test('leaves a file alone that has nothing to mend', async () => {
    await put('a.json', config(4096))
    const before = await readFile(join(cwd, 'a.json'), 'utf8')
    expect(await check('--config', 'a.json', '--hardware', 'nvidia_rtx_4090', '--fix')).toMatchObject({
      code: 0,
      stderr: '',
    })
    expect(await readFile(join(cwd, 'a.json'), 'utf8')).toBe(before)
  })
})

describe('lp-tui validate --format', () => {
  beforeEach(() => put('big.json', config(65_536, { n_gpu_layers: 32 })))
  const on = ['--config', 'big.json', '--hardware', 'nvidia_rtx_3060_12gb']

  test('github writes annotations', async () => {
    const { code, stdout } = await check(...on, '--format', 'github')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^::error title=LP101 VRAM over on 1 of 1 target,file=big\.json,line=\d+,endLine=\d+,col=/)
  })

  test('sarif writes SARIF', async () => {
    const { stdout } = await check(...on, '--format', 'sarif')
    expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: 'LP101' }] }] })
  })

  test('markdown writes a summary with the change against a base report', async () => {
    await put('was/big.json', config(4096))
    const { stdout: base } = await check('--config', 'was/big.json', '--hardware', 'nvidia_rtx_3060_12gb', '--json')
    await put('base.json', base.replace('was/big.json', 'big.json'))
    const { stdout } = await check(...on, '--format', 'markdown', '--base-report', 'base.json')
    expect(stdout).toMatch(/^## ❌ Model configs failed: 1 error, 0 warnings\n/)
    expect(stdout).toMatch(/\| <code>big&#46;json<\/code> \| .* \| fails now, \+\d\.\d GiB, -\d+ % decode \|/)
    expect(stdout).toContain('npx lp-tui validate --config big.json --hardware nvidia_rtx_3060_12gb')
  })
})
