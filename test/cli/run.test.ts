import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { engineArgs, engineDouble, engineEnvironment } from '../helpers/engine-double.ts'
import { spawnCli as runCli, type SpawnOptions as CliOptions } from '../helpers/run-cli.ts'
import { startProgram } from '../helpers/run-program.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''
let model = ''

beforeEach(async () => {
  cwd = await tempFolder()
  model = await sparseGguf('smollm2-135m.Q4_K_M', cwd)
  await mkdir(join(cwd, 'bin'))
  await engineDouble(join(cwd, 'bin'))
})

const withEngine = (env: Record<string, string> = {}): CliOptions => ({
  cwd,
  program: 'run',
  env: { PATH: `${join(cwd, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`, ...env },
})

/** The value after a flag in what the engine double was started with. */
async function argument(flag: string): Promise<string | undefined> {
  const words = await engineArgs(join(cwd, 'bin'))
  return words[words.indexOf(flag) + 1]
}

async function config(change: (value: { settings: Record<string, unknown> }) => void = () => {}): Promise<string> {
  const { stdout } = await runCli(['generate', '--hardware', 'auto', '--model', model], { cwd })
  const value = JSON.parse(stdout) as { settings: Record<string, unknown> }
  change(value)
  const file = join(cwd, 'runtime_config.json')
  await writeFile(file, JSON.stringify(value))
  return file
}

test('--auto-configure plans for this machine and starts the engine with every value stated', async () => {
  const args = ['--model', model, '--auto-configure', '--context', '2048', '--port', '8089']
  const { code, stdout, stderr } = await runCli(args, withEngine())
  expect(code, stderr).toBe(0)
  expect(await argument('-m')).toBe(model)
  expect(await argument('-c')).toBe('2048')
  expect(await argument('-np')).toBe('1')
  expect(await argument('--fit')).toBe('off')
  expect(await argument('--host')).toBe('127.0.0.1')
  expect(await argument('--port')).toBe('8089')
  expect(stdout).toBe('')
  expect(stderr).toBe(`starting ${join(cwd, 'bin/llama-server')}, 9.9 (double)\n`)
})

test('--config runs a runtime config, with the model file that is named', async () => {
  const file = await config((value) => (value.settings['n_ctx'] = 1024))
  const { code } = await runCli(['--config', file], withEngine())
  expect(code).toBe(0)
  expect(await argument('-c')).toBe('1024')
  expect(await argument('-m')).toBe(model)

  const other = await sparseGguf('qwen2.5-0.5b.Q4_K_M', cwd)
  await runCli(['--model', other, '--config', file], withEngine())
  expect(await argument('-m')).toBe(other)
})

test('a config without model facts is judged by the file that it names', async () => {
  const file = await config((value) => Reflect.deleteProperty(value, 'model'))
  expect(await runCli(['--config', file], withEngine())).toMatchObject({ code: 0 })
})

test('lp-tui run is the same program', async () => {
  const { code } = await runCli(['run', '--model', model, '--auto-configure'], {
    ...withEngine(),
    program: 'main',
  })
  expect(code).toBe(0)
  expect(await argument('-m')).toBe(model)
})

test.each([
  ['0.0.0.0', [], true],
  ['192.168.1.20', [], true],
  ['0.0.0.0', ['--', '--api-key', 'secret'], false],
  ['127.0.0.1', [], false],
  ['localhost', [], false],
])('a server at %s with %j is told that it is open to others: %s', async (host, more, told) => {
  const args = ['--model', model, '--auto-configure', '--dry-run', '--host', host, ...more]
  const { code, stderr } = await runCli(args, withEngine())
  expect(code, stderr).toBe(0)
  expect(stderr.includes(`${host}: whoever reaches this machine can use the server without a key; `)).toBe(told)
})

test('what stands after -- goes to the engine as it is', async () => {
  const words = ['--alias', "it's a name", '-x', '']
  await runCli(['--model', model, '--auto-configure', '--', ...words], withEngine())
  expect((await engineArgs(join(cwd, 'bin'))).slice(-4)).toEqual(words)
})

test('what it says of a setting is checked with the config, and told; what nobody counts is told too', async () => {
  const words = ['--temp', '0.5', '-c', '1024', '-ctk', 'q8_0', '--mmproj', 'p.gguf']
  const { code, stderr } = await runCli(
    ['--model', model, '--auto-configure', '--context', '2048', '--', ...words],
    withEngine(),
  )
  expect(code, stderr).toBe(0)
  expect(stderr).toContain('after --: n_ctx 2048 -> 1024, cache_type_k f16 -> q8_0\n')
  expect(stderr).toContain('after --: --mmproj takes memory that the check does not count\n')
  const args = await engineArgs(join(cwd, 'bin'))
  expect(args.filter((word) => word === '-c')).toHaveLength(1)
  expect([await argument('-c'), await argument('-ctk')]).toEqual(['1024', 'q8_0'])
  expect(args.slice(-4)).toEqual(['--temp', '0.5', '--mmproj', 'p.gguf'])
})

