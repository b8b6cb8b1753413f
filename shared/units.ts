export const KIB = 1024
export const MIB = 1024 ** 2
export const GIB = 1024 ** 3

/** Bytes as GiB with one decimal, the only form in which sizes are shown: `4.7 GiB`. */
export function showGib(bytes: number): string {
  return `${gib(bytes).toFixed(1)} GiB`
}

/** Bytes in GiB, unrounded. `*_gb` fields of our file formats are GiB. */
export function gib(bytes: number): number {
  return bytes / GIB
}

/** Bytes in GiB rounded to `digits` decimals, for `*_gb` fields. */
export function roundGib(bytes: number, digits = 1): number {
  const scale = 10 ** digits
  return Math.round((bytes / GIB) * scale) / scale
}

/** `value` rounded up to a multiple of `step` (llama.cpp's GGML_PAD, for any step). */
export function padTo(value: number, step: number): number {
  return Math.ceil(value / step) * step
}

/** Bytes in tenths of a GiB, as `showGib` shows them. */
export function toTenths(bytes: number): number {
  return Math.round(gib(bytes) * 10)
}

/** The parts in GiB with one decimal, rounded so that they add up to the rounded whole (largest remainder). */
export function addUpGib(whole: number, parts: readonly number[]): string[] {
  const tenths = parts.map((part) => gib(part) * 10)
  const floors = tenths.map(Math.floor)
  const missing = toTenths(whole) - floors.reduce((sum, part) => sum + part, 0)
  const order = tenths.map((_, index) => index).sort((a, b) => ((tenths[b] ?? 0) % 1) - ((tenths[a] ?? 0) % 1))
  const raised = new Set(order.slice(0, Math.max(0, missing)))
  return floors.map((part, index) => ((part + (raised.has(index) ? 1 : 0)) / 10).toFixed(1))
}
