import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

// Stands in the bundle for tinyglobby: patterns come out of pull requests, and this matcher's time grows with the
// product of the lengths, whatever they hold. Braces are unfolded; `[...]` is one character; no extended globs.

type Options = { readonly cwd?: string; readonly ignore?: readonly string[] }

export function isDynamicPattern(pattern: string): boolean {
  return /[*?[{]/.test(pattern)
}

/** Files below `cwd` that match, with `/` between folders; links to folders are not followed. */
export async function glob(pattern: string, { cwd = '.' }: Options = {}): Promise<string[]> {
  const wanted = unfold(pattern).map((one) => one.replace(/^(\.\/)+/, '').split('/'))
  const found: string[] = []
  await walk(cwd, '', wanted, found)
  return [...new Set(found)]
}

/** @param wanted what is left of each pattern below this folder */
async function walk(cwd: string, inside: string, wanted: readonly string[][], found: string[]): Promise<void> {
  const entries = await readdir(join(cwd, inside), { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const name = entry.name
    if (name === '.git' || name === 'node_modules') continue
    const below = wanted.flatMap((pattern) => step(pattern, name))
    if (below.length === 0) continue
    const path = inside === '' ? name : `${inside}/${name}`
    // oxlint-disable-next-line no-await-in-loop -- folder by folder
    if (entry.isDirectory()) await walk(cwd, path, distinct(below), found)
    else if (entry.isFile() && below.some((rest) => rest.length === 0)) found.push(path)
  }
}

/** What is left of a pattern after a name: none, one, or two where `**` may end or go on. */
function step(pattern: readonly string[], name: string): string[][] {
  const [first, ...rest] = pattern
  if (first === undefined) return []
  if (first !== '**') return matchesName(name, first) ? [rest] : []
  const hidden = name.startsWith('.')
  return [...(hidden ? [] : [[...pattern]]), ...(rest.length > 0 ? step(rest, name) : hidden ? [] : [[]])]
}

function distinct(patterns: readonly string[][]): string[][] {
  return [...new Map(patterns.map((pattern) => [pattern.join('/'), pattern])).values()]
}

/** One name against one part: `*`, `?`, `[a-z]`. A leading dot must be written out. */
function matchesName(name: string, pattern: string): boolean {
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

/** `{a,b}{1..2}` -> a1, a2, b1, b2. The number of patterns is limited before (`readPattern`). */
function unfold(pattern: string): string[] {
  const start = pattern.indexOf('{')
  if (start === -1) return [pattern]
  let depth = 0
  const cuts = [start]
  for (let at = start; at < pattern.length; at++) {
    if (pattern[at] === '{') depth++
    else if (pattern[at] === '}') depth--
    else if (pattern[at] === ',' && depth === 1) cuts.push(at)
    if (depth > 0) continue
    const after = pattern.slice(at + 1)
    const parts = cuts.map((from, index) => pattern.slice(from + 1, cuts[index + 1] ?? at))
    const range = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(parts[0] ?? '')
    const choices = parts.length === 1 && range ? between(Number(range[1]), Number(range[2])) : parts
    if (parts.length === 1 && !range) return unfold(after).map((rest) => `${pattern.slice(0, at + 1)}${rest}`)
    return choices.flatMap((choice) => unfold(pattern.slice(0, start) + choice + after))
  }
  return [pattern]
}

function between(from: number, to: number): string[] {
  const by = from <= to ? 1 : -1
  return Array.from({ length: Math.min(1000, Math.abs(to - from) + 1) }, (_, index) => String(from + index * by))
}
