import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { gpuReport, pciAddress } from '../gpu-report.ts'
import { gpuVendor, isAmdAccelerator, isDisplayClass, notGpu } from '../pci.ts'
import { linesOf } from '../text.ts'
import type { PciDisplay } from './lspci.ts'

const FOLDER = '/sys/bus/pci/devices'
const MAX_DEVICES = 1024

/** Reads `path:value` lines of `class`, `vendor` and `device` files: what is on the bus, with or without a driver. */
export function parseSysPci(text: string): PciDisplay[] | null {
  const devices = new Map<string, Record<string, string>>()
  for (const line of linesOf(text)) {
    const match = /^\/sys\/bus\/pci\/devices\/([0-9a-f:.]{7,20})\/(class|vendor|device):\s*0x([0-9a-f]{4,6})\s*$/i.exec(
      line,
    )
    if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) continue
    devices.set(match[1], { ...devices.get(match[1]), [match[2]]: match[3].toLowerCase() })
  }
  if (devices.size === 0) return null
  return [...devices].flatMap(([address, { class: kind, vendor: id, device }]) => {
    if (kind === undefined || id === undefined || !(isDisplayClass(kind) || isAmdAccelerator(kind, id))) return []
    const vendor = gpuVendor(id)
    const pci_id = device === undefined ? null : `${id}:${device}`
    const report = gpuReport({ vendor: vendor ?? 'other', pci_address: pciAddress(address), pci_id })
    return [
      { ...report, not_gpu: vendor === null ? (notGpu(id) ?? 'unknown') : null, chip: null, vendor_name: '' } as const,
    ]
  })
}

async function collectPci(host: Host): Promise<string | null> {
  const names = (await host.list(FOLDER)).slice(0, MAX_DEVICES)
  if (names.length === 0) return null
  const classes = await Promise.all(names.map((name) => host.readText(`${FOLDER}/${name}/class`)))
  // Of processing accelerators the vendor tells, which is read with the others.
  const shown = names.filter((_, at) => isDisplayClass(classes[at] ?? '') || (classes[at] ?? '').startsWith('0x1200'))
  // Something to parse even where no display device is: "none" is an answer too.
  const first = names[0] === undefined || shown.length > 0 ? [] : [`${FOLDER}/${names[0]}/vendor`]
  return collectFiles(host, [
    ...shown.flatMap((name) => ['class', 'vendor', 'device'].map((file) => `${FOLDER}/${name}/${file}`)),
    ...first,
  ])
}

export const sysPci: Probe<PciDisplay[]> = {
  id: 'sys-pci',
  platforms: ['linux'],
  collect: collectPci,
  parse: parseSysPci,
}
