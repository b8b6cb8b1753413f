import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress, type GpuReport } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, coreCount, jsonIn, keyValue, linesOf, listOf, recordOf, scalarText, sizeInBytes } from '../text.ts'

export type AmdGpu = GpuReport & { readonly index: number; readonly compute_units: number | null }

/** Reads `amd-smi static --json` (`list` and `metric` too): a list of cards, in newer releases under `gpu_data`. */
export function parseAmdSmiJson(text: string): AmdGpu[] | null {
  const value = jsonIn(text)
  const cards = Array.isArray(value) ? value : listOf(recordOf(value).gpu_data)
  const gpus = cards.slice(0, 256).flatMap((card, at) => toGpu(recordOf(card), at) ?? [])
  return gpus.length > 0 ? gpus : null
}

/** Reads `amd-smi static` as text: sections by indentation under `GPU: 0`. */
export function parseAmdSmiText(text: string): AmdGpu[] | null {
  const cards: Record<string, Record<string, unknown>>[] = []
  const numbers: string[] = []
  let section: Record<string, unknown> = {}
  for (const line of linesOf(text)) {
    const [key, value] = keyValue(line) ?? ['', '']
    const indent = line.length - line.trimStart().length
    if (indent === 0 && key === 'GPU') {
      cards.push({})
      numbers.push(value)
    } else if (indent === 4 && value === '' && key !== '') {
      section = {}
      const card = cards.at(-1)
      if (card) card[key.toLowerCase()] = section
      // "NAME:" stands in several sections: only the first level below each is read.
    } else if (indent === 4 && key !== '') {
      // `amd-smi list` has no sections.
      const card = cards.at(-1)
      if (card) card.listed = { ...card.listed, [key.toLowerCase()]: value }
    } else if (indent === 8 && value !== '') section[key.toLowerCase()] ??= value
  }
  const gpus = cards.slice(0, 256).flatMap((card, at) => toGpu({ ...card, gpu: numbers[at] }, at) ?? [])
  return gpus.length > 0 ? gpus : null
}

function toGpu(card: Record<string, unknown>, at: number): AmdGpu | null {
  const [asic, bus, vram, driver, board, usage, listed] = [
    'asic',
    'bus',
    'vram',
    'driver',
    'board',
    'mem_usage',
    'listed',
  ].map((key) => recordOf(card[key]))
  const market = cleanName(asic?.market_name)
  const bdf = scalarText(bus?.bdf ?? listed?.bdf ?? card.bdf)
  if (Object.keys(asic ?? {}).length === 0 && bdf === '' && usage?.total_vram === undefined) return null
  const product = cleanName(board?.product_name)
  const gfx = asic?.target_graphics_version
  const vram_bytes = measured(vram?.size) ?? measured(vram?.vram_size_mb) ?? measured(usage?.total_vram)
  const name = market ?? product
  return {
    ...gpuReport({
      vendor: 'amd',
      name,
      vram_bytes: vram_bytes || null,
      driver: cleanName(driver?.version),
      architecture: typeof gfx === 'string' ? (/^gfx[0-9a-f]{3,4}$/.exec(gfx.trim())?.[0] ?? null) : null,
      vram_free_bytes: vram_bytes ? measured(usage?.free_vram) : null,
      pci_address: pciAddress(bdf),
      integrated: name === null ? null : integratedByName('amd', name),
    }),
    index: coreCount(card.gpu) ?? at,
    compute_units: coreCount(asic?.num_compute_units),
  }
}

/** `{"value": 16368, "unit": "MB"}`, `16368 MB` of the text, or a bare number of MB. */
function measured(size: unknown): number | null {
  const { value, unit } = recordOf(size)
  return sizeInBytes(scalarText(value ?? size), scalarText(unit) || 'MB')
}

/**
 * Reads `amd-smi static --csv`: the values of all sections in one row, so that names that two sections have (`name`)
 * say nothing. Cells with commas are quoted.
 */
