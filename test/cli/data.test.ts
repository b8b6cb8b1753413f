import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { MemoryEstimate } from '../../shared/estimate/memory-estimate.ts'
import { runCli } from '../helpers/run-cli.ts'
import { sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

let cwd = ''

beforeEach(async () => {
  cwd = await tempFolder()
})

async function result(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return stdout
}

async function data<T = unknown>(...args: string[]): Promise<T> {
  return JSON.parse(await result(...args, '--json')) as T
}

const sum = ({ devices, host }: MemoryEstimate) =>
  [...devices, host].reduce((bytes, part) => bytes + part.model + part.context + part.compute, 0)

describe('estimate', () => {
  test('the settings that the flags state decide', async () => {
    const base = ['estimate', '--model', 'qwen3-8b', '--n-ctx', '8192']
    const whole = await data<{ memory: MemoryEstimate; settings: object; precision: string }>(...base)
    expect(whole.precision).toBe('Q4_K_M')
    expect(whole.settings).toMatchObject({ n_ctx: 8192, n_ubatch: 512, n_parallel: 1, kv_unified: true })
    expect(whole.memory.devices).toHaveLength(1)
    // 36 layers x 8192 cells x 2 x 1024 values x 2 bytes
    expect(whole.memory.devices[0]?.context).toBe(36 * 8192 * 2 * 1024 * 2)

    const { memory } = await data<{ memory: MemoryEstimate }>(...base, '--no-offload-kqv')
    expect(memory.host.context).toBe(whole.memory.devices[0]?.context)
    const half = await data<{ memory: MemoryEstimate }>(...base, '--cache-type-k', 'q8_0', '--cache-type-v', 'q8_0')
    expect(half.memory.devices[0]?.context).toBe((36 * 8192 * 2 * 1024 * 34) / 32)
    const cpu = await data<{ memory: MemoryEstimate }>(...base, '--devices', '0')
    expect(cpu.memory.devices).toEqual([])
    const none = await data<{ memory: MemoryEstimate }>(...base, '--n-gpu-layers', '0')
    expect(none.memory.host.model).toBeGreaterThan(whole.memory.host.model)
    const cli = await data<{ memory: MemoryEstimate }>(...base, '--program', 'cli')
    expect(sum(cli.memory)).toBeGreaterThan(sum(whole.memory))
  })

  test('a file and its catalog entry need the same', async () => {
    await sparseGguf('qwen3-8b.Q4_K_M', cwd)
    const file = await data<{ memory: MemoryEstimate }>('estimate', '--model', 'qwen3-8b.Q4_K_M.gguf')
    const entry = await data<{ memory: MemoryEstimate }>('estimate', '--model', 'qwen3-8b', '--precision', 'Q4_K_M')
    expect(file.memory).toEqual(entry.memory)
  })

  test('with hardware it compares, and says how fast', async () => {
    const text = await result(
      'estimate',
      '--model-size',
      '8B',
      '--hardware',
      'apple_silicon_m3_16gb',
      '--n-ctx',
      '4096',
    )
    expect(text).toMatch(/^together .* of \d+\.\d GiB usable \(\d+ %\)$/m)
    expect(text).toMatch(/^decode +[\d.]+ tokens\/s with an empty context \([\d.]+ to [\d.]+; .+\)$/m)
  })
})

describe('explain', () => {
  test('a rule, and all rules', async () => {
    expect(await result('explain', 'lp101')).toMatch(/^LP101 VRAM over \(error\)\n\n\S/)
    expect(await result('explain')).toMatch(/^LP101 +error +VRAM over$/m)
    expect(await data('explain', 'LP101')).toMatchObject({ id: 'LP101', severity: 'error', text: expect.any(String) })
  })

  test('the sum behind a config, on its own hardware and on other', async () => {
    await runCli(['generate', '--hardware', 'nvidia_rtx_4090', '--model', 'qwen3-8b', '--output', 'a.json'], { cwd })
    expect(await result('explain', '--config', 'a.json')).toMatch(/^a\.json \(cuda\) on .* \(nvidia_rtx_4090\)\n/)
    const { sum: explained, target } = await data<{
      target: string
      sum?: never
      parts: { total_bytes: number; terms: { bytes: number }[] }[]
    }>('explain', '--config', 'a.json', '--hardware', 'nvidia_rtx_4070').then((value) => ({
      sum: value.parts,
      target: value.target,
    }))
    expect(target).toBe('nvidia_rtx_4070')
    for (const { total_bytes, terms } of explained) {
      expect(terms.reduce((bytes, term) => bytes + term.bytes, 0)).toBe(total_bytes)
    }
    const other = await runCli(['explain', '--config', 'a.json', '--hardware', 'apple_silicon_m3_16gb'], { cwd })
    expect(other).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is for cuda, and apple_silicon_m3_16gb has'),
    })
  })

  test('a config by its file name alone, with what the prompt cache may take beside it', async () => {
    const made = ['generate', '--hardware', 'apple_silicon_m1_8gb', '--model', 'qwen3-8b', '--output', 'a.json']
    expect((await runCli(made, { cwd })).code).toBe(0)
    const text = await result('explain', 'a.json')
    expect(text).toBe(await result('explain', '--config', 'a.json'))
    expect(text).toMatch(/\nnote: llama-server's cache of earlier prompts grows to 8\.0 GiB/)
    const none = await runCli(['explain', 'LP999'], { cwd })
    expect(none).toMatchObject({ code: 2, stderr: expect.stringMatching(/no rule LP999/) })
  })

  test('a config without facts, by those that validate finds: of the file at home, of the catalog', async () => {
    const config = (model_path: string) => JSON.stringify({ backend: 'cpu', model_path, settings: { n_ctx: 512 } })
    const on = ['--config', 'a.json', '--hardware', 'generic_cpu']
    await writeFile(join(cwd, 'a.json'), config('models/Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf'))
    expect(await result('explain', ...on)).toMatch(/\nnote: the model's facts are those of the catalog/)
    expect(await data('explain', ...on)).toMatchObject({ facts_from: 'catalog' })
    const path = await sparseGguf('smollm2-135m.Q4_K_M', cwd)
    await writeFile(join(cwd, 'a.json'), config(`~/${basename(path)}`))
    expect(await data('explain', ...on)).toMatchObject({ facts_from: 'gguf' })
  })

  test('the members of a set, all or one', async () => {
    const models = ['chat: qwen3-8b', 'code: qwen2.5-coder-7b'].map((one) => one.split(': '))
    const list = models.map(([name, model]) => `  - { name: ${name}, model: ${model}, context: 4096 }\n`).join('')
    await writeFile(join(cwd, 'models.yml'), `models:\n${list}`)
    const made = ['generate', '--set', 'models.yml', '--hardware', 'nvidia_rtx_4090', '--output', 'set.json']
    expect((await runCli(made, { cwd })).code).toBe(0)
    const all = await result('explain', '--config', 'set.json')
    expect(all.match(/^set\.json: (\w+) \(cuda\) on .* \(nvidia_rtx_4090\)$/gm)).toHaveLength(2)
    const one = await result('explain', 'set.json', '--member', 'code')
    expect(one).toMatch(/^set\.json: code /)
    expect(all).toContain(one.trimEnd())
    const { members } = await data<{ members: { name: string; parts: object[] }[] }>('explain', 'set.json')
    expect(members.map(({ name, parts }) => [name, parts.length > 0])).toEqual([['chat', true], ['code', true]]) // prettier-ignore
    const fails = async (...args: string[]) => (await runCli(['explain', ...args], { cwd })).stderr
    expect(await fails('set.json', '--member', 'cod')).toContain(
      "set.json has no member 'cod', only chat, code. Did you mean code?",
    )
    expect(await fails('--member', 'code')).toContain('--member needs a model set: --config FILE')
    await writeFile(join(cwd, 'a.json'), '{ "backend": "cpu", "model_path": "none.gguf", "settings": {} }')
    expect(await fails('a.json', '--member', 'code')).toContain('--member is for a model set, and a.json is one config')
  })

  test('a config of which nothing is known is one line', async () => {
    await writeFile(join(cwd, 'a.json'), '{ "backend": "cpu", "model_path": "none.gguf", "settings": {} }')
    const { code, stderr } = await runCli(['explain', '--config', 'a.json'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toMatch(
      /^lp-tui: a\.json says nothing of its model, and none\.gguf is no GGUF file here and no model of the catalog\n {2}\S/,
    )
  })
})

describe('export', () => {
  test('to llama-server: one line that states every value', async () => {
    await runCli(
      ['generate', '--hardware', 'nvidia_rtx_4090', '--model', 'qwen3-8b', '--context', '4096', '--output', 'a.json'],
      { cwd },
    )
    const line = await result('export', '--config', 'a.json', '--to', 'llama-server')
    expect(line.trimEnd()).not.toContain('\n')
    expect(line).toMatch(/^llama-server -m \.\/models\/qwen3-8b\/\S+ /)
    for (const words of [' -c 4096 ', ' -np 1 ', ' --fit off ']) expect(line).toContain(words)
  })

  test('to a file', async () => {
    await runCli(['generate', '--hardware', 'nvidia_rtx_4090', '--model', 'qwen3-8b', '--output', 'a.json'], { cwd })
    const args = ['export', '--config', 'a.json', '--to', 'llama-cpp-python']
    const text = (await runCli(args, { cwd })).stdout
    const { code, stdout, stderr } = await runCli([...args, '--output', 'model.py'], { cwd })
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
    expect(stderr).toMatch(/^model\.py written\nnote: .* needs 0\.\d GiB more for compute buffers/)
    expect(await readFile(join(cwd, 'model.py'), 'utf8')).toBe(text)
    expect(text).toContain('n_ctx')
  })
})

describe('profiles and models', () => {
  test('list names what the other commands take', async () => {
    const profiles = await data<{ id: string; backend: string }[]>('profiles')
    expect(profiles).toContainEqual(expect.objectContaining({ id: 'nvidia_rtx_4090', backend: 'cuda' }))
    expect(await result('profiles', 'list')).toMatch(/^nvidia_rtx_4090 +cuda +24 /m)
    const models = await data<{ id: string }[]>('models')
    expect(models).toContainEqual(expect.objectContaining({ id: 'qwen3-8b', size_class: '7-8B' }))
    expect(await result('models', 'list')).toMatch(/^qwen3-8b +8B +qwen3 /m)
  })

  test('show says what is known, and from where', async () => {
    expect(await result('profiles', 'show', 'cpu_aws_graviton3')).toContain(
      '(assumed: the profile is of a processor alone)',
    )
    const shown = await result('profiles', 'show', 'nvidia_rtx_4090')
    expect(shown).toContain('(assumed: the profile is of a GPU alone)')
    expect(shown).toMatch(/^device +.*24\.0 GiB, usable \d+\.\d GiB \(.+\), 1008 GB\/s$/m)
    expect(shown).toMatch(/^source: \S/m)
    expect(await data('profiles', 'show', 'nvidia_rtx_4090')).toMatchObject({
      id: 'nvidia_rtx_4090',
      category: 'nvidia-desktop',
    })
    const model = await result('models', 'show', 'qwen3-8b')
    expect(model).toMatch(/^Q4_K_M +4\.7 GiB$/m)
    expect(model).toMatch(/^source: \S/m)
  })

  test('export has the shape of the Python scripts', async () => {
    const profiles = JSON.parse(await result('profiles', 'export')) as Record<string, unknown>
    expect(profiles['apple_silicon_m3_16gb']).toMatchObject({
      display_name: expect.any(String),
      backend: 'metal',
      recommended_models: {
        '7-8B': {
          precision: expect.any(String),
          gpu_layers: -1,
          prompt_batch: expect.any(Number),
          decode_batch: expect.any(Number),
          threads: expect.any(Number),
          context: expect.any(Number),
          expected_tokens_per_sec: expect.any(Number),
        },
      },
    })
  })

  test.each([
    ['profiles', 'lst', /there is no 'lst' here, only list, show, add, remove, export\. Did you mean list\?/],
    ['profiles', 'show', /show needs an id/],
    ['profiles', 'add', /add what\? lp-tui profiles add SNAPSHOT\n {2}lp-tui detect --output hw\.json writes one\./],
    ['models', 'list x', /'x' is one word too many/],
  ])('%s %s is one line', async (command, words, said) => {
    const { code, stdout, stderr } = await runCli([command, ...words.split(' ')], { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(said)
  })
})
