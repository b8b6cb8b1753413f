import type { BudgetLine, Target } from '../core.ts'

/** All memory of a line's device or host, with what no engine gets; null where the machine does not say. */
export function totalBytesOf({ kind, name }: BudgetLine, { host, devices }: Target): number | null {
  if (kind === 'host') return host.total_bytes
  return devices.find((device) => device.name === name)?.total_bytes ?? null
}
