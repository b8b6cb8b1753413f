import { linesOf } from '../text.ts'

/** Values of one card by field name; a unit that stands in the title only (`nounits`) is put behind the value. */
export type NvidiaRow = Readonly<Record<string, string>>

/** Fields that no value looks like. `memory.total [MiB]` may stand alone. */
const TITLE =
  /^(?:index|name|driver_version|compute_cap|(?:memory|pci|utilization|mig)\.[a-z_.]{2,40}(?: \[[\w%]{1,10}\])?)$/

/**
 * The rows of `nvidia-smi --query-gpu=... --format=csv` under their header, or null without one. Error lines among
 * the rows, which have another number of cells, are left out.
 */
export function nvidiaRows(text: string): NvidiaRow[] | null {
  const rows = linesOf(text).map((line) => line.split(',').map((cell) => cell.trim()))
  const at = rows.findIndex((cells) => cells.some((cell) => TITLE.test(cell)))
  const header = rows[at]?.map(splitUnit)
  if (!header) return null
  return rows
    .slice(at + 1, at + 1000)
    .filter((cells) => cells.length === header.length && cells.some((cell) => cell !== ''))
    .slice(0, 256)
    .map((cells) => Object.fromEntries(header.map(({ name, unit }, column) => [name, withUnit(cells[column], unit)])))
}

/** `memory.total [MiB]` */
function splitUnit(title: string): { name: string; unit: string } {
  const match = /^(.{1,100}?)\s*\[([\w%]{1,10})\]$/.exec(title)
  return match?.[1] && match[2] ? { name: match[1], unit: match[2] } : { name: title, unit: '' }
}

function withUnit(cell = '', unit: string): string {
  return unit !== '' && /^\d+(?:\.\d+)?$/.test(cell) ? `${cell} ${unit}` : cell
}
