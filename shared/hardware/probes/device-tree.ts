import type { Probe } from '../probe.ts'
import { cleanName } from '../text.ts'

/** The board's name from the device tree, which ends with a NUL byte: `Raspberry Pi 5 Model B Rev 1.0`. */
export function parseDeviceTreeModel(text: string): string | null {
  return cleanName(text)
}

export const deviceTreeModel: Probe<string> = {
  id: 'device-tree',
  platforms: ['linux', 'android'],
  file: '/sys/firmware/devicetree/base/model',
  parse: parseDeviceTreeModel,
}
