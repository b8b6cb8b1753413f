import type { Io } from '../io.ts'
import { noScreenReason } from '../terminal.ts'
import type { Conversation } from './converse.ts'
import { lineChat } from './line-chat.ts'
import { answerOnce, readPrompt } from './prompt.ts'

/**
 * What `--prompt` or `--chat` does with someone to talk to.
 * @throws UserError when there is no prompt
 */
export async function conversationFor(
  io: Io,
  { prompt, plain }: { readonly prompt?: string; readonly plain: boolean },
): Promise<Conversation> {
  const terminal = process.stdout.isTTY
  if (prompt !== undefined) {
    const text = await readPrompt(prompt, process.stdin)
    return (talker, context) => answerOnce(io, talker, text, { ...context, terminal })
  }
  if (plain || noScreenReason(io) !== null) {
    return (talker, context) => lineChat(io, talker, { ...context, input: process.stdin, terminal })
  }
  const { quietEnvironment } = await import('../tui/environment.ts')
  // Before Ink and React are loaded.
  quietEnvironment(io.env)
  const { startChat } = await import('../tui/chat/start-chat.tsx')
  return (talker, context) => startChat(talker, { ...context, env: io.env, platform: io.platform })
}
