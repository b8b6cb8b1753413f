import { nearestNames } from '../../nearest.ts'
import { LEAST_FOR_ALL_LAYERS } from '../all-layers.ts'
import type { Settings } from '../settings.ts'
import { collectorFor, shown, type Collector } from './collector.ts'
import type { ForeignConfig, ForeignOptions } from './foreign-config.ts'
import { mapped, sliceMapped, type Span } from './mapped-text.ts'
import { nothingFound } from './nothing-found.ts'
import { foreignConfig } from './server-config.ts'
import { truthIn, wholeIn } from './value-words.ts'
import { wordOf, type Word } from './word.ts'

type Instruction = { readonly name: string; readonly head: Word; readonly value: Word }

/** Instructions and parameters as Ollama's parser takes them (parser/parser.go, api/types.go). */
const INSTRUCTIONS = new Set(
  'from parameter template system adapter license message renderer parser requires draft'.split(' '),
)
const PARAMETERS = new Set(
  (
    'num_ctx num_batch num_gpu num_thread main_gpu use_mmap num_keep seed num_predict top_k top_p min_p typical_p ' +
    'repeat_last_n temperature repeat_penalty presence_penalty frequency_penalty stop tfs_z numa draft_num_predict ' +
    'penalize_newline low_vram f16_kv logits_all vocab_only use_mlock mirostat mirostat_tau mirostat_eta'
  ).split(' '),
)

/** Ollama's `num_batch` when nobody says (api/types.go, DefaultOptions). */
const NUM_BATCH = 512

/**
 * An Ollama Modelfile as the llama-server that Ollama starts for it (llm/llama_server.go): one slot, `num_batch` as both batches, `--fit`
 * left on. A context that is not stated follows the GPU's memory, up to the training length.
 */
export function readModelfile(text: string, options: ForeignOptions): ForeignConfig[] {
  const notes = collectorFor(text)()
  const instructions = instructionsOf(text, notes)
  const from = instructions.findLast(({ name }) => name === 'from')
  if (from === undefined) return [nothingFound('ollama', text)]
  const words = new Map<string, Word>([['model_path', from.value]])
  const settings: { -readonly [K in keyof Settings]: Settings[K] } = {
    n_batch: NUM_BATCH,
    n_ubatch: NUM_BATCH,
    n_parallel: 1,
  }
  const set = <K extends keyof Settings>(key: K, value: Settings[K], word: Word) => {
    settings[key] = value
    words.set(`settings.${key}`, word)
  }

  for (const { name, head, value } of instructions) {
    if (name === 'adapter' || name === 'draft') {
      notes.add('LP015', 'warning', { key: shown(head.value), what: 'memory' }, head.span)
    }
    if (name !== 'parameter') continue
    const { key, argument } = parameter(value)
    const whole = (least: number, most?: number) => {
      const parsed = wholeIn(argument.value, least, most)
      if (parsed.ok) return parsed.value
      notes.add('LP004', 'error', { key: shown(key.value), ...parsed.args }, argument.span)
      return undefined
    }
    switch (key.value) {
      case 'num_ctx': {
        const tokens = whole(0)
        if (tokens !== undefined) set('n_ctx', tokens, argument)
        break
      }
      case 'num_batch': {
        const tokens = whole(1)
        if (tokens !== undefined) {
          set('n_batch', tokens, argument)
          set('n_ubatch', tokens, argument)
        }
        break
      }
      case 'num_gpu': {
        const layers = whole(-(2 ** 31))
        words.set('settings.n_gpu_layers', argument)
        if (layers === undefined || layers < 0) delete settings.n_gpu_layers
        else settings.n_gpu_layers = layers >= LEAST_FOR_ALL_LAYERS ? -1 : layers
        break
      }
      case 'num_thread': {
        const threads = whole(0, 100_000)
        if (threads !== undefined && threads > 0) set('n_threads', threads, argument)
        break
      }
      case 'main_gpu':
        set('split_mode', 'none', argument)
        break
      case 'use_mmap': {
        const mmap = truthIn(argument.value.toLowerCase())
        if (mmap.ok) set('use_mmap', mmap.value, argument)
        break
      }
      default:
        if (PARAMETERS.has(key.value)) break
        notes.add('LP005', 'error', { key: shown(key.value), near: nearestNames(key.value, PARAMETERS) }, key.span)
    }
  }

  leftOpen(settings, words, from.value.span, notes)
  const model_path = modelName(from.value.value)
  const backend = settings.n_gpu_layers === 0 ? 'cpu' : (options.backend ?? 'cuda')
  return [
    foreignConfig({ format: 'ollama', name: '', anchor: from.head.span }, words, notes, {
      settings: backend === 'cpu' ? { ...settings, n_gpu_layers: 0 } : settings,
      model_path: model_path === '' ? null : model_path,
      backend,
      backend_stated: settings.n_gpu_layers === 0,
      context_per_training: settings.n_ctx ? null : 1,
    }),
  ]
}

