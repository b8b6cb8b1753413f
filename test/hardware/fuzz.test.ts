import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linuxCoreClasses } from '../../shared/hardware/core-classes.ts'
import { detect } from '../../shared/hardware/detect.ts'
import { mergeGpus } from '../../shared/hardware/gpus.ts'
import type { GpuReport } from '../../shared/hardware/gpu-report.ts'
import {
  parseAmdSmiCsv,
  parseAmdSmiMonitor,
  parseAmdSmiJson,
  parseAmdSmiTable,
  parseAmdSmiText,
} from '../../shared/hardware/probes/amd-smi.ts'
import { parseCgroup, parseCpuMax, parseSelfCgroup } from '../../shared/hardware/probes/cgroup.ts'
import { parseDeviceTreeModel } from '../../shared/hardware/probes/device-tree.ts'
import { parseGetprop } from '../../shared/hardware/probes/getprop.ts'
import { parseSyclLs, parseXpuSmi } from '../../shared/hardware/probes/intel-gpu.ts'
import { parseLscpuJson, parseLscpuTable, parseLscpuText } from '../../shared/hardware/probes/lscpu.ts'
import { parseClinfo } from '../../shared/hardware/probes/clinfo.ts'
import { parseLspci } from '../../shared/hardware/probes/lspci.ts'
import { parseMacDisplays, parseMacHardware } from '../../shared/hardware/probes/macos-profiler.ts'
import { levelClasses, parseSysctl, parseVmStat } from '../../shared/hardware/probes/macos-sysctl.ts'
import { parseMobileGpu } from '../../shared/hardware/probes/mobile-gpu.ts'
import { nvidiaTrouble, parseNvidiaCsv } from '../../shared/hardware/probes/nvidia-csv.ts'
import { parseNvidiaList } from '../../shared/hardware/probes/nvidia-list.ts'
import { parseNvidiaQuery, parseNvidiaXml } from '../../shared/hardware/probes/nvidia-report.ts'
import { parseNvidiaTable } from '../../shared/hardware/probes/nvidia-table.ts'
import { parseProcCpuinfo } from '../../shared/hardware/probes/proc-cpuinfo.ts'
import { parseMeminfo } from '../../shared/hardware/probes/proc-meminfo.ts'
import { parseAffinity } from '../../shared/hardware/probes/proc-status.ts'
import { parseRocmSmiCsv, parseRocmSmiJson, parseRocmSmiText } from '../../shared/hardware/probes/rocm-smi.ts'
import { gpusOfAgents, parseRocminfo } from '../../shared/hardware/probes/rocminfo.ts'
import { parseSurroundings } from '../../shared/hardware/probes/surroundings.ts'
import { parseSysDrm } from '../../shared/hardware/probes/sys-drm.ts'
import { parseSysPci } from '../../shared/hardware/probes/sys-pci.ts'
import { parseTopology } from '../../shared/hardware/probes/sys-topology.ts'
import { parseSiCpu, parseSiGraphics, parseSiMem } from '../../shared/hardware/probes/systeminformation.ts'
import { parseVulkaninfo } from '../../shared/hardware/probes/vulkaninfo.ts'
import { parseWindowsGpus, parseWindowsMachine } from '../../shared/hardware/probes/windows-cim.ts'
import { GpuSchema, HardwareSnapshotSchema } from '../../shared/hardware/snapshot.ts'
import { fakeHost } from './fake-host.ts'
import { parseCpuClocks } from '../../shared/hardware/probes/cpu-clocks.ts'
import { parseGpuHwmon } from '../../shared/hardware/probes/gpu-hwmon.ts'
import { parsePmsetTherm } from '../../shared/hardware/probes/macos-therm.ts'
import { parseNvidiaHealth, parseNvidiaHealthReport } from '../../shared/hardware/probes/nvidia-health.ts'
import { parseRaspberryThrottled } from '../../shared/hardware/probes/raspberry.ts'
import { parseTegrastats } from '../../shared/hardware/probes/tegrastats.ts'
import { thermalZones } from '../../shared/hardware/probes/thermal-zones.ts'
import { parseXpuTable } from '../../shared/hardware/probes/xpu-table.ts'
import { parseXpuDump } from '../../shared/hardware/probes/xpu-dump.ts'
import { parseBenchRecords } from '../../shared/hardware/engine/bench-records.ts'
import { parseBenchTable } from '../../shared/hardware/engine/bench-table.ts'
import { parseEngineDevices } from '../../shared/hardware/engine/engine-devices.ts'
import { parseLoadLog } from '../../shared/hardware/engine/load-log.ts'
import { parseMemoryTable } from '../../shared/hardware/engine/memory-table.ts'
import { parseCompatible } from '../../shared/hardware/probes/device-tree.ts'
import { parseDmi } from '../../shared/hardware/probes/dmi.ts'
import { parseFree } from '../../shared/hardware/probes/free.ts'
import { parseJetsonClocks, parseNvpmodel } from '../../shared/hardware/probes/jetson.ts'
import { parseNumactl, parseNumaNodes } from '../../shared/hardware/probes/numa.ts'
import { parseNvidiaTopo } from '../../shared/hardware/probes/nvidia-topo.ts'
import { parseRocmSmiTable } from '../../shared/hardware/probes/rocm-smi-table.ts'
import { parseDxdiag, parseSysteminfo } from '../../shared/hardware/probes/windows-report.ts'
import { parseWmicGpus, parseWmicMachine } from '../../shared/hardware/probes/windows-text.ts'
import { parseVulkanHeaps } from '../../shared/hardware/probes/vulkaninfo.ts'
import { parseEngineCall } from '../../shared/hardware/engine/engine-call.ts'
import { parseOllamaLog } from '../../shared/hardware/engine/ollama-log.ts'
import * as engine from './samples/engine.ts'
import * as machine from './samples/machine.ts'
import * as health from './samples/health.ts'
import * as desktop from './samples/desktop.ts'
import * as gpu from './samples/gpu.ts'
import * as linux from './samples/linux.ts'
import { contradictions } from '../../shared/profile/contradictions.ts'

