import { createScanner } from 'jsonc-parser'
import { sliceMapped, type MappedText } from './mapped-text.ts'
import { wordOf, type Word } from './word.ts'

// SyntaxKind of jsonc-parser: an ambient const enum, which isolated modules cannot import.
const OPEN_BRACKET = 3
const CLOSE_BRACKET = 4
const COMMA = 5
const STRING = 10
const TRIVIA = new Set([14, 15])
const END = 17

/** The strings of a JSON list, each where it stands; null for any other text. Escapes are read, places are kept. */
export function jsonWords(source: MappedText): Word[] | null {
  const { text } = source
  const scanner = createScanner(text)
  const words: Word[] = []
  const next = (): number => {
    let kind: number = scanner.scan()
    while (TRIVIA.has(kind)) kind = scanner.scan()
    return kind
  }
  if (next() !== OPEN_BRACKET) return null
  for (let kind = next(); kind !== CLOSE_BRACKET; kind = next()) {
    if (kind !== STRING || scanner.getTokenError().valueOf() !== 0) return null
    const start = scanner.getTokenOffset() + 1
    const end = start + scanner.getTokenLength() - 2
    const raw = sliceMapped(source, start, end)
    const value = scanner.getTokenValue()
    const span = { offset: raw.at[0] ?? source.at[start] ?? 0, length: end - start }
    // An escape makes the value shorter than its text: then every unit stands where the string starts.
    const at = value.length === raw.at.length ? raw.at : Array.from({ length: value.length }, () => span.offset)
    words.push(wordOf({ text: value, at }, { span }))
    const after = next()
    if (after === CLOSE_BRACKET) break
    if (after !== COMMA) return null
  }
  return next() === END ? words : null
}
