import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readConfig } from '../../shared/config/read-config.ts'
import { runCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''

beforeEach(async () => {
  cwd = await tempFolder()
})

const run = (...args: string[]) => runCli(['import', ...args], { cwd })

test('a command line becomes a config, with the facts of the model that is there', async () => {
  await sparseGguf('smollm2-135m.Q4_K_M', cwd)
  const model = 'smollm2-135m.Q4_K_M.gguf'
  const { code, stdout, stderr } = await run('--backend', 'cuda', '--', 'llama-server', '-m', model, '-ngl', '99')
  expect(code).toBe(0)
  const { config, findings } = readConfig(stdout)
  expect(findings).toEqual([])
  expect(config).toMatchObject({
    backend: 'cuda',
    model_path: model,
    // Four slots of the training length, the most that --fit may choose.
    settings: { n_gpu_layers: -1, n_parallel: 4, kv_unified: true, n_ctx: 4 * 8192 },
    model: { architecture: 'llama' },
  })
  expect(stderr).toBe(
    'warning LP012: Not stated: the engine chooses the context by free memory (--fit). Judged with 4 times the training length.\n',
  )
})

test('a file becomes a file; what could not be carried over goes to stderr with its place', async () => {
  await writeFile(
    join(cwd, 'start.sh'),
    '#!/bin/sh\nllama-server -m m.gguf -c 4096 -ngl 9 \\\n  --no-mmap --mmproj p.gguf\n',
  )
  const { code, stdout, stderr } = await run('start.sh', '--output', 'config.json')
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  const { config } = readConfig(await readFile(join(cwd, 'config.json'), 'utf8'))
  expect(config?.settings).toMatchObject({ n_ctx: 4096, n_gpu_layers: 9, use_mmap: false })
  expect(stderr).toContain('start.sh:3:3: error LP013: --no-mmap was removed')
  expect(stderr).toContain('start.sh:3:13: warning LP015: --mmproj takes memory of its own')
  expect(stderr).toContain('backend: not in start.sh')
  expect(stderr).toContain('config.json written')
  expect(await run('start.sh', '--output', 'config.json')).toMatchObject({ code: 2 })
  expect(await run('start.sh', '--output', 'config.json', '--force')).toMatchObject({ code: 0 })
})

test('an exported command line comes back', async () => {
  const made = ['generate', '--hardware', 'nvidia_rtx_4070', '--model', 'qwen3-8b', '--output', 'made.json']
  expect(await runCli(made, { cwd })).toMatchObject({ code: 0 })
  const exported = await runCli(['export', '--config', 'made.json', '--to', 'llama-server', '--output', 'go.sh'], {
    cwd,
  })
  expect(exported.code).toBe(0)
  const { code, stdout } = await run('go.sh', '--format', 'shell', '--backend', 'cuda', '--model', 'qwen3-8b')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^\{\n {2}"version": 1,/)
  await writeFile(join(cwd, 'back.json'), stdout)
  const again = await runCli(['export', '--config', 'back.json', '--to', 'llama-server'], { cwd })
  expect(again.stdout).toBe(await readFile(join(cwd, 'go.sh'), 'utf8'))
})

test('a command line with rpc-servers comes back, and is judged on its cluster', async () => {
  const cluster = 'nvidia_rtx_4070,nvidia_rtx_4090'
  const made = ['generate', '--hardware', cluster, '--model', 'qwen3-32b', '--output', 'made.json']
  expect(await runCli(made, { cwd })).toMatchObject({ code: 0 })
  const exported = ['export', '--config', 'made.json', '--to', 'llama-server', '--output', 'go.sh']
  expect(await runCli(exported, { cwd })).toMatchObject({ code: 0 })
  expect(await readFile(join(cwd, 'go.sh'), 'utf8')).toMatch(/ --rpc machine-2:50052 -ts \d+,\d+\n$/)

  const imported = await run('go.sh', '--model', 'qwen3-32b', '--output', 'back.json')
  expect(imported).toMatchObject({ code: 0 })
  expect(imported.stderr).not.toMatch(/LP\d/)
  const judged = await runCli(['validate', '--config', 'back.json', '--hardware', cluster], { cwd })
  expect(judged.stdout).toContain('Passed: 0 errors, 0 warnings in 1 config on 1 target.')
  const alone = await runCli(['validate', '--config', 'back.json', '--hardware', 'nvidia_rtx_4090'], { cwd })
  expect({ code: alone.code, found: alone.stdout.match(/error LP204/g) }).toEqual({ code: 1, found: ['error LP204'] })
  const again = await runCli(['export', '--config', 'back.json', '--to', 'llama-server'], { cwd })
  expect(again.stdout).toBe(await readFile(join(cwd, 'go.sh'), 'utf8'))
})

test('~ is the home folder, in what is imported and in what a config says: nothing but a shell knows it', async () => {
  await sparseGguf('smollm2-135m.Q4_K_M', cwd)
  await writeFile(join(cwd, 'start.sh'), 'MODEL=~/smollm2-135m.Q4_K_M.gguf\nllama-server -m "$MODEL" -c 512 -ngl 0\n')
  const path = `${cwd}/smollm2-135m.Q4_K_M.gguf`
  const { code, stdout, stderr } = await run('start.sh', '--backend', 'cpu')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ model_path: path, model: { architecture: 'llama' } })
  expect(stderr).toContain(`note: ~ is written as the home folder here: ${path}`)
  await writeFile(join(cwd, 'mine.json'), stdout.replace(path, '~/smollm2-135m.Q4_K_M.gguf'))
  for (const to of ['llama-server', 'systemd', 'compose']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const exported = await runCli(['export', '--config', 'mine.json', '--to', to], { cwd })
    expect(exported.stdout).toContain(cwd)
    expect(exported.stdout).not.toContain('~')
  }
  const generated = await runCli(
    ['generate', '--hardware', 'cpu_intel_core_i5_12400', '--model=~/smollm2-135m.Q4_K_M.gguf'],
    { cwd },
  )
  expect(JSON.parse(generated.stdout)).toMatchObject({ model_path: path })
})

