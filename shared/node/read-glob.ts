import { UserError } from '../errors.ts'
import { showPath } from './file-trouble.ts'

// Patterns come out of pull requests: one matcher for both faces, whose time grows with the product of the lengths,
// whatever they hold. Braces are unfolded; `[...]` is one character.

/** One pattern without braces: the folder that it starts from, and a part for every level below. */
export type GlobStart = { readonly base: string; readonly parts: readonly string[] }

/** Whether a name may stand for others. */
export function isDynamicPattern(pattern: string): boolean {
  return /[*?[{]/.test(pattern) || isExtended(pattern)
}

/** `@(a|b)`, `(a|b)`, `[[:alpha:]]` and `{1..9..2}`, which shells and matchers read in different ways. */
export function isExtended(pattern: string): boolean {
  const bare = pattern.replace(/\\[^]/g, '')
  return /[?*+@!]\(|\([^)]*\||\[:[a-z]+:\]|\{[^{},]*\.\.[^{},]*\.\.[^{},]*\}/.test(bare)
}

/**
 * The patterns that a pattern stands for. `//`, `/./` and a last `/` say nothing; `..` takes back the folder before it.
 * Their number is limited before (`readPattern`).
 * @throws UserError for an extended pattern, and for one that climbs up after a wildcard
 */
export function readGlob(pattern: string): GlobStart[] {
  if (isExtended(pattern)) throw extended(pattern)
  return unfold(pattern).map((one) => {
    const segments = straight(one, pattern)
    const magic = segments.findIndex((part) => /[*?[]/.test(part.replace(/\\[^]/g, '')))
    // The last part is that of the files.
    const fixed = magic === -1 ? segments.length - 1 : magic
    const head = one.startsWith('/') ? '/' : ''
    return { base: head + segments.slice(0, fixed).map(plain).join('/'), parts: segments.slice(fixed) }
  })
}

/** @param pattern as it was written */
export function extended(pattern: string): UserError {
  return new UserError(
    'usage',
    `${showPath(pattern.slice(0, 80))} is an extended pattern: only *, **, ?, [abc], {a,b} and {1..3} are read`,
  )
}

/** Without what says nothing. */
function straight(one: string, pattern: string): string[] {
  const segments: string[] = []
  for (const part of one.split('/')) {
    if (part === '' || part === '.') continue
    const before = segments.at(-1)
    if (part !== '..' || before === undefined || before === '..') segments.push(part)
    else if (/[*?[]/.test(before)) {
      throw new UserError('usage', `${showPath(pattern.slice(0, 80))} goes up again after a wildcard`)
    } else segments.pop()
  }
  return segments
}

function plain(part: string): string {
  return part.replace(/\\([^])/g, '$1')
}

/** One name against one part: `*`, `?`, `[a-z]`. A leading dot must be written out. */
export function matchesName(name: string, pattern: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false
  const parts = pattern.match(/\*+|\?|\[[!^]?\]?[^\]]*\]|\\?[^]/gu) ?? []
  const chars = Array.from(name)
  let reached = [true, ...chars.map(() => false)]
  for (const part of parts) {
    const next = reached.map(() => false)
    let open = false
    for (let i = 0; i <= chars.length; i++) {
      if (part.startsWith('*')) {
        open ||= reached[i] === true
        next[i] = open
      } else if (i > 0) next[i] = reached[i - 1] === true && matchesChar(chars[i - 1] ?? '', part)
    }
    reached = next
  }
  return reached[chars.length] === true
}

function matchesChar(char: string, part: string): boolean {
  if (part === '?') return true
  const [, not, inner] = /^\[([!^]?)(\]?[^\]]*)\]$/.exec(part) ?? []
  if (inner === undefined) return char === (part.length > 1 && part.startsWith('\\') ? part.slice(1) : part)
  let inside = false
  for (const [, from = '', to] of inner.matchAll(/([^])(?:-([^]))?/gu)) inside ||= char >= from && char <= (to ?? from)
  return inside !== (not !== '')
}

/** `{a,b}{1..2}` -> a1, a2, b1, b2. Braces that are not closed, or hold neither commas nor a range, are characters. */
function unfold(pattern: string): string[] {
  const start = /^(?:\\[^]|[^\\{])*\{/.exec(pattern)?.[0].length ?? 0
  if (start === 0) return [pattern]
  const before = pattern.slice(0, start - 1)
  const group = groupAt(pattern, start)
  if (group === null) return unfold(pattern.slice(start)).map((rest) => `${before}{${rest}`)
  const ends = unfold(pattern.slice(group.end))
  return group.choices.flatMap(unfold).flatMap((choice) => ends.map((end) => before + choice + end))
}

/** The choices of the braces whose content begins here, and where what follows begins. */
function groupAt(pattern: string, start: number): { choices: readonly string[]; end: number } | null {
  const cuts = [start]
  let depth = 1
  for (let at = start; at < pattern.length; at++) {
    const char = pattern[at]
    if (char === '\\') at++
    else if (char === '{') depth++
    else if (char === ',' && depth === 1) cuts.push(at + 1)
    else if (char === '}' && --depth === 0) {
      const parts = cuts.map((from, index) => pattern.slice(from, (cuts[index + 1] ?? at + 1) - 1))
      const choices = parts.length > 1 ? parts : rangeOf(parts[0] ?? '')
      return choices && { choices, end: at + 1 }
    }
  }
  return null
}

/** `1..3`, `a..c`: in both directions. */
function rangeOf(text: string): string[] | null {
  const [, first = '', last = ''] = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(text) ?? []
  if (first !== '') return between(Number(first), Number(last)).map(String)
  const [, from = '', to = ''] = /^([a-z])\.\.([a-z])$/.exec(text) ?? /^([A-Z])\.\.([A-Z])$/.exec(text) ?? []
  return from === '' ? null : between(from.charCodeAt(0), to.charCodeAt(0)).map((code) => String.fromCharCode(code))
}

function between(from: number, to: number): number[] {
  const by = from <= to ? 1 : -1
  return Array.from({ length: Math.min(1000, Math.abs(to - from) + 1) }, (_, index) => from + index * by)
}
