import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  choiceFromCatalog,
  exportConfig,
  EXPORT_FORMATS,
  type ExportFormat,
  exportWithNotes,
  findCatalogEntry,
  findProfile,
  llamaServerArgs,
  makePlan,
  quotePosix,
  type RuntimeConfig,
  targetFromProfile,
} from '../../shared/index.ts'

const target = targetFromProfile(findProfile('nvidia_rtx_4090'))
const { config } = makePlan({
  target,
  model: choiceFromCatalog(findCatalogEntry('llama-3.1-8b')),
  intent: { use_case: 'general' },
})

function withSettings(settings: Partial<RuntimeConfig['settings']>, more: Partial<RuntimeConfig> = {}): RuntimeConfig {
  return { ...config, ...more, settings: { ...config.settings, ...settings } }
}

function valueOf(args: readonly string[], flag: string): string | undefined {
  return args[args.indexOf(flag) + 1]
}

describe('llama-server arguments', () => {
  it('state everything that the estimate depends on, and leave the engine nothing to decide', () => {
    const args = llamaServerArgs(config)
    for (const flag of ['-c', '-np', '-b', '-ub', '-fa', '-ctk', '-ctv', '-ngl', '--fit']) expect(args).toContain(flag)
    expect(valueOf(args, '--fit')).toBe('off')
    expect(valueOf(args, '-c')).toBe('8192')
    expect(args).toContain('--kv-unified')
  })

  it('write all layers as a number, for -1 means something else to the engine', () => {
    expect(valueOf(llamaServerArgs(config), '-ngl')).toBe('33')
    const { model: _, ...unknown } = withSettings({ n_gpu_layers: -1 })
    expect(Number(valueOf(llamaServerArgs(unknown), '-ngl'))).toBeGreaterThan(1000)
    expect(valueOf(llamaServerArgs(withSettings({}, { backend: 'cpu' })), '-ngl')).toBe('0')
  })

  it('write out defaults that the config leaves open', () => {
    const bare = { ...config, settings: {} }
    const args = llamaServerArgs(bare)
    expect(valueOf(args, '-c')).toBe('131072')
    expect(valueOf(args, '-np')).toBe('1')
    expect(valueOf(args, '-ub')).toBe('512')
  })

  it('override RoPE only where the config differs from the model', () => {
    expect(llamaServerArgs(config)).not.toContain('--rope-freq-base')
    expect(valueOf(llamaServerArgs(withSettings({ rope_freq_base: 10_000 })), '--rope-freq-base')).toBe('10000')
  })

  it('use --load-mode, not the flags that it replaced', () => {
    const args = llamaServerArgs(withSettings({ use_mmap: false }))
    expect(valueOf(args, '-lm')).toBe('none')
    expect(valueOf(llamaServerArgs(withSettings({ use_mlock: true })), '-lm')).toBe('mmap+mlock')
    expect(args.join(' ')).not.toMatch(/--no-mmap|--mlock/)
  })

  it('carry how threads wait, their priority and NUMA', () => {
    expect(llamaServerArgs(withSettings({ use_extra_bufts: false }))).toContain('--no-repack')
    expect(llamaServerArgs(withSettings({ use_extra_bufts: true })).join(' ')).not.toContain('repack')
    const args = llamaServerArgs(withSettings({ poll: 0, prio: 2, numa: 'distribute' }))
    expect(valueOf(args, '--poll')).toBe('0')
    expect(valueOf(args, '--prio')).toBe('2')
    expect(valueOf(args, '--numa')).toBe('distribute')
  })

  it.each(['llama-server', 'env', 'preset-ini', 'llama-swap', 'compose', 'systemd', 'llama-cpp-python'] as const)(
    'leave a number of layers that no model has to --cpu-moe: %s',
    (to) => {
      const { model: _none, ...unknown } = withSettings({ n_cpu_moe: 100_000 })
      const text = exportConfig({ ...unknown, model_path: '/m/m.gguf' }, to)
      expect(text).not.toContain('100000')
      expect(text.toLowerCase()).toMatch(/cpu.moe/)
    },
  )

  it('carry devices, experts and cache placement', () => {
    const settings = { tensor_split: [3, 1], split_mode: 'layer', n_cpu_moe: 4, offload_kqv: false } as const
    const args = llamaServerArgs(withSettings({ ...settings, tensor_split: [...settings.tensor_split] }))
    expect(valueOf(args, '-ts')).toBe('3,1')
    expect(valueOf(args, '-ncmoe')).toBe('4')
    expect(args).toContain('--no-kv-offload')
  })
})

