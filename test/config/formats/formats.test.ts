import { describe, expect, test } from 'vitest'
import { detectFormat, readForeign } from '../../../shared/config/formats/index.ts'
import { one, seen, valueText } from './read.ts'

const n_ctx = ['settings', 'n_ctx']

describe('shell scripts', () => {
  const text = `#!/usr/bin/env bash
set -euo pipefail
CTX=8192 # tokens
ARGS=(-ngl 40 # most of them
  -fa on)
export LLAMA_ARG_N_PARALLEL=2
cat <<EOF
llama-server -m not-this.gguf
EOF
echo "llama-server -m nor-this.gguf"
exec numactl -N 0 ./bin/llama-server -m "models/a b.gguf" \\
  -c "$CTX" "\${ARGS[@]}" \\
  -ctk 'q8_0' -t \${THREADS:-8} --port $PORT > log 2>&1 &
`
  const read = one('shell', text)

  test('variables, arrays, quotes, continued lines, redirections', () => {
    expect(read.config).toMatchObject({
      model_path: 'models/a b.gguf',
      settings: { n_ctx: 8192, n_gpu_layers: 40, flash_attn: 'on', n_parallel: 2, cache_type_k: 'q8_0', n_threads: 8 },
    })
    expect(seen(text, read)).toEqual(['LP012 8'])
  })

  test('a value is shown where it stands', () => {
    expect(read.placeOf(n_ctx)).toEqual({ line: 3, column: 5, end_column: 9 })
    expect(read.placeOf(['settings', 'n_gpu_layers'])).toMatchObject({ line: 4 })
    expect(valueText(text, read, ['settings', 'cache_type_k'])).toBe('q8_0')
    expect(valueText(text, read, ['model_path'])).toBe('models/a b.gguf')
    expect(read.placeOf(['settings', 'n_batch'])).toMatchObject({ line: 11 })
  })

  test.each([
    ['C=1; if x; then C=2; fi; llama-server -m m -c $C', 'LP009 2'],
    ['C=1; test -n "$X" && C=2; llama-server -m m -c $C', 'LP009 2'],
    ['C=1; . ./env.sh; llama-server -m m -c $C', 'LP009 $C'],
    ['llama-server -m m -c $(nproc)', 'LP009 $(nproc)'],
    ['llama-server -m m -c `nproc`', 'LP009 `nproc`'],
    ['for C in 1 2; do llama-server -m m -c $C; done', 'LP009 $C'],
    ['llama-server -m m "$@"', 'LP009 $@'],
    ['llama-server -m "m', 'LP008 "'],
  ])('%s is not guessed', (script, expected) => {
    const guess = one('shell', script)
    expect(seen(script, guess)).toContain(expected)
    expect(guess.config).toBeNull()
  })

  test('every call is a config of its own', () => {
    const { configs } = readForeign('shell', 'if a\nthen llama-server -m a -c 1\nelse llama-server -m b -c 2\nfi')
    expect(configs.map(({ config }) => [config?.model_path, config?.settings.n_ctx])).toEqual([
      ['a', 1],
      ['b', 2],
    ])
  })

  test('a container of the engine counts, with its variables and its backend', () => {
    const run =
      'docker run --gpus all -e LLAMA_ARG_CTX_SIZE=777 ghcr.io/ggml-org/llama.cpp:server-rocm -m m.gguf -ngl 5'
    expect(one('shell', run)).toMatchObject({
      backend_stated: true,
      config: { backend: 'rocm', settings: { n_ctx: 777, n_gpu_layers: 5 } },
    })
  })
})

test('Dockerfiles: the last stage, ENV, both forms', () => {
  const text = `FROM ubuntu AS build
CMD ["llama-server", "-m", "wrong"]
FROM ghcr.io/ggml-org/llama.cpp:server-cuda13
ENV LLAMA_ARG_CTX_SIZE=4096 \\
    # a comment
    LLAMA_ARG_NO_KV_OFFLOAD=1
CMD ["-m", "/m.gguf", \\
  "--n-gpu-layers", "20"]
`
  const read = one('dockerfile', text)
  expect(read.config).toMatchObject({
    backend: 'cuda',
    model_path: '/m.gguf',
    settings: { n_ctx: 4096, n_gpu_layers: 20, offload_kqv: false },
  })
  expect(read.placeOf(n_ctx)).toMatchObject({ line: 4, column: 24 })
  expect(read.placeOf(['settings', 'n_gpu_layers'])).toEqual({ line: 8, column: 22, end_column: 24 })
  const shell = 'FROM x\nENTRYPOINT exec llama-server -m /m.gguf -c ${C:-100} -ngl 1\nCMD ignored\n'
  expect(one('dockerfile', shell).config?.settings.n_ctx).toBe(100)
  expect(seen(shell, one('dockerfile', shell))).toEqual(['LP012 100'])
})

