import { describe, expect, test } from 'vitest'
import { attachModel, FLAG_CHANGES, readForeign } from '../../../shared/config/formats/index.ts'
import { LLAMA_FLAGS } from '../../../shared/config/formats/llama-flags.ts'
import { catalogModel } from '../../../shared/model/catalog/catalog.ts'
import { one, said, seen, valueText } from './read.ts'

const settingsOf = (args: string) => one('shell', `llama-server -m m.gguf ${args}`).config?.settings

describe('the table of options', () => {
  test('gives every spelling and every variable once', () => {
    const spellings = LLAMA_FLAGS.flatMap(({ flags, no = [] }) => [...flags, ...no])
    const removed = FLAG_CHANGES.flatMap(({ flags }) => flags)
    expect(new Set([...spellings, ...removed]).size).toBe(spellings.length + removed.length)
    const variables = LLAMA_FLAGS.flatMap(({ env }) => env ?? [])
    expect(new Set(variables).size).toBe(variables.length)
    expect(LLAMA_FLAGS.length).toBeGreaterThan(200)
  })

  test('is what the reader knows', () => {
    const unknown = LLAMA_FLAGS.flatMap(({ flags, no = [] }) => [...flags, ...no]).filter((flag) => {
      const { configs } = readForeign('shell', `llama-server -m m.gguf ${flag} 1 1`)
      return configs[0]?.findings.some(({ rule, args }) => rule === 'LP005' && args['key'] === flag)
    })
    expect(unknown).toEqual([])
  })
})

describe('tensors placed by name', () => {
  test('add up, each entry at its commas', () => {
    expect(settingsOf("-ot 'ffn_up=CPU,ffn_down=CPU' --override-tensor '^output=CUDA1'")?.override_tensor).toEqual([
      'ffn_up=CPU',
      'ffn_down=CPU',
      '^output=CUDA1',
    ])
  })

  test('dense layers by number are tensors by name', () => {
    expect(settingsOf('-ncffn 3')?.override_tensor).toEqual(['blk\\.(0|1|2)\\.ffn_(up|down|gate)\\.=CPU'])
    expect(settingsOf('-ncffn 0')?.override_tensor).toBeUndefined()
  })

  test('what is no pattern is an error at its value', () => {
    const text = "llama-server -m m.gguf --fit off -c 1 -ot 'ffn_(=CPU'"
    expect(seen(text, one('shell', text))).toEqual(['LP004 ffn_(=CPU'])
  })

  test('a device after experts by number cannot be followed: llama.cpp takes the first that applies', () => {
    const text = 'llama-server -m m.gguf --fit off -c 1 -ncmoe 2 -ot exps=CUDA0'
    expect(seen(text, one('shell', text))).toEqual(['LP014 exps=CUDA0'])
    expect(settingsOf('-ncmoe 2 -ot exps=CPU')?.override_tensor).toEqual(['exps=CPU'])
    expect(settingsOf('-ot exps=CUDA0 -ncmoe 2')?.override_tensor).toEqual(['exps=CUDA0'])
  })
})

