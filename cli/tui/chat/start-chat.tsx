import type { Expected } from '../../running/expected.ts'
import { quietEnvironment } from '../environment.ts'
import { glyphsFor, SPOKEN, type TerminalHints } from '../theme.ts'
import { type ChatServices, createChat } from './chat.ts'

export type ChatSetting = TerminalHints & { readonly expected: Expected | null; readonly signal: AbortSignal }

/** A chat on this process's terminal until the user ends it. @returns the exit code */
export async function startChat(
  services: ChatServices,
  { env, platform, expected, signal }: ChatSetting,
): Promise<number> {
  const screenReader = env['INK_SCREEN_READER'] === 'true'
  const restore = quietEnvironment(env)
  const chat = createChat(services)
  signal.addEventListener('abort', chat.end)
  try {
    const [{ render }, { ChatApp }, { LookContext }] = await Promise.all([
      import('ink'),
      import('./chat-app.tsx'),
      import('../components/look.tsx'),
    ])
    const look = { glyphs: screenReader ? SPOKEN : glyphsFor({ env, platform }), screenReader }
    const ink = render(
      <LookContext.Provider value={look}>
        <ChatApp chat={chat} expected={expected} />
      </LookContext.Provider>,
      { exitOnCtrlC: false, isScreenReaderEnabled: screenReader, patchConsole: false },
    )
    await chat.ended
    ink.unmount()
    await ink.waitUntilExit()
    return 0
  } finally {
    signal.removeEventListener('abort', chat.end)
    restore()
  }
}
