import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engineDouble } from '../helpers/engine-double.ts'
import { builtCli, runCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'

/** Commands of the page, a `sh` block's lines joined where they are continued. */
async function commandsOfThePage(): Promise<string[]> {
  const page = await readFile(fileURLToPath(new URL('../../docs/commands.md', import.meta.url)), 'utf8')
  return [...page.matchAll(/^```sh\n([\s\S]*?)^```/gm)]
    .flatMap(([, block = '']) => block.replaceAll('\\\n', ' ').split('\n'))
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
}

const commands = await commandsOfThePage()
let folder = ''
let bin = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lp-tui-page-'))
  bin = join(folder, 'bin')
  await mkdir(bin)
  await Promise.all([program('lp-tui', builtCli('main')), program('llama-pajamas-run', builtCli('run'))])
  await engineDouble(bin)
  // A small model under the name that the page has: the machine that runs the tests may be small too.
  const models = join(folder, 'models/qwen3-8b/gguf/Q4_K_M')
  await mkdir(models, { recursive: true })
  await rename(await sparseGguf('smollm2-135m.Q4_K_M', models), join(models, 'qwen3-8b-q4_k_m.gguf'))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function program(name: string, script: string): Promise<void> {
  await writeFile(join(bin, name), `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`)
  await chmod(join(bin, name), 0o755)
}

/** Through a shell what needs one; the program's own process is not the point here, the commands are. */
async function asTyped(command: string): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const env = { PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, NO_COLOR: '1', HOME: folder }
  const [name, ...args] = command.split(' ')
  if (/^(?:lp-tui|llama-pajamas-run) [\w ./:,=-]+$/.test(command)) {
    return runCli(args, { cwd: folder, env, program: name === 'lp-tui' ? 'main' : 'run' })
  }
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { cwd: folder, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr })
    })
  })
}

// In the order of the page: later commands use files of earlier ones.
describe('docs/commands.md', () => {
  test('names every command of the Python scripts', () => {
    for (const start of ['lp-tui detect', 'lp-tui generate', 'lp-tui validate', 'llama-pajamas-run']) {
      expect(commands.some((command) => command.startsWith(start))).toBe(true)
    }
  })

  test.each(commands)('%s', async (command) => {
    const { code, stdout, stderr } = await asTyped(command)
    expect(stderr).not.toMatch(/lp-tui:|llama-pajamas-run:|\n {4}at /)
    expect(code, stderr).toBe(0)
    const output = / --output (\S+)/.exec(command)?.[1]
    if (output !== undefined) expect(stderr).toContain(`${output} written`)
    // The engine that is started here is a double that ends at once.
    else if (/^llama-pajamas-run (?!.*--dry-run)/.test(command)) expect(stderr).toMatch(/^starting .*llama-server/m)
    else if (command === 'lp-tui tune list') expect(stdout).toMatch(/^nothing is kept yet/)
    else expect(stdout).not.toBe('')
    if (command.includes('--json')) expect(() => void JSON.parse(stdout)).not.toThrow()
  })

  test('the files are what the Python scripts had them', async () => {
    const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8'))
    expect(await read('config.json')).toMatchObject({
      platform: expect.any(String),
      cpu_type: expect.any(String),
      ram_gb: expect.any(Number),
      cpu_cores_performance: expect.any(Number),
      cpu_cores_efficiency: expect.any(Number),
      capabilities: expect.any(Array),
    })
    expect(await read('runtime_config.json')).toMatchObject({
      backend: 'metal',
      model_path: expect.stringMatching(/\.gguf$/),
      settings: {
        n_gpu_layers: -1,
        n_threads: expect.any(Number),
        n_batch: expect.any(Number),
        n_ubatch: expect.any(Number),
        n_ctx: expect.any(Number),
        rope_freq_base: expect.any(Number),
        rope_freq_scale: 1,
      },
      metadata: {
        hardware: 'apple_silicon_m3_16gb',
        model_size: '8B',
        precision: 'Q4_K_M',
        estimated_vram_usage_gb: expect.any(Number),
      },
    })
    expect(await read('long_context_config.json')).toMatchObject({ metadata: { use_case: 'long_context' } })
    expect(await read('hardware_profiles.json')).toMatchObject({
      nvidia_rtx_4090: { backend: 'cuda', recommended_models: { '7-8B': { gpu_layers: -1 } } },
    })
  })
})
