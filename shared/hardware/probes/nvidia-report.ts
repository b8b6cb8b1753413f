import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, coreCount, keyValue, linesOf, sizeInBytes } from '../text.ts'
import type { NvidiaGpu } from './nvidia-csv.ts'

/** One MIG instance: its own slice of the card's memory. Compute instances of one GPU instance share that slice. */
export type MigInstance = {
  readonly gpu_instance: number | null
  readonly vram_bytes: number | null
  readonly vram_free_bytes: number | null
}

export type NvidiaReport = {
  readonly driver: string | null
  readonly cuda: string | null
  readonly gpus: readonly (NvidiaGpu & { readonly mig: readonly MigInstance[] })[]
}

/** A value with the headings above it, all in the XML's spelling: `gpu/fb_memory_usage/total`. */
type Entry = { readonly path: readonly string[]; readonly value: string }

/** Reads `nvidia-smi -q`: headings and values by indentation. */
export function parseNvidiaQuery(text: string): NvidiaReport | null {
  const above: { indent: number; name: string }[] = []
  const entries: Entry[] = []
  for (const line of linesOf(text)) {
    if (line.trim() === '') continue
    const indent = line.length - line.trimStart().length
    while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= indent) above.pop()
    const pair = /^\s*GPU [0-9A-F]{4,8}:/.test(line) ? null : keyValue(line, ' : ')
    const path = above.map((heading) => heading.name)
    if (pair) entries.push({ path: [...path, spelled(pair[0])], value: pair[1] })
    else {
      const gpu = /^GPU ([0-9A-F:.]{7,20})$/i.exec(line.trim())
      const name = gpu ? 'gpu' : spelled(line.trim())
      if (gpu || name === 'mig_device') entries.push({ path: [...path, name], value: gpu?.[1] ?? '' })
      above.push({ indent, name })
    }
  }
  return fromEntries(entries)
}

/** Reads `nvidia-smi -q -x`. A scan for tags is enough: the document has no attributes but the card's id. */
export function parseNvidiaXml(text: string): NvidiaReport | null {
  const above: string[] = []
  const entries: Entry[] = []
  for (const match of text.matchAll(/<(\/?)([a-z_]\w{0,60})(?: id="([^"<>]{0,40})")?>([^<]{0,400})/gi)) {
    const [, closing, name = '', id, value = ''] = match
    if (closing) {
      const at = above.lastIndexOf(name)
      if (at >= 0) above.length = at
      continue
    }
    above.push(name)
    if (above.length > 40) above.shift()
    const path = above.filter((tag) => tag !== 'nvidia_smi_log')
    if (name === 'gpu' || name === 'mig_device') entries.push({ path, value: id ?? '' })
    else if (value.trim() !== '') entries.push({ path, value: value.trim() })
  }
  return fromEntries(entries)
}

function spelled(heading: string): string {
  return heading.toLowerCase().replace(/[\s-]+/g, '_')
}

function fromEntries(entries: readonly Entry[]): NvidiaReport | null {
  const top = (name: string): string | null =>
    entries.find(({ path }) => path.length === 1 && path[0] === name)?.value ?? null
  // "610.57 [Deprecated; ... Use KMD Version instead]"
  const version = (...names: string[]): string | null =>
    names.map((name) => /^\d{1,4}(?:\.\d{1,4}){1,3}/.exec(top(name) ?? '')?.[0]).find((found) => found) ?? null
  const driver = version('kmd_version', 'driver_version')
  const cards: Entry[][] = []
  for (const entry of entries) {
    if (entry.path.length === 1 && entry.path[0] === 'gpu') cards.push([entry])
    else if (entry.path[0] === 'gpu') cards.at(-1)?.push(entry)
  }
  const gpus = cards.slice(0, 256).flatMap((card, index) => toGpu(card, index, driver) ?? [])
  if (gpus.length === 0 && driver === null) return null
  return { driver, cuda: version('cuda_umd_version', 'cuda_version'), gpus }
}

function toGpu(card: readonly Entry[], index: number, driver: string | null): NvidiaReport['gpus'][number] | null {
  const at = (path: string): string => card.find((entry) => entry.path.join('/') === path)?.value ?? ''
  const name = cleanName(at('gpu/product_name'))
  if (name === null) return null
  const total = sizeInBytes(at('gpu/fb_memory_usage/total'))
  return {
    ...gpuReport({
      vendor: 'nvidia',
      name,
      vram_bytes: total || null,
      vram_free_bytes: total ? sizeInBytes(at('gpu/fb_memory_usage/free')) : null,
      driver,
      pci_address: pciAddress(card[0]?.value ?? ''),
      integrated: integratedByName('nvidia', name),
      memory_not_counted: /not supported|n\/a/i.test(at('gpu/fb_memory_usage/total')),
    }),
    index,
    used_bytes: sizeInBytes(at('gpu/fb_memory_usage/used')),
    mig_enabled: /^enabled$/i.test(at('gpu/mig_mode/current') || at('gpu/mig_mode/current_mig')),
    mig: migInstances(card),
  }
}

function migInstances(card: readonly Entry[]): MigInstance[] {
  const all: { gpu_instance: number | null; vram_bytes: number | null; vram_free_bytes: number | null }[] = []
  for (const { path, value } of card) {
    if (path[1] !== 'mig_devices' || path[2] !== 'mig_device') continue
    if (path.length === 3) all.push({ gpu_instance: null, vram_bytes: null, vram_free_bytes: null })
    const last = all.at(-1)
    if (!last) continue
    const rest = path.slice(3).join('/')
    if (rest === 'gpu_instance_id') last.gpu_instance = coreCount(value)
    else if (rest === 'fb_memory_usage/total') last.vram_bytes = sizeInBytes(value)
    else if (rest === 'fb_memory_usage/free') last.vram_free_bytes = sizeInBytes(value)
  }
  return all.slice(0, 64)
}

export const nvidiaQuery: Probe<NvidiaReport> = {
  id: 'nvidia-smi-q',
  platforms: ['linux', 'windows'],
  command: 'nvidia-smi',
  args: ['-q', '-x'],
  parse: (text) => parseNvidiaXml(text) ?? parseNvidiaQuery(text),
}
