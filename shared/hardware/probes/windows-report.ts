import { integratedByName } from '../pci.ts'
import { cleanName, keyValue, linesOf } from '../text.ts'
import { MIB } from '../../units.ts'

/** Display devices of a dxdiag report. `Display Memory` is the sum of the other two and no size of a card. */
export type DxdiagGpu = {
  /** Null in an excerpt that begins below the name. */
  readonly name: string | null
  readonly dedicated_bytes: number | null
  readonly shared_bytes: number | null
  readonly display_bytes: number | null
  /** Much shared memory beside little of its own is what integrated graphics have; null where nothing tells. */
  readonly integrated: boolean | null
}

/** Reads the display part of `dxdiag /t FILE`, which people paste into reports; it takes too long to be asked. */
export function parseDxdiag(text: string): DxdiagGpu[] | null {
  const cards: Record<string, string>[] = []
  let any = false
  for (const line of linesOf(text)) {
    const [key, value] = keyValue(line) ?? ['', '']
    const memory = /^(Display|Dedicated|Shared) Memory$/.test(key)
    any ||= memory || key === 'Card name'
    const last = cards.at(-1)
    if (key === 'Card name' || (memory && (last === undefined || key in last))) cards.push({ [key]: value })
    else if (last && (memory || key === 'Chip type' || key === 'Driver Version')) last[key] ??= value
  }
  if (!any) return null
  return cards.slice(0, 16).flatMap((card) => {
    const name = cleanName(card['Card name'])
    const [dedicated_bytes, shared_bytes, display_bytes] = ['Dedicated', 'Shared', 'Display'].map((kind) =>
      megabytes(card[`${kind} Memory`] ?? ''),
    )
    if (name === null && !dedicated_bytes && !display_bytes) return []
    const vendor = /nvidia/i.test(name ?? '') ? 'nvidia' : /amd|radeon/i.test(name ?? '') ? 'amd' : 'intel'
    return {
      name,
      dedicated_bytes: dedicated_bytes ?? null,
      shared_bytes: shared_bytes ?? null,
      display_bytes: display_bytes ?? null,
      integrated: name === null ? null : integratedByName(vendor, name),
    }
  })
}

/**
 * The machine's RAM from `systeminfo`, in any language: the first line with a size is the physical memory in all of
 * them (`Total Physical Memory: 8,075 MB`, `Gesamter physischer Speicher: 6.143 MB`). Bytes; null without one.
 */
export function parseSysteminfo(text: string): number | null {
  for (const line of linesOf(text.slice(0, 100_000))) {
    const value = keyValue(line)?.[1]
    const bytes = value === undefined ? null : megabytes(value)
    if (bytes) return bytes
  }
  return null
}

/** Whole megabytes with any thousands separator: comma, point, apostrophe, blank or none. */
function megabytes(text: string): number | null {
  const match = /^(\d{1,3}(?:[.,'’\u00a0\u202f\s]?\d{3}){0,3}|\d{1,9})\s?(?:MB|Mo|МБ|MiB)$/.exec(text.trim())
  return match?.[1] === undefined ? null : Number(match[1].replace(/\D/g, '')) * MIB
}
