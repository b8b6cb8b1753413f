import type { Gpu, HardwareSnapshot } from '../hardware/snapshot.ts'
import { GIB, showGib } from '../units.ts'
import { listProfiles } from './database.ts'
import type { HardwareProfile } from './hardware-profile.ts'
import { matchName, type NameMatch, plainName, plainNames, rank } from './name-match.ts'
import { usedGpus } from './snapshot-gpus.ts'

export type ProfileMatch = {
  /** Null for hardware that the data base does not know. */
  readonly profile: HardwareProfile | null
  /** 0 (no match) to 1: how sure it is that the machine is of this kind. */
  readonly confidence: number
  /** What was compared, one sentence each. */
  readonly reasons: string[]
}

type Candidate = { readonly profile: HardwareProfile; readonly name: NameMatch }

/**
 * The profile of a machine: that of its first GPU, or of its CPU where no GPU is used. A GPU in the processor that
 * no profile knows leaves the CPU to decide; an unknown card does not, since the card does the work.
 */
export function matchProfile(snapshot: HardwareSnapshot): ProfileMatch {
  const [gpu] = usedGpus(snapshot)
  if (!gpu) return matchCpu(snapshot)
  const match = matchGpu(gpu, snapshot)
  if (match.profile || !gpu.integrated) return match
  const cpu = matchCpu(snapshot)
  return { ...cpu, reasons: [...match.reasons, ...cpu.reasons] }
}

/** The profile of one GPU of a machine. */
export function matchGpu(gpu: Gpu, snapshot: HardwareSnapshot): ProfileMatch {
  const shared = gpu.unified || gpu.integrated
  const profiles = listProfiles().filter(
    ({ backend, row }) =>
      backend !== 'cpu' && row.unified === shared && (gpu.vendor === 'other' || gpu.vendor === row.vendor),
  )
  // The driver's name of a GPU in the processor says little (`Orin (nvgpu)`, `AMD Radeon Graphics`): board and CPU help.
  const around = [gpu.name, snapshot.display_name, snapshot.cpu.name]
  const plain = plainName(gpu.name)
  const alone = gpu.vendor === 'nvidia' && shared ? [] : candidates(profiles, plain)
  const found = alone.length > 0 || !shared ? alone : candidates(profiles, plainNames(around))
  const seen = `the GPU's name "${gpu.name}"`
  if (found.length === 0) return unknown(`No profile has ${seen}.`)
  if (shared) {
    const own = gpu.unified ? 0 : (gpu.vram_bytes ?? 0)
    return nearest(found, snapshot.memory.total_bytes + own, seen, 'RAM')
  }
  return gpu.vram_bytes === null ? withoutMemory(found, seen) : byMemory(found, gpu.vram_bytes, seen, gpu.name)
}

/**
 * The profile of a machine's CPU, for its memory bandwidth and, without a GPU, for the machine. A chip or board whose
 * GPU is not in use here (an Apple chip in a virtual machine, a Jetson without its driver) is known by the same words.
 */
export function matchCpu(snapshot: HardwareSnapshot): ProfileMatch {
  const seen = `the CPU's name "${snapshot.cpu.name}"`
  const chips = snapshot.gpus.filter((gpu) => gpu.vendor === 'qualcomm' || gpu.vendor === 'arm').map((gpu) => gpu.name)
  const texts = [plainName(snapshot.cpu.name), plainNames([snapshot.cpu.name, snapshot.display_name, ...chips])]
  const rows = [
    listProfiles().filter(({ backend }) => backend === 'cpu'),
    listProfiles().filter(({ category }) => category === 'apple' || category === 'nvidia-edge'),
  ]
  for (const profiles of rows) {
    for (const text of texts) {
      const found = candidates(profiles, text)
      if (found.length > 0) return nearest(found, snapshot.memory.total_bytes, seen, 'RAM')
    }
  }
  return unknown(`No profile has ${seen}.`)
}

function candidates(profiles: readonly HardwareProfile[], plain: string): Candidate[] {
  return profiles.flatMap((profile) => {
    const name = matchName(profile.row, plain)
    return name ? [{ profile, name }] : []
  })
}

