import type { Backend } from '../../backend.ts'
import { ALL_EXPERT_LAYERS, LEAST_FOR_ALL_LAYERS } from '../all-layers.ts'
import { CACHE_TYPES, type Settings } from '../settings.ts'
import { shown, type Collector } from './collector.ts'
import type { FlagMeaning } from './llama-flags.ts'
import type { Given } from './server-arguments.ts'
import {
  choiceIn,
  denseLayersIn,
  numberIn,
  overridesIn,
  serversIn,
  sharesIn,
  truthIn,
  wholeIn,
  type Parsed,
} from './value-words.ts'
import type { Word } from './word.ts'

/** What the options of one server say, before anything is said about those that are absent. */
export type Said = {
  readonly settings: Settings
  readonly model_path: string | null
  /** Null: the file does not say. */
  readonly backend: Backend | null
  /** `--fit`; null: not said, which is on. */
  readonly fit: boolean | null
  /** `-ngl auto`, as if the option were absent. */
  readonly layers_auto: boolean
  /** `--kv-unified-per-slot`. */
  readonly slot_ctx: number | null
  /** The value that decides each key, as far as one token does. */
  readonly words: ReadonlyMap<string, Word>
}

/** Model sources, the one that counts first (common/arg.cpp, common_models_handler_apply). */
const SOURCES = ['model_hf', 'model_docker', 'model_url', 'model_path'] as const

const DEVICE_BACKENDS: readonly (readonly [RegExp, Backend])[] = [
  [/^CUDA\d/i, 'cuda'],
  [/^(?:ROCm|HIP)\d/i, 'rocm'],
  [/^Vulkan\d/i, 'vulkan'],
  [/^SYCL\d/i, 'sycl'],
  [/^(?:Metal|MTL)\d?/i, 'metal'],
]

