import { createInterface } from 'node:readline'
import { EXIT, UserError } from '../../shared/errors.ts'
import type { Talker, Turn } from '../../shared/node/run/talker.ts'
import type { Io } from '../io.ts'
import { answerLine } from './answer-line.ts'
import type { Expected } from './expected.ts'
import { speakable } from './speakable.ts'

export type ChatContext = {
  readonly expected: Expected | null
  /** Ends the chat, and the answer under way. */
  readonly signal: AbortSignal
}

/**
 * A chat line by line: a turn a line on stdin, answers on stdout, all else on stderr. Ends with the input, or with `/exit`.
 * @returns the exit code: that of trouble with the environment where something was said and nothing answered
 */
export async function lineChat(
  io: Io,
  talker: Talker,
  {
    expected,
    signal,
    input,
    terminal,
  }: ChatContext & { readonly input: NodeJS.ReadableStream; readonly terminal: boolean },
): Promise<number> {
  let turns: readonly Turn[] = []
  let asked = 0
  let answered = 0
  const lines = createInterface({ input, terminal: false })
  const end = () => lines.close()
  signal.addEventListener('abort', end)
  const ask = () => {
    if (terminal) process.stderr.write('> ')
  }
  ask()
  try {
    for await (const line of lines) {
      const word = line.trim()
      if (signal.aborted || word === '/exit') break
      if (word === '/clear') turns = []
      else if (word !== '') {
        const said: readonly Turn[] = [...turns, { role: 'user', content: line }]
        const answer = await answerTo(said, io, talker, { expected, signal, terminal })
        asked++
        if (answer !== null) {
          answered++
          turns = [...said, { role: 'assistant', content: answer }]
        }
      }
      if (signal.aborted) break
      ask()
    }
  } finally {
    signal.removeEventListener('abort', end)
    lines.close()
  }
  return asked > 0 && answered === 0 ? EXIT.environment : EXIT.ok
}

/** Asks and shows the answer; a refusal is told, and is null. */
async function answerTo(
  turns: readonly Turn[],
  io: Io,
  talker: Talker,
  { expected, signal, terminal }: ChatContext & { readonly terminal: boolean },
): Promise<string | null> {
  try {
    const { text, timings } = await talker.answer(turns, (piece) => io.out(terminal ? speakable(piece) : piece), signal)
    io.out('\n')
    io.note(answerLine(timings, expected))
    return text
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    io.note(error.message)
    return null
  }
}
