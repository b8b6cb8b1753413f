/**
 * Text that came from outside, safe to show: control, format (bidi, zero-width) and line-separating characters
 * become visible escapes.
 */
export function plain(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`)
}
