import { Lexer } from 'yaml'

/** What a YAML text may ask of us before it is parsed. */
export type YamlLimits = {
  /** UTF-16 units. */
  readonly length: number
  readonly nesting: number
  readonly keys: number
}

/** A policy of a thousand entries stays far below each of these. */
export const YAML_LIMITS: YamlLimits = { length: 256 * 1024, nesting: 64, keys: 20_000 }

export type YamlOver = { readonly limit: keyof YamlLimits; readonly offset: number }

const OPEN = new Set(['[', '{'])
const CLOSE = new Set([']', '}'])
/** Each of these may open a block on its own line: `- - - a`, `? ? a`. */
const INDICATORS = new Set(['-', '?', ':'])

/**
 * The first limit that a text passes, null when it passes none. The composer recurses and, out of stack, can end the
 * whole process; the lexer is flat, so its tokens are counted first: open brackets, indented levels, and indicators
 * that open blocks on one line.
 */
export function scanYaml(text: string, limits: YamlLimits = YAML_LIMITS): YamlOver | null {
  if (text.length > limits.length) return { limit: 'length', offset: 0 }
  let flow = 0
  let keys = 0
  let offset = 0
  let onLine = 0
  const indents: number[] = []
  let fresh = true
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('\n') || token.startsWith('\r')) {
      onLine = 0
      fresh = true
    } else if (fresh && token.trim() !== '' && !isMark(token)) {
      fresh = false
      const column = offset === 0 ? 0 : offset - (text.lastIndexOf('\n', offset - 1) + 1)
      while ((indents.at(-1) ?? -1) >= column) indents.pop()
      indents.push(column)
    }
    if (OPEN.has(token)) flow++
    else if (CLOSE.has(token)) flow = Math.max(0, flow - 1)
    else if (INDICATORS.has(token)) onLine++
    if (token === ':') keys++
    if (flow + onLine + indents.length > limits.nesting) return { limit: 'nesting', offset }
    if (keys > limits.keys) return { limit: 'keys', offset }
    if (!isMark(token)) offset += token.length
    // A block scalar ends its last line itself.
    if (token.length > 1 && token.endsWith('\n')) fresh = true
  }
  return null
}

/** Control tokens of the lexer stand for no text: document start, flow error, scalar follows. */
function isMark(token: string): boolean {
  return token === '\u0002' || token === '\u0018' || token === '\u001F'
}
