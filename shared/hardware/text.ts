import { GIB, KIB, MIB } from '../units.ts'

const MAX_LINE = 16_384
// The longest honest text, /proc/cpuinfo of a thousand CPUs, has half as many.
const MAX_LINES = 60_000

// Terminal escapes (nvidia-smi underlines headers) and NULs (device tree) carry nothing that a parser wants.
// oxlint-disable-next-line no-control-regex
const NOISE = /\u001B\[[0-9;?]*[A-Za-z]|\u0000/g

/** The lines of a tool's output, without line ends, terminal escapes and NULs; over-long ones are cut. */
export function linesOf(text: string): string[] {
  return text
    .replace(NOISE, '')
    .split(/\r\n|\n|\r/, MAX_LINES)
    .map((line) => line.slice(0, MAX_LINE))
}

/** `key : value` split at the first separator and trimmed, or null when the line has none. */
export function keyValue(line: string, separator = ':'): [key: string, value: string] | null {
  const at = line.indexOf(separator)
  if (at < 1) return null
  return [line.slice(0, at).trim(), line.slice(at + separator.length).trim()]
}

/** A whole, non-negative number up to `max`, given as text or number; anything else is null. */
export function wholeNumber(value: unknown, max = Number.MAX_SAFE_INTEGER): number | null {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^\s*\d{1,20}\s*$/.test(text)) return null
  const number = Number(text)
  return number <= max && Number.isSafeInteger(number) ? number : null
}

/** Counts of cores, sockets and nodes: what a snapshot may hold. */
export function coreCount(value: unknown): number | null {
  return wholeNumber(value, 1_000_000)
}

const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  k: KIB,
  kb: KIB,
  kib: KIB,
  ki: KIB,
  m: MIB,
  mb: MIB,
  mib: MIB,
  mi: MIB,
  g: GIB,
  gb: GIB,
  gib: GIB,
  gi: GIB,
  tb: GIB * KIB,
  tib: GIB * KIB,
}

/**
 * A memory size with its unit, in bytes: `8192 MiB`, `16 GB`, `65613932(0x3e9306c) KB`; null for `[N/A]` and the like.
 * Vendor tools write MB and GB where they mean MiB and GiB, so both are read as powers of 1024.
 */
export function sizeInBytes(text: string, unit?: string): number | null {
  const match = /^\s*(\d{1,20}(?:\.\d{1,6})?)\s*(?:\(0x[0-9a-f]{1,16}\))?\s*([KMGT]?i?B?)\s*$/i.exec(text)
  if (!match) return null
  const scale = UNITS[(match[2] || unit || 'B').toLowerCase()]
  if (scale === undefined) return null
  const bytes = Math.round(Number(match[1]) * scale)
  return Number.isSafeInteger(bytes) ? bytes : null
}

/** The numbers of a Linux CPU list such as `0-3,8,10-11`; parts that are not ranges are left out. */
export function cpuList(text: string, limit = 8192): number[] {
  const cpus = new Set<number>()
  for (const part of text.trim().slice(0, MAX_LINE).split(',')) {
    const match = /^\s*(\d{1,6})(?:-(\d{1,6}))?\s*$/.exec(part)
    if (!match) continue
    const first = Number(match[1])
    const last = Number(match[2] ?? match[1])
    for (let cpu = first; cpu <= last && cpus.size < limit; cpu++) cpus.add(cpu)
  }
  return [...cpus].sort((a, b) => a - b)
}

/** A name as people write it: one line, single blanks, at most 200 characters; null for blanks and placeholders. */
export function cleanName(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const name = value.slice(0, 1000).replace(NOISE, '').replace(/\s+/g, ' ').trim().slice(0, 200)
  return name === '' || /^(?:-|\[?n\/a\]?|unknown|none|0x[0-9a-f]+|not supported)$/i.test(name) ? null : name
}

/**
 * The JSON value in a tool's output, which may stand behind warning lines and in front of log lines.
 * Null when there is none.
 */
export function jsonIn(text: string): unknown {
  const start = text.search(/[{[]/)
  if (start < 0) return null
  const whole = parsed(text.slice(start))
  if (whole !== undefined) return whole
  // A bracket in the warning (`[WARNING] ...`) or text behind the value: try from the lines that open and close one.
  const open = /^\s*[{[]\s*("|$|[{[\]}])/m.exec(text)
  const from = open ? open.index : start
  const until = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  return parsed(text.slice(from, until + 1)) ?? null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Text and numbers as text; everything else, whose own words would be `[object Object]`, as an empty string. */
export function scalarText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** `value` as an object to read keys from; anything else gives an empty one. */
export function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** `value` as a list: arrays as they are, null as empty, one object as a list of one (PowerShell unwraps those). */
export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  return value === null || value === undefined ? [] : [value]
}
