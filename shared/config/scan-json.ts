import { createScanner } from 'jsonc-parser'

/** What a text may ask of us before it is parsed. */
export type JsonLimits = {
  /** UTF-16 units. */
  readonly length: number
  readonly nesting: number
  readonly keys: number
}

/** The parser recurses, and a person's config is far from each of these. */
export const JSON_LIMITS: JsonLimits = { length: 1024 * 1024, nesting: 64, keys: 20_000 }

/** One linear look over the tokens: the first limit that is passed, and the first comment. */
export type JsonScan = {
  readonly over?: { readonly limit: keyof JsonLimits; readonly offset: number; readonly length: number }
  readonly comment?: { readonly offset: number; readonly length: number }
  /** How many keys are written. */
  readonly keys: number
}

// SyntaxKind of jsonc-parser: an ambient const enum, which isolated modules cannot import.
const OPEN_BRACE = 1
const CLOSE_BRACE = 2
const OPEN_BRACKET = 3
const CLOSE_BRACKET = 4
const COLON = 6
const LINE_COMMENT = 12
const BLOCK_COMMENT = 13
const END = 17

/** Counts with the parser's own tokens, so that nothing can hide in a string or a comment from one but not the other. */
export function scanJson(text: string, limits: JsonLimits = JSON_LIMITS): JsonScan {
  if (text.length > limits.length) return { over: { limit: 'length', offset: 0, length: 1 }, keys: 0 }
  const scanner = createScanner(text)
  let depth = 0
  let keys = 0
  let comment: JsonScan['comment']
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    if (kind === OPEN_BRACE || kind === OPEN_BRACKET) depth++
    else if (kind === CLOSE_BRACE || kind === CLOSE_BRACKET) depth--
    else if (kind === COLON) keys++
    else if (kind === LINE_COMMENT || kind === BLOCK_COMMENT) {
      comment ??= { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() }
    }
    const limit = depth > limits.nesting ? 'nesting' : keys > limits.keys ? 'keys' : undefined
    if (limit !== undefined) {
      return { over: { limit, offset: scanner.getTokenOffset(), length: scanner.getTokenLength() }, keys }
    }
  }
  return comment === undefined ? { keys } : { comment, keys }
}
