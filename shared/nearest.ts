import { distance } from 'fastest-levenshtein'

/** Parts of a name: `nvidia_rtx_4060`, `RTX 4060` and `llama-3.1-8b` as words; letters and digits part, too. */
function wordsOf(name: string): Set<string> {
  return new Set(name.match(/\d+(?:\.\d+)?(?:[bm](?![a-z]))?|[a-z]+/g) ?? [])
}

/** Where a word with a digit (`4090`, `8b`) is shared, the names are likely about the same thing. */
const TELLING = /\d/
/** The number of a product: one digit off it is another product, not a typo. */
const MODEL_NUMBER = /^\d{3,}$/

/**
 * How far a name is from what was typed, in characters: the typos between them, or less where they share words.
 * Infinity where neither says that one may be meant for the other.
 */
function scoreOf(asked: string, asked_words: ReadonlySet<string>, name: string): number {
  // A name that contains what was typed (`4090`) is near whatever its length.
  if (asked.length > 2 && name.includes(asked)) return 0.5
  const typos = distance(asked, name)
  const words = wordsOf(name)
  const shared = [...asked_words].filter((word) => words.has(word))
  const lacks_number = [...asked_words].some((word) => MODEL_NUMBER.test(word) && !words.has(word))
  const is_typo = typos <= Math.max(2, Math.ceil(asked.length / 3))
  const near = is_typo ? typos + (lacks_number ? 2 : 0) : Number.POSITIVE_INFINITY
  const telling = shared.some((word) => TELLING.test(word)) && shared.length > 1
  if (!telling) return near
  // What was typed says more than the name needs (`4060_8gb`) rather than less (`4060` for a 4060 Ti).
  const by_words = 0.75 + 0.4 * (asked_words.size - shared.length) + (words.size - shared.length)
  return Math.min(near, by_words)
}

/** The up to `most` names closest to `wrong`, best first; empty when none is near enough to be meant. */
export function nearestNames(wrong: string, names: Iterable<string>, most = 3): string[] {
  const asked = wrong.slice(0, 80).toLowerCase()
  const asked_words = wordsOf(asked)
  const scored: { name: string; score: number }[] = []
  for (const name of names) {
    const score = scoreOf(asked, asked_words, name.toLowerCase())
    if (score !== Number.POSITIVE_INFINITY) scored.push({ name, score })
  }
  return scored
    .sort((a, b) => a.score - b.score || a.name.length - b.name.length || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ name }) => name)
}

/** ` Did you mean a, b?` or an empty string. */
export function didYouMean(wrong: string, names: Iterable<string>): string {
  const near = nearestNames(wrong, names)
  return near.length === 0 ? '' : ` Did you mean ${near.join(', ')}?`
}