test('env files', () => {
  const text =
    'LLAMA_ARG_MODEL=/m.gguf\r\nexport LLAMA_ARG_CTX_SIZE="8192" # c\r\nLLAMA_ARG_CTX=1\r\nLLAMA_ARG_FLASH_ATTN=off\r\n'
  const read = one('env', `\uFEFF${text}LLAMA_ARG_N_GPU_LAYERS=7\nLLAMA_ARG_MMAP=0\nOTHER=$X\n`)
  expect(read.config).toMatchObject({ model_path: '/m.gguf', settings: { n_ctx: 8192, flash_attn: 'off' } })
  expect(read.placeOf(n_ctx)).toEqual({ line: 2, column: 28, end_column: 32 })
  expect(read.edit(n_ctx, 1)?.offset).toBe(1 + text.indexOf('8192'))
  expect(read.findings.map(({ rule, place }) => [rule, place.line])).toEqual([
    ['LP005', 3],
    ['LP013', 6],
  ])
})

test('LLAMA_ARG_NO_ variables switch off whatever they hold; as preset keys they are not turned round', () => {
  const lines = 'LLAMA_ARG_MODEL=m\nLLAMA_ARG_CTX_SIZE=1\nLLAMA_ARG_NO_KV_OFFLOAD=0\n'
  expect(one('env', lines).config?.settings.offload_kqv).toBe(false)
  const preset = '[a]\nm = x\nc = 1\nLLAMA_ARG_NO_KV_OFFLOAD = 1\nno-kv-unified = 1\nnp = 2\n'
  expect(one('preset-ini', preset).config?.settings).toMatchObject({ offload_kqv: true, kv_unified: false })
})

describe('model presets', () => {
  const text = `version = 1
[*]
c = 4096 ; for all
mmap = 0

[qwen:q4_k_m]
model = /m.gguf
ngl = 10
kv-offload = off
foo = 1
[b]
hf-repo = a/b:Q4
n-gpu-layers = all
LLAMA_ARG_CTX_SIZE = 512#x
c = 256
`
  const { configs } = readForeign('preset-ini', text)

  test('a config for each section, with the defaults of [*]', () => {
    expect(configs.map(({ name, config }) => [name, config?.model_path, config?.settings])).toMatchObject([
      ['qwen:q4_k_m', '/m.gguf', { n_ctx: 4096, n_gpu_layers: 10, offload_kqv: false, use_mmap: false }],
      ['b', 'hf:a/b:Q4', { n_ctx: 256, n_gpu_layers: -1 }],
    ])
    expect(configs[0]?.placeOf(n_ctx)).toEqual({ line: 3, column: 5, end_column: 9 })
    expect(configs[0]?.placeOf(['settings', 'n_batch'])).toMatchObject({ line: 6, column: 2 })
  })

  test('keys that are unknown or removed are told', () => {
    const [first] = configs
    expect(first && seen(text, first)).toEqual(['LP005 foo', 'LP013 mmap'])
  })

  test('a line that the engine cannot read', () => {
    const broken = '[a]\n  c = 1\n'
    expect(seen(broken, one('preset-ini', broken))).toEqual(['LP008   c = 1'])
  })
})

describe('llama-swap', () => {
  const text = `macros:
  srv: >
    /bin/llama-server --port \${PORT}
    -ngl 99
  ctx: 16384
models:
  "a":
    macros: {batch: 256}
    cmd: |
      # a comment
      \${srv}
      --model x.gguf
      --ctx-size \${ctx} -b \${batch}
    env: ["LLAMA_ARG_N_PARALLEL=2"]
  b:
    cmd: "llama-server -m \\"y z.gguf\\" -c \\
      32768 -ngl 1"
  other: { cmd: vllm serve }
  c:
    cmd: llama-server -m \${MODEL_ID}.gguf -c \${env.CTX}
`
  const { configs } = readForeign('llama-swap', text)

  test('commands with macros, blocks and quotes', () => {
    expect(configs.map(({ name, config }) => [name, config?.model_path, config?.settings])).toMatchObject([
      ['a', 'x.gguf', { n_ctx: 16_384, n_gpu_layers: 99, n_batch: 256, n_parallel: 2 }],
      ['b', 'y z.gguf', { n_ctx: 32_768, n_gpu_layers: 1 }],
      ['c', undefined, undefined],
    ])
  })

  test('a value of a macro is shown in the macro', () => {
    const [a, b, c] = configs
    expect(a?.placeOf(n_ctx)).toEqual({ line: 5, column: 8, end_column: 13 })
    expect(a?.placeOf(['settings', 'n_gpu_layers'])).toEqual({ line: 4, column: 10, end_column: 12 })
    expect(a?.placeOf(['settings', 'n_batch'])).toEqual({ line: 8, column: 21, end_column: 24 })
    expect(b?.placeOf(n_ctx)).toEqual({ line: 17, column: 7, end_column: 12 })
    expect(c && seen(text, c)).toContain('LP009 ${env.CTX}')
  })
})

