/**
 * A text with the place of each of its UTF-16 units in the file it comes from. Decoding (quotes, folded lines, macros)
 * changes the text, never where its parts stand.
 */
export type MappedText = {
  readonly text: string
  /** Offset in the file, for each unit of `text`. */
  readonly at: readonly number[]
}

/** What one file may grow to by macros and variables that stand for other text. */
export const MOST_MAPPED = 256 * 1024

/** A part of the file as it stands. */
export function mapped(file: string, start = 0, end: number = file.length): MappedText {
  return { text: file.slice(start, end), at: Array.from({ length: end - start }, (_, index) => start + index) }
}

export function sliceMapped({ text, at }: MappedText, start: number, end?: number): MappedText {
  return { text: text.slice(start, end), at: at.slice(start, end) }
}

/** A span of the file, in UTF-16 units. */
export type Span = { readonly offset: number; readonly length: number }

/**
 * Where a part of a mapped text stands. A part that was put together from several places stands where its first run does.
 * @param fallback where an empty part stands
 */
export function spanOf({ at }: MappedText, fallback = 0): Span {
  const [first] = at
  if (first === undefined) return { offset: fallback, length: 0 }
  let length = 1
  while (length < at.length && at[length] === first + length) length++
  return { offset: first, length }
}

/** Puts a text together unit by unit, remembering where each came from. */
export function mappedBuilder(): {
  add: (unit: string, offset: number) => void
  addAll: (part: MappedText) => void
  readonly length: () => number
  done: () => MappedText
} {
  let text = ''
  const at: number[] = []
  return {
    add: (unit, offset) => {
      text += unit
      for (let index = 0; index < unit.length; index++) at.push(offset + index)
    },
    addAll: (part) => {
      text += part.text
      for (const offset of part.at) at.push(offset)
    },
    length: () => text.length,
    done: () => ({ text, at }),
  }
}
