import { mkdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { runCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''

beforeEach(async () => {
  cwd = await tempFolder()
})

/** A config for an RTX 4070 as `generate` writes it, changed. */
async function config(name: string, change: (config: RuntimeConfig) => unknown = () => {}): Promise<void> {
  const made = join(cwd, 'made.txt')
  const text = await readFile(made, 'utf8').catch(async () => {
    const args = ['generate', '--hardware', 'nvidia_rtx_4070', '--model', 'qwen3-8b', '--precision', 'Q4_K_M']
    const { stdout } = await runCli([...args, '--context', '8192'], { cwd })
    await writeFile(made, stdout)
    return stdout
  })
  const value = JSON.parse(text) as RuntimeConfig
  change(value)
  await mkdir(join(cwd, name, '..'), { recursive: true })
  await writeFile(join(cwd, name), JSON.stringify(value, null, 2))
}

const check = (...args: string[]) => runCli(['validate', ...args], { cwd })

test('a config is judged on the profile that its metadata names', async () => {
  await config('a.json')
  const { code, stdout, stderr } = await check('--config', 'a.json')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain('a.json on nvidia_rtx_4070: fits')
  expect(stdout).toContain('0 errors, 0 warnings in 1 config on 1 target')
})

test('a violation is told by file, line, rule and target, and ends with 1', async () => {
  await config('a.json', ({ settings }) => (settings.n_ctx = 40_960))
  const { code, stdout } = await check('--config', 'a.json', '--hardware', 'nvidia_rtx_3070')
  expect(code).toBe(1)
  const lines = (await readFile(join(cwd, 'a.json'), 'utf8')).split('\n')
  const [, line = '', column = ''] = /^a\.json:(\d+):(\d+): error LP101 \(nvidia_rtx_3070\): /m.exec(stdout) ?? []
  expect(lines[Number(line) - 1]?.slice(Number(column) - 1)).toBe('40960,')
})

test('--fail-on moves what fails', async () => {
  await config('warned.json', ({ settings }) => (settings.n_ctx = 65_536))
  const on = ['--config', 'warned.json', '--hardware', 'nvidia_rtx_4090']
  expect(await check(...on)).toMatchObject({ code: 0, stdout: expect.stringContaining('warning LP301') })
  expect(await check(...on, '--fail-on', 'warning')).toMatchObject({ code: 1 })
  await config('failed.json', ({ settings }) => (settings.n_threads = 9999))
  expect(await check('--config', 'failed.json')).toMatchObject({ code: 1 })
  expect(await check('--config', 'failed.json', '--fail-on', 'never')).toMatchObject({ code: 0 })
})

test('many configs and many targets are one matrix', async () => {
  await Promise.all([config('configs/a.json'), config('configs/deep/b.json')])
  const targets = ['--hardware', 'nvidia_rtx_4070', '--hardware', 'nvidia_rtx_4090', '--hardware', 'nvidia_rtx_4090']
  const { code, stdout } = await check('--config', 'configs/**/*.json', 'configs/a.json', ...targets, '--json')
  expect(code).toBe(0)
  const report = JSON.parse(stdout) as { configs: { file: string; pairs: { target: string; result: string }[] }[] }
  expect(report.configs.map(({ file }) => file)).toEqual(['configs/a.json', 'configs/deep/b.json'])
  for (const { pairs } of report.configs) {
    expect(pairs.map(({ target, result }) => `${target} ${result}`)).toEqual([
      'nvidia_rtx_4070 pass',
      'nvidia_rtx_4090 pass',
    ])
  }
})

test('a saved snapshot and this machine are targets', async () => {
  await config('a.json')
  await runCli(['detect', '--output', 'hw.json'], { cwd })
  const report = async (hardware: string): Promise<unknown> => {
    const { stdout } = await check('--config', 'a.json', '--hardware', hardware, '--json')
    return JSON.parse(stdout)
  }
  const auto = JSON.stringify(await report('auto'))
  const { platform } = JSON.parse(await readFile(join(cwd, 'hw.json'), 'utf8')) as { platform: string }
  const saved = JSON.stringify(await report('hw.json'))
  expect(saved).toContain('"hw"')
  expect(saved.replaceAll('"hw"', `"${platform}"`)).toEqual(auto.replaceAll('auto', 'hw.json'))
})

test('machines of one platform are told apart by the names of their files, in any order', async () => {
  await runCli(['detect', '--output', 'large.json'], { cwd })
  const seen = JSON.parse(await readFile(join(cwd, 'large.json'), 'utf8')) as { memory: Record<string, number> }
  seen.memory['total_bytes'] = 2 * 2 ** 30
  await writeFile(join(cwd, 'small.json'), JSON.stringify(seen))
  await config('a.json', (one) => {
    one.backend = 'cpu'
    one.settings.n_gpu_layers = 0
    one.settings.n_threads = 1
  })
  const both = ['--hardware', 'small.json', '--hardware', 'large.json']
  for (const on of [both, both.toReversed().flatMap((word) => (word === '--hardware' ? [] : ['--hardware', word]))]) {
    const { code, stdout } = await check('--config', 'a.json', ...on)
    expect(code).toBe(1)
    expect(stdout).toMatch(/error LP103 \(small\)/)
    expect(stdout).toContain('in 1 config on 2 targets')
  }
})

test('--hardware all says which hardware runs a config', async () => {
  await config('a.json')
  const { code, stdout } = await check('--config', 'a.json', '--hardware', 'all')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^runs +nvidia_rtx_4090 .* \d+\.\d GiB of \d+\.\d GiB$/m)
  expect(stdout).toMatch(/^no +nvidia_rtx_2050/m)
  expect(stdout).toMatch(/^a\.json runs on \d+ of \d+ targets that have its backend, cuda$/m)
  // Rules in the order of their numbers, whatever order they were asked in.
  const rules = [...stdout.matchAll(/(?:LP\d{3} ?){2,}$/gm)].map(([all]) => all.split(' '))
  expect(rules.length).toBeGreaterThan(0)
  expect(rules).toEqual(rules.map((some) => some.toSorted()))
  // Other kinds of hardware are counted, not listed.
  expect(stdout).toMatch(/^\d{3} more have another: a config is for one kind of hardware/m)
  expect(stdout).not.toMatch(/apple_silicon/)
  // Those that run it come first.
  expect(stdout.indexOf('\nno ')).toBeGreaterThan(stdout.lastIndexOf('\nruns '))

  await config('nowhere.json', ({ settings }) => (settings.n_ctx = 2 ** 30))
  expect(await check('--config', 'nowhere.json', '--hardware', 'all')).toMatchObject({ code: 1 })
})

test('a config without facts is judged where its model file is, and fails where it is not', async () => {
  await sparseGguf('smollm2-135m.Q4_K_M', cwd)
  const bare = {
    backend: 'cuda',
    model_path: './smollm2-135m.Q4_K_M.gguf',
    settings: { n_ctx: 2048, n_gpu_layers: -1 },
  }
  await mkdir(join(cwd, 'configs'))
  await writeFile(join(cwd, 'configs/a.json'), JSON.stringify(bare))
  await writeFile(join(cwd, 'configs/b.json'), JSON.stringify({ ...bare, model_path: '../smollm2-135m.Q4_K_M.gguf' }))
  await writeFile(join(cwd, 'configs/c.json'), JSON.stringify({ ...bare, model_path: 'elsewhere.gguf' }))
  const on = ['--hardware', 'nvidia_rtx_4090', '--config']
  expect(await check(...on, 'configs/a.json')).toMatchObject({ code: 0 })
  expect(await check(...on, 'configs/b.json')).toMatchObject({ code: 0 })
  expect(await check(...on, 'configs/c.json')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('error LP010'),
  })
})

