import type { ExtraTerm } from '../../shared/estimate/extras/extra-term.ts'
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
export function extraLines(terms: readonly ExtraTerm[]): string[] {
  return termLines("beside the table, not in llama.cpp's own count:", terms)
}

/** What a GPU's compute holds that depends on its backend; in the table already. */
export function backendLines(terms: readonly ExtraTerm[] = []): string[] {
  return termLines('part of the compute above:', terms)
}

function termLines(title: string, terms: readonly ExtraTerm[]): string[] {
  if (terms.length === 0) return []
  const rows = terms.map(({ id, place, bytes, high, limit_flag }) => [
    place === 'host' ? 'host' : `device ${place}`,
    NAMES[id],
    showGib(bytes),
    high === undefined || high === bytes ? '' : high === null ? 'no limit' : showGib(high),
    limit_flag ?? '',
  ])
  return [title, ...tableLines([['', '', 'at first', 'at most', 'limited by'], ...rows], [2, 3])]
}