describe('defaults of llama-server', () => {
  test('four slots that share a cache, unless slots are given', () => {
    expect(settingsOf('-c 4096')).toMatchObject({ n_parallel: 4, kv_unified: true })
    expect(settingsOf('-c 4096 -np -1 --no-kv-unified')).toMatchObject({ n_parallel: 4, kv_unified: true })
    expect(settingsOf('-c 4096 -np 2')).toMatchObject({ n_parallel: 2, kv_unified: false })
    expect(settingsOf('-c 4096 -np 2 -kvu')).toMatchObject({ n_parallel: 2, kv_unified: true })
  })

  test('what --fit decides is judged at its most, and told at the program or at the value', () => {
    const text = 'llama-server -m m.gguf -ngl auto'
    const read = one('shell', text)
    expect(read.config?.settings).toMatchObject({ n_gpu_layers: -1, n_ctx: 0 })
    expect(read.context_per_training).toBe(4)
    expect(seen(text, read)).toEqual(['LP012 llama-server', 'LP012 auto'])
    const known = attachModel(read, catalogModel('llama-3.1-8b', 'Q4_K_M'))
    expect(known.config?.settings.n_ctx).toBe(4 * 131_072)
    expect(known.config?.model?.name).toBe('llama-3.1-8b')
    expect(said(read)[0]).toContain('4 times the training length')
  })

  test('--cpu-moe is as many layers as the model has, once it is known', () => {
    const read = one('shell', 'llama-server -m m.gguf -c 4096 --cpu-moe')
    expect(attachModel(read, catalogModel('qwen3-30b-a3b', 'Q4_K_M')).config?.settings.n_cpu_moe).toBe(48)
    const few = one('shell', 'llama-server -m m.gguf -c 4096 -ncmoe 47')
    expect(attachModel(few, catalogModel('qwen3-30b-a3b', 'Q4_K_M')).config?.settings.n_cpu_moe).toBe(47)
  })

  test('without --fit an absent context is the training length once, and layers are all', () => {
    const read = one('shell', 'llama-server -m m.gguf --fit off')
    expect(read.context_per_training).toBe(1)
    expect(read.findings.map(({ args }) => args['why'])).toEqual(['context_training'])
    expect(read.config?.settings.n_gpu_layers).toBe(-1)
  })

  test('-c 0 is the model of the engine too: the training length for each slot', () => {
    const read = one('shell', 'llama-server -m m.gguf -ngl 9 -np 3 -c 0')
    expect(read.context_per_training).toBe(3)
    expect(seen('llama-server -m m.gguf -ngl 9 -np 3 -c 0', read)).toEqual(['LP012 0'])
  })

  test('stated values leave nothing to tell', () => {
    expect(one('shell', 'llama-server -m m.gguf -ngl 9 -c 4096').findings).toEqual([])
    expect(settingsOf('-ngl 9 -np 2 --kv-unified-per-slot 1000')?.n_ctx).toBe(2000)
  })
})

describe('values', () => {
  test('are read as the engine reads them', () => {
    expect(
      settingsOf('-c 1 -ngl all -fa 1 -ctk q8_0 -ctv bf16 -b 64 -ub 0 -t 4 -tb -1 -ts 3/1 -sm row -nkvo --swa-full'),
    ).toMatchObject({
      n_gpu_layers: -1,
      flash_attn: 'on',
      cache_type_k: 'q8_0',
      cache_type_v: 'bf16',
      n_batch: 64,
      n_ubatch: 64,
      n_threads: 4,
      tensor_split: [3, 1],
      split_mode: 'row',
      offload_kqv: false,
      swa_full: true,
    })
    expect(settingsOf('-tb -1 -c 1')).not.toHaveProperty('n_threads_batch')
    expect(settingsOf('-c 1 -ngl 9999 --ctx_size 7 --rope-scale 4')).toMatchObject({
      n_gpu_layers: -1,
      n_ctx: 7,
      rope_freq_scale: 0.25,
    })
    expect(settingsOf('-c 1 -nr')).toMatchObject({ use_extra_bufts: false })
    expect(settingsOf('-c 1 -lm mmap+mlock')).toMatchObject({ use_mmap: true, use_mlock: true })
    expect(settingsOf('-c 1 -lm none')).toMatchObject({ use_mmap: false })
    expect(settingsOf('-c 1 -ncmoe 3')).toMatchObject({ n_cpu_moe: 3 })
  })

  test.each([
    ['-c 32k', 'LP004 32k'],
    ['-np 0', 'LP004 0'],
    ['-fa maybe', 'LP004 maybe'],
    ['-ctk q3', 'LP004 q3'],
    ['-ts 1,x', 'LP004 1,x'],
    ['-ngl', 'LP004 -ngl'],
    ['-fa -c 5', 'LP004 -fa'],
    ['--ctx-size=5', 'LP005 --ctx-size=5'],
    ['--ctx-sise 5', 'LP005 --ctx-sise'],
    ['stray', 'LP005 stray'],
    ['-c $CTX', 'LP009 $CTX'],
    ['$ARGS', 'LP009 $ARGS'],
    ['--override-kv a=int:1', 'LP014 --override-kv'],
    ['-sm tensor', 'LP014 tensor'],
    ['--embedding', 'LP014 --embedding'],
    ['--mmproj p.gguf', 'LP015 --mmproj'],
    ['-md draft.gguf', 'LP015 -md'],
    ['--mlock', 'LP013 --mlock'],
  ])('%s is told at its token', (args, expected) => {
    const text = `llama-server -m m.gguf -c 1 -ngl 1 ${args}`
    expect(seen(text, one('shell', text))).toContain(expected)
  })

  test('what is not known is no verdict; what is only not counted is', () => {
    expect(one('shell', 'llama-server -m m.gguf -c $CTX').config).toBeNull()
    expect(one('shell', 'llama-server -m m.gguf -c 1 --override-kv a=int:1').config).toBeNull()
    expect(one('shell', 'llama-server -m m.gguf -c 1 --override-kv a=int:1').draft).not.toBeNull()
    expect(one('shell', 'llama-server -m m.gguf -c 1 --mmproj p').config).not.toBeNull()
    expect(one('shell', 'llama-server -m m.gguf -c 1 --port $PORT').config).not.toBeNull()
    expect(one('shell', 'llama-server -c 1').config).toBeNull()
  })

  test('options that were removed are told with what took their place, and what they meant is judged', () => {
    const text = 'llama-server -m m.gguf -c 1 -ngl 1 --no-mmap'
    const read = one('shell', text)
    expect(read.config?.settings.use_mmap).toBe(false)
    expect(said(read)).toEqual([expect.stringContaining('--load-mode none')])
  })

  test('a change replaces the token, or is not offered', () => {
    const text = 'C=4096\nllama-server -m m.gguf -c $C -ngl "99" -ctk f16 --no-kv-offload -t ${T:-4}'
    const read = one('shell', text)
    const changed = (key: string, value: string | number) => {
      const change = read.edit(['settings', key], value)
      return change && text.slice(0, change.offset) + change.text + text.slice(change.offset + change.length)
    }
    expect(changed('n_ctx', 2048)).toBe(text.replace('4096', '2048'))
    expect(changed('n_gpu_layers', -1)).toBe(text.replace('99', 'all'))
    expect(changed('cache_type_k', 'q8_0')).toBe(text.replace('f16', 'q8_0'))
    for (const key of ['offload_kqv', 'n_threads', 'n_batch']) expect(changed(key, 1)).toBeNull()
    expect(valueText(text, read, ['settings', 'n_batch'])).toBe('llama-server')
  })
})