/** Reads the values of options in their order; a later one wins. Values that are not in the file block a verdict. */
export function saidBy(given: readonly Given[], notes: Collector): Said {
  const settings: { -readonly [K in keyof Settings]: Settings[K] } = {}
  const sources = new Map<string, Word>()
  const words = new Map<string, Word>()
  let backend: Backend | null = null
  let fit: boolean | null = null
  let layers_auto = false
  let slot_ctx: number | null = null

  const set = <K extends keyof Settings>(key: K, value: Settings[K] | undefined, word: Word) => {
    if (value === undefined) delete settings[key]
    else settings[key] = value
    words.set(`settings.${key}`, word)
  }
  /** The value, once it is known to be in the file and of its kind. */
  const taken = <T>(option: Given, read: (text: string) => Parsed<T>): T | undefined => {
    const word = option.value ?? option.key
    if (word.open) {
      notes.block('LP009', { key: shown(option.key.value), what: 'value' }, word.span, pathOf(option))
      return undefined
    }
    const parsed = read(word.value)
    if (parsed.ok) return parsed.value
    notes.add('LP004', 'error', { key: shown(option.key.value), ...parsed.args }, word.span, pathOf(option))
    return undefined
  }
  /** Of a switch: on a command line its spelling, elsewhere its value too. */
  const switched = (option: Given): boolean | undefined => {
    if (option.value === null) return option.on
    const value = taken(option, truthIn)
    return value === undefined ? undefined : value === option.on
  }

  for (const option of given) {
    const { flag, key, removed } = option
    const word = option.value ?? key
    if (removed !== null) {
      const args = { key: shown(key.value), use: removed.use, ...(removed.removed_in && { build: removed.removed_in }) }
      notes.add('LP013', 'error', args, key.span, removed.load_mode === undefined ? [] : ['settings', 'use_mmap'])
      if (removed.load_mode !== undefined) {
        // The two switches were independent of each other.
        if (removed.load_mode === 'mlock') set('use_mlock', true, key)
        else set('use_mmap', removed.load_mode === 'mmap', key)
      }
      continue
    }
    if (flag.beyond !== undefined && !isOff(option)) beyond(option, notes)
    if (flag.means !== undefined && word.defaulted && !word.open && !flag.means.startsWith('model')) {
      notes.add('LP012', 'warning', { why: 'variable_default', key: shown(key.value) }, word.span, pathOf(option))
    }
    switch (flag.means) {
      case undefined:
        break
      case 'model_path':
      case 'model_url':
      case 'model_docker':
      case 'model_hf':
        sources.set(flag.means, word)
        break
      case 'model_hf_file':
        break
      case 'n_ctx':
        set(
          'n_ctx',
          taken(option, (text) => wholeIn(text, 0)),
          word,
        )
        break
      case 'n_batch':
        set(
          'n_batch',
          taken(option, (text) => wholeIn(text, 1)),
          word,
        )
        break
      case 'n_ubatch': {
        // 0 is the logical batch (src/llama-context.cpp).
        const value = taken(option, (text) => wholeIn(text, 0))
        set('n_ubatch', value === 0 ? (settings.n_batch ?? 2048) : value, word)
        break
      }
      case 'n_parallel': {
        const value = taken(option, (text) => wholeIn(text, -1, 256))
        if (value === 0) {
          const args = { key: shown(key.value), problem: 'too_small', limit: 1, of: 'number', value }
          notes.add('LP004', 'error', args, word.span, pathOf(option))
        }
        set('n_parallel', value !== undefined && value > 0 ? value : undefined, word)
        break
      }
      case 'n_threads':
      case 'n_threads_batch': {
        const value = taken(option, (text) => wholeIn(text, -INT, 100_000))
        set(flag.means, value !== undefined && value > 0 ? value : undefined, word)
        break
      }
      case 'n_gpu_layers': {
        const text = word.open ? '' : word.value
        layers_auto = text === 'auto' || text === '-1'
        if (layers_auto) set('n_gpu_layers', undefined, word)
        else if (text === 'all') set('n_gpu_layers', -1, word)
        else {
          const value = taken(option, (value_text) => wholeIn(value_text, -INT))
          set(
            'n_gpu_layers',
            value === undefined ? undefined : value < 0 || value >= LEAST_FOR_ALL_LAYERS ? -1 : value,
            word,
          )
        }
        break
      }
      case 'flash_attn':
        set('flash_attn', taken(option, flashIn), word)
        break
      case 'cache_type_k':
      case 'cache_type_v':
        set(
          flag.means,
          taken(option, (text) => choiceIn(text, CACHE_TYPES)),
          word,
        )
        break
      case 'kv_unified':
      case 'offload_kqv':
      case 'swa_full':
      case 'use_extra_bufts':
        set(flag.means, switched(option), word)
        break
      case 'n_cpu_moe':
        set(
          'n_cpu_moe',
          taken(option, (text) => wholeIn(text, 0, 100_000)),
          word,
        )
        break
      case 'poll':
        set(
          'poll',
          taken(option, (text) => wholeIn(text, 0, 100)),
          word,
        )
        break
      case 'prio':
        set(
          'prio',
          taken(option, (text) => wholeIn(text, -1, 3)),
          word,
        )
        break
      case 'numa':
        set(
          'numa',
          taken(option, (text) => choiceIn(text, ['distribute', 'isolate', 'numactl'])),
          word,
        )
        break
      case 'cpu_moe':
        if (switched(option) === true) set('n_cpu_moe', ALL_EXPERT_LAYERS, word)
        break
      case 'override_tensor':
      case 'n_cpu_ffn': {
        const more = taken(option, flag.means === 'n_cpu_ffn' ? denseLayersIn : overridesIn)
        if (more === undefined) break
        // The first that applies counts, also against experts that were named before; ours come before the experts.
        const late = (settings.n_cpu_moe ?? 0) > 0 && more.some((text) => !text.endsWith('=CPU'))
        const all = [...(settings.override_tensor ?? []), ...more]
        if (late || all.length > 64) notes.block('LP014', { key: shown(key.value) }, word.span, pathOf(option))
        else if (all.length > 0) set('override_tensor', all, word)
        break
      }
      case 'tensor_split':
        set('tensor_split', taken(option, sharesIn), word)
        break
      case 'rpc_servers': {
        // Each one adds to those before (common/arg.cpp, add_rpc_devices).
        const servers = taken(option, serversIn)
        if (servers !== undefined) set('rpc_servers', [...(settings.rpc_servers ?? []), ...servers], word)
        break
      }
      case 'split_mode': {
        const mode = taken(option, (text) => choiceIn(text, ['none', 'layer', 'row', 'tensor']))
        if (mode === 'tensor') notes.block('LP014', { key: `${shown(key.value)} tensor` }, word.span, pathOf(option))
        else set('split_mode', mode, word)
        break
      }
      case 'load_mode': {
        const mode = taken(option, (text) => choiceIn(text, ['auto', 'none', 'mmap', 'mlock', 'mmap+mlock', 'dio']))
        set('use_mmap', mode === undefined || mode === 'auto' ? undefined : mode.startsWith('mmap'), word)
        set('use_mlock', mode?.endsWith('mlock') === true ? true : undefined, word)
        break
      }
      case 'rope_freq_base':
        set(
          'rope_freq_base',
          taken(option, (text) => numberIn(text, 0, 1e12)),
          word,
        )
        break
      case 'rope_freq_scale':
        set(
          'rope_freq_scale',
          taken(option, (text) => numberIn(text, 0, 1e6)),
          word,
        )
        break
      case 'rope_scale': {
        const factor = taken(option, (text) => numberIn(text, 1e-6, 1e6))
        set('rope_freq_scale', factor === undefined ? undefined : 1 / factor, word)
        break
      }
      case 'fit':
        fit = taken(option, truthIn) ?? null
        break
      case 'slot_ctx':
        slot_ctx = taken(option, (text) => wholeIn(text, 1)) ?? null
        break
      case 'device': {
        if (word.open) notes.block('LP009', { key: shown(key.value), what: 'value' }, word.span)
        else if (word.value === 'none') backend = 'cpu'
        else {
          backend = DEVICE_BACKENDS.find(([name]) => name.test(word.value))?.[1] ?? backend
          notes.add('LP015', 'warning', { key: shown(key.value), what: 'devices' }, word.span)
        }
        break
      }
      default:
        flag.means satisfies never
    }
  }

  // `--device none` leaves the devices of other machines out as well (common/arg.cpp, parse_device_list).
  if (backend === 'cpu') delete settings.rpc_servers

  const source = SOURCES.find((name) => sources.has(name))
  const word = source === undefined ? undefined : sources.get(source)
  if (word !== undefined) words.set('model_path', word)
  const prefix = source === 'model_hf' ? 'hf:' : source === 'model_docker' ? 'docker:' : ''
  const model_path = word === undefined || word.value === '' ? null : `${prefix}${word.value}`
  return { settings, model_path, backend, fit, layers_auto, slot_ctx, words }
}

