import { render, renderToString } from 'ink'
import type { Expected } from '../../running/expected.ts'
import { type Look, LookContext } from '../components/look.tsx'
import { inlineScreen } from '../terminal/inline-screen.ts'
import { glyphsFor, SPOKEN, type TerminalHints } from '../theme.ts'
import { ChatApp, Turn } from './chat-app.tsx'
import { type Chat, type ChatServices, createChat } from './chat.ts'
import { livePart, type Printed } from './live-part.ts'

export type ChatSetting = TerminalHints & { readonly expected: Expected | null; readonly signal: AbortSignal }

/** Streams of a terminal; the process's own when absent. */
type Terminal = { readonly stdin?: NodeJS.ReadStream; readonly stdout?: NodeJS.WriteStream }

/** A chat on a terminal until the user ends it. @returns the exit code */
export async function startChat(
  services: ChatServices,
  { env, platform, expected, signal }: ChatSetting,
  { stdin = process.stdin, stdout = process.stdout }: Terminal = {},
): Promise<number> {
  const screenReader = env['INK_SCREEN_READER'] === 'true'
  const look = { glyphs: screenReader ? SPOKEN : glyphsFor({ env, platform }), screenReader }
  const chat = createChat(services)
  signal.addEventListener('abort', chat.end)
  const drawn = screenReader ? spoken(chat, look, expected) : inline(chat, look, expected, { stdin, stdout })
  // Also when drawing fails: nobody could end the chat any more.
  await Promise.race([chat.ended, drawn.ended])
  chat.end()
  drawn.close()
  signal.removeEventListener('abort', chat.end)
  return 0
}

function spoken(chat: Chat, look: Look, expected: Expected | null) {
  const ink = render(
    <LookContext.Provider value={look}>
      <ChatApp chat={chat} expected={expected} />
    </LookContext.Provider>,
    { exitOnCtrlC: false, isScreenReaderEnabled: true, patchConsole: false },
  )
  return { ended: ink.waitUntilExit(), close: () => ink.unmount() }
}

function inline(chat: Chat, look: Look, expected: Expected | null, { stdin, stdout }: Required<Terminal>) {
  const screen = inlineScreen(stdout)
  const part = livePart()
  const settled = ({ who, text, last }: Printed): string => {
    const turn = (
      <LookContext.Provider value={look}>
        <Turn turn={{ who, text }} ends={last} />
      </LookContext.Provider>
    )
    // A blank line is a line too.
    return text === '' && !last ? '' : renderToString(turn, { columns: screen.stream.columns })
  }
  let live: string | null = null
  const follow = (): void => {
    const now = part(chat.view())
    live = now.live
    for (const one of now.printed) screen.print(settled(one))
  }
  // Before Ink, which asks for the rest when it hears of the same change.
  const stop = chat.subscribe(follow)
  const ink = render(
    <LookContext.Provider value={look}>
      <ChatApp chat={chat} expected={expected} rest={() => live} />
    </LookContext.Provider>,
    // Whole views, one a write: the screen draws them itself.
    { stdin, stdout: screen.stream, exitOnCtrlC: false, patchConsole: false, debug: true },
  )
  return {
    ended: ink.waitUntilExit(),
    close() {
      stop()
      // First: Ink ends with an empty view.
      screen.close()
      ink.unmount()
    },
  }
}
