import { basename } from 'node:path'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { Io } from '../io.ts'
import { noScreenReason } from '../terminal.ts'
import type { Expected } from './expected.ts'
import { plainWatch } from './plain-watch.ts'
import type { Watcher } from './serve.ts'

/** The dashboard where a person sits at a terminal, lines elsewhere. */
export async function watcherFor(
  io: Io,
  {
    config,
    version,
    plain,
  }: { readonly config: RuntimeConfig; readonly version: string | null; readonly plain: boolean },
  expected: Expected | null,
): Promise<Watcher> {
  const context = { expected, version }
  // Screen readers follow lines; a screen that changes all the time says nothing to them.
  if (plain || noScreenReason(io) !== null || io.env['INK_SCREEN_READER'] === 'true') {
    return { onEvent: plainWatch(io.note, context) }
  }
  const { quietEnvironment } = await import('../tui/environment.ts')
  quietEnvironment(io.env)
  const { startWatch } = await import('../tui/watch/start-watch.tsx')
  return startWatch({
    ...context,
    env: io.env,
    platform: io.platform,
    model: basename(config.model_path),
    note: io.note,
  })
}
