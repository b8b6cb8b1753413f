import {
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLParseError,
} from 'yaml'
import { placesOf, type Places } from '../../config/place.ts'
import { showKey } from '../../config/show-path.ts'
import type { JsonPath } from '../../finding.ts'
import { scanYaml, YAML_LIMITS, type YamlLimits } from './scan-yaml.ts'

/** What is wrong with a text, as a code and a place: a parser's own message would quote the file. */
export type YamlProblem = {
  readonly problem: string
  readonly offset: number
  readonly length: number
  /** The key that it is about. */
  readonly key?: string
}

export type YamlDocument = {
  /** Plain data; objects have no prototype, so that a key like `__proto__` is a key as any other. */
  readonly value: unknown
  readonly places: Places
  readonly problems: readonly YamlProblem[]
}

/** Codes of the parser, in ours. */
const PROBLEMS: Readonly<Record<string, string>> = {
  BAD_INDENT: 'indent',
  TAB_AS_INDENT: 'tab',
  MULTIPLE_DOCS: 'several_documents',
  MISSING_CHAR: 'character_missing',
  UNEXPECTED_TOKEN: 'unexpected',
  MULTILINE_IMPLICIT_KEY: 'colon_missing',
  BLOCK_AS_IMPLICIT_KEY: 'indent',
  BAD_ALIAS: 'alias',
  BAD_SCALAR_START: 'quotes',
}

/** Characters that no YAML text may hold (YAML 1.2.2, 5.1), and that the parser takes all the same. */
// oxlint-disable-next-line no-control-regex -- that is what is looked for
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/

const ROOT = { line: 1, column: 1, end_column: 2 }

/**
 * YAML text -> plain data with places. Only what JSON can say too: no aliases, no tags, no directives, no second
 * document; a key that stands twice is a problem. Never throws.
 */
export function readYaml(text: string, limits: YamlLimits = YAML_LIMITS): YamlDocument {
  const flat = placesOf(text, () => null)
  const over = scanYaml(text, limits)
  if (over !== null) {
    const problem = `too_much_${over.limit}`
    return { value: undefined, places: flat, problems: [{ problem, offset: over.offset, length: 1 }] }
  }
  const control = text.search(CONTROL)
  if (control !== -1) {
    return { value: undefined, places: flat, problems: [{ problem: 'control', offset: control, length: 1 }] }
  }
  // The parser's own check for equal keys takes a time that grows with their square.
  const document = parseDocument(text, { uniqueKeys: false, schema: 'core', prettyErrors: false, logLevel: 'error' })
  const [error] = document.errors
  if (error !== undefined) {
    const [from, to] = error.pos
    const problem = problemOf(error, text)
    return { value: undefined, places: flat, problems: [{ problem, offset: from, length: Math.max(1, to - from) }] }
  }
  const problems: YamlProblem[] = []
  if (document.directives?.yaml.explicit === true) problems.push({ problem: 'directive', offset: 0, length: 1 })
  const root = document.contents
  const value = root === null ? null : valueOf(root, [], problems)
  return { value, places: placesIn(flat, root), problems }
}

/** What the parser means: its code, and where one stands for several things, its words and the text. */
function problemOf({ code, message, pos: [from] }: YAMLParseError, text: string): string {
  // The end of a list that was never closed looks to the parser like a line at the wrong depth.
  if (code === 'BAD_INDENT' && /sufficiently indented and end with/.test(message)) return 'bracket_open'
  // `[::1]:0` begins as a list does, and goes on as none can.
  if (code === 'UNEXPECTED_TOKEN' && /[\]}]\s*$/.test(text.slice(0, from))) return 'quotes'
  return PROBLEMS[code] ?? 'unexpected'
}

function valueOf(node: unknown, path: JsonPath, problems: YamlProblem[]): unknown {
  if (!isNode(node)) return null
  const [offset, length] = spanOf(node)
  if (isAlias(node)) {
    problems.push({ problem: 'alias', offset, length })
    return null
  }
  if (node.tag !== undefined && !KNOWN_TAGS.has(node.tag)) problems.push({ problem: 'tag', offset, length })
  if (isScalar(node)) return node.value
  if (isSeq(node)) return node.items.map((item, index) => valueOf(item, [...path, index], problems))
  if (!isMap(node)) return null
  const object = Object.create(null) as Record<string, unknown>
  for (const pair of node.items) {
    const key = keyOf(pair)
    if (key === null) {
      const [at, long] = isNode(pair.key) ? spanOf(pair.key) : [offset, 1]
      problems.push({ problem: 'key_kind', offset: at, length: long })
      continue
    }
    const here = [...path, key]
    if (Object.hasOwn(object, key)) {
      const [at, long] = isNode(pair.key) ? spanOf(pair.key) : [offset, 1]
      problems.push({ problem: 'duplicate', offset: at, length: long, key: showKey(here) })
    }
    object[key] = valueOf(pair.value, here, problems)
  }
  return object
}

/** The core schema sets these itself. */
const KNOWN_TAGS = new Set(
  ['map', 'seq', 'str', 'int', 'float', 'bool', 'null'].map((name) => `tag:yaml.org,2002:${name}`),
)

function keyOf({ key }: Pair): string | null {
  if (!isScalar(key)) return null
  const { value } = key
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

function spanOf(node: Node): [offset: number, length: number] {
  const [from, to] = node.range ?? [0, 1]
  return [from, isMap(node) || isSeq(node) ? 1 : Math.max(1, to - from)]
}

/** As of a JSON document: a value's token, a key's token, and for what is missing that which should hold it. */
function placesIn(flat: Places, root: unknown): Places {
  const ofNode = (node: unknown) => (isNode(node) ? flat.at(...spanOf(node)) : ROOT)
  const ofValue = (path: JsonPath) => {
    let node: unknown = root
    let holder: Pair | undefined
    for (const segment of path) {
      const next = childOf(node, segment)
      if (next === undefined) break
      holder = isPair(next) ? next : undefined
      node = isPair(next) ? next.value : next
    }
    // `targets:` with nothing after it has no token: its key shows the place.
    return isNode(node) && (!isScalar(node) || node.range?.[0] !== node.range?.[1])
      ? ofNode(node)
      : ofNode(holder?.key ?? node)
  }
  const ofKey = (path: JsonPath) => {
    let node: unknown = root
    for (const segment of path.slice(0, -1)) {
      const next = childOf(node, segment)
      node = isPair(next) ? next.value : next
    }
    const last = path.at(-1)
    const found = last === undefined ? undefined : childOf(node, last)
    return isPair(found) ? ofNode(found.key) : ofValue(path)
  }
  return { at: flat.at, ofValue, ofKey }
}

function childOf(node: unknown, segment: string | number): unknown {
  if (isSeq(node) && typeof segment === 'number') return node.items[segment]
  if (isMap(node)) return node.items.findLast((pair) => keyOf(pair) === String(segment))
  return undefined
}
