import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { engineArgs, engineDouble } from '../helpers/engine-double.ts'
import { runCli, spawnCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''
let list = ''
let set = ''

beforeEach(async () => {
  cwd = await tempFolder()
  await mkdir(join(cwd, 'bin'))
  await engineDouble(join(cwd, 'bin'))
  const models = await Promise.all(
    (['smollm2-135m.Q4_K_M', 'qwen2.5-0.5b.Q4_K_M'] as const).map((name) => sparseGguf(name, cwd)),
  )
  list = join(cwd, 'models.yml')
  const wishes = models.map((model, at) => `  - { name: m${at}, model: ${model}, context: 2048, load: pinned }\n`)
  await writeFile(list, `models:\n${wishes.join('')}`)
  set = join(cwd, 'set.json')
  const made = await runCli(['generate', '--set', list, '--output', set], { cwd })
  if (made.code !== 0) throw new Error(made.stderr)
})

const run = (args: readonly string[], env: Record<string, string> = {}) =>
  spawnCli(args, {
    cwd,
    program: 'run',
    env: { PATH: `${join(cwd, 'bin')}${delimiter}${process.env['PATH'] ?? ''}`, ...env },
  })

test.each(['set', 'list'] as const)('--set starts the router with what was planned of a %s', async (kind) => {
  const { code, stderr } = await run(['--set', kind === 'set' ? set : list, '--port', '8089', '--', '--alias', 'x'])
  expect(code, stderr).toBe(0)
  const words = await engineArgs(join(cwd, 'bin'))
  expect(words[0]).toBe('--models-preset')
  // Clients connect to the gate before it.
  expect(words.slice(2, -2).join(' ')).toMatch(
    /^--models-max 2 --host 127\.0\.0\.1 --port (?!8089)\d+ --metrics --slots -lv 4 --alias x$/,
  )
  expect(words.at(-2)).toBe('--slot-save-path')
  // Presets and caches are ours alone, and gone with us.
  await expect(readFile(words[1] ?? '')).rejects.toThrow('ENOENT')
})

test('--dry-run prints one line and starts nothing; lp-tui run is the same program', async () => {
  const { code, stdout, stderr } = await run(['--set', set, '--dry-run'], { EXIT_CODE: '9' })
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `${join(cwd, 'bin/llama-server')} --models-preset set.ini --models-max 2 --host 127.0.0.1 --port 8080 --metrics --slots -lv 4\n`,
  })
  expect(stderr).toContain(
    `set.ini is not written by --dry-run; before the command comes:\n  lp-tui export --config ${set} --to preset-ini --output set.ini\n`,
  )
  const same = await runCli(['run', '--set', set, '--dry-run'], { cwd, env: { PATH: '/nowhere' } })
  expect(same.stdout).toMatch(/^llama-server --models-preset set\.ini /)
})

test.each([
  ['--chat', ['--chat']],
  ['--model', ['--model', 'm.gguf']],
  ['--adapt', ['--adapt']],
])('%s is for one model', async (flag, more) => {
  const { code, stderr } = await run(['--set', set, ...more])
  expect(code).toBe(2)
  expect(stderr).toContain(`${flag} is for one model; --set runs those of ${set}\n`)
})

test('what the gate cannot do is refused', async () => {
  for (const [word, ...more] of [
    ['--api-prefix', '/v2'],
    ['--ssl-cert-file', 'c.pem', '--ssl-key-file', 'k.pem'],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { code, stderr } = await run(['--set', set, '--', word, ...more])
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(`${word} is for one model\n`) })
  }
})

test('a set that this machine cannot hold is not started, but with --force', async () => {
  const value = JSON.parse(await readFile(set, 'utf8')) as {
    members: { config: { settings: { n_threads: number } } }[]
  }
  for (const { config } of value.members) config.settings.n_threads = 9999
  await writeFile(set, JSON.stringify(value))
  const refused = await run(['--set', set, '--dry-run'])
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 1, stdout: '' })
  expect(refused.stderr).toMatch(/^\S+set\.json:1:\d+: error LP201 /m)
  expect(refused.stderr).toMatch(/^llama-pajamas-run: not started/m)
  expect(await run(['--set', set, '--dry-run', '--force'])).toMatchObject({ code: 0 })
})

test('a model that is gone is named', async () => {
  const text = await readFile(set, 'utf8')
  await writeFile(set, text.replaceAll('smollm2-135m', 'gone'))
  const { code, stderr } = await run(['--set', set])
  expect(code).toBe(2)
  expect(stderr).toMatch(/gone\.Q4_K_M\.gguf does not exist/)
})

test('an engine without a router is told, with what to do', async () => {
  const old = join(cwd, 'old-server')
  await writeFile(old, '#!/bin/sh\necho "-m, --model FNAME   text"\n')
  await chmod(old, 0o755)
  const { code, stderr } = await run(['--set', set, '--engine', old])
  expect(code).toBe(3)
  expect(stderr).toBe(
    `llama-pajamas-run: ${old} cannot run several models: it does not know --models-preset\n` +
      '  Take a newer llama.cpp, or export the set to llama-swap.\n',
  )
})

test('a setting after -- is refused, for the router puts it over every model; other words are read', async () => {
  const refused = await run(['--set', set, '--port', '0', '--', '-c', '65536'])
  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("-c after -- would win over every model's own value"),
  })
  const { code, stderr } = await run(['--set', set, '--port', '0', '--', '--temp', '0', '--lora', 'a.gguf'])
  expect(code).toBe(0)
  expect(stderr).toContain('after --: --lora takes memory that the check does not count\n')
})

test('a variable of llama.cpp that would win over the presets is left out, and named', async () => {
  const { code, stderr } = await run(['--set', set, '--port', '0'], { LLAMA_ARG_CTX_SIZE: '64' })
  expect(code).toBe(0)
  expect(stderr).toContain('LLAMA_ARG_CTX_SIZE would win over what was planned for each model: left out\n')
})
