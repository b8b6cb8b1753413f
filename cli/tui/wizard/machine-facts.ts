import { matchProfile, showGib, type HardwareSnapshot, type ProfileMatch, type Target } from '../../../shared/index.ts'
import { deviceLabel } from '../device-label.ts'
import { remember } from './remember.ts'
import type { WizardState } from './state.ts'

export type Fact = { readonly label: string; readonly value: string; readonly tone?: 'quiet' | 'warning' }

/** A target in a few lines, the deciding ones first. */
export function machineFacts(state: WizardState, target: Target): readonly Fact[] {
  const { cpu, host, devices } = target
  const kinds = cpu.efficiency_cores > 0 ? ` (${cpu.performance_cores} P + ${cpu.efficiency_cores} E)` : ''
  const cores = `${cpu.physical_cores} core${cpu.physical_cores === 1 ? '' : 's'}${kinds}${cpu.assumed ? ', assumed' : ''}`
  return [
    { label: 'target', value: `${target.display_name} (${target.id})` },
    { label: 'cpu', value: `${cpu.name}, ${cores}` },
    {
      label: target.unified ? 'memory' : 'ram',
      value: `${showGib(host.total_bytes)}, ${showGib(host.usable.bytes)} usable${host.assumed ? ', assumed' : ''}`,
    },
    ...deviceFacts(devices),
    { label: 'backend', value: `${target.backend}${others(target)}` },
    ...profileFacts(state, target),
    ...target.notes.map((value): Fact => ({ label: 'note', value, tone: 'quiet' })),
  ]
}

/** Like devices on one line. */
function deviceFacts(devices: Target['devices']): Fact[] {
  if (devices.length === 0) return [{ label: 'gpu', value: 'none that would be used' }]
  const seen = new Map<string, number>()
  for (const device of devices) {
    const total = device.total_bytes === null ? 'memory unknown' : showGib(device.total_bytes)
    const usable = device.usable === null ? '' : `, ${showGib(device.usable.bytes)} usable`
    // `CUDA0` and `CUDA1` are alike but for the number.
    const text = `${deviceLabel(device.name).product}, ${total}${usable}`
    seen.set(text, (seen.get(text) ?? 0) + 1)
  }
  return [...seen].map(([text, count]) => ({ label: 'gpu', value: count === 1 ? text : `${count} x ${text}` }))
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
  const name = target.profile_id ?? 'none'
  return [
    { label: 'profile', value: [name, ...reasons].join('. '), ...(target.profile_id === null && { tone: 'warning' }) },
  ]
}