type Parser = readonly [name: string, sample: string, parse: (text: string) => unknown]

/** Parsers of GPU reports, whose results must make valid devices. */
const GPU_PARSERS: readonly (readonly [string, string, (text: string) => readonly GpuReport[] | null])[] = [
  ['nvidia csv', gpu.NVIDIA_CSV, parseNvidiaCsv],
  ['nvidia csv without header', gpu.NVIDIA_CSV_BARE, parseNvidiaCsv],
  ['nvidia -q', gpu.NVIDIA_Q, (text) => parseNvidiaQuery(text)?.gpus ?? null],
  ['nvidia xml', gpu.NVIDIA_XML, (text) => parseNvidiaXml(text)?.gpus ?? null],
  ['nvidia table', gpu.NVIDIA_TABLE, (text) => parseNvidiaTable(text)?.gpus ?? null],
  ['rocm-smi json', gpu.ROCM_JSON, parseRocmSmiJson],
  ['rocm-smi csv', gpu.ROCM_CSV, parseRocmSmiCsv],
  ['amd-smi json', gpu.AMD_JSON, parseAmdSmiJson],
  ['amd-smi text', gpu.AMD_TEXT, parseAmdSmiText],
  ['amd-smi table', gpu.AMD_TABLE, (text) => parseAmdSmiTable(text)?.gpus ?? null],
  ['rocminfo', gpu.ROCMINFO, (text) => gpusOfAgents(parseRocminfo(text) ?? [])],
  ['xpu-smi', gpu.XPU_SMI, parseXpuSmi],
  ['clinfo', gpu.CLINFO, parseClinfo],
  ['clinfo --raw', gpu.CLINFO_RAW, parseClinfo],
  ['vulkaninfo', gpu.VULKAN, parseVulkaninfo],
  ['lspci', gpu.LSPCI_NN, parseLspci],
  ['lspci plain', gpu.LSPCI_PLAIN, parseLspci],
  ['lspci -mm', gpu.LSPCI_MM, parseLspci],
  ['lspci -nmmv', gpu.LSPCI_RECORDS, parseLspci],
  ['sys drm', gpu.SYS_DRM, parseSysDrm],
  ['sys pci', gpu.SYS_PCI, parseSysPci],
  ['mobile gpu', gpu.MOBILE_GPU, parseMobileGpu],
  ['mac displays', desktop.MAC_DISPLAYS, parseMacDisplays],
  ['mac displays text', desktop.MAC_DISPLAYS_TEXT, parseMacDisplays],
  ['windows gpus', desktop.WINDOWS_GPUS, parseWindowsGpus],
  ['wmic gpus', machine.WMIC_GPUS, parseWmicGpus],
  ['xpu-smi table', gpu.XPU_TABLE, parseXpuTable],
  [
    'rocm-smi text',
    'GPU[0]\t\t: Card Series: \t\tAMD Radeon\nGPU[0]\t\t: VRAM Total Memory (B): 17163091968\n',
    parseRocmSmiText,
  ],
  ['amd-smi monitor', 'GPU  POWER  VRAM_USED  VRAM_TOTAL\n  0  148 W  283 MB  196300 MB\n', parseAmdSmiMonitor],
  ['amd-smi csv', 'gpu,market_name,bdf,size\n0,AMD Radeon RX 9999,0000:03:00.0,16304 MB\n', parseAmdSmiCsv],
  ['xpu-smi json', '{"device_list": [{"device_id": 0, "device_name": "Intel(R) Arc(TM) B999"}]}', parseXpuSmi],
  ['wmic gpu list', machine.WMIC_GPU_LIST, parseWmicGpus],
  ['windows gpus nested', desktop.WINDOWS_GPUS_NESTED, parseWindowsGpus],
]

