import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress, type GpuReport } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, coreCount, linesOf, sizeInBytes } from '../text.ts'
import { nvidiaRows, type NvidiaRow } from './nvidia-rows.ts'

export type NvidiaGpu = GpuReport & {
  readonly index: number | null
  readonly used_bytes: number | null
  /** MIG is on: the card itself cannot be used, only its instances. */
  readonly mig_enabled: boolean
}

const FIELDS = [
  'index',
  'name',
  'pci.bus_id',
  'memory.total',
  'memory.used',
  'memory.free',
  'driver_version',
  'compute_cap',
  'mig.mode.current',
] as const

/**
 * Reads `nvidia-smi --query-gpu=... --format=csv`, whatever its fields. Error lines among the rows are left out.
 * `[N/A]` and `[Not Supported]` are unknown; on unified parts (GB10, Jetson) they mean the machine's own memory.
 */
export function parseNvidiaCsv(text: string): NvidiaGpu[] | null {
  const rows = nvidiaRows(text)
  const gpus = rows
    ? rows.flatMap((row) => withHeader(row) ?? [])
    : linesOf(text)
        .slice(0, 1000)
        .flatMap((line) => withoutHeader(line.split(',').map((cell) => cell.trim())) ?? [])
  return gpus.length > 0 ? gpus.slice(0, 256) : null
}

function withHeader(row: NvidiaRow): NvidiaGpu | null {
  const cell = (name: string): string => row[name] ?? ''
  const name = cleanName(cell('name'))
  // `[GPU is lost]`, `[Unknown Error]` in each cell: a card that cannot be used.
  if (name === null ? 'name' in row || !('memory.total' in row) : /^\[.*\]$/.test(name)) return null
  const total = sizeInBytes(cell('memory.total'))
  return {
    ...gpuReport({
      vendor: 'nvidia',
      name,
      vram_bytes: total || null,
      vram_free_bytes: total ? sizeInBytes(cell('memory.free')) : null,
      driver: cleanName(cell('driver_version').replace(/^\[.*\]$/, '')),
      architecture: /^\d{1,2}\.\d$/.exec(cell('compute_cap'))?.[0] ?? null,
      pci_address: pciAddress(cell('pci.bus_id')),
      integrated: name === null ? null : integratedByName('nvidia', name),
      memory_not_counted: /not supported|n\/a/i.test(cell('memory.total')),
    }),
    index: coreCount(cell('index')),
    used_bytes: sizeInBytes(cell('memory.used')),
    mig_enabled: /^enabled$/i.test(cell('mig.mode.current')),
  }
}

/** Rows without a header (`noheader`): a name, perhaps after an index, and sizes with units in the usual order. */
function withoutHeader(cells: readonly string[]): NvidiaGpu | null {
  const index = coreCount(cells[0])
  const name = cleanName(cells[index === null ? 0 : 1])
  if (name === null || !/[a-z]{2}/i.test(name) || / [KMG]i?B$/.test(name)) return null
  const sizes = cells.slice(1).flatMap((cell) => (/^\d+ [KMG]i?B$/.test(cell) ? [sizeInBytes(cell)] : []))
  const total = sizes[0] ?? null
  if (total === null) return null
  const within = (size: number | null | undefined): number | null =>
    typeof size === 'number' && size <= total ? size : null
  return {
    ...gpuReport({
      vendor: 'nvidia',
      name,
      vram_bytes: total || null,
      vram_free_bytes: within(sizes[2]),
      driver: cells.find((cell) => /^\d{3}\.\d{2,3}(?:\.\d{2})?$/.test(cell)) ?? null,
      integrated: integratedByName('nvidia', name),
    }),
    index,
    used_bytes: within(sizes[1]),
    mig_enabled: false,
  }
}

export type NvidiaTrouble =
  | 'no-devices'
  | 'driver-not-loaded'
  | 'version-mismatch'
  | 'no-permission'
  | 'unknown-field'
  | 'gpu-lost'
  | 'no-access'
  | 'no-library'

const TROUBLES: readonly (readonly [RegExp, NvidiaTrouble])[] = [
  [/no devices were found/i, 'no-devices'],
  [/couldn't communicate with the nvidia driver|\bdriver not loaded\b/i, 'driver-not-loaded'],
  [/driver\/library version mismatch/i, 'version-mismatch'],
  [/insufficient permissions/i, 'no-permission'],
  [/not a valid field to query/i, 'unknown-field'],
  [/gpu is lost|unable to determine the device handle/i, 'gpu-lost'],
  [/initialize nvml: (?:unknown error|gpu access blocked)|gpu access blocked by the operating system/i, 'no-access'],
  [/couldn't find .{0,20}(?:libnvidia-ml|nvml)|nvml: (?:shared library )?not found/i, 'no-library'],
]

/** What nvidia-smi's error text means; null for text that is no known error. */
export function nvidiaTrouble(text: string): NvidiaTrouble | null {
  return TROUBLES.find(([pattern]) => pattern.test(text.slice(0, 20_000)))?.[1] ?? null
}

export const nvidiaCsv: Probe<NvidiaGpu[]> = {
  id: 'nvidia-smi',
  platforms: ['linux', 'windows'],
  command: 'nvidia-smi',
  args: [`--query-gpu=${FIELDS.join(',')}`, '--format=csv'],
  parse: parseNvidiaCsv,
}
