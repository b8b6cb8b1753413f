import { parseSyclLs } from '../../shared/hardware/probes/intel-gpu.ts'
import { parseBenchRecords } from '../../shared/hardware/engine/bench-records.ts'
import { parseBenchTable, type BenchRow } from '../../shared/hardware/engine/bench-table.ts'
import { parseEngineDevices, totalVram } from '../../shared/hardware/engine/engine-devices.ts'
import { parseLoadLog, type Buffers } from '../../shared/hardware/engine/load-log.ts'
import { parseEngineCall } from '../../shared/hardware/engine/engine-call.ts'
import { lastTable, parseMemoryTable, tablePhase, type MemoryRow } from '../../shared/hardware/engine/memory-table.ts'
import { parseOllamaLog } from '../../shared/hardware/engine/ollama-log.ts'
import { parseVulkanHeaps } from '../../shared/hardware/probes/vulkaninfo.ts'
import type { Reader } from './readers.ts'

const benchRow = (row: BenchRow | undefined): unknown =>
  row === undefined ? null : { model: row.model, backend: row.backend, test: row.test, tps: row.speed }

export const bench: Reader = (text) => {
  const seen = parseBenchRecords(text) ?? parseBenchTable(text)
  const device = parseEngineDevices(text)?.[0]
  return {
    rows: seen?.rows.length ?? 0,
    first: benchRow(seen?.rows[0]),
    last: benchRow(seen?.rows.at(-1)),
    build: seen?.build ?? null,
    gpuName: device && (device.driver === null ? device.name : `${device.name} (${device.driver})`),
    totalVramMiB: totalVram(text),
    uma: device?.unified,
  }
}

export const devices: Reader = (text, { command }) => {
  if (command.startsWith('sycl-ls')) {
    // Here the index keeps the version that stands behind the name.
    const behind = (name: string): string => text.slice(text.indexOf(name) + name.length)
    const version = (name: string): string => /^ [\d.]+/.exec(behind(name))?.[0] ?? ''
    return { gpus: parseSyclLs(text)?.map((name) => ({ name: name + version(name) })) }
  }
  if (command.startsWith('vulkaninfo')) return { deviceLocalBytes: parseVulkanHeaps(text)?.device_local_bytes }
  return {
    devices: parseEngineDevices(text)?.map((device) => ({
      id: device.id,
      name: device.name,
      totalMiB: device.total_mib,
      vramMiB: device.total_mib,
      freeMiB: device.free_mib,
      cc: device.architecture,
      gfx: device.architecture,
      uma: device.unified === null ? undefined : Number(device.unified),
    })),
    version: engineBuild(text),
    build: engineBuild(text) ?? parseEngineCall(command)?.build ?? undefined,
  }
}

/** `version: 9870 (de3ff81)` above what it prints. */
function engineBuild(text: string): number | undefined {
  const build = /^version: (\d+)/m.exec(text)?.[1]
  return build === undefined ? undefined : Number(build)
}

/** One buffer as a number, several of one device as a list. */
function sizes(buffers: Buffers | undefined): Record<string, number | readonly number[] | undefined> {
  return Object.fromEntries(
    Object.entries(buffers ?? {}).map(([device, all]) => [device, all.length === 1 ? all[0] : all]),
  )
}

export const log: Reader = (text) => {
  const seen = parseLoadLog(text)
  const first = seen?.devices[0]
  return {
    devices: seen?.devices.map((device, at) => ({ id: at, name: device.name, cc: device.architecture })),
    build: seen?.build,
    commit: seen?.commit,
    nCtx: seen?.n_ctx,
    modelSize: seen?.model_size,
    modelSizeGiB: Number.parseFloat(seen?.model_size ?? ''),
    ftype: seen?.ftype,
    modelMiB: sizes(seen?.model),
    kvMiB: sizes(seen?.cache),
    computeMiB: sizes(seen?.compute),
    outputMiB: sizes(seen?.output),
    threads: seen?.logical_cores,
    device: first?.id,
    gpu: first?.name,
    gpuName: first?.name,
    freeMiB: seen?.free_mib,
    projectedMiB: seen?.projected_mib,
    recommendedMaxWorkingSetMB: workingSetMegabytes(first?.total_mib),
    recommendedMaxWorkingSetSizeMB: workingSetMegabytes(first?.total_mib),
    gpus: parseOllamaLog(text)?.gpus.map((gpu) => ({
      name: gpu.name,
      totalGiB: tenths(gpu.total_bytes),
      freeGiB: tenths(gpu.free_bytes),
      availableGiB: tenths(gpu.free_bytes),
      library: gpu.library,
      compute: gpu.architecture,
      integrated: gpu.integrated,
    })),
  }
}

/** The parser gives whole MiB; the log has 10^6 bytes with two decimals. */
function workingSetMegabytes(mib: number | null | undefined): { near: number } | undefined {
  return mib ? { near: (mib * 1024 ** 2) / 1e6 } : undefined
}

/** GiB as ollama prints them. */
function tenths(bytes: number | null): number | undefined {
  return bytes === null ? undefined : Math.round((bytes / 1024 ** 3) * 10) / 10
}

function memoryRow(row: MemoryRow): Record<string, unknown> {
  // llama.cpp prints free memory below zero as a number that wraps, and the index keeps what is printed.
  const free = row.free !== null && row.free < 0 ? row.free + 2 ** 44 : row.free
  return { ...row, id: row.device, free }
}

export const memoryTable: Reader = (text, { command, expected }) => {
  const all = parseMemoryTable(text) ?? []
  const tries = Array.isArray(expected.rows) && expected.rows.length === all.length
  const rows = tries ? all : lastTable(all)
  const host = rows.find((row) => row.device === 'Host')
  return {
    rows: rows.map(memoryRow),
    devices: rows.filter((row) => row !== host).map(memoryRow),
    host: host && memoryRow(host),
    projectedMiB: parseLoadLog(text)?.projected_mib,
    freeMiB: parseLoadLog(text)?.free_mib,
    phase: tablePhase(rows) === 'projected' ? 'fit projection' : tablePhase(rows),
    nCtx: parseEngineCall(command)?.n_ctx ?? undefined,
    model: parseEngineCall(command)?.model ?? undefined,
    finalLayersOnGpu: Number([...text.matchAll(/: (\d+) layers,/g)].at(-1)?.[1]),
  }
}
