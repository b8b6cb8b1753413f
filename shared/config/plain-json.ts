/**
 * The value of a text that is JSON and nothing more, every key once; undefined for any other text, which is then read
 * with positions. What the machine's own reader takes, the one with positions takes too, and it is ten times as slow.
 * @param keys how many keys the text writes, as `scanJson` counts them; its nesting is within a limit
 */
export function plainJson(text: string, keys: number): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return keysOf(value) === keys ? { value } : undefined
  } catch {
    return undefined
  }
}

/** How many keys a value has in all: fewer than were written where one stood twice. */
function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const items: unknown[] = Array.isArray(value) ? value : Object.values(value)
  return items.reduce<number>((sum, item) => sum + keysOf(item), Array.isArray(value) ? 0 : items.length)
}
