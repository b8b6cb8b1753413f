import type { Io } from '../io.ts'
import { noScreenReason } from '../terminal.ts'
import type { Expected } from './expected.ts'
import { plainWatch } from './plain-watch.ts'
import type { Watcher } from './serve-run.ts'

/** What is watched: one model, or several. */
export type Watched = {
  /** As the dashboard calls it. */
  readonly model: string
  readonly version: string | null
  readonly plain: boolean
  /** Several models with what is expected of each; absent for one. */
  readonly models?: ReadonlyMap<string, Expected | null>
}

/** The dashboard where a person sits at a terminal, lines elsewhere. */
export async function watcherFor(
  io: Io,
  { model, version, plain, models }: Watched,
  expected: Expected | null,
): Promise<Watcher> {
  const context = { expected, version, ...(models && { models }) }
  // Screen readers follow lines; a screen that changes all the time says nothing to them.
  if (plain || noScreenReason(io) !== null || io.env['INK_SCREEN_READER'] === 'true') {
    return { onEvent: plainWatch(io.note, context) }
  }
  const { quietEnvironment } = await import('../tui/environment.ts')
  quietEnvironment(io.env)
  const { startWatch } = await import('../tui/watch/start-watch.tsx')
  return startWatch({ ...context, env: io.env, platform: io.platform, model, note: io.note })
}
