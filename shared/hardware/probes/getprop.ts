import type { Probe } from '../probe.ts'
import { cleanName, linesOf } from '../text.ts'

export type AndroidDevice = {
  readonly maker: string | null
  readonly model: string | null
  /** Code name of the SoC's platform: `kalama`, `mt6799`, `gs201`. */
  readonly platform: string | null
  /** Name of the SoC since Android 12: `SM8550`, `Tensor G2`. */
  readonly soc: string | null
}

/** Reads `getprop` (`[key]: [value]`) and build.prop (`key=value`). */
export function parseGetprop(text: string): AndroidDevice | null {
  const values: Record<string, string> = {}
  for (const line of linesOf(text)) {
    const match = /^\[([\w.-]{1,100})\]:\s*\[(.{0,200})\]\s*$/.exec(line) ?? /^([\w.-]{1,100})=(.{0,200})$/.exec(line)
    if (match?.[1] !== undefined && match[2] !== undefined) values[match[1]] ??= match[2]
  }
  // Newer builds split the same value by partition.
  const first = (...keys: string[]): string | null => keys.map((key) => cleanName(values[key])).find((v) => v) ?? null
  const device = {
    maker: first('ro.product.manufacturer', 'ro.product.vendor.manufacturer', 'ro.product.system.manufacturer'),
    model: first('ro.product.model', 'ro.product.vendor.model', 'ro.product.system.model'),
    platform: first('ro.board.platform', 'ro.hardware'),
    soc: first('ro.soc.model'),
  }
  return Object.values(device).some((value) => value !== null) ? device : null
}

export const getprop: Probe<AndroidDevice> = {
  id: 'getprop',
  platforms: ['android'],
  command: 'getprop',
  args: [],
  parse: parseGetprop,
}
