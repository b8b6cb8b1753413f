import type { Probe } from '../probe.ts'
import { gpuReport, type GpuReport } from '../gpu-report.ts'
import { vendorOfName } from '../pci.ts'
import type { Gpu } from '../snapshot.ts'
import { cleanName, keyValue, linesOf, wholeNumber } from '../text.ts'

const VENDORS: Readonly<Record<string, Gpu['vendor']>> = {
  '0x10de': 'nvidia',
  '0x1002': 'amd',
  '0x8086': 'intel',
  '0x106b': 'apple',
  '0x5143': 'qualcomm',
  '0x13b5': 'arm',
}

/** What every device has once; a second one in a text without headings begins the next device. */
const ONCE = new Set(['apiVersion', 'deviceName', 'deviceType', 'deviceID', 'vendorID', 'driverName', 'driverInfo'])

/**
 * Reads `vulkaninfo --summary`, whole or as `grep` left it. Software renderers (type CPU) and layers over another driver (Dozen) are no GPUs.
 * The summary has no memory sizes.
 */
export function parseVulkaninfo(text: string): GpuReport[] | null {
  const cards: Record<string, string>[] = []
  let headed = false
  for (const line of linesOf(text)) {
    if (/^\s*GPU\d{1,3}:\s*$/.test(line)) {
      headed = true
      cards.push({})
    }
    const [key, value] = keyValue(line, ' = ') ?? keyValue(line, '= ') ?? ['', '']
    const card = cards.at(-1)
    const next = ONCE.has(key) && (card === undefined || (!headed && key in card))
    if (next) cards.push({ [key]: value })
    else if (card && key !== '') card[key] ??= value
  }
  if (cards.length === 0) return null
  return cards.slice(0, 256).flatMap((card) => {
    const name = cleanName(card.deviceName)
    const type = /PHYSICAL_DEVICE_TYPE_(\w{3,20})/.exec(card.deviceType ?? '')?.[1] ?? ''
    if (name === null || type === 'CPU' || type === 'VIRTUAL_GPU') return []
    if (/DOZEN|LLVMPIPE|SWIFTSHADER|VENUS/.test(card.driverID ?? '')) return []
    const vendor = VENDORS[(card.vendorID ?? '').toLowerCase()] ?? vendorOfName(name)
    if (vendor === null) return []
    const device = /^0x([0-9a-f]{4})$/i.exec(card.deviceID ?? '')?.[1]
    const integrated = type === 'INTEGRATED_GPU' ? true : type === 'DISCRETE_GPU' ? false : null
    return [
      gpuReport({
        vendor,
        name,
        driver: cleanName(card.driverInfo),
        pci_id: device && card.vendorID ? `${card.vendorID.slice(2)}:${device}`.toLowerCase() : null,
        integrated,
        memory_not_counted: vendor === 'nvidia' && integrated === true,
      }),
    ]
  })
}

export type VulkanHeaps = {
  /** The largest heap of the device's own memory. llama.cpp counts that one; some drivers split the memory in two. */
  readonly device_local_bytes: number | null
}

/** Reads the memory heaps of a full `vulkaninfo` of one GPU. */
export function parseVulkanHeaps(text: string): VulkanHeaps | null {
  let size: number | null = null
  let largest: number | null = null
  for (const line of linesOf(text)) {
    const heap = /^\s*size\s*= (\d{1,19})\b/.exec(line)?.[1]
    if (heap !== undefined) size = wholeNumber(heap)
    if (line.trim() === 'MEMORY_HEAP_DEVICE_LOCAL_BIT' && size !== null) largest = Math.max(largest ?? 0, size)
  }
  return size === null ? null : { device_local_bytes: largest }
}

export const vulkaninfo: Probe<GpuReport[]> = {
  id: 'vulkaninfo',
  platforms: ['linux', 'android', 'windows'],
  command: 'vulkaninfo',
  args: ['--summary'],
  parse: parseVulkaninfo,
}
