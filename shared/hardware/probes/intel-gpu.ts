import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress, type GpuReport } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, jsonIn, keyValue, linesOf, recordOf, scalarText, sizeInBytes, wholeNumber } from '../text.ts'

/** Names of the GPUs that Level Zero lists in `sycl-ls`, old (`[ext_oneapi_level_zero:gpu:0]`) and new form. */
export function parseSyclLs(text: string): string[] | null {
  const names: string[] = []
  let any = false
  for (const line of linesOf(text)) {
    const entry = /\[[a-z_]{3,30}:[a-z]{3,6}(?:[:\]]|\]\[)/.exec(line)
    any ||= entry !== null
    const match = /\[(?:ext_oneapi_)?level_zero:gpu(?::\d{1,2}\]|\]\[level_zero:\d{1,2}\])\s*(.{1,200})$/.exec(line)
    if (!match?.[1]) continue
    // "Intel(R) Level-Zero, Intel(R) Arc(TM) A750 Graphics 12.55.8 [1.3.29735]"
    const device = match[1]
      .replace(/^.{0,60}?Level-Zero,\s*/i, '')
      .replace(/\s+\d+\.[\d.]{1,12}\s*(?:\[[^\]]{0,40}\])?\s*$/, '')
    const name = cleanName(device)
    if (name !== null) names.push(name)
  }
  return any ? names.slice(0, 64) : null
}

export const syclLs: Probe<string[]> = {
  id: 'sycl-ls',
  platforms: ['linux', 'windows'],
  command: 'sycl-ls',
  args: [],
  parse: parseSyclLs,
}

/** Reads `xpu-smi discovery`, with and without a frame, and its JSON. An empty list is its "No device discovered". */
export function parseXpuSmi(text: string): GpuReport[] | null {
  if (/^\s*\{/.test(text)) return fromJson(jsonIn(text))
  const cards: Record<string, string>[] = []
  for (const line of linesOf(text)) {
    const cells = line.replace(/^\||\|$/g, '').trim()
    const first = /^(\d{1,3})\s+(?:\|\s*)?(\S.*)$/.exec(cells)
    if (first) cards.push({})
    const [key, value] = keyValue((first?.[2] ?? cells.replace(/^\|/, '')).replace(/\|\s*$/, '')) ?? ['', '']
    // On Windows each value has a dash and nothing begins a card but the values that come first.
    const listed = line.trimStart().startsWith('- ')
    const word = (listed ? key.replace(/^-\s*/, '') : key).toLowerCase()
    if (listed && /^device (?:id|name)$/.test(word) && word in (cards.at(-1) ?? { [word]: '' })) cards.push({})
    const card = cards.at(-1)
    if (card && word !== '') card[word] ??= value
  }
  const gpus = cards.slice(0, 256).flatMap((card) => toGpu(card) ?? [])
  if (gpus.length > 0) return gpus
  return /no device discovered|^no gpu devices found/im.test(text.slice(0, 10_000)) ? [] : null
}

/** `xpu-smi discovery -j`: a list, or with `-d` one device with all that is known of it. */
function fromJson(value: unknown): GpuReport[] | null {
  const whole = recordOf(value)
  const devices = Array.isArray(whole.device_list) ? whole.device_list : 'device_name' in whole ? [whole] : null
  return (
    devices?.slice(0, 256).flatMap((device) => {
      const entry = recordOf(device)
      const words = Object.entries(entry).map(([key, word]) => [key.replaceAll('_', ' '), scalarText(word)])
      const bytes = wholeNumber(entry.memory_physical_size_byte)
      return toGpu({ ...Object.fromEntries(words), ...(bytes ? { 'memory physical size': `${bytes} B` } : {}) }) ?? []
    }) ?? null
  )
}

export const xpuSmi: Probe<GpuReport[]> = {
  id: 'xpu-smi',
  platforms: ['linux'],
  command: 'xpu-smi',
  args: ['discovery'],
  parse: parseXpuSmi,
}

function toGpu(card: Readonly<Record<string, string>>): GpuReport | null {
  const name = cleanName(card['device name'])
  if (name === null) return null
  const device = /^0x([0-9a-f]{4})$/i.exec(card['pci device id'] ?? '')?.[1]
  return gpuReport({
    vendor: 'intel',
    name,
    vram_bytes: sizeInBytes(card['memory physical size'] ?? '') || null,
    pci_address: pciAddress(card['pci bdf address'] ?? ''),
    pci_id: device === undefined ? null : `8086:${device.toLowerCase()}`,
    integrated: integratedByName('intel', name),
  })
}
