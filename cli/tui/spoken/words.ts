import type { Speed } from '../core.ts'
import { gibNumber, speedNumber } from '../format.ts'

/** What is there of it, as one sentence to be read aloud. */
export function sentence(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(', ')
}

/** `tok/s` is no word. */
export function spokenSpeed(speed: Speed | null): string | null {
  if (speed === null) return null
  const { tokens_per_s, low, high } = speed
  return `${speedNumber(tokens_per_s)} tokens per second, between ${speedNumber(low)} and ${speedNumber(high)}`
}

export function spokenGib(bytes: number): string {
  return `${gibNumber(bytes)} GiB`
}