export function parseAmdSmiCsv(text: string): AmdGpu[] | null {
  const cells = (line: string): string[] =>
    [...line.slice(0, 8000).matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, bare]) =>
      (quoted ?? bare ?? '').trim(),
    )
  const lines = linesOf(text)
  const at = lines.findIndex((line) => line.startsWith('gpu,'))
  const titles = cells(lines[at] ?? '')
  if (at < 0) return null
  const gpus = lines.slice(at + 1, at + 257).flatMap((line, row) => {
    const values = cells(line)
    if (values.length !== titles.length) return []
    const card = Object.fromEntries(titles.map((title, column) => [title, values[column] ?? '']))
    const vram = { size: card.size ?? card.vram_size ?? card.vram_size_mb }
    const usage = { total_vram: card.total_vram, free_vram: card.free_vram }
    return toGpu({ gpu: card.gpu, asic: card, bus: card, vram, mem_usage: usage }, row) ?? []
  })
  return gpus.length > 0 ? gpus : null
}

/**
 * Reads `amd-smi monitor -v`, and the whole of it: the memory in the last two sizes of a row under a title of VRAM, apart
 * (`283 MB  196300 MB`) or joined (`0.3/192.0 GB`).
 */
export function parseAmdSmiMonitor(text: string): AmdGpu[] | null {
  const lines = linesOf(text)
  const at = lines.findIndex((line) => /^\s*GPU\s.*\bVRAM_(?:TOTAL|USAGE)\b/.test(line))
  if (at < 0) return null
  const gpus = lines.slice(at + 1, at + 257).flatMap((line) => {
    const index = coreCount(/^\s*(\d{1,3})\s/.exec(line)?.[1])
    const joined = /(\d{1,7}(?:\.\d{1,3})?)\/\s*(\d{1,7}(?:\.\d{1,3})?) ([MG]B)/.exec(line)
    const apart = [...line.matchAll(/(\d{1,9}(?:\.\d{1,3})?) ([MG]B)\b/g)].map(([size]) => size)
    const total = sizeInBytes(joined ? `${joined[2]} ${joined[3]}` : (apart.at(-1) ?? ''))
    if (index === null || !total) return []
    return [{ ...gpuReport({ vendor: 'amd', vram_bytes: total }), index, compute_units: null }]
  })
  return gpus.length > 0 ? gpus : null
}

export type AmdTable = { readonly rocm: string | null; readonly gpus: readonly AmdGpu[] }

/**
 * Reads the table of a plain `amd-smi`: two lines a card. Long names lose their beginning there (`...adeon 780M
 * Graphics`). Memory of an APU is the part set aside at boot.
 */
export function parseAmdSmiTable(text: string): AmdTable | null {
  let rocm: string | null = null
  const gpus: AmdGpu[] = []
  let open: { address: string; name: string } | null = null
  for (const line of linesOf(text)) {
    rocm ??= /ROCm version:\s*(\d[\d.]{1,12})/.exec(line)?.[1] ?? null
    const first = /(?:^|\s)\|\s*([0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.\d)\s+(\S.{0,60}?)\s*\|/i.exec(line)
    if (first?.[1] !== undefined && first[2] !== undefined) {
      open = { address: first[1], name: first[2] }
      continue
    }
    const second = /(?:^|\s)\|\s*(\d{1,3})\s.{0,90}\s(\d{1,8})\/(\d{1,8}) ([MG]B)\s*\|\s*$/.exec(line)
    if (!open || !second) continue
    const [total, used] = [sizeInBytes(`${second[3]} ${second[4]}`), sizeInBytes(`${second[2]} ${second[4]}`)]
    gpus.push({
      ...gpuReport({
        vendor: 'amd',
        name: cleanName(open.name),
        vram_bytes: total || null,
        vram_free_bytes: total && used !== null && used <= total ? total - used : null,
        pci_address: pciAddress(open.address),
        integrated: integratedByName('amd', open.name.replace(/^\.\.\.\w*adeon/, 'Radeon')),
      }),
      index: coreCount(second[1]) ?? gpus.length,
      compute_units: null,
    })
    open = null
  }
  return gpus.length > 0 || rocm !== null ? { rocm, gpus: gpus.slice(0, 256) } : null
}

export const amdSmi: Probe<AmdGpu[]> = {
  id: 'amd-smi',
  platforms: ['linux'],
  command: 'amd-smi',
  args: ['static', '--json'],
  // Releases that do not know --json here print their text form.
  parse: (text) => parseAmdSmiJson(text) ?? parseAmdSmiText(text),
}
