/**
 * Text that came from outside, safe to show: control, format (bidi, zero-width) and line-separating characters
 * become visible escapes.
 */
export function plain(text: string): string {
  // Nearly all text is this, and the classes of the other test are slow: a large report asks a hundred thousand times.
  if (/^[ -~]*$/.test(text)) return text
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)
}
