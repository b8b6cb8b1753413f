import type { Backend } from '../backend.ts'
import type { DeviceRow, HardwareFile } from './device-row.ts'

/** One device row with one memory size: what `lp-tui profiles list` lists and `--hardware` names. */
export type HardwareProfile = {
  /** `apple_silicon_m3_16gb`, `nvidia_rtx_4090`. */
  readonly id: string
  readonly aliases: readonly string[]
  readonly display_name: string
  readonly category: HardwareFile['category']
  readonly backend: Backend
  readonly memory_gb: number
  readonly memory_bandwidth_gb_s: number | null
  readonly row: DeviceRow
  readonly host: HardwareFile['host'] | undefined
  readonly thermal: HardwareFile['thermal'] | undefined
  /** When its file was last gone through; null where the file does not say. */
  readonly date: string | null
  /** From the user's own profile folder and not from the data base. */
  readonly own: boolean
}
