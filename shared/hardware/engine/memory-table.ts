import { linesOf } from '../text.ts'

/** One row of llama.cpp's memory table in MiB; each term is rounded by itself, so sums may be off by 2. */
export type MemoryRow = {
  /** `CUDA0`, `MTL0`, `Host`, `CPU_REPACK`. */
  readonly device: string
  /** The device's short name; null for `Host` and buffers. */
  readonly name: string | null
  readonly total: number | null
  /** May be below zero: llama.cpp prints it as an unsigned number that wraps. */
  readonly free: number | null
  readonly self: number
  readonly model: number
  readonly context: number
  readonly compute: number
  /** What others and the driver hold; below zero while a fit is tried, since nothing is allocated yet. */
  readonly unaccounted: number | null
}

/** 2^64 bytes in MiB, which is where the printed numbers wrap. */
const WRAP = 2 ** 44
const NUMBER = '(-?\\d{1,20})'
const SIZE = '(\\d{1,12})'
// Bars since late 2025, a colon before; docker and log prefixes may put more bars in front.
const ROW = new RegExp(
  `(?:^|[\\s|])-\\s+(\\w[\\w-]{1,40})(?: \\((.{1,120}?)\\))?\\s*[|:]\\s*` +
    `(?:${SIZE} =\\s*${NUMBER} \\+ \\(|${SIZE}\\s+)?\\s*${SIZE} =\\s*${SIZE} \\+\\s*${SIZE} \\+\\s*${SIZE}\\)?` +
    `(?:\\s*\\+\\s*${NUMBER})?`,
  'g',
)

/**
 * Reads the memory table of llama.cpp (common/fit.cpp and llama-context.cpp before it), all rows in their order. A fit
 * prints the table for each try, and logs are often doubled: `lastTable` gives what holds in the end.
 */
export function parseMemoryTable(text: string): MemoryRow[] | null {
  // A page that lost its line ends has several rows in one.
  const matches = linesOf(text).flatMap((line) => [...line.matchAll(ROW)])
  const rows = matches.map((match) => {
    const [, device = '', name, total, free, alone, self, model, context, compute, unaccounted] = match
    const size = (value: string | undefined): number => Number(value ?? 0)
    return {
      device,
      name: name ?? null,
      total: (total ?? alone) !== undefined ? size(total ?? alone) : null,
      free: unwrapped(free),
      self: size(self),
      model: size(model),
      context: size(context),
      compute: size(compute),
      unaccounted: unwrapped(unaccounted),
    }
  })
  return rows.length > 0 ? rows.slice(0, 2000) : null
}

/** The last row of each device, in the order of their last table. */
export function lastTable(rows: readonly MemoryRow[]): MemoryRow[] {
  const last = new Map<string, MemoryRow>()
  for (const row of rows) {
    last.delete(row.device)
    last.set(row.device, row)
  }
  return [...last.values()]
}

/**
 * Whether a table shows what a fit would take (`projected`) or what a running engine has taken (`allocated`): before
 * anything is allocated, what is planned still stands in the free memory, so that the rest comes out below zero by as
 * much. Null without a device to tell by.
 */
export function tablePhase(rows: readonly MemoryRow[]): 'projected' | 'allocated' | null {
  const told = rows.filter(({ unaccounted, self }) => unaccounted !== null && self > 0)
  if (told.length === 0) return null
  // Other programs and the driver hold a little in both cases, never half as much as the model itself below zero.
  return told.some(({ unaccounted, self }) => (unaccounted ?? 0) < -self / 2) ? 'projected' : 'allocated'
}

function unwrapped(text: string | undefined): number | null {
  if (text === undefined) return null
  const value = Number(text)
  const signed = value > WRAP / 2 ? value - WRAP : value
  return Math.abs(signed) <= WRAP / 2 ? signed : null
}