const PARSERS: readonly Parser[] = [
  ...GPU_PARSERS,
  ['cpuinfo', linux.CPUINFO_X86, parseProcCpuinfo],
  ['cpuinfo arm', linux.CPUINFO_ARM, parseProcCpuinfo],
  ['cpuinfo old arm', linux.CPUINFO_ARM_OLD, parseProcCpuinfo],
  ['lscpu json', linux.LSCPU_JSON, parseLscpuJson],
  ['lscpu', linux.LSCPU_BLOCKS, parseLscpuText],
  ['lscpu -e', linux.LSCPU_E, parseLscpuTable],
  ['lscpu -p', linux.LSCPU_P, parseLscpuTable],
  ['topology', linux.TOPOLOGY_HYBRID, (text) => linuxCoreClasses(parseTopology(text), null, null)],
  ['capacities', linux.topologyOf([300, 800, 1024]), parseTopology],
  ['meminfo', linux.MEMINFO, parseMeminfo],
  ['old meminfo', linux.MEMINFO_OLD, parseMeminfo],
  ['status', linux.STATUS, parseAffinity],
  ['self cgroup', linux.SELF_CGROUP_HYBRID, parseSelfCgroup],
  ['cgroup', linux.CGROUP_V2, parseCgroup],
  ['cgroup v1', linux.CGROUP_V1_FREE, parseCgroup],
  ['cpu.max', '150000 100000', parseCpuMax],
  ['surroundings', linux.SURROUNDINGS_WSL, parseSurroundings],
  ['device tree', 'Example Board\u0000', parseDeviceTreeModel],
  ['getprop', linux.GETPROP, parseGetprop],
  ['nvidia -L', gpu.NVIDIA_L, parseNvidiaList],
  ['nvidia trouble', 'No devices were found', nvidiaTrouble],
  ['sycl-ls', gpu.SYCL_LS, parseSyclLs],
  ['sysctl', desktop.SYSCTL_APPLE, (text) => [parseSysctl(text), levelClasses(parseSysctl(text)?.levels ?? [])]],
  ['vm_stat', desktop.VM_STAT, parseVmStat],
  ['mac hardware', desktop.MAC_HARDWARE, parseMacHardware],
  ['mac hardware text', desktop.MAC_HARDWARE_TEXT, parseMacHardware],
  ['windows machine', desktop.WINDOWS_MACHINE, parseWindowsMachine],
  ['nvidia health', health.NVIDIA_HEALTH, parseNvidiaHealth],
  ['nvidia health xml', health.NVIDIA_HEALTH_XML, parseNvidiaHealthReport],
  ['nvidia health -q', health.NVIDIA_HEALTH_Q, parseNvidiaHealthReport],
  ['tegrastats', health.TEGRASTATS, parseTegrastats],
  ['thermal zones', health.THERMAL_ZONES, thermalZones.parse],
  ['cpu clocks', health.CPU_CLOCKS, parseCpuClocks],
  ['gpu hwmon', health.GPU_HWMON, parseGpuHwmon],
  ['xpu-smi dump', health.XPU_DUMP, parseXpuDump],
  ['vcgencmd', 'throttled=0x50005', parseRaspberryThrottled],
  ['numactl', machine.NUMACTL, parseNumactl],
  ['numa folders', machine.NUMA_FOLDERS, parseNumaNodes],
  ['nvidia topo', machine.TOPO, parseNvidiaTopo],
  ['nvpmodel', machine.NVPMODEL, parseNvpmodel],
  ['jetson_clocks', machine.JETSON_CLOCKS, parseJetsonClocks],
  ['compatible', 'nvidia,p3768\u0000nvidia,tegra234', parseCompatible],
  ['dmi', machine.DMI, parseDmi],
  ['free', machine.FREE_H, (text) => parseFree(text)],
  ['rocm-smi table', machine.ROCM_TABLE, parseRocmSmiTable],
  ['wmic cpu', machine.WMIC_CPU, parseWmicMachine],
  ['dxdiag', machine.DXDIAG, parseDxdiag],
  ['systeminfo', machine.SYSTEMINFO_DE, parseSysteminfo],
  ['engine devices', engine.DEVICES_CUDA, parseEngineDevices],
  ['engine vulkan', engine.DEVICES_VULKAN, parseEngineDevices],
  [
    'engine memory',
    engine.MEMORY_TABLE,
    (text) => parseMemoryTable(text)?.map((row) => ({ ...row, free: 0, unaccounted: 0 })),
  ],
  ['engine load log', engine.LOAD_LOG, parseLoadLog],
  ['engine bench', engine.BENCH_TABLE, parseBenchTable],
  [
    'engine bench csv',
    'build_commit,build_number,n_prompt,avg_ts,stddev_ts\n"abcdef1","9","512","10.5","0.1"\n',
    parseBenchRecords,
  ],
  [
    'ollama log',
    engine.OLLAMA_LOG,
    (text) => parseOllamaLog(text)?.gpus.map((device) => ({ ...device, free_bytes: 0 })),
  ],
  ['engine call', 'llama-server -m "/a b/x-00001-of-00002.gguf" -c 4096', parseEngineCall],
  ['vulkan heaps', engine.VULKAN_HEAPS, parseVulkanHeaps],
  ['pmset', health.PMSET_INTEL, parsePmsetTherm],
]

