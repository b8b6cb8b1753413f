import { parseJetsonClocks, parseNvpmodel, parseTegraRelease } from '../../shared/hardware/probes/jetson.ts'
import { parseNumactl } from '../../shared/hardware/probes/numa.ts'
import { parseNvidiaTopo } from '../../shared/hardware/probes/nvidia-topo.ts'
import { parseTegrastats } from '../../shared/hardware/probes/tegrastats.ts'
import type { Reader } from './readers.ts'

const MIB = 1024 ** 2

export const jetson: Reader = (text, { command }) => {
  if (/nv_tegra_release|jetson_release|nvpmodel/.test(command)) {
    return { l4t: parseTegraRelease(text) ?? undefined, powerMode: parseNvpmodel(text) ?? undefined }
  }
  const clocks = parseJetsonClocks(text)
  if (clocks) {
    return { machine: clocks.machine, soc: clocks.soc, cores: clocks.online_cpus, powerMode: clocks.power_mode }
  }
  const seen = parseTegrastats(text)
  if (!seen) return {}
  return {
    ramTotalMiB: seen.ram_total_bytes / MIB,
    ramTotalMB: seen.ram_total_bytes / MIB,
    ramUsedMiB: seen.ram_used_bytes / MIB,
    cores: seen.cores,
    onlineCores: seen.online_cores,
    gpuUtil: seen.gpu_busy_percent,
    gpuLoad: seen.gpu_busy_percent,
  }
}

export const numactl: Reader = (text) => {
  const seen = parseNumactl(text) ?? []
  const sum = (of: (node: (typeof seen)[number]) => number): number => seen.reduce((all, node) => all + of(node), 0)
  return {
    nodes: seen.length,
    cpus: sum(({ cpus }) => cpus.length),
    totalMB: sum(({ total_bytes }) => (total_bytes ?? 0) / MIB),
  }
}

export const topo: Reader = (text) => {
  const seen = parseNvidiaTopo(text)
  return seen ? { gpuCount: seen.gpus } : {}
}
