import type { Backend } from '../../backend.ts'
import type { JsonPath } from '../../finding.ts'
import { RuntimeConfigSchema, type RuntimeConfig } from '../runtime-config.ts'
import type { Settings } from '../settings.ts'
import { type Collector, shown } from './collector.ts'
import type { ForeignConfig, ForeignFormat, ForeignOptions, TextEdit } from './foreign-config.ts'
import type { Span } from './mapped-text.ts'
import type { Given } from './server-arguments.ts'
import { optionName } from './option-name.ts'
import { saidBy, type Said } from './server-settings.ts'
import type { Word } from './word.ts'

/** One server of a file, its options found. */
export type FoundServer = {
  readonly format: ForeignFormat
  readonly name: string
  /** Where the server stands: its program's word, its section, its service. */
  readonly anchor: Span
  readonly given: readonly Given[]
  /** What else the file says of the backend: the image's name. */
  readonly backend?: Backend | null
}

/** What llama-server takes for slots when nobody says (tools/server/server.cpp): 4 that share one cache. */
export const AUTO_SLOTS = 4

/** Options -> runtime config, with the defaults of llama-server itself stated, and what it decides itself told. */
export function serverConfig(found: FoundServer, notes: Collector, options: ForeignOptions): ForeignConfig {
  const said = saidBy(found.given, notes)
  const image = found.backend ?? null
  // The GPUs are in the other machines, and of a kind that the file does not say.
  const stated = said.backend ?? (image === 'cpu' && said.settings.rpc_servers !== undefined ? null : image)
  const backend = stated ?? options.backend ?? 'cuda'
  const { settings, context_per_training } = withDefaults(said, backend, found.anchor, notes)
  if (said.model_path === null) {
    notes.add('LP004', 'error', { key: '--model', problem: 'missing' }, found.anchor, ['model_path'])
  }
  return foreignConfig(found, said.words, notes, {
    settings,
    model_path: said.model_path,
    backend,
    backend_stated: stated !== null,
    context_per_training,
  })
}

type Body = {
  readonly settings: Settings
  readonly model_path: string | null
  readonly backend: Backend
  readonly backend_stated: boolean
  readonly context_per_training: number | null
}

/** The result for one server, whichever program runs it. */
export function foreignConfig(
  { format, name, anchor, given = [] }: Pick<FoundServer, 'format' | 'name' | 'anchor'> & Partial<FoundServer>,
  words: ReadonlyMap<string, Word>,
  notes: Collector,
  { settings, model_path, backend, backend_stated, context_per_training }: Body,
): ForeignConfig {
  const parsed = RuntimeConfigSchema.safeParse({ backend, model_path, settings, metadata: { program: 'server' } })
  const draft: RuntimeConfig | null = parsed.data ?? null
  if (draft === null && model_path !== null) {
    // Each value was checked on its own; only a path's length is left.
    notes.add('LP004', 'error', { key: '--model', problem: 'other' }, words.get('model_path')?.span ?? anchor)
  }
  // One of several values stands in the token of all.
  const spanFor = (path: JsonPath) =>
    (words.get(path.join('.')) ?? words.get(path.slice(0, -1).join('.')))?.span ?? anchor
  const broken = notes.findings.some(({ rule }) => rule === 'LP004')
  return {
    format,
    name,
    config: notes.blocked() || broken ? null : draft,
    draft,
    findings: notes.findings,
    placeOf: (path) => {
      const { offset, length } = spanFor(path)
      return notes.places.at(offset, length)
    },
    backend_stated,
    options: given.map(({ key, value }) => ({
      key: shown(key.value),
      has_value: value !== null,
      place: notes.places.at(key.span.offset, key.span.length),
    })),
    context_per_training,
    nameOf: (path) => {
      const key = path.findLast((part) => typeof part === 'string') ?? ''
      const option = given.findLast(({ flag }) => flag.means === key)
      return option === undefined ? optionName(format, path) : shown(option.key.value)
    },
    edit: (path, value) => editOf(words.get(path.join('.')), path, value),
  }
}

/** Keys whose value is one token that says it in our own words. */
const EDITABLE = new Set(
  'n_ctx n_batch n_ubatch n_gpu_layers n_threads n_threads_batch n_parallel n_cpu_moe flash_attn cache_type_k cache_type_v'
    .split(' ')
    .map((key) => `settings.${key}`),
)

function editOf(word: Word | undefined, path: JsonPath, value: string | number | boolean | null): TextEdit | null {
  if (word === undefined || word.open || word.defaulted || !EDITABLE.has(path.join('.'))) return null
  // A switch has no value to replace, and a token that was put together has no one place.
  if (word.value === '' || word.span.length !== word.value.length || word.value.startsWith('--')) return null
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const text = path.at(-1) === 'n_gpu_layers' && value === -1 ? 'all' : String(value)
  return { ...word.span, text }
}

/**
 * What absent options mean to llama-server (common/common.h; tools/server/server.cpp; common/fit.cpp). Where `--fit` would
 * choose by the memory that is free when it starts, the most that it may choose: every layer, and for each slot the
 * context that the model was trained for.
 */
function withDefaults(
  said: Said,
  backend: Backend,
  anchor: Span,
  notes: Collector,
): { settings: Settings; context_per_training: number | null } {
  const fit = said.fit !== false
  const { n_parallel, kv_unified, ...given } = said.settings
  const slots = n_parallel ?? AUTO_SLOTS
  const spanFor = (key: string) => said.words.get(`settings.${key}`)?.span ?? anchor
  const settings: { -readonly [K in keyof Settings]: Settings[K] } = {
    ...given,
    n_parallel: slots,
    kv_unified: n_parallel === undefined || kv_unified === true,
  }

  let context_per_training: number | null = null
  const asked = said.words.get('settings.n_ctx')
  if (!settings.n_ctx && !isUnread(asked)) {
    if (settings.n_ctx === undefined && said.slot_ctx !== null)
      settings.n_ctx = Math.min(said.slot_ctx * slots, 2 ** 31 - 1)
    else {
      const why = settings.n_ctx === undefined && fit ? 'context_fit' : 'context_training'
      context_per_training = fit ? slots : 1
      settings.n_ctx = 0
      const args = { why, key: 'n_ctx', per_training: context_per_training }
      notes.add('LP012', 'warning', args, spanFor('n_ctx'), ['settings', 'n_ctx'])
    }
  }
  if (backend === 'cpu') settings.n_gpu_layers = 0
  else if (settings.n_gpu_layers === undefined && (said.layers_auto || !said.words.has('settings.n_gpu_layers'))) {
    settings.n_gpu_layers = -1
    if (fit) {
      const args = { why: 'layers_fit', key: 'n_gpu_layers' }
      notes.add('LP012', 'warning', args, spanFor('n_gpu_layers'), ['settings', 'n_gpu_layers'])
    }
  }
  return { settings, context_per_training }
}

/** A value that stands there but was refused: a finding says so, and none about its absence. */
function isUnread(word: Word | undefined): boolean {
  return word !== undefined && (word.open || !/^0+$/.test(word.value))
}
