import type { Host } from '../host.ts'
import { collectFiles, type Probe } from '../probe.ts'
import { gpuReport, type GpuReport } from '../gpu-report.ts'
import { cleanName, linesOf } from '../text.ts'

const ADRENO = '/sys/class/kgsl/kgsl-3d0/gpu_model'
const MALI = '/sys/class/misc/mali0/device/gpuinfo'

/** Reads `path:value` lines of the two phone GPU drivers that name their part: `Adreno740v2`, `Mali-G710 10 cores ...`. */
export function parseMobileGpu(text: string): GpuReport[] | null {
  for (const line of linesOf(text)) {
    const adreno = line.startsWith(`${ADRENO}:`) ? cleanName(line.slice(ADRENO.length + 1)) : null
    if (adreno !== null) {
      const model = /(\d{3})(?:v\d{1,2})?$/.exec(adreno)?.[1]
      const name = model === undefined ? adreno : `Adreno ${model}`
      return [gpuReport({ vendor: 'qualcomm', name, integrated: true })]
    }
    const mali = line.startsWith(`${MALI}:`) ? cleanName(line.slice(MALI.length + 1)) : null
    if (mali !== null) {
      const name = /^(?:Mali|Immortalis)-\w{2,6}/i.exec(mali)?.[0] ?? mali
      return [gpuReport({ vendor: 'arm', name, integrated: true })]
    }
  }
  return null
}

export const mobileGpu: Probe<GpuReport[]> = {
  id: 'mobile-gpu',
  platforms: ['linux', 'android'],
  collect: (host: Host) => collectFiles(host, [ADRENO, MALI]),
  parse: parseMobileGpu,
}
