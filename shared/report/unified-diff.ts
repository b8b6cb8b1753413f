/** Lines around a change. */
const CONTEXT = 3
/** How far ahead two texts are searched for where they agree again. */
const REACH = 200

type Row = { readonly sign: ' ' | '-' | '+'; readonly line: string }

/**
 * Two versions of a file as a unified diff that `git apply` takes; empty when they are equal.
 * @param file path in the repository, with forward slashes
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return ''
  const rows = align(linesOf(before), linesOf(after))
  const hunks = hunksOf(rows)
  return `--- ${gitPath(`a/${file}`)}\n+++ ${gitPath(`b/${file}`)}\n${hunks.join('')}`
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

/** Greedy: from a difference on to the nearest two lines that are equal. Fixes change few lines. */
function align(a: readonly string[], b: readonly string[]): Row[] {
  const rows: Row[] = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && a[i] === b[j]) {
      rows.push({ sign: ' ', line: a[i] ?? '' })
      i++
      j++
      continue
    }
    const [down, right] = nextEqual(a, b, i, j)
    for (const line of a.slice(i, i + down)) rows.push({ sign: '-', line })
    for (const line of b.slice(j, j + right)) rows.push({ sign: '+', line })
    i += down
    j += right
  }
  return rows
}

function nextEqual(a: readonly string[], b: readonly string[], i: number, j: number): [number, number] {
  for (let far = 1; far <= REACH; far++) {
    for (let down = 0; down <= far; down++) {
      const line = a[i + down]
      if (line !== undefined && line === b[j + far - down]) return [down, far - down]
    }
  }
  return [a.length - i, b.length - j]
}

function hunksOf(rows: readonly Row[]): string[] {
  const changed = rows.flatMap(({ sign }, index) => (sign === ' ' ? [] : [index]))
  const ranges: [number, number][] = []
  for (const index of changed) {
    const last = ranges.at(-1)
    if (last !== undefined && index - CONTEXT <= last[1]) last[1] = index + CONTEXT + 1
    else ranges.push([Math.max(0, index - CONTEXT), index + CONTEXT + 1])
  }
  return ranges.map(([from, to]) => hunk(rows, from, Math.min(to, rows.length)))
}

function hunk(rows: readonly Row[], from: number, to: number): string {
  const without = (sign: Row['sign'], part: readonly Row[]) => part.filter((row) => row.sign !== sign).length
  const ahead = rows.slice(0, from)
  const part = rows.slice(from, to)
  const header = `@@ -${range(without('+', ahead), without('+', part))} +${range(without('-', ahead), without('-', part))} @@\n`
  return header + part.map(({ sign, line }) => sign + ended(line)).join('')
}

function range(before: number, length: number): string {
  return `${length === 0 ? before : before + 1},${length}`
}

function ended(line: string): string {
  return line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`
}

/** As git quotes a path with characters that would end or change the line. */
function gitPath(path: string): string {
  if (!/["\\\p{Cc}]/u.test(path)) return path
  const quoted = path.replace(/["\\\p{Cc}]/gu, (char) => {
    if (char === '"' || char === '\\') return `\\${char}`
    const bytes = encodeURIComponent(char).match(/[^%]{2}/g) ?? []
    return (char < '\u0080' ? [char.charCodeAt(0)] : bytes.map((hex) => Number.parseInt(hex, 16)))
      .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
      .join('')
  })
  return `"${quoted}"`
}
