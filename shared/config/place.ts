import type { Node } from 'jsonc-parser'
import type { Finding, JsonPath, Place } from '../finding.ts'

/** A finding of which the place in the text is known. */
export type PlacedFinding = Finding & { readonly place: Place }

/**
 * Where offsets and values of a text sit. Lines end with `\n`, as git and GitHub count them, so `\r\n` needs
 * no care: nothing of ours starts at the `\r`.
 */
export type Places = {
  /** The part of `length` UTF-16 units at `offset` that is on its first line; at least one column wide. */
  at(offset: number, length: number): Place
  /** The value's token; of an object or a list its opening bracket; of a missing key that of what should hold it. */
  ofValue(path: JsonPath): Place
  /** The key's token; the value's where the path does not end in a key. */
  ofKey(path: JsonPath): Place
}

/** @param rootOf the text's tree; asked for only when the place of a value is */
export function placesOf(text: string, rootOf: () => Node | null): Places {
  let known: readonly number[] | undefined
  const at = (offset: number, length: number): Place => {
    const starts = (known ??= lineStarts(text))
    const line = lineOf(starts, offset)
    const column = offset - (starts[line] ?? 0) + 1
    const broken = text.slice(offset, offset + length).search(/[\r\n]/)
    return { line: line + 1, column, end_column: column + Math.max(1, broken === -1 ? length : broken) }
  }
  const ofNode = (node: Node): Place =>
    at(node.offset, node.type === 'object' || node.type === 'array' ? 1 : node.length)
  const ofValue = (path: JsonPath): Place => {
    const root = rootOf()
    if (root === null) return at(0, 0)
    let node = root
    for (const segment of path) {
      const next = childOf(node, segment)?.value
      if (next === undefined) break
      node = next
    }
    return ofNode(node)
  }
  const ofKey = (path: JsonPath): Place => {
    let node: Node | undefined = rootOf() ?? undefined
    for (const segment of path.slice(0, -1)) node = node && childOf(node, segment)?.value
    const last = path.at(-1)
    const key = node && last !== undefined ? childOf(node, last)?.key : undefined
    return key === undefined ? ofValue(path) : ofNode(key)
  }
  return { at, ofValue, ofKey }
}

/** Of two properties with one key the last counts, as in JSON.parse. */
function childOf(node: Node, segment: string | number): { key?: Node; value: Node } | undefined {
  if (node.type === 'array' && typeof segment === 'number') {
    const value = node.children?.[segment]
    return value && { value }
  }
  if (node.type !== 'object') return undefined
  const property = node.children?.findLast((child) => child.children?.[0]?.value === String(segment))
  const [key, value] = property?.children ?? []
  return key && value && { key, value }
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** Index of the last line that starts at or before `offset`. */
function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
