import type { Gpu, HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { showGib } from '../../shared/units.ts'
import { fieldLines } from './fields.ts'

/** A snapshot for people: what decides, then what could not be seen. */
export function snapshotLines(snapshot: HardwareSnapshot): string[] {
  const { cpu, memory, os } = snapshot
  const place = [os.wsl && 'WSL', os.container && 'container'].filter(Boolean).join(', ')
  const limits = [
    cpu.quota_cores !== null && `quota of ${cpu.quota_cores} cores`,
    cpu.affinity_cores !== null && cpu.affinity_cores < cpu.logical_cores && `may use ${cpu.affinity_cores} threads`,
    memory.limit_bytes !== null && `memory limit ${showGib(memory.limit_bytes)}`,
  ].filter((limit) => limit !== false)
  return [
    ...fieldLines([
      ['platform', `${snapshot.platform} (${snapshot.display_name})`],
      ['system', `${os.platform} ${os.release}, ${snapshot.cpu_type}${place === '' ? '' : ` (${place})`}`],
      ['cpu', cpu.name],
      ['cores', coresText(cpu)],
      ['ram', ramText(memory)],
      ...measuredLine(snapshot.measured_bandwidth),
      ...snapshot.gpus.map((gpu, index): [string, string] => [index === 0 ? 'gpu' : '', gpuText(gpu)]),
      ...(snapshot.gpus.length === 0 ? [['gpu', 'none seen'] as [string, string]] : []),
      ...(limits.length === 0 ? [] : [['limits', limits.join(', ')] as [string, string]]),
      ['capabilities', snapshot.capabilities.join(' ')],
    ]),
    ...snapshot.notes.map((note) => `note: ${note}`),
  ]
}

function measuredLine(seen: HardwareSnapshot['measured_bandwidth']): [string, string][] {
  if (!seen) return []
  const threads = seen.threads === 1 ? 'one thread' : `${seen.threads} threads`
  return [['ram speed', `${seen.read_gb_s} GB/s read, ${seen.copy_gb_s} GB/s copied (measured with ${threads})`]]
}

function coresText(cpu: HardwareSnapshot['cpu']): string {
  const kinds =
    cpu.efficiency_cores > 0 ? ` (${cpu.performance_cores} performance, ${cpu.efficiency_cores} efficiency)` : ''
  return `${cpu.physical_cores} physical${kinds}, ${cpu.logical_cores} threads`
}

function ramText(memory: HardwareSnapshot['memory']): string {
  const free = memory.available_bytes === null ? '' : `, ${showGib(memory.available_bytes)} available`
  return `${showGib(memory.total_bytes)}${free}`
}

function gpuText(gpu: Gpu): string {
  const parts: string[] = [gpu.backend]
  if (gpu.vram_bytes !== null) parts.push(`${showGib(gpu.vram_bytes)}${gpu.unified ? ' shared with the CPU' : ''}`)
  else parts.push('memory unknown')
  if (gpu.vram_free_bytes !== null) parts.push(`${showGib(gpu.vram_free_bytes)} free`)
  if (gpu.architecture !== null) parts.push(gpu.architecture)
  if (gpu.driver !== null) parts.push(`driver ${gpu.driver}`)
  return `${gpu.name}: ${parts.join(', ')}`
}
