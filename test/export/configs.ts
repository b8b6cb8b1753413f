import fc from 'fast-check'
import {
  type Backend,
  CACHE_TYPES,
  choiceFromCatalog,
  findCatalogEntry,
  findProfile,
  makePlan,
  type RuntimeConfig,
  targetFromProfile,
} from '../../shared/index.ts'

const { config: planned } = makePlan({
  target: targetFromProfile(findProfile('nvidia_rtx_4090')),
  model: choiceFromCatalog(findCatalogEntry('llama-3.1-8b')),
  intent: { use_case: 'general' },
})

/** A plan for one RTX 4090, with other settings put over it. */
export function withSettings(
  settings: Partial<RuntimeConfig['settings']>,
  more: Partial<RuntimeConfig> = {},
): RuntimeConfig {
  return { ...planned, ...more, settings: { ...planned.settings, ...settings } }
}

/** What a quoting mistake would split, run, expand or lose. */
export const HOSTILE_NAMES = [
  "it's a model.gguf",
  'say "hi".gguf',
  '$HOME ${HOME} $(id) `id`.gguf',
  '100% %h %% .gguf',
  'back\\slash \\n.gguf',
  'semi;colon # hash & amp <x> | *.gguf',
  '-m.gguf',
  ' blank ahead.gguf',
  'モデル é\u0301 😀.gguf',
  '\u2019curly\u2018.gguf',
  'a=b, [x]: {y} !z @w.gguf',
] as const

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE_NAMES),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
)

/** Paths on a POSIX system, most of them hostile. */
export const hostilePath = hostile
  .filter((name) => !/[/\p{Cc}\u2028\u2029]|\p{Surrogate}/u.test(name))
  .map((name) => `/models/${name}`)

/** Configs that state all that an export states, so that nothing is filled in on the way back. */
export function statedConfig(backend: Backend = 'cuda', path: fc.Arbitrary<string> = hostilePath) {
  const required = {
    n_ctx: fc.integer({ min: 1, max: 2 ** 31 - 1 }),
    n_parallel: fc.integer({ min: 1, max: 256 }),
    n_batch: fc.integer({ min: 1, max: 8192 }),
    n_ubatch: fc.integer({ min: 1, max: 8192 }),
    flash_attn: fc.constantFrom('on' as const, 'off' as const, 'auto' as const),
    cache_type_k: fc.constantFrom(...CACHE_TYPES),
    cache_type_v: fc.constantFrom(...CACHE_TYPES),
    n_gpu_layers: backend === 'cpu' ? fc.constant(0) : fc.integer({ min: -1, max: 999 }),
    kv_unified: fc.boolean(),
  }
  const optional = {
    n_threads: fc.integer({ min: 1, max: 512 }),
    n_cpu_moe: fc.integer({ min: 1, max: 99 }),
    override_tensor: fc.array(
      fc.constantFrom('blk\\.[0-3]\\..*=CPU', 'ffn_(up|down)_exps=CPU', '^output\\.weight$=CUDA1'),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    split_mode: fc.constantFrom('none' as const, 'layer' as const, 'row' as const),
    tensor_split: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 8 }),
    offload_kqv: fc.constant(false),
    swa_full: fc.constant(true),
    use_mmap: fc.boolean(),
    rope_freq_base: fc.double({ min: 1, max: 1e7, noNaN: true }),
  }
  return fc.record({
    backend: fc.constant(backend),
    model_path: path,
    settings: fc.record(
      { ...required, ...optional },
      { requiredKeys: Object.keys(required) as (keyof typeof required)[] },
    ),
    metadata: fc.constant({ program: 'server' as const }),
  }) as fc.Arbitrary<RuntimeConfig>
}
