import {
  findProfile,
  gib,
  GIB,
  showGib,
  targetFromProfile,
  targetFromSnapshot,
  type HardwareSnapshot,
  type Sourced,
  type Target,
} from '../core.ts'
import type { Numbers, TargetAnswer } from './answers.ts'
import type { WizardState } from './state.ts'
import { remember } from './remember.ts'

/** The target that the answers name, with the numbers set by hand; null until the machine has been seen. */
export function targetOf(state: WizardState): Target | null {
  const base = baseTargetOf(state)
  return base === null ? null : simulated(base, state.answers.numbers)
}

/** The same with its own numbers. */
export function baseTargetOf({ answers, machine }: WizardState): Target | null {
  const answer = answers.target ?? { kind: 'this' }
  const snapshot = answer.kind === 'snapshot' ? answer.snapshot : machine.snapshot
  if (answer.kind === 'profile') return profileTarget(answer.id)
  return snapshot === undefined ? null : snapshotTarget(snapshot)
}

const profileTarget = remember((id: string) => targetFromProfile(findProfile(id)))
const snapshotTarget = remember((snapshot: HardwareSnapshot) => targetFromSnapshot(snapshot))

/** Whether the plan is for something else than this machine as it is. */
export function isSimulated({ answers }: WizardState): boolean {
  const { target, numbers } = answers
  return (target !== undefined && target.kind !== 'this') || Object.keys(numbers).length > 0
}

/** `--hardware` for the same target; null where no flag can say it. */
export function hardwareFlag(answer: TargetAnswer | undefined, numbers: Numbers): string | null {
  if (Object.keys(numbers).length > 0) return null
  if (answer === undefined || answer.kind === 'this') return 'auto'
  return answer.kind === 'profile' ? answer.id : answer.file
}

/** The target with other memory and cores; what is usable of them keeps its share. */
export const simulated = remember((base: Target, numbers: Numbers): Target => {
  const { vram_gb, ram_gb, cores } = numbers
  if (vram_gb === undefined && ram_gb === undefined && cores === undefined) return base
  const ram = ram_gb === undefined ? base.host.total_bytes : ram_gb * GIB
  const devices = base.devices.map((device) => {
    const total = base.unified ? ram : vram_gb === undefined ? device.total_bytes : vram_gb * GIB
    if (total === null || total === device.total_bytes) return device
    return { ...device, total_bytes: total, usable: scaled(device.usable, device.total_bytes, total) }
  })
  const usable = scaled(base.host.usable, base.host.total_bytes, ram) ?? base.host.usable
  return {
    ...base,
    id: `${base.id}_simulated`,
    display_name: `${base.display_name}, simulated`,
    devices,
    host: { ...base.host, total_bytes: ram, usable: ram === base.host.total_bytes ? base.host.usable : usable },
    cpu: cores === undefined ? base.cpu : withCores(base.cpu, cores),
    notes: [...base.notes, 'Some numbers of this machine were set by hand.'],
  }
})

function scaled(usable: Sourced | null, from: number | null, to: number): Sourced {
  const share = usable === null || from === null || from === 0 ? 0.95 : usable.bytes / from
  return { bytes: Math.floor(to * share), source: `${showGib(to)} as set by hand, ${Math.round(share * 100)} % of it` }
}

function withCores(cpu: Target['cpu'], cores: number): Target['cpu'] {
  const performance = cpu.efficiency_cores === 0 ? cores : Math.min(cpu.performance_cores, cores)
  return {
    ...cpu,
    physical_cores: cores,
    performance_cores: performance,
    efficiency_cores: cores - performance,
    usable_cores: performance,
  }
}

/** Values that a number of the target may take, its own among them. */
export function numberChoices(base: Target, key: keyof Numbers): readonly number[] {
  const own = ownNumber(base, key)
  const sizes = key === 'cores' ? CORES : SIZES_GB
  return [...new Set([...sizes, ...(own === null ? [] : [own])])].sort((a, b) => a - b)
}

const SIZES_GB = [4, 6, 8, 10, 11, 12, 16, 20, 24, 32, 36, 40, 48, 64, 80, 96, 128, 141, 192, 256, 384, 512, 768, 1024]
const CORES = [1, 2, 4, 6, 8, 10, 12, 14, 16, 20, 24, 32, 48, 64, 96, 128, 192]

/** What the target itself has, in GiB or cores; null where it has none of it. */
export function ownNumber(base: Target, key: keyof Numbers): number | null {
  if (key === 'cores') return base.cpu.physical_cores
  if (key === 'ram_gb') return rounded(base.host.total_bytes)
  const total = base.unified ? null : (base.devices[0]?.total_bytes ?? null)
  return total === null ? null : rounded(total)
}

function rounded(bytes: number): number {
  return Math.round(gib(bytes) * 10) / 10
}
