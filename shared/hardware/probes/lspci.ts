import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress, type GpuReport } from '../gpu-report.ts'
import {
  adapterName,
  gpuVendor,
  integratedByName,
  isAmdAccelerator,
  isDisplayClass,
  notGpu,
  vendorOfName,
} from '../pci.ts'
import { cleanName, keyValue, linesOf } from '../text.ts'

/** A display device on the PCI bus; `not_gpu` says why it can compute nothing. */
export type PciDisplay = GpuReport & {
  readonly not_gpu: 'management' | 'virtual' | 'unknown' | null
  /** Code name in front of the product name (`GP108M [GeForce MX250]`); null without one. */
  readonly chip: string | null
  /** The vendor as printed; empty where only its number is. */
  readonly vendor_name: string
}

type Parts = {
  address: string
  class_code: string | null
  class_name: string
  vendor: string
  vendor_id: string | null
  device: string
  device_id: string | null
}

const DISPLAY_NAMES = /^(?:VGA compatible|XGA compatible|3D|Display) controller$/i
const ADDRESS = /^((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])\s+(.*)$/i
const VENDOR_PREFIX =
  /^(NVIDIA Corporation|Intel Corporation|Advanced Micro Devices, Inc\.(?: \[AMD(?:\/ATI)?\])?|VMware|Red Hat, Inc\.|Cirrus Logic|Microsoft Corporation|ASPEED Technology, Inc\.|Matrox Electronics Systems Ltd\.|InnoTek Systemberatung GmbH|Parallels, Inc\.)\s+/i

/** Reads lspci in all its forms: a line a device (`lspci`, `-nn`, `-D`, `-v`, `-k`, `-mm`) and records (`-vmm`, `-nmmv`). */
export function parseLspci(text: string): PciDisplay[] | null {
  const parts = devicesIn(text)
  return parts.length === 0 ? null : parts.filter(isDisplay).map(toDisplay)
}

/** Names of the neural processing units on the bus. llama.cpp computes on none of them. */
export function parseLspciNpus(text: string): string[] {
  const npu = /neural processing unit|\bnpu\b|\bvpu\b|ai boost/i
  return devicesIn(text)
    .flatMap((parts) => (npu.test(parts.device) ? (cleanName(parts.device) ?? []) : []))
    .slice(0, 64)
}

function devicesIn(text: string): (Parts & { driver?: string })[] {
  const lines = linesOf(text)
  return lines.some((line) => /^Slot:\s/.test(line)) ? fromRecords(lines) : fromLines(lines)
}

function fromLines(lines: readonly string[]): (Parts & { driver?: string })[] {
  const all: (Parts & { driver?: string })[] = []
  for (const line of lines) {
    const driver = /^\s+Kernel driver in use:\s*(\S{1,40})/.exec(line)?.[1]
    const last = all.at(-1)
    if (driver !== undefined && last) last.driver = driver
    const match = ADDRESS.exec(line)
    if (match?.[1] === undefined || match[2] === undefined) continue
    const parts = match[2].startsWith('"') ? fromQuoted(match[2]) : fromPlain(match[2])
    if (parts) all.push({ address: match[1], ...parts })
  }
  return all
}