/** A sample cut, repeated, reordered, with numbers grown and pieces of other samples in between. */
function damaged(sample: string): fc.Arbitrary<string> {
  const lines = sample.split('\n')
  const others = PARSERS.map(([, text]) => text.slice(0, 300))
  return fc.oneof(
    fc.nat(sample.length).map((at) => sample.slice(0, at)),
    fc.nat(sample.length).map((at) => sample.slice(at)),
    fc.shuffledSubarray(lines, { minLength: 0, maxLength: lines.length }).map((some) => some.join('\n')),
    fc.integer({ min: 2, max: 4 }).map((times) => Array.from({ length: times }, () => sample).join('\n')),
    fc.tuple(fc.nat(sample.length), fc.string({ unit: 'binary', maxLength: 20 })).map(([at, noise]) => {
      return sample.slice(0, at) + noise + sample.slice(at)
    }),
    fc.tuple(fc.nat(sample.length), fc.constantFrom(...others)).map(([at, other]) => {
      return sample.slice(0, at) + other + sample.slice(at)
    }),
    fc
      .constantFrom('-1', '0', '18446744073709551615', '9'.repeat(19), '1e99', 'NaN', '[N/A]', '1,5')
      .map((number) => sample.replaceAll(/\d+/g, number)),
    fc.constantFrom('\r\n', '\r', ' ', '').map((end) => sample.replaceAll('\n', end)),
    translated(sample),
  )
}