describe('rpc-servers', () => {
  test('are read in their order, from every option and the variable', () => {
    expect(settingsOf('-ngl 99 -ts 3,2,1 --rpc 10.0.0.2:50052,gpu-box:1')).toMatchObject({
      rpc_servers: ['10.0.0.2:50052', 'gpu-box:1'],
      tensor_split: [3, 2, 1],
    })
    expect(settingsOf('--rpc a:1 --rpc b:2')).toMatchObject({ rpc_servers: ['a:1', 'b:2'] })
    expect(one('env', 'LLAMA_ARG_MODEL=m.gguf\nLLAMA_ARG_RPC=a:1,b:2\n').config?.settings).toMatchObject({
      rpc_servers: ['a:1', 'b:2'],
    })
  })

  test.each(['host', 'a:1,', 'a:0', '[::1]:5', 'http://a:1'])('%s is refused where it stands', (value) => {
    const text = `llama-server -m m.gguf -c 1 -ngl 1 --rpc ${value}`
    const read = one('shell', text)
    expect(read.config).toBeNull()
    expect(seen(text, read)).toEqual([`LP004 ${value}`])
    expect(said(read)).toEqual([
      '--rpc must be host:port of each rpc-server, the port from 1 to 65535, with commas between.',
    ])
  })

  test('more than a config can have are refused', () => {
    const servers = Array.from({ length: 17 }, (_, at) => `a${at}:1`).join(',')
    expect(said(one('shell', `llama-server -m m.gguf -c 1 --fit off --rpc ${servers}`))).toEqual([
      '--rpc must be at most 16 entries long.',
    ])
  })

  test('a finding about one of them points to the value', () => {
    const text = 'llama-server -m m.gguf -c 1 --rpc 10.0.0.2:1,8.8.8.8:1'
    expect(valueText(text, one('shell', text), ['settings', 'rpc_servers', 1])).toBe('10.0.0.2:1,8.8.8.8:1')
  })

  test('make layers leave a machine without a GPU, unless no device may be used', () => {
    const compose = (command: string) =>
      one('compose', `services:\n  a:\n    image: ghcr.io/ggml-org/llama.cpp:server\n    command: ${command}\n`)
    const given = '-m m.gguf -c 1 -ngl 99'
    expect(compose(given).config).toMatchObject({ backend: 'cpu', settings: { n_gpu_layers: 0 } })
    expect(compose(`${given} --rpc a:1`)).toMatchObject({
      backend_stated: false,
      config: { backend: 'cuda', settings: { n_gpu_layers: 99, rpc_servers: ['a:1'] } },
    })
    const none = compose(`${given} --rpc a:1 --device none`).config
    expect(none).toMatchObject({ backend: 'cpu', settings: { n_gpu_layers: 0 } })
    expect(none?.settings).not.toHaveProperty('rpc_servers')
  })
})
