import { expect, test } from 'vitest'
import { engineTrouble, isWorthRestart } from '../../shared/run/engine-end.ts'

const end = (...tail: string[]) => ({ code: 1, signal: null, tail })

test.each([
  [
    'ggml_backend_cuda_buffer_type_alloc_buffer: allocating 4096.00 MiB on device 0: cudaMalloc failed: out of memory',
    { kind: 'out of memory', device: 'device 0', bytes: 4096 * 1024 ** 2 },
  ],
  [
    'ggml_gallocr_reserve_n_impl: failed to allocate CUDA0 buffer of size 1073741824',
    { kind: 'out of memory', device: 'CUDA0', bytes: 1024 ** 3 },
  ],
  [
    'ggml_vulkan: Device memory allocation of size 2048 failed.',
    { kind: 'out of memory', device: 'Vulkan', bytes: 2048 },
  ],
  [
    'ggml_metal_buffer_init: error: failed to allocate buffer, size =  2.00 MiB',
    { kind: 'out of memory', device: 'Metal', bytes: 2 * 1024 ** 2 },
  ],
  [
    'llama_init_from_model: failed to initialize the context: failed to allocate buffer for kv cache',
    { kind: 'out of memory', device: null, bytes: null },
  ],
  ["terminate called after throwing an instance of 'std::bad_alloc'", { kind: 'out of memory' }],
  [
    "0.00.050.903 E srv         start: couldn't bind HTTP server socket, hostname: 127.0.0.1, port: 8080",
    { kind: 'port in use', where: '127.0.0.1:8080' },
  ],
  ['error: invalid argument: --nope', { kind: 'bad argument', what: 'invalid argument: --nope' }],
  [
    "llama_model_load: error loading model: unknown model architecture: 'nova'",
    { kind: 'model', what: 'does not know nova models' },
  ],
  ["E cmn  common_init_: failed to load model 'm.gguf'", { kind: 'model', what: 'could not load the model' }],
])('%s', (line, meaning) => {
  expect(engineTrouble(end('I srv  llama_server: initializing ...', line))).toMatchObject(meaning)
})

test('an end in order is no trouble; a kill and a crash are told apart', () => {
  expect(engineTrouble({ code: 0, signal: null, tail: [] })).toBeNull()
  expect(engineTrouble({ code: null, signal: 'SIGKILL', tail: ['all slots are idle'] })).toEqual({ kind: 'killed' })
  expect(engineTrouble({ code: null, signal: 'SIGSEGV', tail: ['all slots are idle'] })).toEqual({
    kind: 'crash',
    what: 'SIGSEGV',
  })
  expect(
    engineTrouble({
      code: 134,
      signal: null,
      tail: ['/home/builder/llama.cpp/src/x.cpp:12: GGML_ASSERT(n > 0) failed'],
    }),
  ).toEqual({
    kind: 'crash',
    what: 'x.cpp:12: GGML_ASSERT(n > 0) failed',
  })
})

test('only what may go better is started again', () => {
  expect(isWorthRestart({ kind: 'killed' }, true)).toBe(true)
  expect(isWorthRestart({ kind: 'crash', what: '' }, false)).toBe(false)
  expect(isWorthRestart({ kind: 'out of memory', device: null, bytes: null }, false)).toBe(true)
  expect(isWorthRestart({ kind: 'port in use', where: '' }, true)).toBe(false)
})
