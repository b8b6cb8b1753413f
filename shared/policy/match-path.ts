/**
 * Whether a path matches a pattern: `*` is anything within a folder, `**` anything across folders, `?` one character,
 * all else itself. Takes time in proportion to both lengths multiplied, whatever they hold.
 */
export function matchesPath(path: string, pattern: string): boolean {
  if (!/[*?]/.test(pattern)) return path === pattern
  const parts = pattern.match(/\*\*\/|\*\*|\*|\?|[^*?]/gsu) ?? []
  const text = Array.from(path)
  // reached[i]: the parts so far match the first i characters.
  let reached = Array.from({ length: text.length + 1 }, (_, index) => index === 0)
  for (const part of parts) {
    const next = reached.map(() => false)
    if (part === '**' || part === '*' || part === '**/') {
      let open = false
      for (let i = 0; i <= text.length; i++) {
        if (part === '*' && text[i - 1] === '/') open = false
        open ||= reached[i] === true
        // `**/` ends at a folder, or stands for nothing.
        next[i] = part === '**/' ? reached[i] === true || (open && text[i - 1] === '/') : open
      }
    } else {
      for (let i = 1; i <= text.length; i++) {
        const same = part === '?' ? text[i - 1] !== '/' : text[i - 1] === part
        next[i] = same && reached[i - 1] === true
      }
    }
    reached = next
  }
  return reached[text.length] === true
}