test('a word after -- that the config may not have is found by the check; one for another model is refused', async () => {
  const run = (...words: string[]) =>
    runCli(['--model', model, '--auto-configure', '--dry-run', '--', ...words], withEngine())
  const refused = await run('-t', '9999')
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/^after --: n_threads \d+ -> 9999\nthe plan:\d+:\d+: error LP201 /)
  expect(await run('-m', 'other.gguf')).toMatchObject({ code: 2, stderr: expect.stringContaining('names a model') })
})

test("llama.cpp's own variables are left out and named, but that of the key file counts", async () => {
  await writeFile(join(cwd, 'keys.txt'), 'secret\n')
  const env = { LLAMA_ARG_SWA_FULL: '1', LLAMA_ARG_MMPROJ: 'x', LLAMA_ARG_API_KEY_FILE: 'keys.txt', KEPT: 'yes' }
  const { code, stderr } = await runCli(['--model', model, '--auto-configure'], withEngine(env))
  expect(code).toBe(0)
  expect(stderr.match(/^LLAMA_ARG_\w+ would change what was checked: left out/gm)).toHaveLength(2)
  const seen = await engineEnvironment(join(cwd, 'bin'))
  expect(seen).toContain('KEPT=yes')
  expect(seen).not.toContain('LLAMA_ARG_')
  expect(await argument('--api-key-file')).toBe('keys.txt')
})

test('a config that this machine cannot hold is not started, but with --force', async () => {
  const file = await config((value) => (value.settings['n_threads'] = 9999))
  const refused = await runCli(['--config', file], withEngine())
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/^\S+runtime_config\.json:1:\d+: error LP201 /m)
  expect(refused.stderr).toMatch(/^llama-pajamas-run: not started/m)

  const forced = await runCli(['--config', file, '--force'], withEngine())
  expect(forced.code).toBe(0)
  expect(await argument('-t')).toBe('9999')
})

test('--dry-run prints one line that a shell takes, and starts nothing', async () => {
  const folder = join(cwd, "it's here")
  await mkdir(folder)
  const path = await sparseGguf('smollm2-135m.Q4_K_M', folder)
  const args = ['--model', path, '--auto-configure', '--dry-run']
  const { code, stdout } = await runCli(args, withEngine({ EXIT_CODE: '9' }))
  expect(code).toBe(0)
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  expect(stdout).toContain(` -m '${cwd}/it'\\''s here/smollm2-135m.Q4_K_M.gguf' `)

  const without = await runCli(args, { cwd, program: 'run', env: { PATH: '/nowhere' } })
  expect(without.stdout).toMatch(/^llama-server -m /)
})

test('without an engine it says how to get one, and ends with 3', async () => {
  const { code, stderr } = await runCli(['--model', model, '--auto-configure'], {
    cwd,
    program: 'run',
    env: { PATH: '/nowhere' },
  })
  expect(code).toBe(3)
  expect(stderr).toMatch(/^llama-pajamas-run: llama-server was not found .*\n {2}Install it with: .*\n$/)
})

test('--engine and LP_LLAMA_SERVER name the engine', async () => {
  const elsewhere = { cwd, program: 'run', env: { PATH: '/bin:/usr/bin' } } as const
  const args = ['--model', model, '--auto-configure']
  expect(await runCli([...args, '--engine', 'bin/llama-server'], elsewhere)).toMatchObject({ code: 0 })
  const env = { ...elsewhere.env, LP_LLAMA_SERVER: join(cwd, 'bin') }
  expect(await runCli(args, { ...elsewhere, env })).toMatchObject({ code: 0 })
  expect(await runCli([...args, '--engine', 'none'], elsewhere)).toMatchObject({ code: 3 })
})

test('the exit code of the engine is passed on', async () => {
  expect(await runCli(['--model', model, '--auto-configure'], withEngine({ EXIT_CODE: '17' }))).toMatchObject({
    code: 17,
  })
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches the engine, which ends in its own way', async (signal) => {
  const program = startProgram(['--model', model, '--auto-configure', '--port', '0'], withEngine({ WAIT: '1' }).env)
  await program.untilSaid(/ready after \S+ s at http:\/\/127\.0\.0\.1:\d+ \(1 slot, context \d+\)\n/)
  program.signal(signal)
  expect(await program.ended).toBe(5)
})