function leftOpen(
  settings: { -readonly [K in keyof Settings]: Settings[K] },
  words: ReadonlyMap<string, Word>,
  anchor: Span,
  notes: Collector,
): void {
  if (!settings.n_ctx) {
    settings.n_ctx = 0
    const args = { why: 'context_ollama', key: 'num_ctx', per_training: 1 }
    notes.add('LP012', 'warning', args, words.get('settings.n_ctx')?.span ?? anchor, ['settings', 'n_ctx'])
  }
  if (settings.n_gpu_layers === undefined) {
    settings.n_gpu_layers = -1
    const span = words.get('settings.n_gpu_layers')?.span ?? anchor
    notes.add('LP012', 'warning', { why: 'layers_fit', key: 'num_gpu' }, span, ['settings', 'n_gpu_layers'])
  }
}

/** Names of the Hugging Face hub in the form that the rest of the program takes. */
function modelName(from: string): string {
  const hub = /^(?:https?:\/\/)?(?:hf\.co|huggingface\.co)\/(.+)$/i.exec(from)
  return hub?.[1] === undefined ? from : `hf:${hub[1]}`
}

function parameter(value: Word): { key: Word; argument: Word } {
  const name = /^\S+/.exec(value.value)?.[0] ?? ''
  const rest = value.value.slice(name.length)
  const start = name.length + rest.length - rest.trimStart().length
  const quoted = /^"(.*)"$/s.exec(value.value.slice(start).trimEnd())
  const from = quoted === null ? start : start + 1
  const end = from + (quoted?.[1]?.length ?? value.value.slice(start).trimEnd().length)
  const part = (a: number, b: number) => {
    const offset = value.at[a] ?? (value.at.at(-1) ?? value.span.offset) + 1
    return wordOf({ text: value.value.slice(a, b), at: value.at.slice(a, b) }, { span: { offset, length: b - a } })
  }
  return { key: part(0, name.length), argument: part(from, end) }
}

/** Instructions by line; a value that opens with `"""` or `"` runs to where it closes. */
function instructionsOf(text: string, notes: Collector): Instruction[] {
  const source = mapped(text)
  const found: Instruction[] = []
  let pos = 0
  while (pos < text.length) {
    const newline = text.indexOf('\n', pos)
    let end = newline === -1 ? text.length : newline
    const line = text.slice(pos, end)
    const head = /^[ \t\uFEFF]*([A-Za-z]+)(?:[ \t]+|\r?$)/.exec(line)
    if (head === null || !INSTRUCTIONS.has((head[1] ?? '').toLowerCase())) {
      const trimmed = line.trim()
      if (trimmed !== '' && !trimmed.startsWith('#') && trimmed !== '\uFEFF') {
        const offset = pos + line.indexOf(trimmed)
        notes.block('LP008', { problem: 'no_instruction' }, { offset, length: trimmed.length })
        return found
      }
      pos = end + 1
      continue
    }
    const [all, word = ''] = head
    const start = pos + all.length
    const quote = /^(?:system|user|assistant)?[ \t]*("""|")/.exec(text.slice(start, start + 40))
    if (quote !== null && word.toLowerCase() !== 'from' && word.toLowerCase() !== 'parameter') {
      const close = text.indexOf(quote[1] ?? '"', start + quote[0].length)
      if (close === -1) {
        notes.block(
          'LP008',
          { problem: 'quote_not_closed' },
          { offset: start + quote[0].length - (quote[1]?.length ?? 1), length: 1 },
        )
        return found
      }
      end = Math.max(end, close + (quote[1]?.length ?? 1))
    }
    const at = pos + all.indexOf(word)
    const value = sliceMapped(source, start, start + text.slice(start, end).trimEnd().length)
    found.push({
      name: word.toLowerCase(),
      head: wordOf(sliceMapped(source, at, at + word.length)),
      value: unquoted(value),
    })
    pos = end + 1
  }
  return found
}

function unquoted({ text, at }: { text: string; at: readonly number[] }): Word {
  const quoted = text.length > 1 && text.startsWith('"') && text.endsWith('"') && !text.startsWith('"""')
  return quoted ? wordOf({ text: text.slice(1, -1), at: at.slice(1, -1) }) : wordOf({ text, at })
}
