import { matchProfile, type HardwareSnapshot, type ProfileMatch, type Target } from '../core.ts'
import { deviceLabel } from '../device-label.ts'
import { gibNumber } from '../format.ts'
import { remember } from './remember.ts'
import type { WizardState } from './state.ts'

export type Fact = { readonly label: string; readonly value: string; readonly tone?: 'quiet' | 'warning' }

/** A target in a few lines, the deciding ones first; a fact without a label goes on with the one before. */
export function machineFacts(state: WizardState, target: Target): readonly Fact[] {
  const { host, devices, id } = target
  return [
    { label: 'target', value: `${target.display_name} (${id})` },
    { label: 'cpu', value: cpuText(target) },
    { label: target.unified ? 'memory' : 'ram', value: memoryText(host.usable.bytes, host.total_bytes, host.assumed) },
    ...deviceFacts(devices),
    { label: 'backend', value: `${target.backend}${others(target)}` },
    ...profileFacts(state, target),
    ...target.notes.map((value, index): Fact => ({ label: index === 0 ? 'note' : '', value, tone: 'quiet' })),
  ]
}

function cpuText({ cpu }: Target): string {
  const { physical_cores, performance_cores, efficiency_cores } = cpu
  const kinds = efficiency_cores > 0 ? `: ${performance_cores} P + ${efficiency_cores} E` : ''
  const cores = `${physical_cores} core${physical_cores === 1 ? '' : 's'}${kinds}`
  return `${cpu.name}, ${cores}${cpu.assumed ? ', assumed' : ''}`
}

/** Numbers first, so that those of RAM and devices stand below each other. */
function memoryText(usable_bytes: number | null, total_bytes: number | null, assumed = false): string {
  const number = (bytes: number | null) => (bytes === null ? '?' : gibNumber(bytes)).padStart(5)
  return `${number(usable_bytes)} of ${number(total_bytes)} GiB usable${assumed ? ', assumed' : ''}`
}

/** Like devices on one line. */
function deviceFacts(devices: Target['devices']): Fact[] {
  if (devices.length === 0) return [{ label: 'gpu', value: 'none that would be used' }]
  const seen = new Map<string, { readonly memory: string; readonly product: string; count: number }>()
  for (const { name, usable, total_bytes } of devices) {
    const memory = memoryText(usable?.bytes ?? null, total_bytes)
    // `CUDA0` and `CUDA1` are alike but for the number.
    const { product } = deviceLabel(name)
    const known = seen.get(memory + product) ?? { memory, product, count: 0 }
    known.count++
    seen.set(memory + product, known)
  }
  return [...seen.values()].map(({ memory, product, count }) => ({
    label: 'gpu',
    value: `${memory}  ${count === 1 ? '' : `${count} x `}${product}`,
  }))
}

function others({ backend, backends }: Target): string {
  const rest = backends.filter((one) => one !== backend)
  return rest.length === 0 ? '' : ` (also ${rest.join(', ')})`
}

const matchOf = remember((snapshot: HardwareSnapshot): ProfileMatch => matchProfile(snapshot))

/** Which entry of the data base speeds come from, and why. */
function profileFacts({ answers, machine }: WizardState, target: Target): Fact[] {
  const answer = answers.target ?? { kind: 'this' }
  const snapshot = answer.kind === 'snapshot' ? answer.snapshot : answer.kind === 'this' ? machine.snapshot : undefined
  if (snapshot === undefined) return []
  const { reasons } = matchOf(snapshot)
  const missing = target.profile_id === null
  return [
    { label: 'profile', value: target.profile_id ?? 'none', ...(missing && { tone: 'warning' }) },
    ...reasons.map((value): Fact => ({ label: '', value, tone: 'quiet' })),
  ]
}
