import type { MemoryBreakdown } from '../../shared/estimate/memory-estimate.ts'
import { type ComparedRow, quantile, totalError } from './compare.ts'

/** One row of both sides on a line: model, context, compute. */
export function showRow({ name, ours, engine }: ComparedRow): string {
  return `    ${name}: ours ${showBytes(ours)}, llama.cpp ${showBytes(engine)}`
}

/** How totals err, over devices and over hosts. */
export function showErrors(rows: readonly ComparedRow[]): string {
  const hosts = rows.filter(({ name }) => name === 'host')
  const devices = rows.filter(({ name }) => name !== 'host')
  return `${errorLine('devices', devices)}\n${errorLine('host', hosts)}`
}

function errorLine(name: string, rows: readonly ComparedRow[]): string {
  const errors = rows.map(totalError)
  const sizes = errors.map(Math.abs)
  const figures = {
    median: quantile(sizes, 0.5),
    p99: quantile(sizes, 0.99),
    'worst under': Math.min(0, ...errors),
    'worst over': Math.max(0, ...errors),
  }
  const shown = Object.entries(figures).map(([figure, value]) => `${figure} ${(100 * value).toFixed(3)} %`)
  return `${name}: ${rows.length} rows, ${shown.join(', ')}`
}

function showBytes({ model, context, compute }: MemoryBreakdown): string {
  return `${model} ${context} ${compute}`
}