test.each([
  ['a byte order mark', (text: string) => `\uFEFF${text}`, 0, 'warning LP003'],
  ['a comment', (text: string) => text.replace('{', '{ // ours'), 0, 'warning LP003'],
  [
    'a key that stands twice',
    (text: string) => text.replace('"settings"', '"backend": "cuda", "settings"'),
    1,
    'error LP002',
  ],
  ['an unknown key', (text: string) => text.replace('"n_ctx"', '"n_ctxt"'), 1, 'n_ctx'],
])('%s is a finding', async (_name, change, code, said) => {
  await config('a.json')
  await writeFile(join(cwd, 'a.json'), change(await readFile(join(cwd, 'a.json'), 'utf8')))
  expect(await check('--config', 'a.json')).toMatchObject({ code, stderr: '', stdout: expect.stringContaining(said) })
})

test('a file that cannot be read does not keep the others from being judged', async () => {
  await config('configs/a.json', ({ settings }) => (settings.n_threads = 9999))
  await writeFile(join(cwd, 'configs/huge.json'), '{')
  await truncate(join(cwd, 'configs/huge.json'), 2 ** 30)
  const text = await check('--config', 'configs/*.json')
  expect(text.code).toBe(2)
  expect(text.stdout).toContain('configs/a.json:')
  expect(text.stderr).toBe('lp-tui: configs/huge.json is too large: 1024.0 MiB, and at most 1.0 MiB are read\n')
  const { stdout } = await check('--config', 'configs/*.json', '--json')
  expect(JSON.parse(stdout)).toMatchObject({
    configs: [{ file: 'configs/a.json' }],
    unread: [{ file: 'configs/huge.json' }],
  })
})

