import type { Probe } from '../probe.ts'
import { gpuReport, pciAddress } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, coreCount, sizeInBytes } from '../text.ts'
import type { NvidiaGpu } from './nvidia-csv.ts'
import { migProfile } from './mig-profile.ts'
import { cardsOf, cardValue, queryEntries, xmlEntries, type Entry } from './nvidia-entries.ts'

/** One MIG instance: its own slice of the card's memory. Compute instances of one GPU instance share that slice. */
export type MigInstance = {
  /** `3g.40gb`, from its multiprocessors and memory; null where they do not tell. */
  readonly profile: string | null
  readonly gpu_instance: number | null
  readonly vram_bytes: number | null
  readonly vram_free_bytes: number | null
}

export type NvidiaReport = {
  readonly driver: string | null
  readonly cuda: string | null
  readonly gpus: readonly (NvidiaGpu & { readonly mig: readonly MigInstance[] })[]
}

/** Reads `nvidia-smi -q`. */
export function parseNvidiaQuery(text: string): NvidiaReport | null {
  return fromEntries(queryEntries(text))
}

/** Reads `nvidia-smi -q -x`. */
export function parseNvidiaXml(text: string): NvidiaReport | null {
  return fromEntries(xmlEntries(text))
}

function fromEntries(entries: readonly Entry[]): NvidiaReport | null {
  const top = (name: string): string | null =>
    entries.find(({ path }) => path.length === 1 && path[0] === name)?.value ?? null
  // "610.57 [Deprecated; ... Use KMD Version instead]"
  const version = (...names: string[]): string | null =>
    names.map((name) => /^\d{1,4}(?:\.\d{1,4}){1,3}/.exec(top(name) ?? '')?.[0]).find((found) => found) ?? null
  const driver = version('kmd_version', 'driver_version')
  const gpus = cardsOf(entries).flatMap((card, index) => toGpu(card, index, driver) ?? [])
  if (gpus.length === 0 && driver === null) return null
  return { driver, cuda: version('cuda_umd_version', 'cuda_version'), gpus }
}

function toGpu(card: readonly Entry[], index: number, driver: string | null): NvidiaReport['gpus'][number] | null {
  const at = cardValue(card)
  const name = cleanName(at('product_name'))
  if (name === null) return null
  const total = sizeInBytes(at('fb_memory_usage/total'))
  return {
    ...gpuReport({
      vendor: 'nvidia',
      name,
      vram_bytes: total || null,
      vram_free_bytes: total ? sizeInBytes(at('fb_memory_usage/free')) : null,
      driver,
      pci_address: pciAddress(card[0]?.value ?? ''),
      integrated: integratedByName('nvidia', name),
      memory_not_counted: /not supported|n\/a/i.test(at('fb_memory_usage/total')),
    }),
    index,
    used_bytes: sizeInBytes(at('fb_memory_usage/used')),
    mig_enabled: /^enabled$/i.test(at('mig_mode/current') || at('mig_mode/current_mig')),
    mig: migInstances(card, { name, vram_bytes: total || null }),
  }
}

type OpenInstance = {
  gpu_instance: number | null
  sms: number | null
  vram_bytes: number | null
  vram_free_bytes: number | null
}

function migInstances(
  card: readonly Entry[],
  whole: { readonly name: string; readonly vram_bytes: number | null },
): MigInstance[] {
  const all: OpenInstance[] = []
  for (const { path, value } of card) {
    // Text of newer drivers has no heading above the instances.
    const at = path.indexOf('mig_device')
    if (at !== 1 && !(at === 2 && path[1] === 'mig_devices')) continue
    if (path.length === at + 1) all.push({ gpu_instance: null, sms: null, vram_bytes: null, vram_free_bytes: null })
    const last = all.at(-1)
    if (!last) continue
    const rest = path
      .slice(at + 1)
      .join('/')
      .replace(/^shared_/, '')
    if (rest === 'gpu_instance_id') last.gpu_instance = coreCount(value)
    else if (/\bmultiprocessor_count$/.test(rest)) last.sms ??= coreCount(value)
    else if (rest === 'fb_memory_usage/total') last.vram_bytes = sizeInBytes(value)
    else if (rest === 'fb_memory_usage/free') last.vram_free_bytes = sizeInBytes(value)
  }
  return all.slice(0, 64).map(({ sms, ...instance }) => {
    const own = all.filter(({ gpu_instance }) => gpu_instance === instance.gpu_instance)
    const all_sms = own.reduce((sum, other) => sum + (other.sms ?? 0), 0)
    return { ...instance, profile: migProfile(whole, { vram_bytes: instance.vram_bytes, sms, all_sms }) }
  })
}

export const nvidiaQuery: Probe<NvidiaReport> = {
  id: 'nvidia-smi-q',
  platforms: ['linux', 'windows'],
  command: 'nvidia-smi',
  args: ['-q', '-x'],
  parse: (text) => parseNvidiaXml(text) ?? parseNvidiaQuery(text),
}