test('of several servers one is named', async () => {
  const models = ['a', 'b'].map((name) => `  ${name}:\n    cmd: llama-server -m ${name}.gguf -c 1 -ngl 1\n`).join('')
  await writeFile(join(cwd, 'config.yaml'), `models:\n${models}`)
  expect(await run('config.yaml')).toMatchObject({ code: 2, stderr: expect.stringMatching(/2 servers.*--name/) })
  expect(await run('config.yaml', '--name', 'c')).toMatchObject({ code: 2, stderr: expect.stringContaining('only') })
  const { code, stdout } = await run('config.yaml', '--name', 'b')
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ model_path: 'b.gguf' })
})

test.each([
  [['--', 'llama-server', '-m', 'm.gguf', '-c', '32k'], /LP004: -c must be a whole number/],
  [['--', 'llama-server', '-c', '1'], /LP004: --model is missing/],
  [['--', 'vllm', 'serve'], /LP008: .*nothing in it starts llama-server/],
  [[], /import what\?/],
  [['notes.txt'], /nothing in notes\.txt tells which program it is for/],
  [['open.sh'], /open\.sh:1:27: error LP009: Not judged: the value of -c is known only when this runs/],
  [['nosuch.sh'], /nosuch\.sh/],
  [['open.sh', '--format', 'shel'], /Did you mean shell/],
  [['open.sh', '--', 'llama-server'], /one of them/],
])('%j ends with 2 and one sentence', async (args, sentence) => {
  await writeFile(join(cwd, 'notes.txt'), 'hello')
  await writeFile(join(cwd, 'open.sh'), 'llama-server -m x.gguf -c $N')
  const { code, stdout, stderr } = await run(...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(sentence)
  expect(stderr).not.toMatch(/\n {4}at /)
})

test('a config of ours is told from a file that nothing is known of', async () => {
  await writeFile(join(cwd, 'base.json'), '{"backend": "cuda", "model_path": "m.gguf", "settings": {}}')
  expect(await run('base.json')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/base\.json is a runtime config already\n {2}lp-tui validate --config base\.json/),
  })
  await writeFile(join(cwd, 'set.json'), '{"kind": "model_set", "version": 1}')
  expect((await run('set.json')).stderr).toContain('set.json is a model set already')
  for (const text of ['{"a": 1}', 'words']) {
    await writeFile(join(cwd, 'x.json'), text) // oxlint-disable-line no-await-in-loop
    expect((await run('x.json')).stderr).toContain('nothing in x.json tells which program it is for') // oxlint-disable-line no-await-in-loop
  }
})

test('a model that is not here: what to do is said', async () => {
  const { stderr } = await run('--backend', 'cuda', '--', 'llama-server', '-m', 'none.gguf', '-c', '4096')
  expect(stderr).toContain(
    'the model of the command line is not at hand, so its facts are not in the config: name the GGUF file or a catalog model with --model',
  )
})
