import { parseDxdiag, parseSysteminfo } from '../../shared/hardware/probes/windows-report.ts'
import { parseWindowsGpus, parseWindowsMachine, type WindowsGpu } from '../../shared/hardware/probes/windows-cim.ts'
import { parseWmicGpus, parseWmicMachine, windowsObjects } from '../../shared/hardware/probes/windows-text.ts'
import type { Reader } from './readers.ts'

const MIB = 1024 ** 2
const mib = (bytes: number | null): number | null => (bytes === null ? null : bytes / MIB)

export const windows: Reader = (text, { command, expected }) => {
  if (/dxdiag/i.test(command)) {
    return {
      gpus: parseDxdiag(text)?.map((card) => ({
        name: card.name ?? undefined,
        dedicatedMiB: mib(card.dedicated_bytes),
        sharedMiB: mib(card.shared_bytes),
        displayMiB: mib(card.display_bytes),
        integrated: card.integrated ?? undefined,
      })),
    }
  }
  if (/systeminfo/i.test(command)) {
    const total = mib(parseSysteminfo(text))
    return { totalMiB: total, totalPhysicalMemoryText: `${total?.toLocaleString('en-US')} MB` }
  }
  const json = /^\s*[{[]/.test(text)
  if (/processor|wmic cpu|computersystem|operatingsystem|wmic os|memorychip|physicalmemory/i.test(command)) {
    const part = /physicalmemory|memorychip/i.test(command) ? 'modules' : /system/i.test(command) ? 'os' : 'cpu'
    const seen = json ? parseWindowsMachine(`{"${part}":${text}}`) : parseWmicMachine(text)
    return {
      memBytes: seen?.memory.total_bytes,
      totalMiB: mib(seen?.memory.total_bytes ?? null),
      name: seen?.cpu,
      cores: seen?.physical,
      threads: seen?.logical,
      ramBytes: seen?.memory.total_bytes,
    }
  }
  // `Name|AdapterRAM` is a form of someone's own script.
  const piped = /^([^|\r\n]+)\|(\d+)\s*$/.exec(text)
  const list = piped ? `Name : ${piped[1]}\nAdapterRAM : ${piped[2]}` : text
  const seen = json ? parseWindowsGpus(`{"gpu":${text}}`) : parseWmicGpus(list)
  const known = Array.isArray(expected.gpus) ? (expected.gpus as Record<string, unknown>[]) : []
  const [only] = windowsObjects(text)
  return {
    adapterRam: Number(only?.AdapterRAM),
    capped: Number(only?.AdapterRAM) >= 4095 * MIB,
    // Without a name there is no card to report, so nothing was made up.
    vramMiB: seen === null ? { unknownOr: expected.vramMiB } : undefined,
    gpus: seen?.map((gpu, at) => toWords(gpu, known[at]?.vramMiB)),
  }
}

function toWords(gpu: WindowsGpu, vramMiB: unknown): Record<string, unknown> {
  return {
    name: gpu.name,
    adapterRam: gpu.adapter_ram,
    driver: gpu.driver,
    pnp: gpu.pci_id === null ? undefined : pnp(gpu.pci_id),
    integrated: gpu.integrated,
    capped: gpu.capped,
    // The field cannot tell the size of a larger card, nor one that is not its own: then unknown is the right answer.
    vramMiB: gpu.vram_bytes === null ? { unknownOr: vramMiB } : mib(gpu.vram_bytes),
  }
}

function pnp(pci_id: string): string {
  const [vendor = '', device = ''] = pci_id.toUpperCase().split(':')
  return `PCI\\VEN_${vendor}&DEV_${device}`
}