test.each([
  [
    'neither a config nor --auto-configure',
    (): string[] => ['--model', model],
    /give either --config FILE or --auto-configure/,
  ],
  ['both', (): string[] => ['--model', model, '--config', 'a.json', '--auto-configure'], /give either/],
  ['no model to configure for', (): string[] => ['--auto-configure'], /which model\?/],
  ['a port that is none', (): string[] => ['--model', model, '--auto-configure', '--port', '70000'], /--port takes/],
  ['a missing model', (): string[] => ['--model', 'none.gguf', '--auto-configure'], /none\.gguf does not exist/],
  ['a missing config', (): string[] => ['--model', model, '--config', 'none.json'], /none\.json does not exist/],
  ['a remote model', (): string[] => ['--model', 'hf:a/b', '--auto-configure'], /must be on this machine to be run/],
] as const)('%s is one line and exit 2', async (_name, args, said) => {
  const { code, stdout, stderr } = await runCli(args(), withEngine())
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr.split('\n').filter((line) => line.startsWith('llama-pajamas-run: '))).toHaveLength(1)
  expect(stderr).toMatch(said)
})

test.each([
  ['error: invalid argument: --nope', 1, /does not take an argument: invalid argument: --nope/],
  ["E srv start: couldn't bind HTTP server socket, hostname: 127.0.0.1, port: 8080", 1, /another program does/],
  [
    'E llama_model_load: error loading model: tensor is not within the file bounds',
    1,
    /says of the model: tensor is not/,
  ],
])(
  'an engine that ends with %s is explained, not started again, and its exit code passed on',
  async (says, code, said) => {
    const env = { SAYS: says, EXIT_CODE: String(code) }
    const result = await runCli(['--model', model, '--auto-configure'], withEngine(env))
    expect(result.code).toBe(code)
    expect(result.stderr).toMatch(said)
    expect(result.stderr).not.toMatch(/starting it again/)
  },
)

test('out of memory: the smallest change that would fit is said, and with --no-restart not tried', async () => {
  const env = { SAYS: 'failed to allocate CPU buffer of size 999999999999', EXIT_CODE: '1' }
  const args = ['--model', model, '--auto-configure', '--no-restart']
  const { code, stderr } = await runCli(args, withEngine(env))
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /ran out of memory on CPU \(931\.3 GiB asked for\)\nthe smallest change that would fit: \w+ \S+ -> \S+/,
  )
  expect(stderr).not.toMatch(/starting it again/)
})

test('an API key goes by file or environment, never by an argument, and is shown nowhere', async () => {
  const key = 'sk-very-secret'
  const file = join(cwd, 'keys.txt')
  await writeFile(file, `# ours\n${key}\n`)
  const ours = ['--model', model, '--auto-configure', '--api-key-file', file]
  const outputs = [
    await runCli(ours, withEngine()),
    await runCli(['--model', model, '--auto-configure', '--', '--api-key', key], withEngine()),
    await runCli([...ours.slice(0, 3), '--dry-run', '--', '--api-key', key], withEngine()),
  ]
  for (const { code, stdout, stderr } of outputs) {
    expect(code).toBe(0)
    expect(stdout + stderr).not.toContain(key)
  }
  expect(await engineArgs(join(cwd, 'bin'))).not.toContain(key)
})

test('a key file without a key is refused before anything starts', async () => {
  const file = join(cwd, 'keys.txt')
  await writeFile(file, '# none yet\n')
  const args = ['--model', model, '--auto-configure', '--api-key-file', file]
  expect(await runCli(args, withEngine())).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('holds no API key'),
  })
})

test('records: a JSON line for what happens, and all that the engine says', async () => {
  const args = ['--model', model, '--auto-configure', '--metrics-file', 'm.jsonl', '--engine-log', 'engine.log']
  await runCli(args, withEngine({ SAYS: 'hello' }))
  const [first = ''] = (await readFile(join(cwd, 'm.jsonl'), 'utf8')).split('\n')
  expect(JSON.parse(first)).toMatchObject({ event: 'starting', settings: { n_parallel: 1 } })
  expect(await readFile(join(cwd, 'engine.log'), 'utf8')).toBe('hello\n')
})

test('--sustained starts with less, and says what', async () => {
  const args = ['--model', model, '--auto-configure', '--sustained']
  const { stderr } = await runCli(args, withEngine())
  expect(stderr).toMatch(/^sustained: .*n_ubatch 512 -> 256/m)
  expect(await argument('-ub')).toBe('256')
})
