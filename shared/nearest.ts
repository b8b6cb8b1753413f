import { distance } from 'fastest-levenshtein'

/** The up to `most` names closest to `wrong`, best first; empty when none is near enough to be a typo. */
export function nearestNames(wrong: string, names: Iterable<string>, most = 3): string[] {
  const asked = wrong.slice(0, 80).toLowerCase()
  const scored: { name: string; score: number }[] = []
  for (const name of names) {
    const lower = name.toLowerCase()
    // A name that contains what was typed (`4090`) is near whatever its length.
    const score = asked.length > 2 && lower.includes(asked) ? 0.5 : distance(asked, lower)
    if (score <= Math.max(2, Math.ceil(asked.length / 3))) scored.push({ name, score })
  }
  return scored
    .sort((a, b) => a.score - b.score || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name)
}

/** ` Did you mean a, b?` or an empty string. */
export function didYouMean(wrong: string, names: Iterable<string>): string {
  const near = nearestNames(wrong, names)
  return near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`
}
