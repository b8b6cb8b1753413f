import type { GpuReport } from '../../shared/hardware/gpu-report.ts'
import {
  parseAmdSmiCsv,
  parseAmdSmiJson,
  parseAmdSmiMonitor,
  parseAmdSmiTable,
  parseAmdSmiText,
  type AmdGpu,
} from '../../shared/hardware/probes/amd-smi.ts'
import { parseSyclLs, parseXpuSmi } from '../../shared/hardware/probes/intel-gpu.ts'
import { parseClinfo } from '../../shared/hardware/probes/clinfo.ts'
import { parseLspci, parseLspciNpus } from '../../shared/hardware/probes/lspci.ts'
import { parseMacDisplays } from '../../shared/hardware/probes/macos-profiler.ts'
import { nvidiaTrouble, parseNvidiaCsv, type NvidiaGpu } from '../../shared/hardware/probes/nvidia-csv.ts'
import { parseNvidiaList } from '../../shared/hardware/probes/nvidia-list.ts'
import { parseNvidiaQuery, parseNvidiaXml } from '../../shared/hardware/probes/nvidia-report.ts'
import { parseNvidiaTable } from '../../shared/hardware/probes/nvidia-table.ts'
import { parseRocmSmiCsv, parseRocmSmiJson, parseRocmSmiText } from '../../shared/hardware/probes/rocm-smi.ts'
import { parseRocmSmiTable } from '../../shared/hardware/probes/rocm-smi-table.ts'
import { parseRocminfo } from '../../shared/hardware/probes/rocminfo.ts'
import { cudaOfDriver } from '../../shared/hardware/probes/nvidia-cuda.ts'
import { parseXpuDump } from '../../shared/hardware/probes/xpu-dump.ts'
import { parseXpuTable } from '../../shared/hardware/probes/xpu-table.ts'
import { parseVulkaninfo } from '../../shared/hardware/probes/vulkaninfo.ts'
import type { Entry, Reader } from './readers.ts'

const mib = (bytes: number | null | undefined): number | null => (typeof bytes === 'number' ? bytes / 1024 ** 2 : null)

/** Lists of cards are a number in some entries of the index. */
function counted<T>(entry: Entry, cards: readonly T[]): number | readonly T[] {
  return typeof entry.expected.gpus === 'number' ? cards.length : cards
}

function nvidiaCards(gpus: readonly NvidiaGpu[]): object[] {
  return gpus.map((gpu) => ({
    name: gpu.name,
    nameInTable: gpu.name,
    vramMiB: mib(gpu.vram_bytes),
    usedMiB: mib(gpu.used_bytes),
  }))
}

/** Rows without a header say what they are by the command's fields alone. */
function withHeader(text: string, command: string): string {
  const fields = /--query-gpu[= ]([\w.,]+)/.exec(command)?.[1]?.split(',')
  if (fields === undefined || !command.includes('noheader')) return text
  const unit = (name: string): string =>
    name.startsWith('memory.') && command.includes('nounits') ? `${name} [MiB]` : name
  return `${fields.map((name) => unit(name)).join(', ')}\n${text}`
}

export const nvidiaCsv: Reader = (text, { command }) => {
  const seen = parseNvidiaCsv(withHeader(text, command)) ?? []
  return {
    gpus: nvidiaCards(seen),
    driver: seen[0]?.driver,
    cuda: cudaOfDriver(seen[0]?.driver ?? null),
    migEnabled: seen.some((gpu) => gpu.mig_enabled),
  }
}

export const nvidiaReport: Reader = (text) => {
  const seen = text.includes('<nvidia_smi_log') ? parseNvidiaXml(text) : parseNvidiaQuery(text)
  const mig = seen?.gpus.flatMap((gpu) =>
    gpu.mig.map(({ vram_bytes, profile }) => ({ mib: mib(vram_bytes), profile: profile ?? undefined })),
  )
  return {
    gpus: nvidiaCards(seen?.gpus ?? []),
    driver: seen?.driver,
    cuda: seen?.cuda,
    migEnabled: seen?.gpus.some((gpu) => gpu.mig_enabled),
    mig,
  }
}

export const nvidiaTable: Reader = (text) => {
  const seen = parseNvidiaTable(text)
  const first = seen?.gpus[0]
  return {
    gpus: nvidiaCards(seen?.gpus ?? []).map((card, at) => ({ ...card, powerCapW: seen?.gpus[at]?.power_cap_w })),
    smi: seen?.tool,
    driver: seen ? seen.driver : null,
    cuda: seen?.cuda,
    unifiedMemory: first?.memory_not_counted === true && first.integrated === true,
    nameTruncated: first?.name?.endsWith('...'),
    migEnabled: seen?.gpus.some((gpu) => gpu.mig_enabled),
    mig: seen?.mig.map((instance) => ({
      mib: mib(instance.vram_bytes),
      profile: instance.profile,
      sharesMemoryWith: seen.mig.find((other) => other !== instance && other.gpu_instance === instance.gpu_instance)
        ?.profile,
    })),
  }
}

export const nvidiaList: Reader = (text) => {
  const seen = parseNvidiaList(text) ?? []
  return { gpus: seen.map(({ name }) => ({ name })), mig: seen.flatMap((gpu) => gpu.mig) }
}

export const nvidiaError: Reader = (text) => ({ gpus: parseNvidiaCsv(text) ?? [], reason: nvidiaTrouble(text) })

