import { render } from 'ink'
import type { Expected } from '../../running/expected.ts'
import { LookContext } from '../components/look.tsx'
import { glyphsFor, SPOKEN, type TerminalHints } from '../theme.ts'
import { ChatApp } from './chat-app.tsx'
import { type ChatServices, createChat } from './chat.ts'

export type ChatSetting = TerminalHints & { readonly expected: Expected | null; readonly signal: AbortSignal }

/** A chat on this process's terminal until the user ends it. @returns the exit code */
export async function startChat(
  services: ChatServices,
  { env, platform, expected, signal }: ChatSetting,
): Promise<number> {
  const screenReader = env['INK_SCREEN_READER'] === 'true'
  const look = { glyphs: screenReader ? SPOKEN : glyphsFor({ env, platform }), screenReader }
  const chat = createChat(services)
  signal.addEventListener('abort', chat.end)
  const ink = render(
    <LookContext.Provider value={look}>
      <ChatApp chat={chat} expected={expected} />
    </LookContext.Provider>,
    { exitOnCtrlC: false, isScreenReaderEnabled: screenReader, patchConsole: false },
  )
  // Also when drawing fails: nobody could end the chat any more.
  await Promise.race([chat.ended, ink.waitUntilExit()])
  chat.end()
  ink.unmount()
  signal.removeEventListener('abort', chat.end)
  return 0
}
