/** A number as people type it: `24`, `0.5`, `20k` for 20 times 1024, `1M`; null where it is none. */
export function typedNumber(text: string): number | null {
  const match = /^(\d+(?:\.\d*)?|\.\d+)([km]?)$/i.exec(text)
  if (match === null) return null
  const factor = { '': 1, k: 1024, m: 1024 * 1024 }[(match[2] ?? '').toLowerCase()] ?? 1
  return Number(match[1]) * factor
}
