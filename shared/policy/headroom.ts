import type { Sourced, Target } from '../profile/target.ts'
import { GIB, MIB, showGib } from '../units.ts'

/** Device memory to leave free, beyond what the target's own budget leaves. */
export type Headroom = { readonly bytes: number } | { readonly share: number }

const UNITS = { MiB: MIB, GiB: GIB } as const

/** How a head-room is written: `512MiB`, `1.5 GiB`, `5%`, `0`. */
export const HEADROOM_PATTERN = /^(?:0|(\d{1,6}(?:\.\d{1,3})?) ?(MiB|GiB|%))$/

/** Null for a text that is none; a share may be at most half. */
export function parseHeadroom(text: string): Headroom | null {
  const [all, amount, unit] = HEADROOM_PATTERN.exec(text.trim()) ?? []
  if (all === undefined) return null
  if (amount === undefined || unit === undefined) return { bytes: 0 }
  if (unit !== '%') return { bytes: Math.round(Number(amount) * UNITS[unit as keyof typeof UNITS]) }
  const share = Number(amount) / 100
  return share <= 0.5 ? { share } : null
}

/** The target with less usable memory on each device; on unified memory with less of the shared one too. */
export function withHeadroom(target: Target, headroom: Headroom | null): Target {
  if (headroom === null || ('bytes' in headroom ? headroom.bytes : headroom.share) === 0) return target
  const less = (usable: Sourced | null, total: number | null): Sourced | null => {
    if (usable === null) return null
    const kept = 'bytes' in headroom ? headroom.bytes : Math.round(headroom.share * (total ?? usable.bytes))
    return {
      bytes: Math.max(0, usable.bytes - kept),
      source: `${usable.source}, less ${showGib(kept)} head-room of the policy`,
    }
  }
  const devices = target.devices.map((device) => ({ ...device, usable: less(device.usable, device.total_bytes) }))
  if (!target.unified) return { ...target, devices }
  const usable = less(target.host.usable, target.host.total_bytes) ?? target.host.usable
  return { ...target, devices, host: { ...target.host, usable } }
}
