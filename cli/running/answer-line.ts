import type { AnswerTimings } from '../../shared/run/chat-pieces.ts'
import type { Expected } from './expected.ts'

/** How fast an answer came, beside what was expected: `41 tokens, 20.1 tok/s (expected 23.4); prompt 210 tok/s`. */
export function answerLine(timings: AnswerTimings, expected: Expected | null): string {
  const { decoded_tokens: tokens, decode_tokens_per_s: decode, prompt_tokens_per_s: prompt } = timings
  const beside = expected === null ? '' : ` (expected ${speed(expected.tokens_per_s)})`
  const count = tokens === null ? '' : `${tokens} tokens, `
  return `${count}${speed(decode)} tok/s${beside}; prompt ${speed(prompt)} tok/s`
}

function speed(value: number | null): string {
  return value === null ? '-' : String(Number(value.toPrecision(3)))
}
