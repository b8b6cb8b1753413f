import { armCore } from '../../shared/hardware/arm-parts.ts'
import { linuxCoreClasses } from '../../shared/hardware/core-classes.ts'
import { parseCpuMax, parseSelfCgroup } from '../../shared/hardware/probes/cgroup.ts'
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
    const seen = parseFree(text)
    return { memTotalText: seen?.total_text, memTotalBytes: seen?.total_bytes }
  }
  if (!/meminfo|MemTotal/i.test(command)) return {}
  const seen = parseMeminfo(text)
  const available = seen?.available_stated ? (seen.available_bytes ?? 0) / KIB : null
  return {
    memTotalKiB: (seen?.total_bytes ?? 0) / KIB,
    memTotalBytes: seen?.total_bytes,
    ramBytes: seen?.total_bytes,
    memAvailableKiB: available,
    memAvailable: available,
    node: seen?.node,
  }
}

export const sysfs: Reader = (text, { command, expected }) => {
  if (command.includes('cpuinfo_max_freq')) {
    const topology = parseTopology(text)
    const classes = linuxCoreClasses(topology, null, null)
    return { logicalCpus: topology?.cpus.length, pCores: classes?.performance, eCores: classes?.efficiency }
  }
  const machine = parseDmi(text)
  if (machine) return machine
  if (!/cpus|online|present|possible/.test(command)) return {}
  const count = cpuList(text).length
  return 'cpus' in expected ? { cpus: count } : { count }
}

export const cgroup: Reader = (text, { command }) => {
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
  return { model: seen?.model, boardPlatform: seen?.platform }
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
