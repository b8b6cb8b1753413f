import type { Target } from '../profile/target.ts'
import { type MemoryEstimate, totalOf } from './memory-estimate.ts'

/** Over this share of the usable memory a config is near its limit: a warning, and the planner's own head-room. */
export const NEAR = 0.9

/** What one memory must hold, beside what it can. */
export type Demand = {
  /** `vram`: a device's memory. `ram`: the host's, and with unified memory everything. */
  readonly kind: 'vram' | 'ram'
  /** Index of the device; absent for RAM. */
  readonly device?: number
  readonly name: string
  readonly need: number
  /** Null where the machine does not say. */
  readonly usable: number | null
  readonly source: string
}

/**
 * Everything that a config asks of a target's memories. Devices each on their own; on unified memory the devices'
 * part is held to the device's limit, and devices and host together to the RAM.
 */
export function demandsOn(estimate: MemoryEstimate, target: Target): Demand[] {
  const devices = estimate.devices.map((part, index): Demand => {
    const device = target.devices[index]
    return {
      kind: 'vram',
      device: index,
      name: device?.name ?? `device ${index}`,
      need: totalOf(part),
      usable: device?.usable?.bytes ?? null,
      source: device?.usable?.source ?? 'the machine does not say',
    }
  })
  const onDevices = devices.reduce((sum, { need }) => sum + need, 0)
  const host: Demand = {
    kind: 'ram',
    name: 'RAM',
    need: totalOf(estimate.host) + (target.unified ? onDevices : 0),
    usable: target.host.usable.bytes,
    source: target.host.usable.source,
  }
  return [...devices, host]
}

/** Whether every memory holds its demand with head-room; unknown memory holds nothing. */
export function fits(demands: readonly Demand[], share: number = NEAR): boolean {
  return demands.every(({ need, usable }) => need === 0 || (usable !== null && need <= usable * share))
}