test('names joined by a comma are a cluster, and a config of one machine says how to check on each', async () => {
  await config('a.json')
  const joined = await check('--config', 'a.json', '--hardware', 'nvidia_rtx_4070,nvidia_rtx_4090')
  expect(joined.code).toBe(1)
  expect(joined.stdout).toMatch(/LP204 .*one cluster of 2 machines.*name each as a target of its own/)
  const apart = await check('--config', 'a.json', '--hardware', 'nvidia_rtx_4070', '--hardware', 'nvidia_rtx_4090')
  expect(apart.code).toBe(0)
})

test('a cluster config is judged at its own addresses, and says that its machines are assumed', async () => {
  const machines = '- hardware: nvidia_rtx_4070\n- {hardware: nvidia_rtx_4090, address: "10.0.0.20:50052"}\n'
  await writeFile(join(cwd, 'cluster.yml'), `machines:\n${machines}`)
  const plan = ['generate', '--hardware', 'cluster.yml', '--model', 'qwen3-32b', '--output', 'c.json']
  expect((await runCli(plan, { cwd })).code).toBe(0)
  const alone = await check('--config', 'c.json')
  expect(alone).toMatchObject({ code: 0 })
  expect(alone.stdout).toContain('at 10.0.0.20:50052')
  expect(alone.stdout).not.toContain('machine-2')
  expect(alone.stderr.match(/^note: .*are assumed\. --hardware cluster\.yml takes the real ones\.$/gm)).toHaveLength(1)
  expect(await check('--config', 'c.json', '--hardware', 'cluster.yml')).toMatchObject({ code: 0, stderr: '' })
  const explained = await runCli(['explain', 'c.json'], { cwd })
  expect(
    explained.stderr.match(/^note: .*are assumed\. --hardware cluster\.yml takes the real ones\.$/gm),
  ).toHaveLength(1)
  expect(await runCli(['explain', 'c.json', '--hardware', 'cluster.yml'], { cwd })).toMatchObject({
    code: 0,
    stderr: '',
  })
})

test('two machines at one address are refused at the line of the second', async () => {
  const machine = '  - hardware: nvidia_rtx_4090\n    address: 10.0.0.2:50052\n'
  await writeFile(join(cwd, 'cluster.yml'), `machines:\n  - hardware: nvidia_rtx_3060_12gb\n${machine}${machine}`)
  const { code, stderr } = await runCli(['generate', '--hardware', 'cluster.yml', '--model', 'qwen3-8b'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toMatch(/cluster\.yml:6:14: .*machines\[2\]\.address .*an address that no other machine has/)
})

test.each([
  ['8.8.8.8:99999', /cluster\.yml:4:14: .*address must be host:port, the port from 1 to 65535/],
  ['[::1]:0', /cluster\.yml:4:19: A text that begins with \[.* needs quotes around it/],
])('the address %s in a cluster file is refused at its line', async (address, said) => {
  const text = `machines:\n  - hardware: auto\n  - hardware: auto\n    address: ${address}\n`
  await writeFile(join(cwd, 'cluster.yml'), text)
  const { code, stderr } = await runCli(['generate', '--hardware', 'cluster.yml', '--model', 'qwen3-8b'], { cwd })
  expect(code).toBe(2)
  expect(stderr).toMatch(said)
})

test.each([
  [
    'vllm.json',
    '{"model": "org/m", "gpu_memory_utilization": 0.9, "max_model_len": 8192}',
    /this is no runtime config/,
  ],
  ['llama.service', '[Service]\nExecStart=llama-server -m m.gguf\n', /nothing in this file tells which program/],
])('%s is refused in one line that says what is read', async (name, text, said) => {
  await writeFile(join(cwd, name), text)
  const { code, stdout } = await runCli(['validate', '--config', name, '--hardware', 'nvidia_rtx_4090'], { cwd })
  expect(code).toBe(2)
  expect(stdout.match(/LP\d{3}/g)).toEqual(['LP008'])
  expect(stdout).toMatch(said)
  expect(stdout).toContain('Formats that are read: runtime-config, model-set, shell, dockerfile,')
})

test('a verdict by the name of a model alone says so, and one by its facts does not', async () => {
  const line = 'Of 1 config the model is known by its name alone, from the catalog.'
  await config('a.json')
  expect((await check('--config', 'a.json', '--hardware', 'nvidia_rtx_4090')).stdout).not.toContain(line)
  const model_path = 'models/qwen3-8b/gguf/Q4_K_M/qwen3-8b-q4_k_m.gguf'
  await writeFile(join(cwd, 'n.json'), JSON.stringify({ backend: 'cuda', model_path, settings: { n_ctx: 4096 } }))
  const { code, stdout } = await check('--config', 'n.json', '--hardware', 'nvidia_rtx_4090')
  expect(code, stdout).toBe(0)
  expect(stdout.endsWith(`on 1 target.\n${line}\n`), stdout).toBe(true)
})
