import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, coreCount, linesOf, sizeInBytes } from '../text.ts'
import { migProfile } from './mig-profile.ts'
import type { NvidiaGpu } from './nvidia-csv.ts'
import type { MigInstance } from './nvidia-report.ts'

export type NvidiaTableGpu = NvidiaGpu & {
  /** What the driver lets the card draw: a laptop part shows by it, where the name is cut. */
  readonly power_cap_w: number | null
}

export type NvidiaTable = {
  /** Version of the tool; on WSL another one than the driver's. */
  readonly tool: string | null
  readonly driver: string | null
  readonly cuda: string | null
  readonly gpus: readonly NvidiaTableGpu[]
  readonly mig: readonly (MigInstance & { readonly gpu: number })[]
}

// Tables come indented and behind the prefixes of logs: a frame's bar may stand anywhere behind a blank.
const ROW =
  /(?:^|\s)\|\s*(\d{1,3})\s{1,4}(\S.{0,60}?)\s+(?:On|Off|N\/A|WDDM|TCC|MCDM|ERR!)\s*\|\s*([0-9A-F:.]{7,20}|N\/A)\s+(?:On|Off|N\/A)\s*\|/
const MEMORY = /\|\s*(?:(\d{1,8}MiB)\s*\/\s*(\d{1,8}MiB)|(Not Supported|N\/A))\s*\|/
const MIG =
  /(?:^|\s)\|\s*(\d{1,3})\s+(\d{1,3})\s+\d{1,3}\s+\d{1,3}\s*\|\s*(\d{1,8}MiB)\s*\/\s*(\d{1,8}MiB)\s*\|\s*(\d{1,3})?/
/** Intel's and Kunlun's tools print the same table. */
const OTHERS = /\bXPU-SMI\b|\|\s*\d{1,3}\s{1,4}Intel\(R\) /
const POWER_CAP = /\s(?:\d{1,5}W|N\/A|ERR!)\s*\/\s*(\d{1,5})W\s*\|/

/**
 * Reads the table of a plain `nvidia-smi`, which every driver prints. Long names are cut there (`RTX 5090 ...`):
 * such a name keeps its dots, so that nobody takes a laptop part for the desktop card.
 */
export function parseNvidiaTable(text: string): NvidiaTable | null {
  if (OTHERS.test(text.slice(0, 200_000))) return null
  let tool: string | null = null
  let driver: string | null = null
  let cuda: string | null = null
  const gpus: NvidiaTableGpu[] = []
  const mig: (Omit<MigInstance, 'profile'> & { gpu: number; sms: number | null })[] = []
  // A card takes two or three lines: name, memory, MIG mode.
  let open: { index: number; name: string; address: string } | null = null
  let measured = false
  for (const line of linesOf(text)) {
    // Since 610: "KMD Version" and "CUDA UMD Version". On WSL the tool's own version is another one.
    tool ??= /NVIDIA-SMI (\d[\d.]{1,20})/.exec(line)?.[1] ?? null
    driver ??= /(?:Driver|KMD) Version:\s*(\d[\d.]{1,20})/.exec(line)?.[1] ?? null
    cuda ??= /CUDA (?:UMD )?Version:\s*(\d[\d.]{1,10})/.exec(line)?.[1] ?? null
    if (/\|\s*(?:MIG devices|Processes):/.test(line)) open = null
    const row = ROW.exec(line)
    const slice = MIG.exec(line)
    if (slice) {
      const [, gpu, instance, used, total, sms] = slice
      const [size, taken] = [sizeInBytes(total ?? ''), sizeInBytes(used ?? '')]
      mig.push({
        gpu: coreCount(gpu) ?? 0,
        gpu_instance: coreCount(instance),
        sms: coreCount(sms),
        vram_bytes: size,
        vram_free_bytes: size !== null && taken !== null && taken <= size ? size - taken : null,
      })
    } else if (row?.[1] !== undefined && row[2] !== undefined) {
      open = { index: coreCount(row[1]) ?? gpus.length, name: cleanName(row[2]) ?? 'NVIDIA GPU', address: row[3] ?? '' }
      measured = false
    } else if (open) {
      const memory = measured ? null : MEMORY.exec(line)
      const last = gpus.at(-1)
      if (memory) {
        const cap = POWER_CAP.exec(line)?.[1]
        gpus.push({ ...toGpu(open, memory[1], memory[2], memory[3] !== undefined), power_cap_w: coreCount(cap) })
        measured = true
      } else if (measured && last && /Enabled\s*\|\s*$/.test(line)) {
        gpus[gpus.length - 1] = { ...last, mig_enabled: true }
      }
    }
  }
  if (gpus.length === 0 && driver === null) return null
  const cards = gpus.slice(0, 256).map((gpu) => ({ ...gpu, driver }))
  const slices = mig.slice(0, 256)
  return {
    tool,
    driver,
    cuda,
    gpus: cards,
    mig: slices.map(({ sms, ...slice }) => {
      const own = slices.filter(({ gpu, gpu_instance }) => gpu === slice.gpu && gpu_instance === slice.gpu_instance)
      const card = cards.find(({ index }) => index === slice.gpu)
      const all_sms = own.reduce((sum, other) => sum + (other.sms ?? 0), 0)
      return { ...slice, profile: migProfile(card, { vram_bytes: slice.vram_bytes, sms, all_sms }) }
    }),
  }
}

function toGpu(
  row: { index: number; name: string; address: string },
  used: string | undefined,
  total: string | undefined,
  uncounted: boolean,
): NvidiaGpu {
  const [size, taken] = [sizeInBytes(total ?? ''), sizeInBytes(used ?? '')]
  return {
    ...gpuReport({
      vendor: 'nvidia',
      name: row.name,
      vram_bytes: size || null,
      vram_free_bytes: size !== null && taken !== null && taken <= size ? size - taken : null,
      pci_address: pciAddress(row.address),
      integrated: integratedByName('nvidia', row.name),
      memory_not_counted: uncounted,
    }),
    index: row.index,
    used_bytes: taken,
    mig_enabled: false,
  }
}

export const nvidiaTable: Probe<NvidiaTable> = {
  id: 'nvidia-smi-table',
  platforms: ['linux', 'windows'],
  command: 'nvidia-smi',
  args: [],
  parse: parseNvidiaTable,
}
