import type { CacheType } from '../../config/settings.ts'
import { blockLength } from '../../model/tensor-types.ts'
import { num, str } from '../args.ts'
import type { ConfigContext } from '../config-context.ts'
import type { Hit, Rule } from '../rule.ts'

const isQuantised = (type: CacheType) => blockLength(type) > 1

/** Grok's attention does not work with flash attention; llama.cpp turns it off (src/llama-context.cpp, llama_init_from_model). */
function flashIsOff({ config, model }: ConfigContext): boolean {
  return config.settings.flash_attn === 'off' || model?.hparams.architecture === 'grok'
}

/** LP305. src/llama-context.cpp, llama_init_from_model. */
export const quantisedCacheNeedsFlash: Rule = {
  id: 'LP305',
  scope: 'config',
  title: 'Quantised V cache without flash attention',
  severity: 'error',
  why: 'llama.cpp refuses to load: without flash attention V is stored transposed, which blocks of a quantised type do not allow.',
  remedy: 'Turn flash attention on, or use f16 for cache_type_v.',
  check: (context) => {
    const { cache_type_v = 'f16' } = context.config.settings
    if (!isQuantised(cache_type_v) || !flashIsOff(context)) return []
    return [{ path: ['settings', 'cache_type_v'], args: { cache_type_v } }]
  },
  fixes: () => [
    { path: ['settings', 'flash_attn'], values: ['on'] },
    { path: ['settings', 'cache_type_v'], values: ['f16'] },
  ],
  sentence: (args) =>
    `cache_type_v ${str(args, 'cache_type_v')} needs flash attention, which is off here: llama.cpp refuses to load.`,
}

/** LP307. src/llama-context.cpp, llama_init_from_model. */
export const sameCacheTypes: Rule = {
  id: 'LP307',
  scope: 'config',
  title: 'Different cache types for a model with one cache',
  severity: 'error',
  why: 'Models with multi-head latent attention keep K and V as one; llama.cpp refuses to load them with two types.',
  remedy: 'Give cache_type_k and cache_type_v the same type.',
  check: ({ model }) => {
    if (model === null) return []
    const { cache_type_k, cache_type_v } = model.settings
    const joined = model.hparams.is_mla || model.hparams.architecture === 'deepseek4'
    if (!joined || cache_type_k === cache_type_v) return []
    const { architecture } = model.hparams
    return [{ path: ['settings', 'cache_type_v'], args: { cache_type_k, cache_type_v, architecture } }]
  },
  fixes: ({ model }) => [
    { path: ['settings', 'cache_type_v'], values: model ? [model.settings.cache_type_k] : [] },
    { path: ['settings', 'cache_type_k'], values: model ? [model.settings.cache_type_v] : [] },
  ],
  sentence: (args) =>
    `cache_type_k ${str(args, 'cache_type_k')} and cache_type_v ${str(args, 'cache_type_v')} differ; ` +
    `${str(args, 'architecture')} keeps K and V as one, and llama.cpp refuses to load.`,
}

/** LP309. src/llama-context.cpp, llama_init_from_model. */
export const cacheBlockFits: Rule = {
  id: 'LP309',
  scope: 'config',
  title: 'Cache type does not divide the head size',
  severity: 'error',
  why: 'A quantised cache stores whole blocks; when the head size is no multiple of a block, llama.cpp refuses to load.',
  remedy: 'Use f16 or bf16 for that cache.',
  check: (context) => {
    const { model } = context
    if (model === null || flashIsOff(context)) return []
    const { hparams, settings } = model
    return [
      ...unevenHead('cache_type_k', settings.cache_type_k, hparams.n_embd_head_k.slice(0, hparams.n_layer)),
      ...unevenHead('cache_type_v', settings.cache_type_v, hparams.n_embd_head_v.slice(0, hparams.n_layer)),
    ]
  },
  fixes: ({ hit }) => [{ path: hit.path, values: ['f16'] }],
  sentence: (args) =>
    `${str(args, 'key')} ${str(args, 'type')} has blocks of ${num(args, 'block')}, ` +
    `which do not divide the model's head size of ${num(args, 'head')}: llama.cpp refuses to load.`,
}

function unevenHead(key: string, type: CacheType, heads: readonly number[]): Hit[] {
  const block = blockLength(type)
  const head = heads.find((size) => size % block !== 0)
  return head === undefined ? [] : [{ path: ['settings', key], args: { key, type, block, head } }]
}
