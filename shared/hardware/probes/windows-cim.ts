import type { Probe } from '../probe.ts'
import { gpuReport, type GpuReport } from '../gpu-report.ts'
import type { MemoryFacts } from '../memory.ts'
import { gpuVendor, integratedByName, vendorOfName } from '../pci.ts'
import { cleanName, coreCount, jsonIn, listOf, recordOf, scalarText, wholeNumber } from '../text.ts'
import { KIB, MIB } from '../../units.ts'

export type WindowsMachine = {
  readonly cpu: string | null
  readonly physical: number | null
  readonly logical: number | null
  readonly sockets: number
  readonly memory: MemoryFacts
}

export type WindowsGpu = GpuReport & {
  readonly adapter_ram: number | null
  /** `adapter_ram` has run over: the card has 4 GiB or more and this field cannot say how much. */
  readonly capped: boolean
}

/** AdapterRAM has 32 bits; cards of 4 GiB and more say 4095 MiB, 4 GiB less a page, or nothing. */
const CAPPED = 4095 * MIB
const LEAST = 256 * MIB

/**
 * Reads `{cpu: Win32_Processor[], os: Win32_OperatingSystem}` as JSON. Sizes of the system are KiB; pasted reports have
 * Win32_ComputerSystem for it or the memory modules, whose sizes are bytes.
 */
export function parseWindowsMachine(text: string): WindowsMachine | null {
  const { cpu, os, modules } = recordOf(jsonIn(text))
  const chips = listOf(plain(cpu)).map((chip) => properties(chip))
  const system = properties(listOf(plain(os))[0])
  const total = wholeNumber(system.TotalVisibleMemorySize, 2 ** 42)
  const stated = wholeNumber(system.TotalPhysicalMemory) ?? moduleSum(modules)
  const free = wholeNumber(system.FreePhysicalMemory, 2 ** 42)
  const sum = (key: string): number | null => {
    const counts = chips.map((chip) => coreCount(chip[key]))
    const known = counts.filter((count) => count !== null)
    return known.length > 0 && known.length === counts.length
      ? (coreCount(known.reduce((all, count) => all + count, 0)) ?? null)
      : null
  }
  if (chips.length === 0 && total === null && stated === null) return null
  return {
    cpu: cleanName(chips[0]?.Name),
    physical: sum('NumberOfCores') || null,
    logical: sum('NumberOfLogicalProcessors') || null,
    sockets: chips.length,
    memory: {
      total_bytes: total ? total * KIB : stated || null,
      available_bytes: total && free !== null ? Math.min(free, total) * KIB : null,
    },
  }
}

/** All memory modules together (Win32_PhysicalMemory), in bytes. */
function moduleSum(modules: unknown): number | null {
  const sizes = listOf(plain(modules)).map((module) => wholeNumber(properties(module).Capacity))
  const sum = sizes.reduce<number>((all, size) => all + (size ?? 0), 0)
  return sum > 0 && sizes.every((size) => size !== null) && Number.isSafeInteger(sum) ? sum : null
}

/**
 * Reads `{gpu: Win32_VideoController[], registry: [...]}` as JSON. The size comes from the display class's registry
 * key (64 bits, written by the driver); AdapterRAM is believed only below its limit and for cards of their own memory.
 */
export function parseWindowsGpus(text: string): WindowsGpu[] | null {
  const { gpu, registry } = recordOf(jsonIn(text))
  const keys = listOf(plain(registry)).map((entry) => properties(entry))
  if (gpu === undefined && registry === undefined) return null
  return listOf(plain(gpu))
    .slice(0, 64)
    .flatMap((entry) => toGpu(properties(entry), keys) ?? [])
}

