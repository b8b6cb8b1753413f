const NOTHING = /[\p{Mn}\p{Me}\p{Cf}\uFE0F]/gu
/** East Asian signs and emoji that terminals draw two columns wide (Unicode's East Asian Width: W and F). */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/gu

/** Columns that a text without escape sequences takes on one line. Of an emoji made of several it may say too many. */
export function columnsIn(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length
  const signs = text.replace(NOTHING, '')
  return Array.from(signs).length + (signs.match(WIDE)?.length ?? 0)
}
