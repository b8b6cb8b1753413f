import { type BudgetLine, NEAR } from '../../estimate/budget.ts'
import type { Target } from '../../profile/target.ts'

/** Bytes of every memory of a target: its devices in their order, the host last. */
export type Needs = readonly number[]

/** Lines of a choice as needs; a choice without layers on the devices has no lines for them. */
export function needsOf(lines: readonly BudgetLine[], target: Target): Needs {
  const devices = lines.slice(0, -1)
  return [...target.devices.map((_, at) => devices[at]?.need_bytes ?? 0), lines.at(-1)?.need_bytes ?? 0]
}

/** What can be planned of every memory: the usable bytes with head-room. */
export function roomOf(target: Target): Needs {
  return [...target.devices.map(({ usable }) => usable?.bytes ?? 0), target.host.usable.bytes].map(
    (bytes) => bytes * NEAR,
  )
}

export function plus(a: Needs, b: Needs): Needs {
  return a.map((bytes, at) => bytes + (b[at] ?? 0))
}

export function minus(a: Needs, b: Needs): Needs {
  return a.map((bytes, at) => bytes - (b[at] ?? 0))
}

/** The larger of both, memory by memory: what two models need that are never loaded together. */
export function larger(a: Needs, b: Needs): Needs {
  return a.map((bytes, at) => Math.max(bytes, b[at] ?? 0))
}

export function within(needs: Needs, room: Needs): boolean {
  return needs.every((bytes, at) => bytes <= (room[at] ?? 0))
}

/** The target with less usable memory, so that a plan for it leaves `taken` to others. */
export function withoutNeeds(target: Target, taken: Needs): Target {
  const less = (bytes: number, at: number) => Math.max(0, bytes - (taken[at] ?? 0) / NEAR)
  return {
    ...target,
    devices: target.devices.map((device, at) =>
      device.usable === null
        ? device
        : { ...device, usable: { ...device.usable, bytes: less(device.usable.bytes, at) } },
    ),
    host: {
      ...target.host,
      usable: { ...target.host.usable, bytes: less(target.host.usable.bytes, target.devices.length) },
    },
  }
}
