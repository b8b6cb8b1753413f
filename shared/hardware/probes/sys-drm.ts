import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { gpuReport, pciAddress, type GpuReport } from '../gpu-report.ts'
import { gpuVendor } from '../pci.ts'
import { cleanName, linesOf, wholeNumber } from '../text.ts'

const FOLDER = '/sys/class/drm'
const FILES = [
  'device/vendor',
  'device/device',
  'device/uevent',
  'device/product_name',
  'device/mem_info_vram_total',
  'device/mem_info_vram_used',
  'device/mem_info_gtt_total',
  // Intel: discrete memory by xe, and by i915 of the data-centre driver.
  'device/tile0/physical_vram_size_bytes',
  'lmem_total_bytes',
] as const

/** Reads `path:value` lines of the cards under /sys/class/drm: the kernel drivers' own word on AMD's and Intel's memory. */
export function parseSysDrm(text: string): GpuReport[] | null {
  const cards = new Map<string, Record<string, string>>()
  for (const line of linesOf(text)) {
    const match = /^\/sys\/class\/drm\/(card\d{1,4})\/([\w/]{3,60}):(.*)$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) continue
    const files = cards.get(match[1]) ?? {}
    const variable = match[2] === 'device/uevent' ? /^(DRIVER|PCI_SLOT_NAME)=(.*)$/.exec(match[3].trim()) : null
    if (variable?.[1] !== undefined && variable[2] !== undefined) files[variable[1]] = variable[2]
    else files[match[2]] = match[3].trim()
    cards.set(match[1], files)
  }
  if (cards.size === 0) return null
  return [...cards.values()].flatMap((files) => {
    const vendor = gpuVendor((files['device/vendor'] ?? '').replace(/^0x/i, ''))
    if (vendor === null) return []
    const id = `${files['device/vendor']}:${files['device/device'] ?? ''}`.replaceAll('0x', '').toLowerCase()
    const vram =
      wholeNumber(files['device/mem_info_vram_total']) ??
      wholeNumber(files['device/tile0/physical_vram_size_bytes']) ??
      wholeNumber(files.lmem_total_bytes)
    const used = wholeNumber(files['device/mem_info_vram_used'])
    return [
      gpuReport({
        vendor,
        name: cleanName(files['device/product_name']),
        vram_bytes: vram || null,
        vram_free_bytes: vram && used !== null && used <= vram ? vram - used : null,
        shared_bytes: wholeNumber(files['device/mem_info_gtt_total']) || null,
        pci_address: pciAddress(files.PCI_SLOT_NAME ?? ''),
        pci_id: /^[0-9a-f]{4}:[0-9a-f]{4}$/.test(id) ? id : null,
        driver: cleanName(files.DRIVER),
      }),
    ]
  })
}

async function collectDrm(host: Host): Promise<string | null> {
  const cards = (await host.list(FOLDER)).filter((name) => /^card\d{1,4}$/.test(name)).slice(0, 64)
  return collectFiles(
    host,
    cards.flatMap((card) => FILES.map((file) => `${FOLDER}/${card}/${file}`)),
  )
}

export const sysDrm: Probe<GpuReport[]> = {
  id: 'sys-drm',
  platforms: ['linux'],
  collect: collectDrm,
  parse: parseSysDrm,
}
