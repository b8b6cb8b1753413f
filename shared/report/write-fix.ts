import { applyEdits, modify, type Node, parseTree } from 'jsonc-parser'
import type { Fix, JsonPath } from '../finding.ts'

/** Changes one value in a config's text and nothing else. */
export type FixWriter = (text: string, fix: Fix) => string

/**
 * A fix at its exact span in a JSON text: comments, layout and all other values stay as they are. A key that was absent is
 * added in the manner of the file.
 */
export const writeJsonFix: FixWriter = writeJsonValue

/** As a fix, with any value of JSON; undefined takes the key out. */
export function writeJsonValue(
  text: string,
  { path, value }: { readonly path: JsonPath; readonly value: unknown },
): string {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  const body = text.slice(mark.length)
  const indent = /\n([ \t]+)\S/.exec(body)?.[1] ?? '  '
  const formattingOptions = {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: body.includes('\r\n') ? '\r\n' : '\n',
  }
  const there = typeof value === 'object' || value === undefined ? undefined : effectiveNode(parseTree(body), path)
  const edits =
    there === undefined
      ? modify(body, [...path], value, { formattingOptions })
      : [{ offset: there.offset, length: there.length, content: JSON.stringify(value) }]
  return mark + applyEdits(body, edits)
}

/** The value that counts: of a key that stands there twice, the last one. */
function effectiveNode(root: Node | undefined, path: JsonPath): Node | undefined {
  return path.reduce<Node | undefined>((node, segment) => {
    if (typeof segment === 'number') return node?.type === 'array' ? node.children?.[segment] : undefined
    if (node?.type !== 'object') return undefined
    return node.children?.findLast(({ children }) => children?.[0]?.value === segment)?.children?.[1]
  }, root)
}
