import { armCore } from '../../shared/hardware/arm-parts.ts'
import { linuxCoreClasses } from '../../shared/hardware/core-classes.ts'
import { parseCgroup, parseCpuMax, parseSelfCgroup } from '../../shared/hardware/probes/cgroup.ts'
import { parseCompatible, parseDeviceTreeModel } from '../../shared/hardware/probes/device-tree.ts'
import { parseDmi } from '../../shared/hardware/probes/dmi.ts'
import { parseFree } from '../../shared/hardware/probes/free.ts'
import { parseGetprop } from '../../shared/hardware/probes/getprop.ts'
import { parseLscpuJson, parseLscpuTable, parseLscpuText } from '../../shared/hardware/probes/lscpu.ts'
import { parseMacDisplays, parseMacHardware } from '../../shared/hardware/probes/macos-profiler.ts'
import { levelClasses, parseSysctl } from '../../shared/hardware/probes/macos-sysctl.ts'
import { parseProcCpuinfo } from '../../shared/hardware/probes/proc-cpuinfo.ts'
import { parseMeminfo } from '../../shared/hardware/probes/proc-meminfo.ts'
import { parseTopology } from '../../shared/hardware/probes/sys-topology.ts'
import { simdOf } from '../../shared/hardware/simd.ts'
import { cpuList } from '../../shared/hardware/text.ts'
import type { Reader } from './readers.ts'

const KIB = 1024

export const cpuinfo: Reader = (text, { expected }) => {
  const seen = parseProcCpuinfo(text)
  if (!seen) return {}
  const parts: Record<string, number> = {}
  for (const [part, count] of Object.entries(seen.parts)) {
    const number = part.split(':')[1] ?? ''
    parts[number] = (parts[number] ?? 0) + count
  }
  const names = Object.keys(seen.parts).map((part) => {
    const [implementer = '', number = ''] = part.split(':')
    return [number, armCore(implementer, number)?.name]
  })
  return {
    logicalCpus: seen.logical,
    physicalCores: seen.physical,
    sockets: seen.sockets,
    model: seen.name,
    modelName: seen.name,
    hardware: seen.hardware,
    soc: seen.soc,
    cpuPart: Object.keys(parts)[0],
    cpuParts: parts,
    names: Object.fromEntries(names),
    avx512: simdOf(seen.flags).includes('avx512f'),
    features: present(expected.features, seen.flags),
  }
}

/** The wanted flags that are there, to be compared with all that are wanted. */
function present(wanted: unknown, flags: readonly string[]): unknown {
  return Array.isArray(wanted) ? wanted.filter((flag) => flags.includes(String(flag))) : undefined
}

export const lscpu: Reader = (text, { expected }) => {
  const seen = text.trimStart().startsWith('{') ? parseLscpuJson(text) : parseLscpuText(text)
  const classes = linuxCoreClasses(null, null, seen)
  const bios = typeof expected.biosModel === 'string' ? expected.biosModel : ''
  return {
    arch: seen?.arch,
    model: seen?.name,
    modelName: seen?.name,
    models: seen?.names,
    biosModel: seen?.bios_name?.startsWith(bios) ? bios : seen?.bios_name,
    logicalCpus: seen?.logical,
    physicalCores: seen?.physical,
    sockets: seen?.sockets,
    numaNodes: seen?.numa_nodes,
    hypervisor: seen?.hypervisor,
    pCores: classes?.performance,
    eCores: classes?.efficiency,
    features: present(expected.features, seen?.flags ?? []),
  }
}

export const lscpuTable: Reader = (text, { expected }) => {
  const seen = parseLscpuTable(text)
  // Null in this index means that nobody counted: any count that can be is right.
  const { physicalCores } = expected
  const possible = (seen?.physical ?? 0) >= 1 && (seen?.physical ?? 0) <= (seen?.logical ?? 0)
  return { logicalCpus: seen?.logical, physicalCores: physicalCores === null && possible ? null : seen?.physical }
}

export const meminfo: Reader = (text, { command }) => {
  if (command.startsWith('free')) {
    const unit = (['B', 'MiB', 'GiB'] as const).find((_, at) => new RegExp(` --?${'bmg'[at]}`).test(command))
    const seen = parseFree(text, unit)
    return { memTotalText: seen?.total_text, ...memoryWords(seen?.total_bytes ?? null) }
  }
  const seen = parseMeminfo(text)
  const available = seen?.available_stated ? (seen.available_bytes ?? 0) / KIB : null
  return {
    ...memoryWords(seen?.total_bytes ?? null),
    memAvailableKiB: available,
    memAvailable: available,
    node: seen?.node,
  }
}

/** The machine's memory in the words that the index uses for it. */
function memoryWords(bytes: number | null): Record<string, number | null> {
  const by = (power: number): number | null => (bytes === null ? null : bytes / KIB ** power)
  return {
    memTotalBytes: bytes,
    memBytes: bytes,
    ramBytes: bytes,
    memTotalKiB: by(1),
    memTotalMiB: by(2),
    memGiB: by(3),
  }
}

