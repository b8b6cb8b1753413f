import { truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ExtraTerm } from '../../../shared/estimate/extras/extra-term.ts'
import { writeGguf } from '../../helpers/gguf-writer.ts'
import { runCli } from '../../helpers/run-cli.ts'
import { sparseGguf } from '../../helpers/sparse-gguf.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'

let cwd = ''

beforeEach(async () => {
  cwd = await tempFolder()
  await sparseGguf('qwen2.5-0.5b.Q4_K_M', cwd)
  await write('mmproj.gguf', [
    ['general.architecture', 'clip'],
    ['clip.has_vision_encoder', false],
  ])
  await write('lora.gguf', [
    ['general.architecture', 'llama'],
    ['general.type', 'adapter'],
    ['adapter.type', 'lora'],
  ])
})

async function write(name: string, keys: [string, string | boolean][]): Promise<void> {
  const file = writeGguf({ keys, tensors: [{ name: 'v.x', type: 'f32', shape: [1024, 256] }], data: 0 })
  await writeFile(join(cwd, name), file)
  await truncate(join(cwd, name), file.length + 2 ** 20)
}

const MODEL = ['estimate', '--model', 'qwen2.5-0.5b.Q4_K_M.gguf']

async function extras(...flags: string[]): Promise<ExtraTerm[]> {
  const { stdout, stderr } = await runCli([...MODEL, ...flags, '--json'], { cwd })
  expect(stderr).toBe('')
  return (JSON.parse(stdout) as { extras: ExtraTerm[] }).extras
}

describe('lp-tui estimate', () => {
  it('has what comes beside the table as named terms', async () => {
    const [weights] = await extras('--mmproj', 'mmproj.gguf')
    expect(weights).toMatchObject({ id: 'mmproj.model', place: 0, bytes: 2 ** 20 })
    const [kept] = await extras('--mmproj', 'mmproj.gguf', '--no-mmproj-offload')
    expect(kept).toMatchObject({ id: 'mmproj.model', place: 'host', bytes: 2 ** 20 })
    const cache = (await extras('--cache-ram', '100')).find(({ id }) => id === 'server.prompt_cache')
    expect(cache?.high).toBe(100 * 2 ** 20)
    expect((await extras('--cache-ram', '-1')).find(({ id }) => id === 'server.prompt_cache')?.high).toBeNull()
  })

  it('shows them under the table with the flags that limit them', async () => {
    const { stdout } = await runCli([...MODEL, '--mmproj', 'mmproj.gguf', '--n-ctx', '4096'], { cwd })
    const [table = '', beside = ''] = stdout.split("beside the table, not in llama.cpp's own count:")
    expect(table).toMatch(/model +context +compute +total/)
    expect(table).not.toMatch(/projector/)
    expect(beside).toMatch(/device 0 +projector weights .*--no-mmproj-offload/)
    expect(beside).toMatch(/host +prompt cache +0\.0 GiB +8\.0 GiB +--cache-ram/)
  })

  it('says a little that is not exact in a unit in which it is not nothing', async () => {
    const flags = ['--hardware', 'nvidia_rtx_4090', '--n-gpu-layers', '12', '--n-ctx', '4096']
    const { stdout } = await runCli([...MODEL, ...flags], { cwd })
    expect(stdout).toMatch(/exact but for \d+(\.\d)? [MK]iB that depend on the GPU's kernels/)
  })

  it('names devices as the table does, and says what is off the usable memory already', async () => {
    const said = async (hardware: string) =>
      (await runCli([...MODEL, '--hardware', hardware, '--n-ctx', '4096'], { cwd })).stdout
    const room = 'the usable memory above already leaves room for what driver and context take at first'
    const card = await said('nvidia_rtx_4090')
    expect(card).toMatch(/^CUDA0 +driver and context/m)
    expect(card).toContain(room)
    // Metal's limit is for the model alone.
    const mac = await said('apple_silicon_m3_16gb')
    expect(mac).toMatch(/^MTL0 +driver and context/m)
    expect(mac).not.toContain(room)
    expect(await said('nvidia_rtx_3060,nvidia_rtx_4090')).toMatch(
      /^CUDA0 \(NVIDIA GeForce RTX 4090\) at .* +driver and context/m,
    )
  })

  it.each([
    [
      'a projector given as the model',
      ['estimate', '--model', 'mmproj.gguf'],
      /mmproj\.gguf is a vision or audio projector \(mmproj\), not a model/,
    ],
    [
      'a model given as projector',
      [...MODEL, '--mmproj', 'qwen2.5-0.5b.Q4_K_M.gguf'],
      /is a model of the architecture 'qwen2', not a multimodal projector/,
    ],
    [
      'an adapter of another architecture',
      [...MODEL, '--lora', 'lora.gguf'],
      /is a LoRA adapter for the architecture 'llama', the model is 'qwen2'/,
    ],
    [
      'a projector given as adapter',
      [...MODEL, '--lora', 'mmproj.gguf'],
      /mmproj\.gguf is a multimodal projector \(mmproj\), not a LoRA adapter/,
    ],
    [
      'a projector given as draft',
      [...MODEL, '--model-draft', 'mmproj.gguf'],
      /mmproj\.gguf is a vision or audio projector/,
    ],
    ['a file that is not there', [...MODEL, '--mmproj', 'nowhere.gguf'], /nowhere\.gguf/],
    ['a type of speculation that there is not', [...MODEL, '--spec-type', 'draft-mpt'], /Did you mean draft-mtp/],
    ['a prediction layer that there is not', [...MODEL, '--spec-type', 'draft-mtp'], /has no prediction layer/],
    ['a limit that is none', [...MODEL, '--cache-ram', '-2'], /--cache-ram takes a whole number from -1/],
  ])('%s is one clear sentence', async (_, args, expected) => {
    const { code, stdout, stderr } = await runCli(args, { cwd })
    expect(stdout).toBe('')
    expect(code).not.toBe(0)
    expect(stderr).toMatch(expected)
    expect(stderr).not.toMatch(/\n\s+at /)
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
  })
})
