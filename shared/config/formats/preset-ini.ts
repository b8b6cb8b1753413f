import { collectorFor, shown } from './collector.ts'
import { flagOfPresetKey, nearPresetKeys, removedPresetKey } from './flag-names.ts'
import { FOREIGN_LIMITS, type ForeignConfig, type ForeignOptions, MOST_SERVERS } from './foreign-config.ts'
import { mapped, sliceMapped, type Span } from './mapped-text.ts'
import { nothingFound, tooManyServers, unread } from './nothing-found.ts'
import { fromChange, type Given } from './server-arguments.ts'
import { serverConfig } from './server-config.ts'
import { wordOf, type Word } from './word.ts'

type Entry = { readonly key: Word; readonly value: Word }
type Section = {
  readonly name: string
  readonly span: Span
  readonly entries: Map<string, Entry>
  readonly repeated: Entry[]
}

/** Keys that only the router reads (common/arg.cpp, common_params_add_preset_options), and the reserved one. */
const ROUTER_KEYS = new Set(['version', 'load-on-startup', 'stop-timeout', 'dedup-cache-models'])
const DEFAULT_SECTION = 'default'

/**
 * A model preset of llama-server's router (common/preset.cpp, parse_ini_from_file): a section a model, `[*]` for all. Of a
 * key that stands twice the last counts. `;` and `#` start a comment, at a line's start or after a value.
 */
export function readPresetIni(text: string, options: ForeignOptions): ForeignConfig[] {
  const { keys: most } = options.limits ?? FOREIGN_LIMITS
  const parsed = sectionsOf(text, most)
  if ('over' in parsed) {
    return [
      unread('preset-ini', text, [
        { rule: 'LP007', severity: 'error', args: { limit: 'keys', most }, span: parsed.over },
      ]),
    ]
  }
  if ('wrong' in parsed) {
    return [
      unread('preset-ini', text, [
        { rule: 'LP008', severity: 'error', args: { problem: 'no_ini' }, span: parsed.wrong },
      ]),
    ]
  }
  const newNotes = collectorFor(text)
  const shared = parsed.sections.filter(({ name }) => name === '*')
  const models = parsed.sections.filter(
    ({ name, entries }) => name !== '*' && (name !== DEFAULT_SECTION || hasOptions(entries)),
  )
  const configs = models.slice(0, MOST_SERVERS).map((section) => {
    const notes = newNotes()
    for (const { key } of section.repeated) notes.add('LP002', 'error', { key: shown(key.value) }, key.span)
    const given = [...shared, section].flatMap(({ entries }) =>
      [...entries.values()].flatMap(({ key, value }): Given[] => {
        if (ROUTER_KEYS.has(key.value)) return []
        const named = flagOfPresetKey(key.value)
        const change = removedPresetKey(key.value)
        if (named === undefined && change === undefined) {
          if (notes.room()) {
            notes.add('LP005', 'error', { key: shown(key.value), near: nearPresetKeys(key.value) }, key.span)
          }
          return []
        }
        if (named === undefined) return oldSwitch(key, value, change)
        return [{ ...fromChange(named, undefined), key, value }]
      }),
    )
    return serverConfig({ format: 'preset-ini', name: section.name, anchor: section.span, given }, notes, options)
  })
  const next = models[MOST_SERVERS]
  if (next !== undefined) configs.push(tooManyServers('preset-ini', text, next.span))
  return configs.length > 0 ? configs : [nothingFound('preset-ini', text)]
}

/** A removed key with its value: `mmap = 0` meant what `no-mmap = 1` did. */
function oldSwitch(key: Word, value: Word, change: ReturnType<typeof removedPresetKey>): Given[] {
  const off = ['0', 'off', 'false', 'disabled'].includes(value.value)
  const flipped =
    change?.load_mode === 'mmap'
      ? removedPresetKey('no-mmap')
      : change?.load_mode === 'none'
        ? removedPresetKey('mmap')
        : undefined
  const meant = off && flipped !== undefined ? flipped : change
  const removed = meant && { ...meant, use: meant.use.replace(/^--(\S+) /, '$1 = ').replace(/^--/, '') }
  return [{ ...fromChange(undefined, removed), key, value: null }]
}

function sectionsOf(text: string, most: number): { sections: Section[] } | { wrong: Span } | { over: Span } {
  const source = mapped(text)
  const sections = new Map<string, Section>()
  let keys = 0
  // A section that stands twice starts anew, as in the engine.
  const done = (section: Section) => {
    sections.delete(section.name)
    sections.set(section.name, section)
  }
  let current: Section = { name: DEFAULT_SECTION, span: { offset: 0, length: 1 }, entries: new Map(), repeated: [] }
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const [line] = match
    const closed = line.startsWith('[') ? line.indexOf(']') : -1
    if (closed !== -1 && isBlank(line.slice(closed + 1))) {
      const name = line.slice(1, closed).trim()
      if (current.entries.size > 0 || current.name !== DEFAULT_SECTION) done(current)
      const span = { offset: match.index + line.indexOf(name, 1), length: name.length }
      current = { name, span, entries: new Map(), repeated: [] }
      continue
    }
    if (isBlank(line)) continue
    const pair = /^([A-Za-z_][\w.-]*)[ \t]*=[ \t]*/.exec(line)
    if (pair === null) return { wrong: { offset: match.index, length: line.length } }
    const [head, name = ''] = pair
    const comment = line.slice(head.length).search(/[;#]/)
    const end = line.slice(0, comment === -1 ? line.length : head.length + comment).trimEnd().length
    const key = wordOf(sliceMapped(source, match.index, match.index + name.length))
    const span = { offset: match.index + head.length, length: Math.max(0, end - head.length) }
    const value = wordOf(sliceMapped(source, span.offset, span.offset + span.length), { span })
    if (++keys > most) return { over: key.span }
    if (current.entries.has(name)) current.repeated.push({ key, value })
    current.entries.delete(name)
    current.entries.set(name, { key, value })
  }
  done(current)
  return { sections: [...sections.values()] }
}

/** Nothing, or a comment. */
function isBlank(line: string): boolean {
  const first = line.trimStart()[0]
  return first === undefined || first === ';' || first === '#'
}

function hasOptions(entries: ReadonlyMap<string, Entry>): boolean {
  return [...entries.keys()].some((key) => !ROUTER_KEYS.has(key))
}