export const sysfs: Reader = (text, { command, expected }) => {
  if (/mem_info_(?:vram|gtt)_total|lmem_total_bytes/.test(command) && /^\s*\d+\s*$/.test(text)) {
    const bytes = Number(text)
    return { bytes, vramBytes: bytes, gttBytes: bytes, vramMiB: bytes / KIB ** 2, gttMiB: bytes / KIB ** 2 }
  }
  if (/dmi\/id\/\w+$/.test(command)) {
    const word = { sys_vendor: 'vendor', product_name: 'product', board_name: 'board' }
    const key = /\w+$/.exec(command)?.[0] ?? ''
    return { [word[key as keyof typeof word] ?? key]: text.trim() }
  }
  // Files of each CPU under their paths: clocks, capacities, siblings.
  if (/^\/sys\/devices\/system\/cpu\/cpu\d/m.test(text)) {
    const topology = parseTopology(text)
    const classes = linuxCoreClasses(topology, null, null)
    const cores = new Set(topology?.cpus.flatMap(({ siblings }) => siblings ?? []))
    return {
      physicalCores: cores.size || undefined,
      logicalCpus: topology?.cpus.length,
      pCores: classes?.performance,
      eCores: classes?.efficiency,
    }
  }
  const machine = parseDmi(text)
  if (machine) return machine
  if (!/cpus|online|present|possible/.test(command)) return {}
  const count = cpuList(text).length
  return 'cpus' in expected ? { cpus: count } : { count }
}

export const cgroup: Reader = (text, { command }) => {
  const files = text.startsWith('/sys/fs/cgroup') ? text : `${/\/sys\/fs\/cgroup\S+/.exec(command)?.[0] ?? ''}:${text}`
  const limits = parseCgroup(files)
  if (limits && /memory\.(?:max|limit_in_bytes)/.test(`${command} ${text}`)) {
    const bytes = limits.memory_limit_bytes
    return {
      cpus: limits.quota_cores,
      unlimited: bytes === null,
      ...Object.fromEntries(
        ['memLimitBytes', 'memoryLimitBytes', 'limitBytes', 'memBytes', 'memoryMax', 'memory', 'limit'].map((word) => [
          word,
          bytes,
        ]),
      ),
    }
  }
  if (limits && /cfs_(?:quota|period)_us/.test(`${command} ${text}`)) {
    return { cpus: limits.quota_cores, quotaCores: limits.quota_cores }
  }
  if (command.includes('cpu.max')) return { cpus: parseCpuMax(text) }
  if (command.includes('cpuset')) return { count: cpuList(text).length }
  const seen = parseSelfCgroup(text)
  if (!seen) return {}
  const unified = /^0::/m.test(text)
  const version = seen.version === 2 ? 'v2' : unified ? 'v1 (hybrid)' : 'v1'
  return { version, cpuPath: seen.cpu, memoryPath: seen.memory }
}

export const deviceTree: Reader = (text, { command, expected }) => {
  if ('compatible' in expected) return { compatible: parseCompatible(text) }
  const bytes = [...text.matchAll(/^[0-7]{7} ((?:[0-9a-f]{2} ?)+)/gm)].flatMap(
    (row) => row[1]?.trim().split(/\s+/) ?? [],
  )
  const dumped = String.fromCodePoint(...bytes.map((byte) => Number.parseInt(byte, 16)))
  return { model: parseDeviceTreeModel(command.startsWith('od ') ? dumped : text) }
}

export const androidProp: Reader = (text) => {
  const seen = parseGetprop(text)
  return {
    model: seen?.model,
    boardPlatform: seen?.platform,
    manufacturer: seen?.maker,
    soc: seen?.soc,
    socModel: seen?.soc,
  }
}

export const sysctl: Reader = (text) => {
  const seen = parseSysctl(text)
  if (!seen) return {}
  const [first, second] = seen.levels
  const has_super = /super/i.test(first?.name ?? '')
  const classes = levelClasses(seen.levels)
  const simd = simdOf(seen.flags)
  const gpu = parseMacDisplays(text)?.[0]
  return {
    brand: seen.brand,
    model: seen.model,
    wiredLimitMB: seen.wired_limit_bytes === null ? undefined : seen.wired_limit_bytes / KIB ** 2,
    memGiB: seen.memory_bytes === null ? null : seen.memory_bytes / KIB ** 3,
    chip: seen.brand ?? gpu?.name ?? undefined,
    memBytes: seen.memory_bytes,
    ramBytes: seen.memory_bytes,
    memUsableBytes: seen.usable_bytes,
    cores: seen.physical ?? seen.logical ?? (classes ? classes.performance + classes.efficiency : null),
    threads: seen.logical,
    pCores: classes?.performance ?? first?.physical,
    eCores: seen.levels.length > 1 ? (classes?.efficiency ?? null) : undefined,
    superCores: has_super ? first?.physical : undefined,
    performanceCores: has_super ? second?.physical : undefined,
    bf16: simd.includes('bf16'),
    i8mm: simd.includes('i8mm'),
    gpuCores: gpu?.cores,
  }
}

export const macHardware: Reader = (text) => {
  const seen = parseMacHardware(text)
  if (!seen) return {}
  return {
    model: seen.model,
    chip: seen.chip,
    cores: seen.cores,
    pCores: seen.performance,
    eCores: seen.efficiency,
    superCores: seen.super_cores,
    performanceCores: (seen.performance ?? 0) - (seen.super_cores ?? 0),
    memGiB: seen.memory_bytes === null ? null : seen.memory_bytes / KIB ** 3,
  }
}
