import type { BudgetLine } from '../../shared/estimate/budget.ts'
import { promptCacheTerm } from '../../shared/estimate/extras/server-terms.ts'
import type { Program } from '../../shared/program.ts'
import { pageUrl } from '../../shared/project.ts'
import { MIB, showGib } from '../../shared/units.ts'

/**
 * Whether llama-server's cache of earlier prompts can grow beyond what a host has beside a model; null where it cannot, or
 * where the host does not say what it has.
 * @param host what the host's memory must hold, and what of it is usable
 */
export function promptCacheNote(
  { need_bytes, usable }: Pick<BudgetLine, 'need_bytes' | 'usable'>,
  program: Program,
): string | null {
  const high = promptCacheTerm({ program }, {})?.high ?? null
  if (high === null || usable === null) return null
  const left = Math.max(0, usable.bytes - need_bytes)
  if (high <= left) return null
  const most = Math.floor(left / MIB / 64) * 64
  return (
    `llama-server's cache of earlier prompts grows to ${showGib(high)} of RAM by default, and ${showGib(left)} are left here: ` +
    `start it with --cache-ram ${most}${most === 0 ? '' : ' or less'} (MiB)`
  )
}

/** Where a config looks for the model that a catalog name stands for. */
export function modelPathNote(model_path: string): string {
  return (
    `the config expects the model at ${model_path}: put it there, or name it with --model FILE or hf:OWNER/REPO ` +
    `(${pageUrl('docs/quickstart/README.md#a-model')})`
  )
}
