import { isScalar, type Node } from 'yaml'
import type { MappedText } from './mapped-text.ts'

/**
 * A scalar's value with the place of each of its characters. The value is the parser's; its characters are found again
 * in the file by walking both side by side: between two of them a file holds only blanks, escapes and doubled quotes.
 * Null for what is no scalar. Where the walk fails everything stands at the scalar's start.
 */
export function scalarText(file: string, node: Node | null | undefined): MappedText | null {
  if (!isScalar(node) || node.value === null || node.value === undefined || !node.range) return null
  const text = typeof node.value === 'string' ? node.value : (node.source ?? JSON.stringify(node.value))
  const [start, end] = node.range
  const at = aligned(text, file, start, end, node.type)
  return { text, at: at ?? Array.from({ length: text.length }, () => start) }
}

function aligned(text: string, file: string, start: number, end: number, type: string | undefined): number[] | null {
  const block = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED'
  const double = type === 'QUOTE_DOUBLE'
  const header = block ? file.indexOf('\n', start) : -1
  let pos = block ? (header === -1 ? end : header + 1) : type === 'PLAIN' ? start : start + 1
  const at: number[] = []
  for (let index = 0; index < text.length; index++) {
    const char = text[index] ?? ''
    if (isBlank(char)) {
      at.push(Math.min(pos, end))
      if (file[pos] === char && char !== '\n') pos++
      else if (double && file[pos] === '\\' && !isBreak(file, pos + 1)) pos += escapeLength(file, pos)
      continue
    }
    pos = skipBlanks(file, pos, end, double)
    if (pos >= end) return null
    if (double && file[pos] === '\\') {
      at.push(pos)
      pos += escapeLength(file, pos)
    } else if (file[pos] === char) {
      at.push(pos)
      pos += type === 'QUOTE_SINGLE' && char === "'" ? 2 : 1
    } else return null
  }
  return at
}

function escapeLength(file: string, pos: number): number {
  const digits = { x: 2, u: 4, U: 8 }[file[pos + 1] ?? '']
  return 2 + (digits ?? 0)
}

function isBreak(file: string, pos: number): boolean {
  return file[pos] === '\n' || file.startsWith('\r\n', pos)
}

function isBlank(char: string): boolean {
  return char === ' ' || char === '\t' || char === '\n' || char === '\r'
}

/** Past blanks, and in double quotes past line breaks that are escaped. */
function skipBlanks(file: string, from: number, end: number, double: boolean): number {
  let pos = from
  for (; pos < end; pos++) {
    if (isBlank(file[pos] ?? '')) continue
    if (!double || file[pos] !== '\\' || !isBreak(file, pos + 1)) break
  }
  return pos
}
