import { NARROW } from './columns-in.ts'

/** What Ink has gathered of one frame: pieces of text, each at its place. */
export type Gathered = {
  readonly height: number
  readonly operations: readonly Operation[]
}

type Clip = { readonly x1?: number; readonly x2?: number; readonly y1?: number; readonly y2?: number }

type Operation =
  | { readonly type: 'clip'; readonly clip: Clip }
  | { readonly type: 'unclip' }
  | {
      readonly type: 'write'
      readonly x: number
      readonly y: number
      readonly text: string
      readonly transformers: readonly ((line: string, index: number) => string)[]
    }

type Piece = { readonly x: number; readonly width: number; readonly line: string }

const RESET = '\u001B[0m'

/**
 * The frame as text, row by row, or null where only Ink's own way is right. Ink takes every piece apart into cells and
 * writes each cell anew, which takes most of the time of a frame; pieces that lie side by side need no more than the
 * blanks between them.
 */
export function joined({ height, operations }: Gathered): { output: string; height: number } | null {
  const rows: Piece[][] = Array.from({ length: height }, () => [])
  const clips: Clip[] = []
  for (const operation of operations) {
    if (operation.type === 'clip') clips.push(operation.clip)
    else if (operation.type === 'unclip') clips.pop()
    else {
      const { x, y, text, transformers } = operation
      const clip = clips.at(-1) ?? {}
      const lines = text.split('\n')
      for (const [at, own] of lines.entries()) {
        const row = rows[y + at]
        if (row === undefined || y + at < (clip.y1 ?? 0) || y + at >= (clip.y2 ?? height)) continue
        // Ink counts the lines that a clip leaves, and tells transformers of it.
        if (clip.y1 !== undefined && y < clip.y1 && transformers.length > 0) return null
        const line = transformers.reduce((styled, transform) => transform(styled, at), own)
        const width = columnsOfLine(line)
        if (width === null || x < (clip.x1 ?? 0) || x + width > (clip.x2 ?? Infinity)) return null
        if (width > 0) row.push({ x, width, line })
      }
    }
  }
  const texts: string[] = []
  for (const row of rows) {
    const text = joinedRow(row)
    if (text === null) return null
    texts.push(text)
  }
  return { output: texts.join('\n'), height }
}

/** Null where pieces lie on each other. */
function joinedRow(pieces: Piece[]): string | null {
  let text = ''
  let end = 0
  for (const { x, width, line } of pieces.sort((a, b) => a.x - b.x)) {
    if (x < end) return null
    text += ' '.repeat(x - end) + line + (line.includes('\u001B') ? RESET : '')
    end = x + width
  }
  return text.trimEnd()
}

// oxlint-disable-next-line no-control-regex -- that is what colours are
const COLOURS = /\u001B\[[\d;]*m/g

const MOST_KEPT = 4000
const known = new Map<string, number | null>()

/** Columns of a line; null where it has signs that it takes more to measure. */
export function columnsOfLine(line: string): number | null {
  const kept = known.get(line)
  if (kept !== undefined) return kept
  const bare = line.includes('\u001B') ? line.replaceAll(COLOURS, '') : line
  const columns = NARROW.test(bare) ? bare.length : null
  if (known.size >= MOST_KEPT) known.clear()
  known.set(line, columns)
  return columns
}