function toGpu(card: Record<string, unknown>, keys: readonly Record<string, unknown>[]): WindowsGpu | null {
  const name = cleanName(card.Name) ?? cleanName(card.Caption)
  const ids = /VEN_([0-9A-F]{4})&DEV_([0-9A-F]{4})/i.exec(scalarText(card.PNPDeviceID))
  const vendor = (ids?.[1] ? gpuVendor(ids[1]) : null) ?? (name === null ? null : vendorOfName(name))
  if (name === null || vendor === null || (ids?.[1] && gpuVendor(ids[1]) === null)) return null
  const own = keys.find(
    (key) =>
      cleanName(key.DriverDesc) === name ||
      (ids !== null && new RegExp(`VEN_${ids[1]}&DEV_${ids[2]}`, 'i').test(scalarText(key.MatchingDeviceId))),
  )
  const written = wholeNumber(own?.['HardwareInformation.qwMemorySize'] ?? own?.qwMemorySize)
  const adapter_ram = wholeNumber(card.AdapterRAM)
  const capped = adapter_ram !== null && adapter_ram >= CAPPED
  const integrated = integratedByName(vendor, name)
  // Some drivers write a megabyte, or what the firmware shows of the screen: no card has so little.
  const believed =
    adapter_ram !== null &&
    adapter_ram >= LEAST &&
    !capped &&
    (integrated === false || (vendor === 'nvidia' && integrated === null))
      ? adapter_ram
      : null
  return {
    ...gpuReport({
      vendor,
      name,
      vram_bytes: written || believed || null,
      driver: cleanName(card.DriverVersion),
      pci_id: ids ? `${ids[1]}:${ids[2]}`.toLowerCase() : null,
      integrated,
    }),
    adapter_ram,
    capped,
  }
}

/** ConvertTo-Json wraps lists as `{value: [...], Count: n}` in some releases. */
function plain(value: unknown): unknown {
  const { value: inner, Count: count } = recordOf(value)
  return Array.isArray(inner) && count !== undefined ? inner : value
}

/** The properties of an object, also where a bare ConvertTo-Json put them under CimInstanceProperties. */
function properties(value: unknown): Record<string, unknown> {
  const record = recordOf(value)
  const nested = record.CimInstanceProperties
  if (!Array.isArray(nested)) return record
  const pairs = nested.map((entry) => recordOf(entry)).filter(({ Name }) => typeof Name === 'string')
  return Object.fromEntries(pairs.map(({ Name, Value }) => [String(Name), Value]))
}

const POWERSHELL = { command: 'powershell.exe', flags: ['-NoProfile', '-NonInteractive', '-Command'] } as const
const UTF8 = '[Console]::OutputEncoding=[Text.Encoding]::UTF8;'
const DISPLAY_CLASS = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968-e325-11ce-bfc1-08002be10318}\\0*'

export const windowsMachine: Probe<WindowsMachine> = {
  id: 'cim-machine',
  platforms: ['windows'],
  command: POWERSHELL.command,
  args: [
    ...POWERSHELL.flags,
    `${UTF8}@{cpu=@(Get-CimInstance Win32_Processor|Select-Object Name,NumberOfCores,NumberOfLogicalProcessors);` +
      'os=(Get-CimInstance Win32_OperatingSystem|Select-Object TotalVisibleMemorySize,FreePhysicalMemory)}' +
      '|ConvertTo-Json -Depth 4 -Compress',
  ],
  parse: parseWindowsMachine,
}

export const windowsGpus: Probe<WindowsGpu[]> = {
  id: 'cim-gpus',
  platforms: ['windows'],
  command: POWERSHELL.command,
  args: [
    ...POWERSHELL.flags,
    `${UTF8}@{gpu=@(Get-CimInstance Win32_VideoController|Select-Object Name,AdapterRAM,DriverVersion,PNPDeviceID);` +
      `registry=@(Get-ItemProperty '${DISPLAY_CLASS}' -ErrorAction SilentlyContinue|Select-Object DriverDesc,` +
      "MatchingDeviceId,'HardwareInformation.qwMemorySize')}|ConvertTo-Json -Depth 4 -Compress",
  ],
  parse: parseWindowsGpus,
}
