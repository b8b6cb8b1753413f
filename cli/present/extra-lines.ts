import type { ExtraTerm } from '../../shared/estimate/extras/extra-term.ts'
import type { Target } from '../../shared/profile/target.ts'
import { showGib } from '../../shared/units.ts'
import { tableLines } from './fields.ts'

const NAMES: Readonly<Record<ExtraTerm['id'], string>> = {
  'mmproj.model': 'projector weights',
  'mmproj.compute': 'projector compute',
  'lora.model': 'LoRA weights',
  'lora.compute': 'LoRA compute',
  'draft.model': 'draft weights',
  'draft.context': 'draft cache',
  'draft.compute': 'draft compute',
  'draft.output_buffer': 'draft output',
  'mtp.model': 'MTP layer',
  'mtp.context': 'MTP cache',
  'mtp.compute': 'MTP compute',
  'speculation.context': 'states to go back to',
  'speculation.compute': 'compute for drafted tokens',
  'server.output_buffer': 'output buffer',
  'server.context_checkpoints': 'context checkpoints',
  'server.prompt_cache': 'prompt cache',
  'host.repacked_file': 'file behind repacked weights',
  'host.packed_weights': 'more for packed weights',
  'device.op_offload': "copies of the host's weights",
  'device.cache_f16_copies': 'unpacked cache of a layer',
  'driver.overhead': 'driver and context',
}

/** What comes beside the table of the model: a row a term, with what it may grow to and the flag that limits it. */
export function extraLines(terms: readonly ExtraTerm[], target?: Target): string[] {
  const reserved = terms.some(({ id }) => id === 'driver.overhead') && terms.every((term) => isReserved(term, target))
  return [
    ...termLines("beside the table, not in llama.cpp's own count:", terms, target),
    ...(reserved ? ['the usable memory above already leaves room for what driver and context take at first'] : []),
  ]
}

/** What a GPU's compute holds that depends on its backend; in the table already. */
export function backendLines(terms: readonly ExtraTerm[] = [], target?: Target): string[] {
  return termLines('part of the compute above:', terms, target)
}

/** Whether a driver's share of a device is off what is usable; true for terms that are no driver's. */
function isReserved({ id, place, bytes }: ExtraTerm, target: Target | undefined): boolean {
  if (id !== 'driver.overhead' || place === 'host') return true
  const { total_bytes = null, usable = null } = target?.devices[place] ?? {}
  return target?.unified === false && total_bytes !== null && usable !== null && total_bytes - usable.bytes >= bytes
}

/** The name that the table above has for a device, without the product where that is enough to tell it. */
function deviceName(place: number, target: Target | undefined): string {
  const short = (name: string) => name.replace(/ \(.*$/, '')
  const names = target?.devices.map(({ name }) => name) ?? []
  const own = names[place]
  if (own === undefined) return `device ${place}`
  return names.filter((name) => short(name) === short(own)).length === 1 ? short(own) : own
}

function termLines(title: string, terms: readonly ExtraTerm[], target: Target | undefined): string[] {
  if (terms.length === 0) return []
  const rows = terms.map(({ id, place, bytes, high, limit_flag }) => [
    place === 'host' ? 'host' : deviceName(place, target),
    NAMES[id],
    showGib(bytes),
    high === undefined || high === bytes ? '' : high === null ? 'no limit' : showGib(high),
    limit_flag ?? '',
  ])
  return [title, ...tableLines([['', '', 'at first', 'at most', 'limited by'], ...rows], [2, 3])]
}
