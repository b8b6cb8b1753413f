import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { runCli } from '../helpers/run-cli.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''
beforeEach(async () => {
  cwd = await tempFolder()
})

test('what the other program cannot express is a warning, not only a comment in the code', async () => {
  const plan = ['generate', '--hardware', 'nvidia_rtx_3060_12gb', '--model', 'mixtral-8x7b', '--precision', 'Q4_K_M']
  expect((await runCli([...plan, '--output', 'moe.json'], { cwd })).code).toBe(0)
  const to = (format: string) => runCli(['export', '--config', 'moe.json', '--to', format], { cwd })
  const python = await to('llama-cpp-python')
  expect(python.code).toBe(0)
  expect(python.stderr).toMatch(/^note: llama-cpp-python cannot express n_cpu_moe = \d+: the experts .* go to the GPU/)
  expect((await to('llama-server')).stderr).toBe('')
})

test('llama-swap: what unloads the model is said', async () => {
  const plan = ['generate', '--hardware', 'nvidia_rtx_3060_12gb', '--model', 'qwen3-8b', '--output', 'c.json']
  expect((await runCli(plan, { cwd })).code).toBe(0)
  const { stdout, stderr } = await runCli(['export', '--config', 'c.json', '--to', 'llama-swap'], { cwd })
  expect(stdout).toContain('ttl: 300')
  expect(stderr).toMatch(/^note: ttl: 300 lets llama-swap unload the model after 300 s/)
})

test('a service says in which folder it starts, where the model path is relative', async () => {
  const plan = ['generate', '--hardware', 'nvidia_rtx_3060_12gb', '--model', 'qwen3-8b', '--output', 'c.json']
  expect((await runCli(plan, { cwd })).code).toBe(0)
  for (const to of ['systemd', 'launchd']) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { stderr } = await runCli(['export', '--config', 'c.json', '--to', to], { cwd })
    expect(stderr).toContain(`note: the model path is relative, so the service starts in ${cwd}`)
  }
})

test('what validate finds wrong in the file is said on stderr', async () => {
  const text = '{"backend": "cuda", "model_path": "m.gguf", "settings": {"n_ctx": 4096, "n_ctx": 999999, "n_bach": 1}}'
  await writeFile(join(cwd, 'dup.json'), text)
  const { code, stdout, stderr } = await runCli(['export', '--config', 'dup.json', '--to', 'llama-server'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toContain('-c 999999')
  expect(stderr).toMatch(
    /^dup\.json:1:\d+: error LP002: settings\.n_ctx stands .*\ndup\.json:1:\d+: error LP005: settings\.n_bach/,
  )
})

test('--output - is stdout, for commands whose result is a text', async () => {
  const plan = ['generate', '--hardware', 'nvidia_rtx_3060_12gb', '--model', 'qwen3-8b']
  const plain = await runCli(plan, { cwd })
  expect(await runCli([...plan, '--output', '-'], { cwd })).toEqual(plain)
  await writeFile(join(cwd, 'c.json'), plain.stdout)
  const to = ['export', '--config', 'c.json', '--to', 'env']
  expect(await runCli([...to, '--output', '-'], { cwd })).toEqual(await runCli(to, { cwd }))
  const seen = await runCli(['detect', '--output', '-'], { cwd })
  expect(JSON.parse(seen.stdout)).toMatchObject({ kind: 'hardware_snapshot' })
  expect(seen.stderr).toBe('')
  expect((await readdir(cwd)).sort()).toEqual(['c.json'])
})
