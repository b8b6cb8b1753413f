/**
 * The rows in which every word of a filter begins a word: `m3` finds the M3 and not HBM3, `8b` Llama 8B and not 16B or
 * 3.8B. Where no row has them so, those that hold them anywhere.
 * @param textsOf what a row is searched in, in its own capitals
 */
export function filtered<T>(rows: readonly T[], filter: string, textsOf: (row: T) => readonly string[]): readonly T[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return rows
  const all = rows.map((row) => ({ row, text: textsOf(row).join(' ') }))
  const having = (has: (text: string, word: string) => boolean) =>
    all.filter(({ text }) => words.every((word) => has(text, word))).map(({ row }) => row)
  const begun = having(begins)
  return begun.length > 0 ? begun : having((text, word) => text.toLowerCase().includes(word))
}

/** Whether a word of the text begins so: after a sign, between letters and digits, or at a capital after a small letter. */
function begins(text: string, word: string): boolean {
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(word); at !== -1; at = lower.indexOf(word, at + 1)) {
    const before = text.slice(Math.max(0, at - 2), at)
    const joins = /^\d/.test(word)
      ? /\d\.?$/.test(before)
      : /^\p{L}/u.test(word) && /\p{L}$/u.test(before) && !(/\p{Ll}$/u.test(before) && /^\p{Lu}/u.test(text.slice(at)))
    if (!joins) return true
  }
  return false
}
