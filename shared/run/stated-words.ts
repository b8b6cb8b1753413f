import { collectorFor } from '../config/formats/collector.ts'
import { type Given, givenArguments } from '../config/formats/server-arguments.ts'
import { AUTO_SLOTS } from '../config/formats/server-config.ts'
import { type Said, saidBy } from '../config/formats/server-settings.ts'
import { wordOf } from '../config/formats/word.ts'
import type { PlacedFinding } from '../config/place.ts'
import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { Settings } from '../config/settings.ts'
import { UserError } from '../errors.ts'
import type { FindingArgs } from '../finding.ts'

/** What words for llama-server say beside a config of ours. */
export type StatedWords = {
  readonly said: Said
  /** Settings that they state, under our names; one without a value is left to llama-server. */
  readonly keys: ReadonlySet<keyof Settings>
  /** As they were written. */
  readonly options: readonly string[]
  /** What is none of our settings: for the engine as it is. */
  readonly rest: readonly string[]
  /** What no check knows of, in words; where there is any, what is allocated is not what was estimated. */
  readonly unjudged: readonly string[]
}

/**
 * Reads words for llama-server for what they mean to a config that was checked.
 * @param sentence a finding in words
 * @throws UserError('usage') for a value that llama-server would refuse, another model, and `--fit on`
 */
export function statedWords(words: readonly string[], sentence: (finding: PlacedFinding) => string): StatedWords {
  const notes = collectorFor('')()
  const tokens = words.map((value) => wordOf({ text: value, at: [] }, { span: { offset: 0, length: 0 } }))
  const given = givenArguments(tokens, notes)
  const said = saidBy(given, notes)
  const wrong = notes.findings.find(({ rule }) => rule === 'LP004')
  if (wrong !== undefined) throw new UserError('usage', `after --: ${sentence(wrong)}`)
  refuse(given, said)
  const keys = new Set([...said.words.keys()].flatMap(settingOf))
  const ours = given.filter((option) => isStated(option, keys))
  const taken = new Set(ours.flatMap(({ key, value }) => [key, ...(value === null ? [] : [value])]))
  return {
    said,
    keys,
    options: ours.filter(({ flag }) => flag.means !== 'fit').map(({ key }) => key.value),
    rest: words.filter((_, at) => !taken.has(tokens[at] as (typeof tokens)[number])),
    unjudged: notes.findings.flatMap(({ rule, args }) => unjudged(rule, args) ?? []),
  }
}

/** The config with what the words say of it; as it is where they say nothing. */
export function withWords(config: RuntimeConfig, { said, keys }: StatedWords): RuntimeConfig {
  // Layers of a config for the CPU stay there, whatever `-ngl` says.
  const backend = said.backend === 'cpu' ? 'cpu' : config.backend
  const settings: Record<string, unknown> = { ...config.settings }
  for (const key of keys) {
    if (key === 'n_gpu_layers' && backend === 'cpu') continue
    const value = valueOf(config.settings, said.settings, key)
    if (value === undefined) delete settings[key]
    else settings[key] = value
  }
  if (keys.has('n_parallel') && said.settings.n_parallel === undefined) {
    // tools/server/server.cpp: slots of its own choice share one cache.
    settings['n_parallel'] = AUTO_SLOTS
    settings['kv_unified'] = true
  }
  if (said.settings.n_ubatch !== undefined && isZero(said, 'n_ubatch')) {
    settings['n_ubatch'] = settings['n_batch'] ?? said.settings.n_ubatch
  }
  const layers = config.model?.hparams['block_count']
  if (keys.has('n_cpu_moe') && typeof layers === 'number') {
    settings['n_cpu_moe'] = Math.min(said.settings.n_cpu_moe ?? 0, layers)
  }
  const same = backend === config.backend && JSON.stringify(settings) === JSON.stringify(config.settings)
  return same ? config : { ...config, backend, settings }
}

/** Lists add to what stands before them; everything else takes its place. */
function valueOf(before: Settings, said: Settings, key: keyof Settings): unknown {
  const [own, more] = [before[key], said[key]]
  if (key !== 'override_tensor' && key !== 'rpc_servers') return more
  return [...(Array.isArray(own) ? own : []), ...(Array.isArray(more) ? more : [])]
}

function refuse(given: readonly Given[], { fit }: Said): void {
  const model = given.find(({ flag }) => flag.means?.startsWith('model') === true)
  if (model !== undefined) {
    throw new UserError(
      'usage',
      `${model.key.value} after -- names a model; what was checked is another one's`,
      'Name the model with --model or in the config.',
    )
  }
  if (fit === true) {
    throw new UserError(
      'usage',
      '--fit on after -- lets llama-server change what was checked',
      'Leave it out: --auto-configure plans for what is free.',
    )
  }
}

/** Whether an option is a setting of ours that the engine need not be told twice. */
function isStated({ flag, value, removed }: Given, keys: ReadonlySet<keyof Settings>): boolean {
  if (removed !== null) return removed.load_mode !== undefined && removed.load_mode !== 'dio'
  switch (flag.means) {
    case undefined:
    case 'device':
    case 'slot_ctx':
      return false
    case 'fit':
      return true
    case 'load_mode':
      // Direct reads are more than no mapping, which is all that a setting can say.
      return value?.value !== 'dio'
    case 'cpu_moe':
      return keys.has('n_cpu_moe')
    case 'n_cpu_ffn':
      return keys.has('override_tensor')
    case 'rope_scale':
      return keys.has('rope_freq_scale')
    default:
      // What cannot be said in a setting (`-sm tensor`) is not there.
      return keys.has(flag.means as keyof Settings)
  }
}

function settingOf(path: string): (keyof Settings)[] {
  return path.startsWith('settings.') ? [path.slice('settings.'.length) as keyof Settings] : []
}

function isZero({ words }: Said, key: string): boolean {
  return /^0+$/.test(words.get(`settings.${key}`)?.value ?? '')
}

function unjudged(rule: string, args: FindingArgs): string | null {
  const key = String(args['key'])
  switch (rule) {
    case 'LP005':
      return `after --: ${key} is not known here; the check is without it`
    case 'LP014':
      return `after --: what ${key} does to memory cannot be followed; the check is without it`
    case 'LP015':
      return args['what'] === 'devices'
        ? `after --: ${key} names devices; the check is about all of them`
        : `after --: ${key} takes memory that the check does not count`
    default:
      return null
  }
}
