import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress, type GpuReport } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, jsonIn, linesOf, recordOf, scalarText, wholeNumber } from '../text.ts'

export type RocmGpu = GpuReport & {
  readonly index: number
  readonly used_bytes: number | null
  /** All that the tool said of the card, key and value as printed. */
  readonly fields: Readonly<Record<string, string>>
}

/** Reads `rocm-smi --json`. Keys change case between releases ("Card series", "Card Series"); values are all strings. */
export function parseRocmSmiJson(text: string): RocmGpu[] | null {
  const cards = recordOf(jsonIn(text))
  const driver = cleanName(field(recordOf(cards.system), 'driver version'))
  const gpus = Object.entries(cards).flatMap(([key, value]) => {
    const index = /^card(\d{1,3})$/i.exec(key)?.[1]
    return index === undefined ? [] : [toGpu(Number(index), recordOf(value), driver)]
  })
  return gpus.length > 0 ? gpus.slice(0, 256) : null
}

/** Reads `rocm-smi --csv`: the same fields under a header; their order follows the flags. */
export function parseRocmSmiCsv(text: string): RocmGpu[] | null {
  // The maker's own name has a comma in older releases.
  const rows = linesOf(text).map((line) => line.replaceAll('Devices, Inc.', 'Devices Inc.').split(','))
  const at = rows.findIndex((cells) => cells[0]?.trim().toLowerCase() === 'device')
  const header = rows[at]
  if (at < 0 || !header) return null
  const gpus = rows.slice(at + 1).flatMap((cells) => {
    const index = /^(?:card)?(\d{1,3})$/i.exec(cells[0]?.trim() ?? '')?.[1]
    if (index === undefined || cells.length !== header.length) return []
    return [toGpu(Number(index), Object.fromEntries(header.map((name, i) => [name, cells[i]])), null)]
  })
  return gpus.length > 0 ? gpus.slice(0, 256) : null
}

/** Reads `rocm-smi --show...` as text: `GPU[0] : Card series: Radeon ...`, a line a field. */
export function parseRocmSmiText(text: string): RocmGpu[] | null {
  const cards = new Map<number, Record<string, string>>()
  for (const line of linesOf(text)) {
    const match = /^\s*GPU\[(\d{1,3})\]\s*: (.{1,80}?):\s+(\S.{0,300}?)\s*$/.exec(line)
    if (match?.[1] === undefined || match[2] === undefined) continue
    const index = Number(match[1])
    cards.set(index, { [match[2].trim()]: match[3] ?? '', ...cards.get(index) })
  }
  const gpus = [...cards].slice(0, 256).map(([index, card]) => toGpu(index, card, null))
  return gpus.length > 0 ? gpus : null
}

function field(card: Record<string, unknown>, name: string): unknown {
  const key = Object.keys(card).find((candidate) => candidate.trim().toLowerCase() === name)
  return key === undefined ? undefined : card[key]
}

function toGpu(index: number, card: Record<string, unknown>, driver: string | null): RocmGpu {
  const total = wholeNumber(field(card, 'vram total memory (b)'))
  const used = wholeNumber(field(card, 'vram total used memory (b)'))
  // Numbers stand where the tool knows no name; releases differ in which of these holds it.
  const series =
    ['card series', 'device name', 'card model'].map((key) => cleanName(field(card, key))).find(Boolean) ?? null
  // "Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]"
  const name = series === null ? null : (/\[(.{3,120})\]$/.exec(series)?.[1] ?? series)
  const gfx = field(card, 'gfx version')
  return {
    ...gpuReport({
      vendor: 'amd',
      name,
      vram_bytes: total || null,
      vram_free_bytes: total && used !== null && used <= total ? total - used : null,
      shared_bytes: wholeNumber(field(card, 'gtt total memory (b)')) || null,
      driver,
      // Some releases write one digit too many (gfx11001): no target has five digits.
      architecture: typeof gfx === 'string' ? (/^gfx[0-9a-f]{3,4}$/.exec(gfx.trim())?.[0] ?? null) : null,
      pci_address: pciAddress(scalarText(field(card, 'pci bus'))),
      integrated: series === null ? null : integratedByName('amd', series),
    }),
    index,
    used_bytes: used,
    fields: Object.fromEntries(
      Object.entries(card)
        .slice(0, 500)
        .map(([key, value]) => [key, scalarText(value)]),
    ),
  }
}

export const rocmSmi: Probe<RocmGpu[]> = {
  id: 'rocm-smi',
  platforms: ['linux'],
  command: 'rocm-smi',
  args: ['--showproductname', '--showbus', '--showdriverversion', '--showmeminfo', 'vram', 'gtt', '--json'],
  // Releases that do not know --json for these print text.
  parse: (text) => parseRocmSmiJson(text) ?? parseRocmSmiText(text),
}