test('compose services', () => {
  const text = `x-base: &base
  image: \${IMAGE:-ghcr.io/ggml-org/llama.cpp:server-cuda}
  environment:
    LLAMA_ARG_N_PARALLEL: 3
services:
  one:
    <<: *base
    command: -m /m.gguf -c \${CTX:-4096} -ngl 5
  two:
    image: ghcr.io/ggml-org/llama.cpp:server
    command:
      - --model
      - /m.gguf
      - "-c"
      - '8192'
    env_file: .env
  three:
    image: my/own
    entrypoint: [sh, -c]
    command: ["exec llama-server -m /m.gguf -c \${NOWHERE}"]
  four: { image: nginx }
`
  const { configs } = readForeign('compose', text)
  expect(configs.map(({ name, config }) => [name, config?.backend, config?.settings])).toMatchObject([
    ['one', 'cuda', { n_ctx: 4096, n_gpu_layers: 5, n_parallel: 3, kv_unified: false }],
    ['two', 'cpu', { n_ctx: 8192, n_gpu_layers: 0 }],
    ['three', undefined, undefined],
  ])
  const [first, second, third] = configs
  expect(first?.placeOf(n_ctx)).toEqual({ line: 8, column: 35, end_column: 39 })
  expect(second?.placeOf(n_ctx)).toEqual({ line: 15, column: 10, end_column: 14 })
  expect(second && seen(text, second)).toEqual(['LP012 env_file'])
  expect(third && seen(text, third)).toContain('LP009 ${NOWHERE}')
})

test('Modelfiles', () => {
  const text = `# comment
FROM ./m.gguf
PARAMETER num_ctx 8192
parameter num_gpu 20
PARAMETER temperature 0.7
PARAMETER num_thred 3
SYSTEM """
PARAMETER num_ctx 3
"""
PARAMETER num_batch 256
`
  const read = one('ollama', text)
  expect(read.config).toMatchObject({
    model_path: './m.gguf',
    settings: { n_ctx: 8192, n_gpu_layers: 20, n_batch: 256, n_ubatch: 256, n_parallel: 1 },
  })
  expect(read.placeOf(n_ctx)).toEqual({ line: 3, column: 19, end_column: 23 })
  expect(seen(text, read)).toEqual(['LP005 num_thred'])
  expect(one('ollama', 'FROM hf.co/a/b:Q4_K_M\n')).toMatchObject({
    context_per_training: 1,
    config: { model_path: 'hf:a/b:Q4_K_M', settings: { n_ctx: 0, n_gpu_layers: -1 } },
  })
})

test.each([
  ['start.sh', 'llama-server -m x', 'shell'],
  ['start.sh', 'echo hi', null],
  ['run', '#!/bin/sh\nllama-server -m x', 'shell'],
  ['Dockerfile.gpu', 'FROM ghcr.io/ggml-org/llama.cpp:server-cuda', 'dockerfile'],
  ['Dockerfile', 'FROM node', null],
  ['deploy/.env', 'LLAMA_ARG_MODEL=x', 'env'],
  ['.env', 'TOKEN=x', null],
  ['presets.ini', '[a]\nmodel = x', 'preset-ini'],
  ['php.ini', '[PHP]\nengine = On', null],
  ['config.yaml', 'models:\n  a:\n    cmd: x', 'llama-swap'],
  ['docker-compose.yml', 'services:\n  a:\n    image: ghcr.io/ggml-org/llama.cpp:server', 'compose'],
  ['docker-compose.yml', 'services:\n  a:\n    image: nginx', null],
  ['Modelfile', 'FROM llama3', 'ollama'],
  ['chat.modelfile', 'FROM llama3', 'ollama'],
  ['config.json', '{}', null],
])('%s with %j is %s', (name, text, format) => {
  expect(detectFormat(name, text)).toBe(format)
})
