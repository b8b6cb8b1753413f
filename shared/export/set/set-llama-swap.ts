import type { ModelSet } from '../../config/model-set.ts'
import type { Exported, ExportOptions } from '../export-options.ts'
import { SWAP_TTL_S, swapCommand, TTL_NOTE } from '../llama-swap.ts'
import { yamlText } from '../yaml-text.ts'

/** Time for saving the caches of a model that leaves; llama-swap's own 10 seconds are short for some GiB. */
const UNLOAD_S = 120

/**
 * A set as llama-swap's config.yaml (llama-swap, config.example.yaml): a group whose models stay loaded, which no other group
 * unloads, and one whose models swap. Those that swap are started through `lp-tui keep`, which saves their caches
 * before they leave and restores them when they come back.
 */
export function exportSetLlamaSwap(set: ModelSet, options: ExportOptions): Exported {
  return { text: yamlText(swapFile(set, options)), notes: swapNotes(set) }
}

export function swapFile({ members, groups }: ModelSet, { engine = 'llama-server' }: ExportOptions) {
  const swaps = new Set(groups.filter(({ swap }) => swap).flatMap((group) => group.members))
  const models = members.map(({ name, config }) => {
    const keep = ['lp-tui', 'keep', '--name', name, '--']
    const swapped = { cmd: swapCommand(config, engine, keep), ttl: SWAP_TTL_S, unloadTimeout: UNLOAD_S }
    return [name, swaps.has(name) ? swapped : { cmd: swapCommand(config, engine), ttl: 0 }] as const
  })
  const stay = groups.filter(({ swap }) => !swap).flatMap((group) => group.members)
  return {
    // A large model takes minutes to load from a slow disk.
    healthCheckTimeout: 600,
    models: Object.fromEntries(models),
    groups: Object.fromEntries(
      groups.map(({ name, swap, members: of }) => [name, { swap, exclusive: false, persistent: !swap, members: of }]),
    ),
    ...(stay.length > 0 && { hooks: { on_startup: { preload: stay } } }),
  }
}

function swapNotes({ groups }: ModelSet): string[] {
  return groups.some(({ swap }) => swap)
    ? ['models that swap are started with lp-tui keep, which must be in the PATH of llama-swap', TTL_NOTE]
    : []
}
