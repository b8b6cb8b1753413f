import { coreCount, linesOf } from '../text.ts'

/** One row of llama-bench's Markdown table. */
export type BenchRow = {
  readonly model: string
  readonly backend: string
  /** `pp512`, `tg128`, `pp512+tg128`; `pp 512` before May 2024. */
  readonly test: string
  /** As printed: `2402.51 ± 11.82`. */
  readonly speed: string
  readonly tokens_per_s: number
  readonly deviation: number | null
}

export type BenchTable = {
  readonly rows: readonly BenchRow[]
  readonly build: number | null
  readonly commit: string | null
}

/**
 * Reads llama-bench's table, whose columns follow the flags that were given; rows that were cut or glued together, and
 * runs that failed, are left out. An empty list is a run without results.
 */
export function parseBenchTable(text: string): BenchTable | null {
  let titles: string[] = []
  const rows: BenchRow[] = []
  for (const line of linesOf(text)) {
    const bar = line.indexOf('|')
    if (bar < 0) continue
    const all = line
      .trim()
      .replace(/\|$/, '')
      .split('|')
      .map((cell) => cell.trim())
    const model = all.indexOf('model')
    if (model >= 0 && all.includes('t/s')) titles = all.slice(model)
    // Logs put a name, a time and perhaps a bar of their own in front; a row that is glued to another has sizes there.
    const [before, cells] = parted(all, titles.length)
    if (/\d [KMGT]iB\b/.test(before)) continue
    const row = titles.length === cells.length ? toRow(titles, cells) : titles.length === 0 ? untitledRow(cells) : null
    if (row !== null && rows.length < 10_000) rows.push(row)
  }
  const build = /(?:^|\s)build: ([0-9a-f]{7,12}) \((\d{1,6})\)\s*$/m.exec(text.slice(-1_000_000))
  if (titles.length === 0 && rows.length === 0 && !build) return null
  return { rows, build: coreCount(build?.[2]), commit: build?.[1] ?? null }
}

/** What stands before the table, and the table's own cells. Without titles the table begins at the first bar. */
function parted(all: readonly string[], columns: number): [before: string, cells: readonly string[]] {
  const from = columns === 0 ? 1 : Math.max(0, all.length - columns)
  return [all.slice(0, from).join('|'), all.slice(from)]
}

/** A table whose head was cut off: the first four columns and the last two are the same in all releases. */
function untitledRow(cells: readonly string[]): BenchRow | null {
  const usual = /^\d[\d.]* [KMGT]iB$/.test(cells[1] ?? '') && /^\d[\d.]* [BMT]$/.test(cells[2] ?? '')
  if (!usual || cells.length < 6) return null
  const between = cells.slice(4, -2).map(() => '')
  return toRow(['model', 'size', 'params', 'backend', ...between, 'test', 't/s'], cells)
}

function toRow(titles: readonly string[], cells: readonly string[]): BenchRow | null {
  const cell = (title: string): string => cells[titles.indexOf(title)] ?? ''
  const speed = /^(\d{1,9}(?:\.\d{1,3})?)(?: ± (\d{1,9}(?:\.\d{1,3})?))?$/.exec(cell('t/s'))
  if (!speed?.[1]) return null
  return {
    model: cell('model').slice(0, 100),
    backend: cell('backend').slice(0, 60),
    test: cell('test').slice(0, 60),
    speed: cell('t/s'),
    tokens_per_s: Number(speed[1]),
    deviation: speed[2] === undefined ? null : Number(speed[2]),
  }
}