/** `VGA compatible controller [0300]: Intel Corporation HD Graphics 620 [8086:5916] (rev 02)` */
function fromPlain(text: string): Omit<Parts, 'address'> | null {
  const at = text.indexOf(': ')
  if (at < 0) return null
  const before = text.slice(0, at)
  // `-n`: `0300: 10de:2684`
  const kind = /^()([0-9a-f]{4})$/i.exec(before) ?? /^(.*?)\s*(?:\[([0-9a-f]{4})\])?$/i.exec(before)
  const rest = text
    .slice(at + 2)
    .replace(/\s*\(prog-if [0-9a-f]{2}[^()]{0,60}\)\s*$/i, '')
    .replace(/\s*\(rev [0-9a-f]{2}\)\s*$/i, '')
    .trim()
  // A device whose vendor is not in pci.ids either is `Device 1234:1111`.
  const ids =
    /\s*\[([0-9a-f]{4}):([0-9a-f]{4})\]$/i.exec(rest) ?? /^(?:Device )?([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(rest)
  const named = ids ? rest.slice(0, ids.index) : rest
  const vendor = VENDOR_PREFIX.exec(named)
  return {
    class_name: kind?.[1] ?? '',
    class_code: kind?.[2] ?? null,
    vendor: vendor?.[1] ?? named,
    vendor_id: ids?.[1] ?? null,
    device: named.slice(vendor?.[0].length ?? 0),
    device_id: ids?.[2] ?? null,
  }
}

/** `"VGA compatible controller [0300]" "Intel Corporation [8086]" "HD Graphics 620 [5916]" -r02 "..." "..."` */
function fromQuoted(text: string): Omit<Parts, 'address'> | null {
  const words = [...text.matchAll(/"([^"]{0,200})"/g)].map((match) => withCode(match[1] ?? ''))
  const [kind, vendor, device] = words
  if (!kind || !vendor || !device) return null
  return {
    class_name: kind.name,
    class_code: kind.code,
    vendor: vendor.name,
    vendor_id: vendor.code,
    device: device.name,
    device_id: device.code,
  }
}

function fromRecords(lines: readonly string[]): (Parts & { driver?: string })[] {
  const all: (Parts & { driver?: string })[] = []
  for (const line of lines) {
    const [key, value] = keyValue(line) ?? ['', '']
    if (key === 'Slot') {
      all.push({
        address: value,
        class_name: '',
        class_code: null,
        vendor: '',
        vendor_id: null,
        device: '',
        device_id: null,
      })
    }
    const last = all.at(-1)
    if (!last) continue
    const { name, code } = withCode(value)
    if (key === 'Class') [last.class_name, last.class_code] = [name, code]
    else if (key === 'Vendor') [last.vendor, last.vendor_id] = [name, code]
    else if (key === 'Device') [last.device, last.device_id] = [name, code]
    else if (key === 'Driver') last.driver = value
  }
  return all
}

/** `Name [10de]`, or the bare code of `-n`. */
function withCode(text: string): { name: string; code: string | null } {
  if (/^[0-9a-f]{4}$/i.test(text)) return { name: '', code: text }
  const match = /^(.{0,190}?)\s*\[([0-9a-f]{4})\]$/i.exec(text)
  return match ? { name: match[1] ?? '', code: match[2] ?? null } : { name: text, code: null }
}

function isDisplay(parts: Parts): boolean {
  if (isAmdAccelerator(parts.class_code ?? '', parts.vendor_id ?? '')) return true
  // Without numbers the name tells them from AMD's neural processors.
  if (/^processing accelerators$/i.test(parts.class_name) && /\bInstinct\b/.test(parts.device)) return true
  return parts.class_code === null ? DISPLAY_NAMES.test(parts.class_name) : isDisplayClass(parts.class_code)
}

function toDisplay(parts: Parts & { driver?: string }): PciDisplay {
  const vendor = parts.vendor_id === null ? vendorOfName(parts.vendor) : gpuVendor(parts.vendor_id)
  // A pci.ids file older than the card gives `Device 2330`: then the number is all there is.
  const unnamed = /^Device(?: ([0-9a-f]{4}))?$/i.exec(parts.device)
  const bracket = /^(.{0,120}?)\s*\[(.{1,120})\]$/.exec(parts.device)
  const name = unnamed ? null : cleanName(bracket?.[2] ?? parts.device)
  const vendor_id = parts.vendor_id ?? (vendor === null ? null : (VENDOR_IDS[vendor] ?? null))
  const device_id = parts.device_id ?? unnamed?.[1] ?? null
  const pci_id = vendor_id !== null && device_id !== null ? `${vendor_id}:${device_id}`.toLowerCase() : null
  const adapter = vendor === null && pci_id !== null ? adapterName(pci_id) : null
  return {
    ...gpuReport({
      vendor: vendor ?? 'other',
      name: name ?? adapter?.name ?? null,
      pci_address: pciAddress(parts.address),
      pci_id,
      integrated: vendor === null || name === null ? null : integratedByName(vendor, parts.device),
    }),
    not_gpu: vendor === null ? ((parts.vendor_id ? notGpu(parts.vendor_id) : null) ?? byName(parts.vendor)) : null,
    chip: cleanName(bracket?.[1] ?? null),
    vendor_name: parts.vendor.slice(0, 100) || (adapter?.vendor ?? ''),
    // The kernel module is no driver version, but it says whether one is loaded.
    driver: parts.driver ?? null,
  }
}

const VENDOR_IDS: Readonly<Record<string, string>> = { nvidia: '10de', amd: '1002', intel: '8086' }

function byName(vendor: string): 'management' | 'virtual' | 'unknown' {
  if (/aspeed|matrox/i.test(vendor)) return 'management'
  return /vmware|qemu|bochs|virtio|red hat|cirrus|virtualbox|innotek|hyper-v|parallels/i.test(vendor)
    ? 'virtual'
    : 'unknown'
}

export type PciSight = { readonly displays: readonly PciDisplay[]; readonly npus: readonly string[] }

export const lspci: Probe<PciSight> = {
  id: 'lspci',
  platforms: ['linux'],
  command: 'lspci',
  args: ['-D', '-nn'],
  parse: (text) => {
    const displays = parseLspci(text)
    return displays === null ? null : { displays, npus: parseLspciNpus(text) }
  },
}
