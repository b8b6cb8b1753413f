import {
  Lexer,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  Parser,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { FindingArgs } from '../../finding.ts'
import { shown } from './collector.ts'
import type { ForeignLimits } from './foreign-config.ts'
import type { Span } from './mapped-text.ts'

export type YamlTrouble = {
  readonly rule: 'LP002' | 'LP007' | 'LP008'
  readonly args: FindingArgs
  readonly span: Span
}

/** A YAML file as a tree with places; aliases and merge keys are followed by `entries` and `resolved`, one step at a time. */
export type YamlFile = {
  readonly root: Node | null
  /** What an alias stands for, else the node itself. */
  readonly resolved: (node: unknown) => Node | null
  /** A map's pairs by key, those of `<<` under its own; empty for what is no map. */
  readonly entries: (node: unknown) => ReadonlyMap<string, YamlEntry>
}
export type YamlEntry = { readonly key: Scalar; readonly value: Node | null }

/** Tokens of the lexer that stand for no text: a document's start, a flow's error, a scalar's start. */
const MARKS = new Set(['\u0002', '\u0018', '\u001F'])

/** What the parser's stack holds for each level, beside the documents and the scalars. */
const COLLECTIONS = new Set(['block-map', 'block-seq', 'flow-collection'])

/** Longest chain of merges and aliases that is followed, and most maps that one map merges. */
const MOST_STEPS = 16

/**
 * Text -> tree. Nesting, keys and tokens are counted with the parser's own lexer before anything is built: the parser keeps
 * a stack whose height shows the nesting, and neither it nor the lexer recurses. Parser messages quote the file, so
 * none is passed on.
 */
export function parseYaml(
  text: string,
  limits: ForeignLimits,
): YamlFile | { readonly trouble: readonly YamlTrouble[] } {
  const tooMuch = overLimit(text, limits)
  if (tooMuch !== null) return { trouble: [tooMuch] }
  let document: Document.Parsed
  try {
    document = parseDocument(text, {
      uniqueKeys: false,
      schema: 'core',
      customTags: null,
      prettyErrors: false,
      logLevel: 'silent',
      keepSourceTokens: false,
      strict: true,
      version: '1.2',
    })
  } catch {
    return { trouble: [{ rule: 'LP008', args: { problem: 'no_yaml' }, span: { offset: 0, length: 1 } }] }
  }
  const [error] = document.errors
  if (error !== undefined) {
    const offset = Math.min(error.pos[0], text.length)
    const several = error.code === 'MULTIPLE_DOCS'
    return {
      trouble: [
        { rule: 'LP008', args: { problem: several ? 'several_documents' : 'no_yaml' }, span: { offset, length: 1 } },
      ],
    }
  }
  const { anchors, repeated } = survey(document.contents)
  if (repeated.length > 0) return { trouble: repeated.slice(0, 20) }

  const resolved = (node: unknown): Node | null => {
    let at = node
    for (let step = 0; isAlias(at) && step < MOST_STEPS; step++) at = anchors.get(at.source)
    return isAlias(at) || at === undefined || at === null ? null : (at as Node)
  }
  const known = new Map<Node, Map<string, YamlEntry>>()
  const entries = (node: unknown): ReadonlyMap<string, YamlEntry> => {
    const map = resolved(node)
    if (!isMap(map)) return new Map()
    const before = known.get(map)
    if (before !== undefined) return before
    const found = new Map<string, YamlEntry>()
    known.set(map, found)
    for (const base of map.items.flatMap((pair) => (isMergeKey(pair) ? basesOf(pair, resolved) : []))) {
      // Of several merged maps the first that has a key counts.
      for (const [key, entry] of entries(base)) if (!found.has(key)) found.set(key, entry)
    }
    for (const { key, value } of map.items) {
      if (isScalar(key)) found.set(String(key.value), { key, value: resolved(value) })
    }
    return found
  }
  return { root: document.contents, resolved, entries }
}

export function isYamlFile(read: ReturnType<typeof parseYaml>): read is YamlFile {
  return 'root' in read
}

/** Where a node's own text starts. */
export function nodeSpan(node: Node | null | undefined, fallback: Span): Span {
  const range = node?.range
  return range ? { offset: range[0], length: Math.max(1, range[1] - range[0]) } : fallback
}

function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && key.value === '<<' && (key.type === undefined || key.type === 'PLAIN')
}

