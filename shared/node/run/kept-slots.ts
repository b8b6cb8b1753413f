import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseSlots, type Slot } from '../../run/server-metrics.ts'
import { askEngine, askJson, type EngineAddress } from './ask-engine.ts'

/** A conversation that was written to a file of the engine's slot folder. */
export type KeptSlot = { readonly slot: number; readonly filename: string; readonly tokens: number }

/** Writing the cache of a long conversation takes as long as the disk needs for some GiB. */
const LIMIT_MS = 120_000

/** A folder of our own for `--slot-save-path`: conversations are private, so it is ours alone and goes with us. */
export async function slotFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'lp-tui-slots-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }).catch(() => {}) }
}

/**
 * Writes the cache of every slot that holds a conversation; what cannot be saved is left out.
 * @param model whose slots, where the engine is a router
 * @returns null where the engine does not say which slots it has, as while it loads
 */
export async function saveSlots(address: EngineAddress, model?: string): Promise<readonly KeptSlot[] | null> {
  const which = model === undefined ? '' : `?model=${encodeURIComponent(model)}&autoload=false`
  const slots = parseSlots(await askJson(address, `/slots${which}`))
  if (slots === null) return null
  const kept: KeptSlot[] = []
  for (const { id, tokens } of slots.filter((slot: Slot) => slot.tokens > 0)) {
    const filename = `${model === undefined ? '' : `${model}-`}slot-${id}.bin`
    if (await slotAction(address, id, 'save', { filename, model })) kept.push({ slot: id, filename, tokens })
  }
  return kept
}

/**
 * Reads saved conversations into the slots of an engine that has `slots` of them; with fewer slots than before the
 * longest conversations stay. A cache of another type or too small a context is refused by the engine: then the
 * conversation is read anew from its prompt with the next request.
 * @param model whose slots, where the engine is a router
 * @returns how many were restored
 */
export async function restoreSlots(
  address: EngineAddress,
  kept: readonly KeptSlot[],
  slots: number,
  model?: string,
): Promise<number> {
  const chosen = kept.toSorted((a, b) => b.tokens - a.tokens).slice(0, slots)
  const taken = new Set<number>()
  let restored = 0
  for (const one of chosen.toSorted((a, b) => a.slot - b.slot)) {
    const slot = one.slot < slots && !taken.has(one.slot) ? one.slot : firstFree(taken)
    taken.add(slot)
    if (await slotAction(address, slot, 'restore', { filename: one.filename, model })) restored++
  }
  return restored
}

function firstFree(taken: ReadonlySet<number>): number {
  let slot = 0
  while (taken.has(slot)) slot++
  return slot
}

async function slotAction(
  address: EngineAddress,
  slot: number,
  action: 'save' | 'restore',
  body: { readonly filename: string; readonly model: string | undefined },
): Promise<boolean> {
  try {
    const path = `/slots/${slot}?action=${action}`
    return (await askEngine(address, path, { body, timeout_ms: LIMIT_MS })).status === 200
  } catch {
    return false
  }
}
