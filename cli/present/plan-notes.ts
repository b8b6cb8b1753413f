import type { BudgetLine } from '../../shared/estimate/budget.ts'
import { promptCacheLimit } from '../../shared/estimate/prompt-cache.ts'
import type { Program } from '../../shared/program.ts'
import { pageUrl } from '../../shared/project.ts'
import { showGib } from '../../shared/units.ts'

/**
 * Whether llama-server's cache of earlier prompts can grow beyond what a host has beside a model; null where it cannot, or
 * where the host does not say what it has.
 * @param host what the host's memory must hold, and what of it is usable
 * @param stated what the config itself holds the cache to, in MiB
 */
export function promptCacheNote(
  host: Pick<BudgetLine, 'need_bytes' | 'usable'>,
  program: Program,
  stated?: number,
): string | null {
  const limit = promptCacheLimit(host, program)
  if (limit === null) return null
  const { high_bytes, left_bytes, cache_ram_mib } = limit
  const left = `${showGib(left_bytes)} are left here`
  const grows = `llama-server's cache of earlier prompts grows to ${showGib(high_bytes)} of RAM by default, and ${left}`
  if (stated !== undefined && promptCacheLimit(host, program, stated) === null) {
    return `${grows}: runs and exports of this config state --cache-ram ${stated} (MiB)`
  }
  return `${grows}: start it with --cache-ram ${cache_ram_mib}${cache_ram_mib === 0 ? '' : ' or less'} (MiB)`
}

/** Where a config looks for the model that a catalog name stands for. */
export function modelPathNote(model_path: string): string {
  return (
    `the config expects the model at ${model_path}: put it there, or name it with --model FILE or hf:OWNER/REPO ` +
    `(${pageUrl('docs/quickstart/README.md#a-model')})`
  )
}
