import { GIB } from '../../units.ts'

type Card = { readonly name: string | null; readonly vram_bytes: number | null }
type Slice = {
  readonly vram_bytes: number | null
  /** Multiprocessors of this compute instance, and of all in the same slice of memory. */
  readonly sms: number | null
  readonly all_sms: number
}

/** Multiprocessors of one compute slice (NVIDIA MIG user guide, tables of supported profiles). */
const SMS_PER_SLICE: readonly (readonly [name: RegExp, sms: number, slices: number])[] = [
  [/\bA30\b/i, 14, 4],
  [/\bA100\b/i, 14, 7],
  [/\bG?H[128]00\b/i, 16, 7],
  [/\bG?B[23]00\b/i, 18, 7],
]

/** Cards whose slices are named by their own memory, rounded up; older drivers print none for the card itself. */
const NAMED_ABOVE = /\b(?:A30|A100|H[18]00)\b/i

/**
 * The profile of a MIG device from what the plain table shows: `2g.35gb`, or `1c.3g.71gb` for one compute instance of
 * a larger slice. Memory is cut into eighths (quarters on an A30) and named in rounded GiB of the whole card.
 */
export function migProfile(card: Card | undefined, slice: Slice): string | null {
  const known = SMS_PER_SLICE.find(([name]) => name.test(card?.name ?? ''))
  if (!known || !slice.vram_bytes || !slice.sms) return null
  const [, per_slice, slices] = known
  const parts = slices === 4 ? 4 : 8
  const compute = (sms: number): number => Math.min(slices, Math.floor(sms / per_slice))
  const [own, all] = [compute(slice.sms), compute(slice.all_sms)]
  const whole = card?.vram_bytes ?? null
  if (whole === null && !NAMED_ABOVE.test(card?.name ?? '')) return null
  const eighths = whole === null ? 1 : Math.round((slice.vram_bytes / whole) * parts)
  const memory =
    whole === null ? Math.ceil(slice.vram_bytes / GIB) : Math.round((Math.ceil(whole / GIB) * eighths) / parts)
  if (own < 1 || eighths < 1 || eighths > parts) return null
  return `${own < all ? `${own}c.` : ''}${all}g.${memory}gb`
}