function basesOf({ value }: Pair, resolved: YamlFile['resolved']): (Node | null)[] {
  const node = resolved(value)
  return isSeq(node) ? node.items.slice(0, MOST_STEPS).map(resolved) : [node]
}

function overLimit(text: string, limits: ForeignLimits): YamlTrouble | null {
  if (text.length > limits.length) return over('length', limits.length, 0)
  const parser = new Parser()
  let offset = 0
  let tokens = 0
  let keys = 0
  try {
    for (const lexeme of new Lexer().lex(text)) {
      for (const token of parser.next(lexeme)) void token
      const { stack } = parser as unknown as { readonly stack: readonly { readonly type: string }[] }
      if (stack.length > limits.nesting && stack.filter(({ type }) => COLLECTIONS.has(type)).length > limits.nesting) {
        return over('nesting', limits.nesting, offset)
      }
      if (lexeme === ':' || lexeme === '?') keys++
      if (keys > limits.keys) return over('keys', limits.keys, offset)
      if (++tokens > limits.tokens) return over('tokens', limits.tokens, offset)
      // Marks that the lexer puts in between stand for no text.
      if (!MARKS.has(lexeme)) offset += lexeme.length
    }
  } catch {
    return { rule: 'LP008', args: { problem: 'no_yaml' }, span: { offset: Math.min(offset, text.length), length: 1 } }
  }
  return null
}

function over(limit: string, most: number, offset: number): YamlTrouble {
  return { rule: 'LP007', args: { limit, most }, span: { offset, length: 1 } }
}

/** One walk over the tree: anchors, keys that stand twice, and maps that merge too long a chain, or themselves. */
function survey(root: Node | null): { anchors: Map<string, Node>; repeated: YamlTrouble[] } {
  const anchors = new Map<string, Node>()
  const repeated: YamlTrouble[] = []
  const merges = new Map<unknown, number>()
  const resolved = (node: unknown): Node | null => {
    const at = isAlias(node) ? anchors.get(node.source) : node
    return isMap(at) || isSeq(at) || isScalar(at) ? at : null
  }
  const visit = (node: unknown): void => {
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      const { anchor } = node
      // YAML lets a name be given again, and each alias means the last one before it: told apart by nobody who reads.
      if (anchor !== undefined && anchors.has(anchor)) {
        repeated.push({
          rule: 'LP002',
          args: { key: shown(`&${anchor}`) },
          span: nodeSpan(node, { offset: 0, length: 1 }),
        })
      }
      if (anchor !== undefined) anchors.set(anchor, node)
    }
    if (isSeq(node)) for (const item of node.items) visit(item)
    if (isMap(node)) visitMap(node)
  }
  const visitMap = (map: YAMLMap): void => {
    const seen = new Set<string>()
    for (const { key, value } of map.items) {
      if (isScalar(key)) {
        const name = String(key.value)
        if (seen.has(name) && name !== '<<') {
          repeated.push({ rule: 'LP002', args: { key: shown(name) }, span: nodeSpan(key, { offset: 0, length: 1 }) })
        }
        seen.add(name)
      } else visit(key)
      visit(value)
    }
    const bases = map.items.flatMap((pair) => (isMergeKey(pair) ? basesOf(pair, resolved) : []))
    // A base stands before what merges it; one that does not is the map itself, or around it.
    const chain = bases.reduce(
      (most, base) => Math.max(most, isMap(base) ? 1 + (merges.get(base) ?? MOST_STEPS) : 0),
      0,
    )
    if (chain > MOST_STEPS) {
      const span = nodeSpan(map, { offset: 0, length: 1 })
      repeated.push({ rule: 'LP007', args: { limit: 'nesting', most: MOST_STEPS }, span: { ...span, length: 1 } })
    }
    merges.set(map, chain)
  }
  visit(root)
  return { anchors, repeated }
}
