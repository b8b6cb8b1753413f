import type { GpuReport } from './gpu-report.ts'
import type { GpuSource } from './merge-reports.ts'
import type { Host } from './host.ts'
import { ask } from './probe.ts'
import { nvidiaCsv, nvidiaTrouble, type NvidiaGpu, type NvidiaTrouble } from './probes/nvidia-csv.ts'
import { nvidiaList, type NvidiaListed } from './probes/nvidia-list.ts'
import { nvidiaQuery, type NvidiaReport } from './probes/nvidia-report.ts'
import { nvidiaTable } from './probes/nvidia-table.ts'
import type { ProbeResult } from './snapshot.ts'

export type NvidiaSight = { readonly gpus: readonly GpuSource[]; readonly notes: readonly string[] }

const SENTENCES: Readonly<Record<NvidiaTrouble, string>> = {
  'no-devices': 'nvidia-smi found no GPU, so no NVIDIA GPU is counted.',
  'driver-not-loaded':
    'nvidia-smi could not reach the NVIDIA driver: load it (or restart after an update) to use the GPU.',
  'version-mismatch':
    'The loaded NVIDIA driver and its library are of different versions: restart the machine to use the GPU.',
  'no-permission': 'nvidia-smi may not read the GPU from this account, so its memory is unknown.',
  'unknown-field': 'This nvidia-smi is too old to answer by fields, and its plain report could not be read either.',
  'no-access':
    'The GPU is there, but this container or session may not open it: restart the container, or give it the GPU anew.',
  'no-library':
    'nvidia-smi does not find the driver library (libnvidia-ml): install the driver, or mount it into the container.',
  'gpu-lost': 'nvidia-smi reports a GPU that no longer answers on the bus.',
}

/** Its words stay in the probe's result: they may be anything. */
const NOT_READ = 'nvidia-smi failed or its answer could not be read, so what it knows of the GPU is missing.'

/**
 * Asks nvidia-smi: by fields, and where that fails or MIG is on, for its reports. With MIG the instances are the
 * devices and the card itself is none.
 */
export async function seeNvidia(host: Host, log: ProbeResult[]): Promise<NvidiaSight> {
  const cards = await ask(host, nvidiaCsv, log)
  if (cards !== null) {
    if (!cards.some((card) => card.mig_enabled)) return found(cards)
    const [report, listed] = await Promise.all([ask(host, nvidiaQuery, log), ask(host, nvidiaList, log)])
    return found(cards.flatMap((card) => (card.mig_enabled ? migDevices(card, report, listed) : [card])))
  }
  const first = log.find((probe) => probe.id === nvidiaCsv.id)
  const trouble = nvidiaTrouble(first?.note ?? '')
  if (first?.state === 'timeout') {
    return { gpus: [], notes: ['nvidia-smi did not answer in time, so what it knows of the GPU is missing.'] }
  }
  if (first?.state !== 'failed') return { gpus: [], notes: [] }
  if (trouble !== null && trouble !== 'unknown-field') return { gpus: [], notes: [SENTENCES[trouble]] }
  const [report, table] = await Promise.all([ask(host, nvidiaQuery, log), ask(host, nvidiaTable, log)])
  const plain = report?.gpus.length ? report.gpus : (table?.gpus ?? [])
  if (plain.length === 0) return { gpus: [], notes: [trouble === null ? NOT_READ : SENTENCES[trouble]] }
  return found(plain)
}

function found(reports: readonly GpuReport[]): NvidiaSight {
  return { gpus: [{ source: 'nvidia-smi', reports, complete_for: 'nvidia' }], notes: [] }
}

/** The instances of a card with MIG on, one for each slice of memory. Without any instance the card is of no use. */
export function migDevices(
  card: NvidiaGpu,
  report: NvidiaReport | null,
  listed: readonly NvidiaListed[] | null,
): GpuReport[] {
  const same = report?.gpus.find((gpu) => gpu.pci_address === card.pci_address)
  const profiles = listed?.find((gpu) => gpu.index === card.index)?.mig ?? []
  const slices = new Map<number | string, GpuReport>()
  for (const [at, instance] of (same?.mig ?? profiles.map(() => null)).entries()) {
    const key = instance?.gpu_instance ?? `unknown ${at}`
    if (slices.has(key)) continue
    // "1c.3g.71gb" is one compute instance of the slice 3g.71gb.
    const profile = (profiles[at] ?? instance?.profile)?.replace(/^\d{1,2}c\./, '')
    slices.set(key, {
      ...card,
      name: `${card.name ?? 'NVIDIA GPU'} MIG${profile === undefined ? '' : ` ${profile}`}`,
      vram_bytes: instance?.vram_bytes ?? null,
      vram_free_bytes: instance?.vram_free_bytes ?? null,
      memory_not_counted: false,
    })
  }
  return [...slices.values()]
}

/** A sentence where an NVIDIA card is on the bus and nothing of its driver answered; else none. */
export function driverNote(sight: NvidiaSight, onBus: readonly GpuReport[]): string[] {
  if (sight.gpus.length > 0 || sight.notes.length > 0 || !onBus.some((gpu) => gpu.vendor === 'nvidia')) return []
  return ['An NVIDIA GPU is on the PCI bus but nvidia-smi is not there: install its driver to use the GPU.']
}
