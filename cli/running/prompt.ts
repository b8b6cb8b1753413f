import { UserError } from '../../shared/errors.ts'
import type { Talker } from '../../shared/node/run/talker.ts'
import type { Io } from '../io.ts'
import { answerLine } from './answer-line.ts'
import type { Expected } from './expected.ts'
import { speakable } from './speakable.ts'

const PROMPT_LIMIT = 4 * 1024 ** 2

/**
 * The prompt itself, or what stdin holds for `-`.
 * @throws UserError('usage') when there is none
 */
export async function readPrompt(value: string, stdin: NodeJS.ReadStream): Promise<string> {
  if (value !== '-') {
    if (value.trim() === '') throw new UserError('usage', '--prompt is empty')
    return value
  }
  let text = ''
  for await (const chunk of stdin.setEncoding('utf8')) {
    text += chunk as string
    if (text.length > PROMPT_LIMIT) throw new UserError('input', 'the prompt on stdin is larger than 4 MiB')
  }
  if (text.trim() === '') throw new UserError('input', 'stdin holds no prompt')
  return text
}

/** One answer on stdout as it comes, and on stderr how fast it came. */
export async function answerOnce(
  io: Io,
  talker: Talker,
  prompt: string,
  {
    expected,
    signal,
    terminal,
  }: { readonly expected: Expected | null; readonly signal: AbortSignal; readonly terminal: boolean },
): Promise<number> {
  const show = (text: string) => io.out(terminal ? speakable(text) : text)
  const { text, timings, cut } = await talker.answer([{ role: 'user', content: prompt }], show, signal)
  if (!text.endsWith('\n')) io.out('\n')
  io.note(answerLine(timings, expected))
  return cut ? 130 : 0
}
