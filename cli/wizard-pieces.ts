/**
 * The core, stage by stage: loaded at once it would hold up a key for a quarter of a second. Of each stage the file that
 * brings most of it; the last brings what is left.
 */
const PIECES: readonly (() => Promise<unknown>)[] = [
  () => import('zod'),
  () => import('../shared/hardware/snapshot.ts'),
  () => import('../shared/model/catalog/index.ts'),
  () => import('../shared/model/read-gguf.ts'),
  () => import('../shared/profile/match-profile.ts'),
  () => import('../shared/config/read-config.ts'),
  () => import('../shared/estimate/estimate-memory.ts'),
  () => import('../shared/estimate/throughput/estimate-throughput.ts'),
  () => import('../shared/validate/check-config.ts'),
  () => import('../shared/export/index.ts'),
  () => import('./tui/core.ts'),
]

/** Loads the core with a turn of the event loop between any two pieces. */
export async function loadPieces(): Promise<void> {
  for (const load of PIECES) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what it is for
    await load()
    // oxlint-disable-next-line no-await-in-loop -- as above
    await new Promise((resolve) => void setImmediate(resolve))
  }
}
