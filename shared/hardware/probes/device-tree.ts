import type { Probe } from '../probe.ts'
import { cleanName } from '../text.ts'

/** The board's name from the device tree, which ends with a NUL byte: `Raspberry Pi 5 Model B Rev 1.0`. */
export function parseDeviceTreeModel(text: string): string | null {
  return cleanName(text)
}

/** The `compatible` strings of a device tree, most specific first; they are separated by NUL bytes. */
export function parseCompatible(text: string): string[] {
  return text
    .slice(0, 10_000)
    .split('\u0000')
    .map((word) => word.trim())
    .filter((word) => /^[\w.+-]{1,60},[\w.+-]{1,100}$/.test(word))
}

export const deviceTreeModel: Probe<string> = {
  id: 'device-tree',
  platforms: ['linux', 'android'],
  file: '/sys/firmware/devicetree/base/model',
  parse: parseDeviceTreeModel,
}
