import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress, type GpuReport } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, linesOf, sizeInBytes } from '../text.ts'

type Open = { name: string; address: string; used: string | null; total: string | null }

/** `  0  Intel(R) Arc(TM) B580   Off`: the name has 22 places and goes on below (xpumanager, ial/cmn/cmd_smi.cpp). */
const FIRST = /^\s*\d{1,3} {2}(.{22}) {2}(?:On|Off)\b/
const MEMORY = /^\s*(\d{1,9}MiB) \/ (\d{1,9}MiB)\s*$/

/**
 * Reads the table of a plain `xpu-smi` since 2.0, which looks like nvidia-smi's. Null for a text that is not Intel's; an
 * empty list where it finds no device.
 */
export function parseXpuTable(text: string): GpuReport[] | null {
  if (/^No GPU devices found/m.test(text.slice(0, 10_000))) return []
  const cards: Open[] = []
  let intel = false
  for (const line of linesOf(text)) {
    intel ||= /\bIntel XPU-SMI\b/.test(line)
    if (/\|\s*Processes:/.test(line)) break
    const cells = /\|(.*)\|\s*$/.exec(line)?.[1]?.split('|') ?? []
    const [left = '', middle = ''] = cells
    const first = cells.length === 3 ? FIRST.exec(left) : null
    const card = cards.at(-1)
    if (first?.[1] !== undefined) {
      cards.push({ name: first[1], address: middle.trim().split(/\s/, 1)[0] ?? '', used: null, total: null })
    } else if (card && card.total === null && cells.length === 3) {
      const memory = MEMORY.exec(middle)
      if (memory) Object.assign(card, { used: memory[1], total: memory[2] })
      else if (middle.trim() === '' && card.name.length < 200) card.name += left.slice(6).trimEnd()
    }
  }
  if (!intel) return null
  return cards.slice(0, 256).flatMap((card) => {
    const name = cleanName(card.name)
    if (name === null) return []
    const integrated = integratedByName('intel', name)
    const [total, used] = [sizeInBytes(card.total ?? ''), sizeInBytes(card.used ?? '')]
    // What an integrated GPU names is a share of RAM.
    const own = integrated === true ? null : total || null
    return gpuReport({
      vendor: 'intel',
      name,
      vram_bytes: own,
      vram_free_bytes: own !== null && used !== null && used <= own ? own - used : null,
      pci_address: pciAddress(card.address),
      integrated,
    })
  })
}

/** `discovery` lists cards without their memory. */
export const xpuTable: Probe<GpuReport[]> = {
  id: 'xpu-smi-table',
  platforms: ['linux'],
  command: 'xpu-smi',
  args: [],
  parse: parseXpuTable,
}
