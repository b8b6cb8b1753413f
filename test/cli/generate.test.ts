import { execFile } from 'node:child_process'
import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { builtCli, runCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''
beforeEach(async () => {
  cwd = await tempFolder()
})

type Config = {
  backend: string
  model_path: string
  settings: Record<string, number>
  metadata: Record<string, unknown>
  model: { hparams: Record<string, unknown> }
}

const on4090 = ['generate', '--hardware', 'nvidia_rtx_4090']

async function generated(...args: string[]): Promise<Config> {
  const { code, stdout, stderr } = await runCli(['generate', ...args], { cwd })
  expect(code, stderr).toBe(0)
  return JSON.parse(stdout) as Config
}

test('without --output the config is on stdout and the reasons are on stderr', async () => {
  const { stdout, stderr } = await runCli([...on4090, '--model-size', '8B', '--precision', 'Q4_K_M'], { cwd })
  expect(JSON.parse(stdout)).toMatchObject({ backend: 'cuda', metadata: { precision: 'Q4_K_M' } })
  for (const said of ['n_ctx', 'n_ubatch', 'usable', 'tokens/s', 'stands for 8B']) expect(stderr).toContain(said)
})

test('with --output the reasons are the result', async () => {
  const args = [...on4090, '--model-size', '8B', '--output', 'a.json']
  const { stdout, stderr } = await runCli(args, { cwd })
  expect(stderr).toBe('a.json written\n')
  expect(stdout).toContain('n_gpu_layers')
  const config = JSON.parse(await readFile(join(cwd, 'a.json'), 'utf8')) as Config
  expect(config.metadata['generator']).toMatch(/^lp-tui \d/)
})

test('--json is the whole plan, and nothing else on stdout', async () => {
  const { stdout, stderr } = await runCli([...on4090, '--model-size', '8B', '--json'], { cwd })
  expect(stderr).toBe('')
  const plan = JSON.parse(stdout) as { reasons: { key: string; text: string }[] }
  expect(plan).toMatchObject({
    schema_version: 1,
    config: { backend: 'cuda' },
    target: { id: 'nvidia_rtx_4090' },
    memory: { program: 'server' },
    throughput: { tg: { basis: expect.any(String), source: expect.any(String) } },
  })
  for (const { key, text } of plan.reasons) expect(text, key).not.toBe('')
})

test('an export holds the cache of earlier prompts to what the plan found left', async () => {
  const args = ['generate', '--hardware', 'apple_silicon_m1_8gb', '--model-size', '8B', '--output', 'small.json']
  const { stdout: said } = await runCli(args, { cwd })
  const stated = /--cache-ram (\d+)/.exec(said)?.[1]
  for (const [to, flag] of [
    ['llama-server', '--cache-ram '],
    ['env', 'LLAMA_ARG_CACHE_RAM='],
    ['preset-ini', 'cache-ram = '],
  ] as const) {
    const { stdout } = await runCli(['export', '--config', 'small.json', '--to', to], { cwd })
    expect(stdout).toMatch(new RegExp(`${flag}${stated}\\s`))
  }
  expect((await runCli(['explain', 'small.json'], { cwd })).stdout).toContain(`state --cache-ram ${stated}`)
})

test('a plan says how fast it is with a full context too', async () => {
  const args = [...on4090, '--model', 'qwen3-8b', '--context', '32768']
  const { stderr } = await runCli(args, { cwd })
  expect(stderr).toMatch(
    /^decode .*\n {8}[\d.]+ tokens\/s with 32768 tokens in the context \([\d.]+ to [\d.]+\)\nprompt /m,
  )
  const { throughput, throughput_filled } = JSON.parse((await runCli([...args, '--json'], { cwd })).stdout) as {
    throughput: { tg: { tokens_per_s: number } }
    throughput_filled: { depth: number; tg: { tokens_per_s: number } }
  }
  expect(throughput_filled.depth).toBe(32_768)
  expect(throughput_filled.tg.tokens_per_s).toBeLessThan(0.9 * throughput.tg.tokens_per_s)
})

test('a model file is planned for as it is, with its own rope base', async () => {
  const path = await sparseGguf('qwen3-8b.Q4_K_M', cwd)
  const config = await generated('--hardware', 'nvidia_rtx_4090', '--model', './qwen3-8b.Q4_K_M.gguf')
  expect(path).toContain('qwen3-8b')
  expect(config.model_path).toBe('./qwen3-8b.Q4_K_M.gguf')
  expect(config.settings['rope_freq_base']).toBe(1_000_000)
  expect(config.metadata).toMatchObject({ precision: 'Q4_K_M', model_size: expect.stringMatching(/^8(\.\d)?B$/) })
})

test('a saved snapshot is a target as good as the machine itself', async () => {
  await runCli(['detect', '--output', 'hw.json'], { cwd })
  const saved = await generated(
    '--hardware',
    'hw.json',
    '--model',
    'smollm2-135m',
    '--precision',
    'Q4_K_M',
    '--context',
    '512',
  )
  const live = await generated(
    '--hardware',
    'auto',
    '--model',
    'smollm2-135m',
    '--precision',
    'Q4_K_M',
    '--context',
    '512',
  )
  expect(saved).toEqual(live)
})

test('the flags are the wish', async () => {
  const args = [
    '--hardware',
    'nvidia_rtx_4090',
    '--model',
    'qwen3-8b',
    '--precision',
    'q8_0',
    '--context',
    '4096',
    '--parallel',
    '4',
  ]
  const config = await generated(...args, '--program', 'cli', '--use-case', 'quality')
  expect(config.settings).toMatchObject({ n_ctx: 4096, n_parallel: 4 })
  expect(config.metadata).toMatchObject({ precision: 'Q8_0', use_case: 'quality', program: 'cli' })
})

test('a wish that does not fit is stepped down, and every step is listed', async () => {
  const args = [
    'generate',
    '--hardware',
    'nvidia_rtx_3060_12gb',
    '--model',
    'qwen3-32b',
    '--precision',
    'Q4_K_M',
    '--json',
  ]
  const { code, stdout, stderr } = await runCli(args, { cwd })
  expect(code, stderr).toBe(0)
  const { steps } = JSON.parse(stdout) as { steps: unknown[] }
  expect(steps.length).toBeGreaterThan(0)
  const text = await runCli(args.slice(0, -1), { cwd })
  expect(text.stderr).toMatch(
    /steps down from the wish, so that 10 % of what is usable stays free:\n {2}\S+ \S+ -> \S+/,
  )
})

test.each(['general', 'long_context', 'speed', 'quality'])(
  'a config for %s has no findings where it was planned for',
  async (use_case) => {
    const config = await generated('--hardware', 'nvidia_rtx_3060_12gb', '--model-size', '8B', '--use-case', use_case)
    await writeFile(join(cwd, 'a.json'), JSON.stringify(config, null, 2))
    const { code, stdout } = await runCli(['validate', '--config', 'a.json', '--fail-on', 'warning', '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({ verdict: 'pass', summary: { errors: 0, warnings: 0, not_judged: 0 } })
    expect(code).toBe(0)
  },
)

test('a config for this machine has no findings on it, however the machine differs from the profile of its kind', async () => {
  const { code, stderr } = await runCli(
    ['generate', '--model', 'smollm2-135m', '--use-case', 'long_context', '--output', 'a.json'],
    { cwd },
  )
  expect(code, stderr).toBe(0)
  const checked = await runCli(['validate', '--config', 'a.json', '--fail-on', 'warning'], { cwd })
  expect(checked, checked.stdout).toMatchObject({ code: 0 })
  const same = await runCli(['validate', '--config', 'a.json', '--hardware', 'auto'], { cwd })
  expect(same.stdout).toBe(checked.stdout)
})

test('--profiles changes the wish, and says when it has nothing for the target or the size', async () => {
  const template = {
    precision: 'Q5_K_M',
    gpu_layers: -1,
    prompt_batch: 1024,
    decode_batch: 256,
    threads: 4,
    context: 6144,
    expected_tokens_per_sec: null,
  }
  const own = { nvidia_rtx_4090: { display_name: 'Ours', backend: 'cuda', recommended_models: { '7-8B': template } } }
  await writeFile(join(cwd, 'own.json'), JSON.stringify(own))
  const config = await generated('--hardware', 'nvidia_rtx_4090', '--model-size', '8B', '--profiles', 'own.json')
  expect(config.settings).toMatchObject({ n_batch: 1024, n_ctx: 6144, n_threads: 4 })

  const elsewhere = await runCli(
    ['generate', '--hardware', 'nvidia_rtx_3090', '--model-size', '8B', '--profiles', 'own.json'],
    { cwd },
  )
  expect(elsewhere.code).toBe(2)
  expect(elsewhere.stderr).toMatch(/^lp-tui: own\.json has no entry for nvidia_rtx_3090\./)
  const larger = await runCli([...on4090, '--model-size', '32B', '--profiles', 'own.json'], { cwd })
  expect(larger.code).toBe(2)
  expect(larger.stderr).toMatch(/recommends nothing near 32\.\dB for nvidia_rtx_4090 \(size classes: '7-8B'\)/)
})

test('--output replaces a file only with --force', async () => {
  const args = [...on4090, '--model-size', '8B', '--output', 'a.json']
  await writeFile(join(cwd, 'a.json'), 'mine')
  expect(await runCli(args, { cwd })).toMatchObject({ code: 2 })
  expect(await readFile(join(cwd, 'a.json'), 'utf8')).toBe('mine')
  expect(await runCli([...args, '--force'], { cwd })).toMatchObject({ code: 0 })
  expect(await readFile(join(cwd, 'a.json'), 'utf8')).toContain('"settings"')
})

test('--force replaces nothing that the result is made from, whatever name leads to it', async () => {
  await sparseGguf('qwen3-8b.Q4_K_M', cwd)
  const model = 'qwen3-8b.Q4_K_M.gguf'
  const { size } = await stat(join(cwd, model))
  await symlink(model, join(cwd, 'link.json'))
  for (const output of [model, `./${model}`, 'link.json']) {
    // oxlint-disable-next-line no-await-in-loop -- each may spoil the next
    const { code, stderr } = await runCli([...on4090, '--model', model, '--output', output, '--force'], { cwd })
    expect(code, output).toBe(2)
    expect(stderr).toContain('is what the result is made from')
  }
  expect((await stat(join(cwd, model))).size).toBe(size)

  await runCli([...on4090, '--model', model, '--output', 'a.json'], { cwd })
  const config = await readFile(join(cwd, 'a.json'), 'utf8')
  const exported = (output: string) => ['export', '--config', 'a.json', '--to', 'llama-server', '--output', output]
  expect(await runCli([...exported('a.json'), '--force'], { cwd })).toMatchObject({ code: 2 })
  expect(await runCli([...exported(model), '--force'], { cwd })).toMatchObject({ code: 2 })
  expect(await readFile(join(cwd, 'a.json'), 'utf8')).toBe(config)
  expect((await stat(join(cwd, model))).size).toBe(size)
})

test('a write that fails half way leaves the old file whole, and nothing beside it', async () => {
  await writeFile(join(cwd, 'a.json'), 'mine')
  const args = [...on4090, '--model-size', '8B', '--output', 'a.json', '--force']
  // A limit of a few blocks: the config needs more.
  const script = `ulimit -f 2; exec '${process.execPath}' '${builtCli()}' ${args.join(' ')}`
  const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
    execFile('sh', ['-c', script], { cwd }, (error, _stdout, text) => resolve({ code: error?.code ?? 0, stderr: text }))
  })
  expect({ code, stderr }).toEqual({ code: 3, stderr: 'lp-tui: a.json does not fit: it is over the file size limit\n' })
  expect(await readFile(join(cwd, 'a.json'), 'utf8')).toBe('mine')
  expect(await readdir(cwd)).toEqual(['a.json'])
})

test('--cache-type pins the cache, so that an Ollama export can be had', async () => {
  const long = ['generate', '--hardware', 'nvidia_rtx_3060', '--model', 'llama-3.1-8b', '--use-case', 'long_context']
  const to = async (name: string) => runCli(['export', '--config', name, '--to', 'ollama'], { cwd })
  expect((await runCli([...long, '--output', 'a.json'], { cwd })).code).toBe(0)
  const refused = await to('a.json')
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('generate --cache-type f16 --parallel 1') })
  expect((await runCli([...long, '--cache-type', 'f16', '--output', 'b.json'], { cwd })).code).toBe(0)
  expect((await to('b.json')).code).toBe(0)
})

test('a plan says where it expects a catalog model, and when the prompt cache may take more RAM than there is', async () => {
  const plan = async (...more: string[]) => {
    const { code, stdout } = await runCli(['generate', ...more, '--json'], { cwd })
    expect(code).toBe(0)
    return (JSON.parse(stdout) as { notes: string[] }).notes.join('\n')
  }
  const small = await plan('--hardware', 'apple_silicon_m1_8gb', '--model-size', '8B')
  expect(small).toMatch(/expects the model at \.\/models\/llama-3\.1-8b\/.*--model FILE or hf:OWNER\/REPO/)
  expect(small).toMatch(
    /cache of earlier prompts grows to 8\.0 GiB .*: runs and exports of this config state --cache-ram \d+ \(MiB\)/,
  )
  expect(await plan('--hardware', 'apple_silicon_m1_8gb', '--model-size', '8B', '--program', 'cli')).not.toContain(
    'cache-ram',
  )
  const large = await plan('--hardware', 'nvidia_rtx_4090', '--model', await sparseGguf('smollm2-135m.Q4_K_M', cwd))
  expect(large).not.toMatch(/expects the model|cache-ram/)
})
