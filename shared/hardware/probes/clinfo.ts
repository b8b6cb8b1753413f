import { gpuReport, pciAddress, type GpuReport } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import type { Probe } from '../probe.ts'
import { cleanName, linesOf, wholeNumber } from '../text.ts'

/** What `clinfo` prints for people, and what `clinfo --raw` calls it (OpenCL's own names). */
const KEYS: Readonly<Record<string, Key>> = {
  'device name': 'name',
  CL_DEVICE_NAME: 'name',
  'device board name (intel)': 'board',
  'device vendor id': 'vendor',
  CL_DEVICE_VENDOR_ID: 'vendor',
  'device type': 'type',
  CL_DEVICE_TYPE: 'type',
  'device pci bus info (khr)': 'pci',
  CL_DEVICE_PCI_BUS_INFO_KHR: 'pci',
  'device id (intel)': 'device',
  CL_DEVICE_ID_INTEL: 'device',
  'global memory size': 'memory',
  CL_DEVICE_GLOBAL_MEM_SIZE: 'memory',
  'unified memory for host and device': 'unified',
  CL_DEVICE_HOST_UNIFIED_MEMORY: 'unified',
}

type Key = 'name' | 'board' | 'vendor' | 'type' | 'pci' | 'device' | 'memory' | 'unified'
type Device = Partial<Record<Key, string>>

const INTEL = /^0x8086$/i

/**
 * Intel's GPUs as OpenCL sees them. Memory is that of a card which says that it shares none with the machine: of an
 * integrated one it is a share of RAM. A card that several drivers list counts once. An empty list is no platform or
 * device of Intel's.
 */
export function parseClinfo(text: string): GpuReport[] | null {
  const devices: Device[] = []
  let any = false
  for (const line of linesOf(text)) {
    any ||= /^\s*(?:Number of platforms\b|\[?.{0,20}\]?\s*#PLATFORMS|\[\S{1,20}\]\s+CL_PLATFORM_NAME)/i.test(line)
    const found = entryOf(line)
    if (found === null) continue
    const [key, value] = found
    if (key === 'name') devices.push({})
    const device = devices.at(-1)
    if (device) device[key] ??= value
  }
  if (!any && devices.length === 0) return null
  const gpus = devices.slice(0, 256).flatMap((device) => toGpu(device) ?? [])
  return gpus.filter((gpu, at) => gpus.findIndex((other) => sameCard(other, gpu)) === at)
}

/** `  Device Name          Intel(R) Arc(TM) ...` or `[INTEL/0]  CL_DEVICE_NAME   Intel(R) ...`. */
function entryOf(line: string): [Key, string] | null {
  const bare = line.replace(/^\s*\[[^\]]{1,30}\]/, '').trim()
  const [word = ''] = bare.split(/\s/, 1)
  const raw = KEYS[word]
  if (raw !== undefined) return [raw, bare.slice(word.length).trim()]
  const match = /^(\S(?:\S| (?! )){2,60}) {2,}(\S.*)$/.exec(bare)
  const key = KEYS[match?.[1]?.toLowerCase() ?? '']
  return key === undefined || match?.[2] === undefined ? null : [key, match[2].trim()]
}

function toGpu({ name, vendor, type, pci, device, memory, unified }: Device): GpuReport | null {
  const known = cleanName(name)
  if (known === null || !INTEL.test(vendor ?? '') || !/\bGPU\b|_GPU\b/.test(type ?? '')) return null
  const apart = /^(?:no|cl_false)$/i.test(unified ?? '')
  const id = wholeNumber(device, 0xff_ff)
  return gpuReport({
    vendor: 'intel',
    name: known,
    vram_bytes: apart ? wholeNumber(/^\d{1,16}/.exec(memory ?? '')?.[0]) || null : null,
    pci_address: pciAddress((pci ?? '').replace(/^PCI-?E?,\s*/i, '')),
    pci_id: id === null ? null : `8086:${id.toString(16).padStart(4, '0')}`,
    integrated: /^(?:yes|cl_true)$/i.test(unified ?? '') || integratedByName('intel', known),
  })
}

/** One card through two drivers; without addresses two of a kind stay two, as one driver lists them. */
function sameCard(a: GpuReport, b: GpuReport): boolean {
  return a === b || (a.pci_address !== null && a.pci_address === b.pci_address)
}

export const clinfo: Probe<GpuReport[]> = {
  id: 'clinfo',
  platforms: ['linux'],
  command: 'clinfo',
  args: [],
  parse: parseClinfo,
}
