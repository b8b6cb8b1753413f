import type { Program } from '../program.ts'
import { MIB } from '../units.ts'
import type { BudgetLine } from './budget.ts'
import { promptCacheTerm } from './extras/server-terms.ts'

/** A cache of earlier prompts that can grow beyond what a host has beside a model. */
export type PromptCacheLimit = {
  /** What it grows to, and what is left for it. */
  readonly high_bytes: number
  readonly left_bytes: number
  /** What `--cache-ram` may be at most, in steps of 64 MiB; 0: no such cache. */
  readonly cache_ram_mib: number
}

/**
 * What llama-server's cache of earlier prompts must be held to; null where it fits as it is, or where the host does not
 * say what it has.
 * @param host what the host's memory must hold, and what of it is usable
 * @param cache_ram_mib `--cache-ram`, where it is not the default
 */
export function promptCacheLimit(
  { need_bytes, usable }: Pick<BudgetLine, 'need_bytes' | 'usable'>,
  program: Program,
  cache_ram_mib?: number,
): PromptCacheLimit | null {
  const high_bytes = promptCacheTerm({ program }, cache_ram_mib === undefined ? {} : { cache_ram_mib })?.high ?? null
  if (high_bytes === null || usable === null) return null
  const left_bytes = Math.max(0, usable.bytes - need_bytes)
  return high_bytes <= left_bytes
    ? null
    : { high_bytes, left_bytes, cache_ram_mib: Math.floor(left_bytes / MIB / 64) * 64 }
}
