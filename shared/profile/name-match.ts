import type { DeviceRow } from './device-row.ts'

/**
 * A product name in the form that rows are compared in: lower case, marks and punctuation gone, words parted by one
 * blank. `13th Gen Intel(R) Core(TM) i7-13700K` becomes `13th gen intel core i7 13700k`.
 */
export function plainName(name: string): string {
  return name
    .slice(0, 1000)
    .toLowerCase()
    .replace(/\((?:r|tm|c)\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Several names to search at once; a word never reaches from one into the next. */
export function plainNames(names: readonly string[]): string {
  return names.map(plainName).join(' / ')
}

const patterns = new Map<string, RegExp>()

/** `word` stands in the plain name, as a whole. `?` is one letter or digit, `*` any number of them. */
function stands(word: string, plain: string): boolean {
  // Hundreds of rows are asked once each: to compile a pattern for every word would take longer than all else here.
  if (/^[a-z0-9 ]+$/.test(word)) return ` ${plain} `.includes(` ${word} `)
  let pattern = patterns.get(word)
  if (!pattern) {
    pattern = new RegExp(`(?:^| )${word.replaceAll('?', '[a-z0-9]').replaceAll('*', '[a-z0-9]*')}(?: |$)`)
    patterns.set(word, pattern)
  }
  return pattern.test(plain)
}

export type NameMatch = { readonly words: readonly string[]; readonly letters: number; readonly family: boolean }

/**
 * The best of a row's alternatives that a plain name meets, or null. `letters` counts what was really compared;
 * `family` says that a placeholder took part, so that the row stands for a family of products.
 */
export function matchName(row: Pick<DeviceRow, 'match'>, plain: string): NameMatch | null {
  let best: NameMatch | null = null
  for (const { words, not } of row.match) {
    const text = words.join('')
    const name = { words, letters: text.replace(/[ ?*]/g, '').length, family: /[?*]/.test(text) }
    if (best !== null && rank(name) <= rank(best)) continue
    if (words.every((word) => stands(word, plain)) && !not?.some((word) => stands(word, plain))) best = name
  }
  return best
}

/** A product's own name counts before that of its family, then the longer match. */
export function rank({ family, letters }: NameMatch): number {
  return (family ? 0 : 1000) + letters
}