const INT = 2 ** 31

/** Options that mean a key of ours under the same name. */
function pathOf({ flag }: Given): readonly string[] {
  const means: FlagMeaning | undefined = flag.means
  const key =
    means === 'cpu_moe'
      ? 'n_cpu_moe'
      : means === 'load_mode'
        ? 'use_mmap'
        : means === 'n_cpu_ffn'
          ? 'override_tensor'
          : means === 'rope_scale'
            ? 'rope_freq_scale'
            : means
  return key === undefined || ['fit', 'device', 'slot_ctx'].includes(key)
    ? []
    : key.startsWith('model')
      ? ['model_path']
      : ['settings', key]
}

function flashIn(text: string): Parsed<'on' | 'off' | 'auto'> {
  const truth = truthIn(text)
  if (truth.ok) return { ok: true, value: truth.value ? 'on' : 'off' }
  return text === '-1' ? { ok: true, value: 'auto' } : choiceIn(text, ['on', 'off', 'auto'])
}

function isOff({ flag, on, value }: Given): boolean {
  if (value === null || value.open) return !on
  if (flag.takes === 'nothing') return !on || ['off', 'disabled', 'false', '0'].includes(value.value)
  return value.value === '' || value.value === 'none'
}

/** Options that change memory in ways that a runtime config cannot say. */
function beyond({ flag, key }: Given, notes: Collector): void {
  const args = { key: shown(key.value) }
  if (flag.beyond === 'moves') notes.block('LP014', args, key.span)
  else notes.add('LP015', 'warning', { ...args, what: 'memory' }, key.span)
}
