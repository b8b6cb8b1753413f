import { integratedByName } from '../pci.ts'
import { cleanName, keyValue, linesOf } from '../text.ts'
import { GIB, MIB } from '../../units.ts'

/** Display devices of a dxdiag report. `Display Memory` is the sum of the other two and no size of a card. */
export type DxdiagGpu = {
  /** Null in an excerpt that begins below the name. */
  readonly name: string | null
  readonly dedicated_bytes: number | null
  readonly shared_bytes: number | null
  readonly display_bytes: number | null
  /** By the name, or by a size of its own that no card has; null where nothing tells. */
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
      integrated: (name === null ? null : integratedByName(vendor, name)) ?? carvedOut(name, dedicated_bytes ?? null),
    }
  })
}

/** Sizes that cards are sold with, GiB; their drivers keep up to a sixteenth of it (1 GiB of an RTX PRO 6000's ECC). */
const CARD_SIZES = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10, 11, 12, 16, 20, 22, 24, 32, 36, 40, 48, 64, 80, 94, 96, 128, 141]

/**
 * True for memory of its own that is no card's size: what the firmware sets aside for integrated graphics is a share of
 * RAM (128 MB of Intel's; 8448 MB of AMD's, where 8 GB are set). Null where a card has that size too, and for NVIDIA's,
 * whose virtual GPUs have any size.
 */
function carvedOut(name: string | null, dedicated_bytes: number | null): true | null {
  if (!dedicated_bytes || /nvidia|geforce|quadro|tesla|grid/i.test(name ?? '')) return null
  const gib = dedicated_bytes / GIB
  return CARD_SIZES.some((size) => gib <= size && gib >= (size * 15) / 16) ? null : true
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
