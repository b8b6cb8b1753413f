/** What a parser saw, in the index's plain words. A word that is not there has no parser yet. */
export type Seen = Readonly<Record<string, unknown>>

export type Comparison = { covered: number; uncovered: string[]; wrong: string[] }

/** Words of the index that explain a file instead of stating a fact. */
const PROSE = new Set(['trap', 'note'])

/** Compares the facts of one file, leaf by leaf; a list's length is a fact too. */
export function compare(expected: unknown, seen: Seen): Comparison {
  const result: Comparison = { covered: 0, uncovered: [], wrong: [] }
  walk(expected, seen, '', result)
  return result
}

function walk(expected: unknown, seen: unknown, path: string, result: Comparison): void {
  if (Array.isArray(expected)) {
    leaf(expected.length, Array.isArray(seen) ? seen.length : undefined, `${path}.length`, result)
    if (Array.isArray(seen)) expected.forEach((value, at) => walk(value, seen[at], `${path}[${at}]`, result))
  } else if (typeof expected === 'object' && expected !== null) {
    const words = typeof seen === 'object' && seen !== null ? (seen as Seen) : {}
    for (const [key, value] of Object.entries(expected)) {
      if (!PROSE.has(key)) walk(value, words[key], path === '' ? key : `${path}.${key}`, result)
    }
  } else leaf(expected, seen, path, result)
}

function leaf(expected: unknown, seen: unknown, path: string, result: Comparison): void {
  if (seen === undefined) result.uncovered.push(path)
  else {
    result.covered++
    if (!same(expected, seen)) {
      result.wrong.push(`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(seen)}`)
    }
  }
}

function same(wanted: unknown, found: unknown): boolean {
  // Blanks within a name are the tools' padding.
  const [expected, seen] = [wanted, found].map((value) =>
    typeof value === 'string' ? value.replaceAll(/\s+/g, ' ').trim() : value,
  )
  if (typeof seen === 'object' && seen !== null) {
    // The parser rounds, or says rightly that the file cannot tell.
    if ('near' in seen) return typeof expected === 'number' && Math.abs(expected - Number(seen.near)) <= expected / 1000
    if ('unknownOr' in seen) return Object.is(expected, seen.unknownOr)
  }
  // Bytes that are no whole number of the index's unit.
  if (Number.isInteger(expected) && typeof seen === 'number' && !Number.isInteger(seen)) {
    return Math.abs(Number(expected) - seen) < 1
  }
  if (typeof expected !== 'string' || typeof seen !== 'string') return Object.is(expected, seen)
  if (expected === seen) return true
  // nvidia-smi's table cuts names at the end, amd-smi's at the beginning; both parsers keep the dots.
  // What the index adds in brackets (`(cut)`, `(MTP)`) stands in no output.
  const told = expected.replace(/ \((?:cut\b.*|[A-Z]{2,6})\)$/, '')
  if (told === seen) return true
  if (seen.endsWith('...')) return told.startsWith(seen.slice(0, -3))
  if (seen.startsWith('...')) return told === seen
  // rocm-smi names a chip and its products in brackets; the product is the name.
  return expected.endsWith(`[${seen}]`)
}
