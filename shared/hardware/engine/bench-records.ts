import { coreCount, jsonIn, linesOf, listOf, recordOf, scalarText } from '../text.ts'
import type { BenchRow, BenchTable } from './bench-table.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * Reads what llama-bench prints for programs: `-o json`, `jsonl`, `csv` and `sql`, whose fields have the same names in
 * all of them (tools/llama-bench, get_fields); as the rows of its table. Null for other text.
 */
export function parseBenchRecords(text: string): BenchTable | null {
  const found = (fromJson(text) ?? fromSql(text) ?? fromCsv(text) ?? []).filter((fields) => 'avg_ts' in fields)
  const rows = found.slice(0, 10_000).flatMap((fields) => toRow(fields) ?? [])
  const last = found.at(-1)
  if (last === undefined || rows.length === 0) return null
  const commit = /^[0-9a-f]{7,12}$/.exec(scalarText(last.build_commit))?.[0] ?? null
  return { rows, build: coreCount(scalarText(last.build_number)), commit }
}

function toRow(fields: Fields): BenchRow | null {
  const [speed, deviation] = [fields.avg_ts, fields.stddev_ts].map((value) => Number.parseFloat(scalarText(value)))
  if (speed === undefined || !Number.isFinite(speed) || speed < 0 || speed > 1e9) return null
  const count = (name: string): number => coreCount(scalarText(fields[name])) ?? 0
  const [prompt, generated, depth] = [count('n_prompt'), count('n_gen'), count('n_depth')]
  const parts = [prompt > 0 ? `pp${prompt}` : '', generated > 0 ? `tg${generated}` : ''].filter((part) => part !== '')
  const spread = deviation !== undefined && deviation >= 0 && deviation <= 1e9 ? deviation : null
  return {
    model: scalarText(fields.model_type).slice(0, 100),
    backend: scalarText(fields.backends).slice(0, 60),
    test: `${parts.join('+')}${depth > 0 ? ` @ d${depth}` : ''}`,
    speed: spread === null ? speed.toFixed(2) : `${speed.toFixed(2)} ± ${spread.toFixed(2)}`,
    tokens_per_s: speed,
    deviation: spread,
  }
}

function fromJson(text: string): Fields[] | null {
  const lines = linesOf(text).filter((line) => /^\s*\{"build_commit"/.test(line))
  if (lines.length > 0) return lines.map((line) => recordOf(jsonIn(line)))
  if (!/"build_commit"\s*:/.test(text)) return null
  return listOf(jsonIn(text)).map((entry) => recordOf(entry))
}

function fromSql(text: string): Fields[] | null {
  const inserts = [...text.matchAll(/INSERT INTO llama_bench \(([^)]{1,2000})\) VALUES \((.{1,8000})\);/g)]
  return inserts.length === 0
    ? null
    : inserts.map(([, names = '', values = '']) => joined(names.split(','), cells(values, "'")))
}

function fromCsv(text: string): Fields[] | null {
  const lines = linesOf(text)
  const at = lines.findIndex((line) => line.startsWith('build_commit,'))
  const names = lines[at]?.split(',')
  if (names === undefined) return null
  return lines.slice(at + 1).flatMap((line) => {
    const values = cells(line, '"')
    return values.length === names.length ? [joined(names, values)] : []
  })
}

/** Values in quotes with commas between them; a quote within is doubled. */
function cells(line: string, quote: '"' | "'"): string[] {
  const pattern = quote === '"' ? /"((?:[^"]|"")*)"/g : /'((?:[^']|'')*)'/g
  return [...line.slice(0, 16_000).matchAll(pattern)].map(([, value = '']) => value.replaceAll(quote + quote, quote))
}

function joined(names: readonly string[], values: readonly string[]): Fields {
  return Object.fromEntries(names.map((name, at) => [name.trim(), values[at] ?? '']))
}
