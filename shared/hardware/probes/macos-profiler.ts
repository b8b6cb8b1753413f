import type { Probe } from '../probe.ts'
import { gpuReport, type GpuReport } from '../gpu-report.ts'
import { integratedByName, vendorOfName } from '../pci.ts'
import { cleanName, coreCount, jsonIn, keyValue, linesOf, listOf, recordOf, scalarText, sizeInBytes } from '../text.ts'

export type MacHardware = {
  readonly model: string | null
  readonly chip: string | null
  readonly cores: number | null
  readonly performance: number | null
  readonly efficiency: number | null
  /** The fastest level of M5 Pro and Max; counted in `performance` too. */
  readonly super_cores: number | null
  readonly memory_bytes: number | null
}

export type MacGpu = GpuReport & { readonly cores: number | null; readonly metal: string | null }

/**
 * Reads SPHardwareDataType of `system_profiler -json`, or as text; where the text's titles are in another language, by
 * what their values look like (`Mac16,11`, `14 (10 ... 4 ...)`, `64 GB`).
 */
export function parseMacHardware(text: string): MacHardware | null {
  const entry = recordOf(listOf(recordOf(jsonIn(text)).SPHardwareDataType)[0])
  if (Object.keys(entry).length > 0) {
    return {
      model: cleanName(entry.machine_model),
      chip: cleanName(entry.chip_type) ?? cleanName(entry.cpu_type),
      memory_bytes: typeof entry.physical_memory === 'string' ? sizeInBytes(entry.physical_memory) : null,
      ...coresOf(entry.number_processors),
    }
  }
  const values: Record<string, string> = {}
  for (const line of linesOf(text)) {
    const pair = keyValue(line)
    if (pair && pair[1] !== '') values[pair[0].toLowerCase()] ??= pair[1]
  }
  const chip = cleanName(values.chip) ?? cleanName(values['processor name'])
  const like = (shape: RegExp) => Object.values(values).find((value) => shape.test(value))
  const model = cleanName(values['model identifier'] ?? like(/^(?:i?Mac|MacBook)\w{0,12}\d,\d{1,2}$/))
  if (chip === null && model === null) return null
  return {
    model,
    chip,
    memory_bytes: sizeInBytes(values.memory ?? like(/^\d{1,4} GB$/) ?? ''),
    ...coresOf(values['total number of cores'] ?? like(/^\d{1,3} \(\d{1,3} .{1,40}\d{1,3} .{1,40}\)$/)),
  }
}

type Cores = Pick<MacHardware, 'cores' | 'performance' | 'efficiency' | 'super_cores'>

/**
 * `proc 8:4:4` (all, performance, efficiency), `proc 18:6:0:12` (all, super, efficiency, performance), a bare number,
 * or `8 (4 performance and 4 efficiency)` of the text form, in this order in every language.
 */
function coresOf(value: unknown): Cores {
  const text = scalarText(value).slice(0, 200)
  const numbers = /^proc (\d{1,4}(?::\d{1,4}){1,3})$/.exec(text.trim())?.[1]?.split(':').map(Number)
  if (numbers) {
    const [cores = 0, first = 0, efficiency = 0, more] = numbers
    return { cores, performance: first + (more ?? 0), efficiency, super_cores: more === undefined ? null : first }
  }
  const count = (word: string): number | null => coreCount(new RegExp(`(\\d{1,4}) ${word}`, 'i').exec(text)?.[1])
  const [fast, plain, slow] = [count('super'), count('performance'), count('efficiency')]
  const known = fast !== null || plain !== null
  const foreign = known || slow !== null ? null : /^\d{1,3} \((\d{1,3}) \D{1,40}(\d{1,3}) \D{1,40}\)$/.exec(text)
  if (foreign) {
    const [, performance, efficiency] = foreign.map((word) => coreCount(word))
    const cores = coreCount(/^\d{1,3}/.exec(text)?.[0])
    return { cores, performance: performance ?? null, efficiency: efficiency ?? null, super_cores: null }
  }
  return {
    cores: coreCount(/^\s*(\d{1,4})\b/.exec(text)?.[1]),
    performance: known ? (fast ?? 0) + (plain ?? 0) : null,
    efficiency: known ? (slow ?? 0) : null,
    super_cores: fast,
  }
}

/**
 * Reads SPDisplaysDataType of `system_profiler -json`, or as text. Displays are nested below a card and have names
 * too; an adapter without a model (a virtual machine's frame buffer) is no GPU.
 */
export function parseMacDisplays(text: string): MacGpu[] | null {
  const { SPDisplaysDataType: cards } = recordOf(jsonIn(text))
  if (Array.isArray(cards)) return cards.slice(0, 64).flatMap((card) => fromJson(recordOf(card)) ?? [])
  const found: Record<string, string>[] = []
  for (const line of linesOf(text)) {
    const [key, value] = keyValue(line) ?? ['', '']
    if (key === 'Chipset Model') found.push({})
    const card = found.at(-1)
    if (card && value !== '') card[key] ??= value
  }
  if (found.length === 0) return null
  return found.slice(0, 64).flatMap((card) => {
    const size = card['VRAM (Total)'] ?? card['VRAM (Dynamic, Max)'] ?? ''
    return (
      toGpu(
        card['Chipset Model'],
        card['Total Number of Cores'],
        card['Metal Support'] ?? card.Metal ?? card['Metal Family'],
        size,
      ) ?? []
    )
  })
}

// The profiler's key for cards whose memory is shared or private.
const SHARED_VRAM = '_spdisplays_vram'

function fromJson(card: Record<string, unknown>): MacGpu | null {
  const metal = cleanName(card.spdisplays_mtlgpufamilysupport ?? card.spdisplays_metalfamily)?.replace(
    /^spdisplays_/,
    '',
  )
  const vram = card.spdisplays_vram ?? card[SHARED_VRAM]
  return toGpu(card.sppci_model, card.sppci_cores, metal, typeof vram === 'string' ? vram : '')
}

function toGpu(model: unknown, cores: unknown, metal: string | undefined, vram: string): MacGpu | null {
  const name = cleanName(model)
  const vendor = name === null ? null : vendorOfName(name)
  if (name === null || vendor === null) return null
  const integrated = integratedByName(vendor, name)
  return {
    ...gpuReport({ vendor, name, vram_bytes: sizeInBytes(vram) || null, integrated }),
    cores: coreCount(cores) || null,
    metal: cleanName(metal)?.toLowerCase().replace(/\s+/g, '') ?? null,
  }
}

export const macosHardware: Probe<MacHardware> = {
  id: 'system_profiler-hardware',
  platforms: ['darwin'],
  command: 'system_profiler',
  args: ['-json', '-detailLevel', 'mini', 'SPHardwareDataType'],
  parse: parseMacHardware,
}

export const macosDisplays: Probe<MacGpu[]> = {
  id: 'system_profiler-displays',
  platforms: ['darwin'],
  command: 'system_profiler',
  args: ['-json', 'SPDisplaysDataType'],
  parse: parseMacDisplays,
}
