import type { Seen } from './compare.ts'
import * as cpu from './read-cpu.ts'
import * as engine from './read-engine.ts'
import * as gpu from './read-gpu.ts'
import * as system from './read-system.ts'
import { windows } from './read-windows.ts'

export type Entry = {
  readonly file: string
  readonly category: string
  readonly command: string
  readonly expected: Readonly<Record<string, unknown>>
}

/** Runs the parsers of one category and says what they saw in the index's words. */
export type Reader = (text: string, entry: Entry) => Seen

export const READERS: Readonly<Record<string, Reader>> = {
  'amd-smi': gpu.amdSmi,
  'android-cpuinfo': cpu.cpuinfo,
  'android-prop': cpu.androidProp,
  cgroup: cpu.cgroup,
  'device-tree': cpu.deviceTree,
  'intel-gpu': gpu.intelGpu,
  jetson: system.jetson,
  'linux-cpu': cpu.cpuinfo,
  'linux-cpuinfo': cpu.cpuinfo,
  'linux-lscpu': cpu.lscpu,
  'linux-lscpu-e': cpu.lscpuTable,
  'linux-lscpu-json': cpu.lscpu,
  'linux-lscpu-p': cpu.lscpuTable,
  'linux-mem': cpu.meminfo,
  'linux-sysfs': cpu.sysfs,
  'llama-bench': engine.bench,
  'llamacpp-devices': engine.devices,
  'llamacpp-log': engine.log,
  'llamacpp-membreakdown': engine.memoryTable,
  lspci: gpu.lspci,
  'macos-displays': gpu.macDisplays,
  'macos-hardware': cpu.macHardware,
  'macos-sysctl': cpu.sysctl,
  numactl: system.numactl,
  'nvidia-smi-L': gpu.nvidiaList,
  'nvidia-smi-csv': gpu.nvidiaCsv,
  'nvidia-smi-error': gpu.nvidiaError,
  'nvidia-smi-q': gpu.nvidiaReport,
  'nvidia-smi-table': gpu.nvidiaTable,
  'nvidia-smi-topo': system.topo,
  'nvidia-smi-xml': gpu.nvidiaReport,
  'rocm-smi-csv': gpu.rocmSmi,
  'rocm-smi-json': gpu.rocmSmi,
  'rocm-smi-table': gpu.rocmSmiTable,
  rocminfo: gpu.rocminfo,
  vulkaninfo: gpu.vulkaninfo,
  windows,
}
