import { spanOf, type MappedText, type Span } from './mapped-text.ts'

/** One word of a command line, or one value of a file, with where it stands. */
export type Word = {
  readonly value: string
  /** Offset in the file of each unit of the value. */
  readonly at: readonly number[]
  /** Where the word stands, without its quotes; of one put together from several places the first run. */
  readonly span: Span
  /** Holds something that only the moment of running decides: a variable, a command's output. */
  readonly open: boolean
  /** Holds the default of a variable that the surroundings may set otherwise. */
  readonly defaulted: boolean
}

export function wordOf(
  { text, at }: MappedText,
  { open = false, defaulted = false, span }: { open?: boolean; defaulted?: boolean; span?: Span } = {},
): Word {
  return { value: text, at, span: span ?? spanOf({ text, at }), open, defaulted }
}

/** The word from its unit `start` on. */
export function restOfWord(word: Word, start: number): Word {
  const text = { text: word.value.slice(start), at: word.at.slice(start) }
  const span = text.text === '' ? { offset: (word.at.at(-1) ?? word.span.offset) + 1, length: 0 } : spanOf(text)
  return { ...word, value: text.text, at: text.at, span }
}
