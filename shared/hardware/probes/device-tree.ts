import type { Probe } from '../probe.ts'
import { cleanName } from '../text.ts'

/** The board's name from the device tree, which ends with a NUL byte: `Raspberry Pi 5 Model B Rev 1.0`. */
export function parseDeviceTreeModel(text: string): string | null {
  return cleanName(text)
}

/** Makers in device trees of machines that run models; used only where the NULs between the names were lost. */
const MAKERS =
  'allwinner|amlogic|apple|beagle|brcm|cix|friendlyarm|fsl|google|hardkernel|hisilicon|khadas|lenovo|libretech|marvell|mediatek|microsoft|milkv|nvidia|orangepi|phytium|pine64|qcom|radxa|raspberrypi|renesas|rockchip|samsung|seeed|sinovoip|sipeed|solidrun|sophgo|spacemit|starfive|thead|ti|toradex|xlnx|xunlong'

/** The names of `compatible`, the board first and the SoC last: `raspberrypi,5-model-b`, `brcm,bcm2712`. */
export function parseCompatible(text: string): string[] | null {
  const parts = text.slice(0, 4000).split(/[\0\r\n]+/)
  const glued = new RegExp(`(?=(?:${MAKERS}),)`, 'g')
  const names = parts.flatMap((part) => (part.split(',').length > 2 ? part.split(glued) : [part]))
  const clean = names.map((name) => name.trim()).filter((name) => /^[\w.-]{1,40},[\w.+-]{1,80}$/.test(name))
  return clean.length > 0 ? clean.slice(0, 32) : null
}

export const deviceTreeModel: Probe<string> = {
  id: 'device-tree',
  platforms: ['linux', 'android'],
  file: '/sys/firmware/devicetree/base/model',
  parse: parseDeviceTreeModel,
}
