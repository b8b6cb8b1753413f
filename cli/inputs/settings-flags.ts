import { CACHE_TYPES, type Settings } from '../../shared/config/settings.ts'
import { OverrideTextSchema } from '../../shared/config/overrides/override-text.ts'
import { UserError } from '../../shared/errors.ts'
import { oneOf } from './choice.ts'
import { decimalNumber, quoted, tokenCount, wholeNumber } from './number.ts'

const MOST_TOKENS = 2 ** 31 - 1

/** The settings of a runtime config as flags: their own names, with dashes. */
export const SETTINGS_FLAGS = {
  'n-ctx': { type: 'string', value: 'N', help: 'context in tokens, as 32768 or 32k; 0 is the training length' },
  context: { type: 'string', value: 'N', help: 'the same as --n-ctx' },
  'n-gpu-layers': { type: 'string', value: 'N', help: 'layers on the GPU; -1 is all' },
  'n-batch': { type: 'string', value: 'N', help: 'logical batch in tokens' },
  'n-ubatch': { type: 'string', value: 'N', help: 'physical batch in tokens' },
  'n-parallel': { type: 'string', value: 'N', help: 'slots' },
  parallel: { type: 'string', value: 'N', help: 'the same as --n-parallel' },
  'n-threads': { type: 'string', value: 'N', help: 'threads' },
  'n-cpu-moe': { type: 'string', value: 'N', help: 'layers whose experts stay on the CPU' },
  'override-tensor': { type: 'string', value: 'P=BUFFER,...', help: 'tensors by name to CPU or a device' },
  'flash-attn': { type: 'string', value: 'on|off|auto', help: 'flash attention' },
  'cache-type-k': { type: 'string', value: 'TYPE', help: 'type of the K cache: f16, q8_0, ...' },
  'cache-type-v': { type: 'string', value: 'TYPE', help: 'type of the V cache' },
  'tensor-split': { type: 'string', value: 'A,B', help: 'share of each device' },
  'split-mode': { type: 'string', value: 'none|layer|row', help: 'how devices share the model' },
  'kv-unified': { type: 'boolean', help: 'one cache for all slots; --no-kv-unified: one each' },
  'offload-kqv': { type: 'boolean', help: '--no-offload-kqv keeps the cache in RAM' },
  'use-extra-bufts': { type: 'boolean', help: '--no-use-extra-bufts does not pack weights for the CPU' },
  'swa-full': { type: 'boolean', help: 'full-size cache for sliding-window layers' },
} as const

type SettingsValues = {
  readonly [K in keyof typeof SETTINGS_FLAGS]?: (typeof SETTINGS_FLAGS)[K]['type'] extends 'boolean' ? boolean : string
}

/**
 * The settings that the flags state; what they leave open stays absent.
 * @throws UserError('usage') for a value out of range
 */
export function settingsFrom(values: SettingsValues): Settings {
  const whole = (flag: keyof SettingsValues & (`n-${string}` | 'context' | 'parallel'), low: number, high: number) => {
    const text = values[flag]
    const read = high === MOST_TOKENS ? tokenCount : wholeNumber
    return text === undefined ? undefined : read(flag, text, low, high)
  }
  const either = (a: Parameters<typeof whole>[0], b: Parameters<typeof whole>[0], low: number, high: number) => {
    if (values[a] !== undefined && values[b] !== undefined) {
      throw new UserError('usage', `--${a} and --${b} mean the same; give one of them`)
    }
    return whole(a, low, high) ?? whole(b, low, high)
  }
  const word = <const T extends string>(
    flag: 'flash-attn' | 'cache-type-k' | 'cache-type-v' | 'split-mode',
    words: readonly T[],
  ) => {
    const text = values[flag]
    return text === undefined ? undefined : oneOf(flag, text, words)
  }
  return defined({
    n_ctx: either('n-ctx', 'context', 0, MOST_TOKENS),
    n_gpu_layers: whole('n-gpu-layers', -1, 100_000),
    n_batch: whole('n-batch', 1, MOST_TOKENS),
    n_ubatch: whole('n-ubatch', 1, MOST_TOKENS),
    n_parallel: either('n-parallel', 'parallel', 1, 256),
    n_threads: whole('n-threads', 1, 100_000),
    n_cpu_moe: whole('n-cpu-moe', 0, 100_000),
    override_tensor: values['override-tensor'] === undefined ? undefined : overrides(values['override-tensor']),
    flash_attn: word('flash-attn', ['on', 'off', 'auto']),
    cache_type_k: word('cache-type-k', CACHE_TYPES),
    cache_type_v: word('cache-type-v', CACHE_TYPES),
    split_mode: word('split-mode', ['none', 'layer', 'row']),
    tensor_split: values['tensor-split'] === undefined ? undefined : shares(values['tensor-split']),
    kv_unified: values['kv-unified'],
    offload_kqv: values['offload-kqv'],
    swa_full: values['swa-full'],
    use_extra_bufts: values['use-extra-bufts'],
  })
}

function overrides(text: string): string[] {
  const entries = text.split(',')
  for (const entry of entries) {
    if (OverrideTextSchema.safeParse(entry).success) continue
    const message = `--override-tensor takes PATTERN=BUFFER with commas between, not ${quoted(entry)}`
    throw new UserError('usage', message, 'An example: blk\\.[0-3]\\.ffn_.*_exps=CPU')
  }
  return entries
}

function shares(text: string): number[] {
  const parts = text.split(',')
  if (parts.length > 128) throw new UserError('usage', `--tensor-split takes up to 128 shares, not ${parts.length}`)
  if (parts.some((part) => part.trim() === '')) {
    throw new UserError('usage', `--tensor-split takes numbers with commas between them, not ${quoted(text)}`)
  }
  return parts.map((part) => decimalNumber('tensor-split', part.trim(), 0, 1e9))
}

/** The object without its undefined values. */
function defined<T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>
  }
}
