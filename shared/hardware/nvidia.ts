import type { GpuReport } from './gpu-report.ts'
import { nvidiaTrouble, type NvidiaTrouble } from './probes/nvidia-csv.ts'
import type { ProbeResult } from './snapshot.ts'

const SENTENCES: Readonly<Record<NvidiaTrouble, string>> = {
  'no-devices': 'nvidia-smi found no GPU, so none is counted.',
  'driver-not-loaded':
    'nvidia-smi could not reach the NVIDIA driver: load the driver (or restart after its update) to use the GPU.',
  'version-mismatch':
    'The loaded NVIDIA driver and its library are of different versions: restart the machine to use the GPU.',
  'no-permission': 'nvidia-smi may not read the GPU from this account, so its memory is unknown.',
  'unknown-field': 'This nvidia-smi is too old for a field that was asked for; its plain report was read instead.',
  'gpu-lost': 'nvidia-smi reports a lost GPU: it does not answer on the bus and is not counted.',
}

/** Sentences about NVIDIA cards that are there and cannot be used, from the probe's result and the cards on the bus. */
export function nvidiaNotes(
  seen: readonly GpuReport[] | null,
  onBus: readonly GpuReport[],
  log: readonly ProbeResult[],
): string[] {
  if (seen !== null) return []
  const result = log.find((probe) => probe.id === 'nvidia-smi')
  const trouble = nvidiaTrouble(result?.note ?? '')
  if (trouble !== null) return [SENTENCES[trouble]]
  if (result?.state === 'timeout')
    return ['nvidia-smi did not answer in time, so the memory of NVIDIA GPUs is unknown.']
  if (onBus.some((gpu) => gpu.vendor === 'nvidia')) {
    return ['An NVIDIA GPU is on the PCI bus but nvidia-smi did not answer: install its driver to use the GPU.']
  }
  return []
}
