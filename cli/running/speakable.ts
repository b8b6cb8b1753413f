/**
 * A model's words, safe for a terminal: escape sequences and signs that turn the text around become visible; line breaks,
 * tabs and joined emoji stay.
 */
export function speakable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, (sign) =>
    sign === '\n' || sign === '\t' ? sign : `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`,
  )
}