describe('quoting', () => {
  it('brings any word through a POSIX shell unchanged', () => {
    const point = fc.oneof(fc.integer({ min: 1, max: 0x7f }), fc.integer({ min: 0x80, max: 0x10_ff_ff }))
    const word = fc
      .array(
        point.filter((code) => code < 0xd8_00 || code > 0xdf_ff),
        { maxLength: 40 },
      )
      .map((codes) => String.fromCodePoint(...codes))
    // One shell for all of them: starting one is what takes time.
    const words = fc.sample(word, 100)
    const script = `printf '%s\\0' ${words.map(quotePosix).join(' ')}`
    const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' })
    expect(stdout.split('\0').slice(0, -1)).toEqual(words)
  })

  it('quotes a path with blanks and quotes in the exported line', () => {
    const line = exportConfig(withSettings({}, { model_path: '/models/it\'s a "model" $HOME.gguf' }), 'llama-server')
    const script = `${line.trim().replace(/^llama-server/, 'set --')}; printf '%s\\n' "$2"`
    const { stdout } = spawnSync('sh', ['-c', script], { encoding: 'utf8' })
    expect(stdout).toBe('/models/it\'s a "model" $HOME.gguf\n')
  })
})

describe('llama-cpp-python', () => {
  it('is the constructor call, with ggml type numbers for the cache', () => {
    const code = exportConfig(
      withSettings({ cache_type_k: 'q8_0', cache_type_v: 'q8_0', flash_attn: 'on' }),
      'llama-cpp-python',
    )
    expect(code).toContain('from llama_cpp import Llama\n')
    expect(code).toContain('    n_gpu_layers=-1,\n')
    expect(code).toContain('    type_k=8,\n')
    expect(code).toContain('    flash_attn=True,\n')
    expect(code).not.toContain('cannot express')
  })

  it('says what the constructor cannot express', () => {
    const code = exportConfig(withSettings({ n_parallel: 4, n_cpu_moe: 3 }), 'llama-cpp-python')
    expect(code).toContain('# llama-cpp-python cannot express n_parallel = 4: ')
    expect(code).toContain('# llama-cpp-python cannot express n_cpu_moe = 3: ')
  })

  it('tells what is lost as sentences of its own, and nothing where nothing is', () => {
    const lost = (settings: RuntimeConfig['settings'], to: ExportFormat, more: Partial<RuntimeConfig> = {}) =>
      exportWithNotes(withSettings(settings, { metadata: { program: 'cli' }, ...more }), to).notes
    expect(lost({ n_parallel: 4, n_cpu_moe: 3 }, 'llama-cpp-python')).toHaveLength(2)
    expect(lost({ n_parallel: 4, n_cpu_moe: 3 }, 'llama-cpp-python')[1]).toContain('the experts of these layers go to')
    expect(lost({ n_parallel: 4, n_cpu_moe: 3 }, 'llama-server')).toEqual([])
    expect(lost({ n_parallel: 1, n_cpu_moe: 0 }, 'llama-cpp-python')).toEqual([])
    expect(lost({ n_cpu_moe: 3 }, 'llama-cpp-python', { backend: 'cpu' })).toEqual([])
  })

  it('states what its own defaults would change, and the memory that a plan for llama-server lacks', () => {
    const bare = exportConfig({ ...config, settings: {} }, 'llama-cpp-python')
    for (const kwarg of ['n_gpu_layers=-1', 'n_ctx=131072', 'n_batch=2048', 'n_ubatch=512', 'type_k=1', 'type_v=1'])
      expect(bare).toContain(`    ${kwarg},\n`)
    expect(exportWithNotes(config, 'llama-cpp-python').notes).toEqual([
      expect.stringMatching(/^this config was planned for llama-server: .* needs 0\.\d GiB more for compute buffers/),
    ])
  })
})

describe('Ollama', () => {
  it.each([
    [{ cache_type_k: 'q8_0', cache_type_v: 'q8_0' }, /cache types \(q8_0, q8_0\) for one model/],
    [{ n_parallel: 4 }, /n_parallel = 4/],
    [{ n_cpu_moe: 3 }, /n_cpu_moe = 3/],
    [{ n_cpu_moe: 100_000 }, /n_cpu_moe = all/],
    [{ offload_kqv: false }, /offload_kqv/],
    [{ tensor_split: [1, 2] }, /tensor_split/],
  ] satisfies [RuntimeConfig['settings'], RegExp][])(
    'refuses what would need other memory there: %j',
    (settings, words) => {
      expect(() => exportConfig(withSettings(settings), 'ollama')).toThrow(words)
    },
  )
})

describe('a model that the server downloads', () => {
  it('is named by its own option, without the projector that would come along', () => {
    const args = llamaServerArgs(withSettings({}, { model_path: 'hf:owner/repo:Q4_K_M' }))
    expect(args.slice(0, 3)).toEqual(['-hf', 'owner/repo:Q4_K_M', '--no-mmproj'])
  })
})

it('a path that starts with ~ is refused: an export quotes it, and no program but a shell knows it', () => {
  const at_home = { ...config, model_path: '~/models/x.gguf' }
  for (const format of EXPORT_FORMATS)
    expect(() => exportConfig(at_home, format)).toThrow(/starts with ~, which only a shell replaces/)
  expect(exportConfig({ ...config, model_path: './~/x.gguf' }, 'llama-server')).toContain("'./~/x.gguf'")
})