export const rocmSmi: Reader = (text, entry) => {
  const seen = parseRocmSmiJson(text) ?? parseRocmSmiCsv(text) ?? parseRocmSmiText(text) ?? []
  const cards = seen.map((gpu) => ({
    index: gpu.index,
    name: gpu.name,
    vramMiB: mib(gpu.vram_bytes),
    usedBytes: gpu.used_bytes,
    gfx: gpu.architecture,
    integrated: gpu.integrated,
  }))
  const sizes = seen.map((gpu) => gpu.vram_bytes)
  const fields = seen[0]?.fields ?? {}
  return {
    cards: seen.length,
    gpus: counted(entry, cards),
    vramBytes: sizes,
    vramMiB: sizes.map(mib),
    names: fields,
    sample: [`card${seen[0]?.index}`, fields],
  }
}

export const rocmSmiTable: Reader = (text, entry) => {
  // What is asked for by flags comes as a line a field.
  if (/^\s*GPU\[\d+\]/m.test(text)) return rocmSmi(text, entry)
  const seen = parseRocmSmiTable(text) ?? []
  return { gpus: counted(entry, seen) }
}

export const amdSmi: Reader = (text, entry) => {
  const table = parseAmdSmiTable(text)
  const seen: readonly AmdGpu[] =
    (table?.gpus.length ? table.gpus : null) ??
    parseAmdSmiJson(text) ??
    parseAmdSmiCsv(text) ??
    parseAmdSmiMonitor(text) ??
    parseAmdSmiText(text) ??
    []
  const cards = seen.map((gpu) => ({
    name: gpu.name,
    vramMiB: mib(gpu.vram_bytes),
    bdf: gpu.pci_address,
    integrated: gpu.integrated,
    gfx: gpu.architecture,
    cu: gpu.compute_units,
  }))
  return {
    gpus: counted(entry, cards),
    names: cards.map((card) => card.name),
    vram: cards.map((card) => `${card.vramMiB} MB`),
    gfx: cards.map((card) => card.gfx),
    rocm: table?.rocm,
  }
}

export const rocminfo: Reader = (text) => {
  const seen = parseRocminfo(text) ?? []
  const gpus = seen.filter((agent) => agent.kind === 'gpu')
  return {
    gpus: gpus.map((gpu) => ({ gfx: gpu.name, name: gpu.marketing_name, chipId: gpu.chip_id })),
    gfx: gpus.map((gpu) => gpu.name),
    cpuPoolKiB: (seen.find((agent) => agent.kind === 'cpu')?.pool_bytes ?? 0) / 1024,
    marketing: gpus[0]?.marketing_name,
    marketingNames: seen.map((agent) => agent.marketing_name),
    npu: seen.find((agent) => agent.kind === 'other' && agent.name?.startsWith('aie'))?.name,
  }
}

const VENDORS: Readonly<Record<string, string>> = { nvidia: 'NVIDIA', amd: 'AMD', intel: 'Intel' }

export const lspci: Reader = (text, { expected }) => {
  const seen = (parseLspci(text) ?? []).filter((card) => card.not_gpu === null || card.not_gpu === 'virtual')
  const names = seen.map((card) => `${card.name} ${card.chip}`)
  return {
    gpus: seen.map((card) => ({
      vendor: VENDORS[card.vendor] ?? card.vendor_name,
      name: card.name,
      chip: card.chip ?? undefined,
      kind: card.integrated ? 'integrated' : 'discrete',
      pci: card.pci_id,
      pciDevice: card.pci_id?.split(':')[1],
      driver: card.driver,
      virtual: card.not_gpu === 'virtual',
    })),
    notGpus: absent(expected.notGpus, names),
    npus: parseLspciNpus(text),
  }
}

/** The unwanted names that are not there, to be compared with all that are unwanted. */
function absent(unwanted: unknown, names: readonly string[]): unknown {
  return Array.isArray(unwanted)
    ? unwanted.filter((word) => !names.some((name) => name.includes(String(word))))
    : undefined
}

export const vulkaninfo: Reader = (text, { expected }) => {
  const seen = parseVulkaninfo(text) ?? []
  return {
    gpus: seen.map((gpu) => ({
      name: gpu.name,
      type: gpu.integrated === null ? null : gpu.integrated ? 'integrated' : 'discrete',
      driver: gpu.driver,
    })),
    notGpus: absent(
      expected.notGpus,
      seen.map((gpu) => gpu.name ?? ''),
    ),
  }
}

function intelCard(gpu: GpuReport): Record<string, unknown> {
  return {
    name: gpu.name,
    bdf: gpu.pci_address,
    integrated: gpu.integrated,
    pciDevice: gpu.pci_id === null ? undefined : `0x${gpu.pci_id.split(':')[1]}`,
    vramMiB: mib(gpu.vram_bytes),
    vramBytes: gpu.vram_bytes,
  }
}

export const intelGpu: Reader = (text, { command }) => {
  if (command.startsWith('clinfo')) return { gpus: parseClinfo(text)?.map(intelCard) }
  if (command.startsWith('sycl-ls')) return { gpus: (parseSyclLs(text) ?? []).map((name) => ({ name })) }
  if (command.includes('dump')) {
    return {
      gpus: parseXpuDump(text)?.map((card) => ({
        id: card.index,
        utilization: card.busy_percent,
        powerW: card.power_w,
        freqMHz: card.clock_mhz,
        temp: card.temperature_c,
      })),
    }
  }
  return { gpus: (parseXpuTable(text) ?? parseXpuSmi(text))?.map(intelCard) }
}

export const macDisplays: Reader = (text) => ({
  gpus: parseMacDisplays(text)?.map((gpu) => ({
    name: gpu.name,
    vendor: VENDORS[gpu.vendor],
    gpuCores: gpu.cores,
    metal: gpu.metal,
    vramMiB: mib(gpu.vram_bytes),
    integrated: gpu.integrated,
  })),
})
