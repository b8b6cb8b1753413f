import type { Seen } from './compare.ts'
import * as cpu from './read-cpu.ts'
import * as engine from './read-engine.ts'
import * as gpu from './read-gpu.ts'
import * as system from './read-system.ts'
import { windows } from './read-windows.ts'
import type { Reader } from './readers.ts'

/** Which reader a text is for, by a mark that no other tool prints. */
const MARKS: readonly (readonly [mark: RegExp, reader: Reader])[] = [
  [/<nvidia_smi_log|=NVSMI LOG=/, gpu.nvidiaReport],
  [/Intel XPU-SMI/, gpu.intelGpu],
  [/\| NVIDIA-SMI /, gpu.nvidiaTable],
  [/^\s*GPU \d+: .*\(UUID: /m, gpu.nvidiaList],
  [/\| AMD-SMI |"market_name"|MARKET_NAME:|^gpu,/m, gpu.amdSmi],
  [/"card\d+":|^device,|^GPU\[\d+\]/m, gpu.rocmSmi],
  [/amdgcn-amd-amdhsa|^\s*Marketing Name:/m, gpu.rocminfo],
  [/\bdeviceName\s*=/, gpu.vulkaninfo],
  [/level_zero:gpu|Device Type\s+GPU|PCI BDF Address|"pci_bdf_address"/, gpu.intelGpu],
  [/^(?:[0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.\d |^Slot:/m, gpu.lspci],
  [/SPDisplaysDataType|Chipset Model:/, gpu.macDisplays],
  [/SPHardwareDataType|Hardware Overview:/, cpu.macHardware],
  [/^(?:hw|machdep)\.[\w.]+\s*[:=]/m, cpu.sysctl],
  [/memory breakdown \[MiB\]/, engine.memoryTable],
  [/buffer size\s*=.*MiB|msg="inference compute"/, engine.log],
  [/^\| model .*\| *t\/s \|/m, engine.bench],
  [/Available devices:|ggml_(?:vulkan|cuda_init|metal)/, engine.devices],
  [/\bRAM \d+\/\d+MB|NV Power Mode|^# R\d+ \(release\)/m, system.jetson],
  [/^node \d+ cpus:/m, system.numactl],
  [/^MemTotal:|^Node 0 MemTotal|^\s+total\s+used/m, cpu.meminfo],
  [/^processor\s*:/m, cpu.cpuinfo],
  [/^Architecture:|"lscpu":/m, cpu.lscpu],
  [/^\[ro\.|^ro\.product/m, cpu.androidProp],
  [/AdapterRAM|Win32_|qwMemorySize|Dedicated Memory:|NumberOfCores/, windows],
]

/** For a category that has no reader of its own: the reader that knows the text. */
export const any: Reader = (text, entry): Seen => MARKS.find(([mark]) => mark.test(text))?.[1](text, entry) ?? {}