function best(found: readonly Candidate[]): Candidate[] {
  const most = Math.max(...found.map(({ name }) => rank(name)))
  return found.filter(({ name }) => rank(name) === most)
}

/** Memory of one device as the driver lists it: an MI250 is two. */
function deviceBytes({ memory_gb, row }: HardwareProfile): number {
  return (memory_gb * GIB) / (row.device_count ?? 1)
}

/** Of equally good names the nearest memory size; then the slower one, so that nothing is promised too much. */
function closest(found: readonly Candidate[], bytes: number): Candidate | undefined {
  return best(found).sort((a, b) => byDistance(a, b, bytes))[0]
}

function byDistance(a: Candidate, b: Candidate, bytes: number): number {
  const distance = ({ profile }: Candidate): number => Math.abs(Math.log(deviceBytes(profile) / Math.max(1, bytes)))
  const speed = ({ profile }: Candidate): number => profile.memory_bandwidth_gb_s ?? 0
  return distance(a) - distance(b) || speed(a) - speed(b)
}

/** PCI databases name the chip and list what it is sold as: `Navi 31 [Radeon RX 7900 XT/7900 XTX/7900 GRE/7900M]`. */
const LISTS = /\[[^\]]*\/[^\]]*\]/

/** Of a list of products the one with the nearest memory size; then the slower, then the one for desktops. */
function slowest(found: readonly Candidate[], bytes: number): Candidate | undefined {
  return [...found].sort((a, b) => byDistance(a, b, bytes) || Number(isMobile(a)) - Number(isMobile(b)))[0]
}

function isMobile({ profile }: Candidate): boolean {
  return profile.row.is_mobile ?? false
}

/** A card's size decides between variants: drivers report up to an eighth less than is sold (ECC, firmware). */
function byMemory(found: readonly Candidate[], bytes: number, seen: string, name: string): ProfileMatch {
  const fits = found.filter(({ profile }) => {
    const share = bytes / deviceBytes(profile)
    return share >= 0.875 && share <= 1.06
  })
  const pick = LISTS.test(name) ? slowest(fits, bytes) : closest(fits, bytes)
  if (pick) {
    const size = `${showGib(bytes)} is the ${pick.profile.memory_gb} GB variant.`
    return { profile: pick.profile, confidence: pick.name.family ? 0.7 : 0.95, reasons: [words(pick, seen), size] }
  }
  const sizes = [...new Set(found.map(({ profile }) => profile.memory_gb))].join(', ')
  const off = `${showGib(bytes)} is no size that it is sold with (${sizes} GB).`
  const near = closest(found, bytes)
  // A cut name (`RTX 5090 ...`) may have lost the word that tells a laptop part.
  if (!near || /(?:\.\.\.|\u2026)\s*$/.test(name)) return unknown(`${seen} is cut, and ${off}`)
  return { profile: near.profile, confidence: 0.5, reasons: [words(near, seen), off] }
}

function withoutMemory(found: readonly Candidate[], seen: string): ProfileMatch {
  const pick = closest(found, 1)
  if (!pick) return unknown(`No profile has ${seen}.`)
  const reasons = [words(pick, seen), `Its memory is unknown, so the smallest variant is taken.`]
  return { profile: pick.profile, confidence: 0.7, reasons }
}

function nearest(found: readonly Candidate[], bytes: number, seen: string, what: string): ProfileMatch {
  const pick = closest(found, bytes)
  if (!pick) return unknown(`No profile has ${seen}.`)
  const { profile, name } = pick
  const sure = name.family ? 0.7 : 0.95
  if (profile.row.memory_assumed) return { profile, confidence: sure, reasons: [words(pick, seen)] }
  const share = bytes / (profile.memory_gb * GIB)
  const fits = share > 0.8 && share < 1.1
  const size = `${showGib(bytes)} ${what} is nearest to the ${profile.memory_gb} GB variant.`
  return { profile, confidence: fits ? sure : 0.6, reasons: [words(pick, seen), size] }
}

function words({ profile, name }: Candidate, seen: string): string {
  return `${profile.row.display_name}: ${seen} fits "${name.words.join(' ')}".`
}

function unknown(reason: string): ProfileMatch {
  return { profile: null, confidence: 0, reasons: [reason.charAt(0).toUpperCase() + reason.slice(1)] }
}
