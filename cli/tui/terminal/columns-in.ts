const NOTHING = /[\p{Mn}\p{Me}\p{Cf}\uFE0F]/gu
/** East Asian signs and emoji that terminals draw two columns wide (Unicode's East Asian Width: W and F). */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/gu

/** Signs that are one column wide in every terminal, each a cell of its own: Latin, punctuation, arrows, lines, blocks. */
export const NARROW =
  /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u21FF\u2500-\u25FC\u25FF\u2713\u2717\u276F]*$/

/** Columns that a text without escape sequences takes on one line. Of an emoji made of several it may say too many. */
export function columnsIn(text: string): number {
  if (NARROW.test(text)) return text.length
  const signs = text.replace(NOTHING, '')
  return Array.from(signs).length + (signs.match(WIDE)?.length ?? 0)
}

/** The beginning of a text in at most `width` columns. A sign that is two columns wide is there whole or not at all. */
export function firstColumnsOf(text: string, width: number): string {
  if (NARROW.test(text)) return text.slice(0, width)
  let cut = ''
  let columns = 0
  for (const sign of text) {
    columns += columnsIn(sign)
    if (columns > width) break
    cut += sign
  }
  return cut
}

/** Its end, in the same way. */
export function lastColumnsOf(text: string, width: number): string {
  if (NARROW.test(text)) return width <= 0 ? '' : text.slice(-width)
  const signs = Array.from(text)
  let at = signs.length
  for (let columns = 0; at > 0; at--) {
    columns += columnsIn(signs[at - 1] ?? '')
    if (columns > width) break
  }
  return signs.slice(at).join('')
}
