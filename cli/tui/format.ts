import { gib, type Speed } from './core.ts'
import { plain } from '../../shared/report/plain.ts'
import { columnsIn, firstColumnsOf, lastColumnsOf } from './terminal/columns-in.ts'

/** Tokens, short: `8k` for 8192, `1000` for 1000. */
export function tokens(n: number): string {
  if (n >= 1024 * 1024 && n % (1024 * 1024) === 0) return `${n / (1024 * 1024)}M`
  return n >= 1024 && n % 1024 === 0 ? `${n / 1024}k` : String(n)
}

/** GiB without the unit, one decimal: for columns under a heading that names it. */
export function gibNumber(bytes: number): string {
  return gib(bytes).toFixed(1)
}

/** Two or three significant digits, never more than is known; a digit after the point below ten, for columns. */
export function speedNumber(tokens_per_s: number): string {
  if (tokens_per_s < 10) return tokens_per_s.toFixed(1)
  return String(Number(tokens_per_s.toPrecision(tokens_per_s >= 100 ? 3 : 2)))
}

/** `92 (81 to 104) tok/s`. */
export function speedRange(speed: Speed | null): string {
  if (speed === null) return 'speed not known'
  return `${speedNumber(speed.tokens_per_s)} tok/s (${speedNumber(speed.low)} to ${speedNumber(speed.high)})`
}

/** `92 tok/s`. */
export function speedShort(speed: Speed | null): string {
  return speed === null ? 'not known' : `${speedNumber(speed.tokens_per_s)} tok/s`
}

/** Text of exactly `width` columns, cut where it is longer. */
export function cell(raw: string, width: number, align: 'left' | 'right' = 'left'): string {
  // Names of files and models may hold anything.
  const text = cut(plain(raw), width)
  const blanks = ' '.repeat(Math.max(0, width - columnsIn(text)))
  return align === 'left' ? text + blanks : blanks + text
}

/** Text of at most `width` columns, with a sign at its end where more would follow. */
export function cut(text: string, width: number): string {
  if (columnsIn(text) <= width) return text
  return width <= 1 ? firstColumnsOf(text, width) : `${firstColumnsOf(text, width - 1)}~`
}

/** Of a word that is cut as much stays: the beginning of a path, and its file. */
const LEAST_WORD = 16

/** A sentence of at most `width` columns where that can be had by cutting its longest word, a path, in the middle. */
export function fitted(text: string, width: number): string {
  const over = columnsIn(text) - width
  if (over <= 0) return text
  const longest = text.split(' ').reduce((most, word) => (columnsIn(word) > columnsIn(most) ? word : most), '')
  const room = columnsIn(longest) - over - 1
  if (room < LEAST_WORD) return text
  const tail = Math.ceil((room * 2) / 3)
  return text.replace(longest, () => `${firstColumnsOf(longest, room - tail)}~${lastColumnsOf(longest, tail)}`)
}

/** Text in lines of at most `width` columns, broken between words; a longer word stands on a line of its own. */
export function wordLines(raw: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of plain(raw).split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && columnsIn(last) + 1 + columnsIn(word) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** A product's name, without its maker where it would be cut otherwise: what sets it apart stands at its end. */
export function productIn(name: string, width: number): string {
  if (name.length <= width) return name
  return name.replace(/^(?:NVIDIA GeForce|NVIDIA|AMD Radeon|AMD|Intel|Apple) /, '')
}
