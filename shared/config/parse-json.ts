import { parseTree, type Node, type ParseError } from 'jsonc-parser'
import type { FindingArgs, JsonPath, Severity } from '../finding.ts'
import { plainJson } from './plain-json.ts'
import { placesOf, type PlacedFinding, type Places } from './place.ts'
import { JSON_LIMITS, scanJson, type JsonLimits } from './scan-json.ts'
import { showKey } from './show-path.ts'

/** A JSON text with positions. `json` is null when the text is no JSON or passes a limit; a finding says why. */
export type JsonDocument = {
  readonly json: { readonly value: unknown } | null
  readonly places: Places
  readonly findings: readonly PlacedFinding[]
}

/** ParseErrorCode of jsonc-parser, in the codes of our rule LP001. */
const PROBLEMS: Readonly<Record<number, string>> = {
  1: 'unknown_word',
  2: 'bad_number',
  3: 'key_expected',
  4: 'value_expected',
  5: 'colon_expected',
  6: 'comma_expected',
  7: 'brace_not_closed',
  8: 'bracket_not_closed',
  9: 'text_after_end',
  11: 'comment_not_closed',
  12: 'string_not_closed',
  13: 'bad_number',
  14: 'bad_escape',
  15: 'bad_escape',
  16: 'control_character',
}

/** Enough to see what is wrong; a file with more is not a file with a slip. */
const MOST_DUPLICATES = 20

/**
 * Text -> tree. A byte order mark and comments are read but reported (LP003), a key that stands twice is an error (LP002), and the
 * first syntax error ends it (LP001). Says where and what in our own words: a parser's message would quote the file.
 */
export function parseJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonDocument {
  const marked = text.startsWith('\uFEFF')
  const body = marked ? text.slice(1) : text
  const flat = placesOf(body, () => null)
  const found = (
    rule: string,
    severity: Severity,
    args: FindingArgs,
    offset: number,
    length: number,
  ): PlacedFinding => ({
    rule,
    severity,
    path: [],
    args,
    place: flat.at(offset, length),
  })

  const { over, comment, keys } = scanJson(body, limits)
  if (over !== undefined) {
    const args = { limit: over.limit, most: limits[over.limit] }
    return { json: null, places: flat, findings: [found('LP007', 'error', args, over.offset, over.length)] }
  }
  const plain = marked || comment !== undefined ? undefined : plainJson(body, keys)
  if (plain !== undefined) {
    let root: Node | undefined
    return { json: plain, places: placesOf(body, () => (root ??= parseTree(body)) ?? null), findings: [] }
  }

  const findings: PlacedFinding[] = []
  if (marked) findings.push(found('LP003', 'warning', { what: 'bom' }, 0, 1))
  if (comment) findings.push(found('LP003', 'warning', { what: 'comment' }, comment.offset, comment.length))

  const errors: ParseError[] = []
  const root = parseTree(body, errors, { allowTrailingComma: false, disallowComments: false })
  const first = errors.toSorted((a, b) => a.offset - b.offset)[0]
  if (root === undefined || first !== undefined) {
    const { offset, length } = first ?? { offset: 0, length: 0 }
    findings.push(found('LP001', 'error', { problem: problemOf(body, first) }, offset, length))
    return { json: null, places: flat, findings }
  }
  for (const { path, key } of duplicateKeys(root).slice(0, MOST_DUPLICATES)) {
    const args = { key: showKey(path) }
    findings.push({ rule: 'LP002', severity: 'error', path, args, place: flat.at(key.offset, key.length) })
  }
  return { json: { value: jsonValue(root) }, places: placesOf(body, () => root), findings }
}

function problemOf(text: string, error: ParseError | undefined): string {
  if (text.trim() === '') return 'empty'
  if (error === undefined) return 'value_expected'
  const problem = PROBLEMS[error.error] ?? 'value_expected'
  const expected = problem === 'key_expected' || problem === 'value_expected'
  return expected && /[}\]]/.test(text[error.offset] ?? '') ? 'trailing_comma' : problem
}

function duplicateKeys(root: Node): { path: JsonPath; key: Node }[] {
  const found: { path: JsonPath; key: Node }[] = []
  // One path that grows and shrinks on the way.
  const path: (string | number)[] = []
  const visitItem = (item: Node, step: string | number): void => {
    if (item.children === undefined) return
    path.push(step)
    visit(item)
    path.pop()
  }
  const visit = ({ type, children = [] }: Node): void => {
    if (type === 'array') return children.forEach(visitItem)
    const seen = new Set<unknown>()
    for (const child of children) {
      const [key, value] = child.children ?? []
      if (key === undefined || value === undefined) continue
      const name = String(key.value)
      if (seen.has(name)) found.push({ path: [...path, name], key })
      seen.add(name)
      visitItem(value, name)
    }
  }
  visit(root)
  return found
}

/**
 * The plain value of a tree. Objects have no prototype, so that a key like `__proto__` is a key as any other.
 * Of two properties with one key the last counts, as in JSON.parse.
 */
function jsonValue(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(jsonValue)
  if (node.type !== 'object') return node.value
  const object = Object.create(null) as Record<string, unknown>
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? []
    if (key !== undefined && value !== undefined) object[String(key.value)] = jsonValue(value)
  }
  return object
}