/** Words of English tools as other systems print them, with their marks of decimals and thousands. */
const TRANSLATIONS: readonly (readonly [english: RegExp, other: string])[] = [
  [/total/gi, 'gesamt'],
  [/free/gi, 'libre'],
  [/memory/gi, 'メモリ'],
  [/memory/gi, 'память'],
  [/used/gi, 'utilisé'],
  [/name/gi, 'Name\u00a0'],
  [/available/gi, 'disponível'],
  [/ : /g, '\u00a0: '],
  [/:/g, '\uff1a'],
  [/(\d)\.(\d)/g, '$1,$2'],
  [/(\d)(\d{3})\b/g, '$1.$2'],
  [/(\d)(\d{3})\b/g, '$1\u202f$2'],
  [/\d/g, '٣'],
  [/MiB|MB/g, 'Mo'],
  [/GiB|GB/g, 'ГБ'],
]

function translated(sample: string): fc.Arbitrary<string> {
  return fc
    .subarray([...TRANSLATIONS], { minLength: 1, maxLength: 5 })
    .map((some) => some.reduce((text, [english, other]) => text.replace(english, other), sample))
}

/** Numbers of a result that no snapshot may hold: everything but finite ones from 0 to 2^53. */
function badNumbers(value: unknown): number[] {
  if (typeof value === 'number') return value >= 0 && value <= Number.MAX_SAFE_INTEGER ? [] : [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(badNumbers) : []
}

describe('no text makes a parser fail', () => {
  it.each(PARSERS)('%s', (_, sample, parse) => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), damaged(sample)), (text) => {
        expect(badNumbers(parse(text))).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it.each(GPU_PARSERS)('%s: devices stay valid', (_, sample, parse) => {
    fc.assert(
      fc.property(damaged(sample), (text) => {
        const context = { ram_bytes: 2 ** 36, rocm: true, level_zero: true, gpu_limit_bytes: null } as const
        const gpus = mergeGpus([{ source: 'fuzz', reports: parse(text) ?? [] }], { ...context, platform: 'linux' })
        expect(gpus.filter((device) => !GpuSchema.safeParse(device).success)).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('systeminformation', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const cards = { controllers: [value, { model: 'NVIDIA X', vram: value, memoryTotal: value }] }
        const seen = [parseSiCpu(value), parseSiMem(value), parseSiGraphics(value), parseSiGraphics(cards)]
        expect(badNumbers(seen)).toEqual([])
      }),
    )
  })
})

describe('no machine makes detection fail', () => {
  const samples = PARSERS.map(([, sample]) => sample)

  it.each(['linux', 'darwin', 'windows', 'android'] as const)('%s', async (platform) => {
    const text = fc.constantFrom(...samples).chain((sample) => fc.oneof(fc.constant(sample), damaged(sample)))
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 8, maxLength: 8 }), async (texts) => {
        let at = 0
        const next = (): string => texts[at++ % texts.length] ?? ''
        const host = fakeHost({ platform })
        const snapshot = await detect({
          ...host,
          run: async () => ({ state: 'ok', stdout: next(), stderr: '', exit_code: 0 }),
          readText: async () => next(),
          list: async () => ['card0', 'renderD128', '0000:01:00.0'],
        })
        expect(HardwareSnapshotSchema.safeParse(snapshot).error).toBeUndefined()
        expect(contradictions(snapshot, snapshot.platform)).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
})
