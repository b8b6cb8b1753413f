import { StringDecoder } from 'node:string_decoder'
import { UserError } from '../../errors.ts'
import { type AnswerTimings, chatPieces } from '../../run/chat-pieces.ts'
import { type EngineAddress, openRequest } from './ask-engine.ts'

export type Turn = { readonly role: 'user' | 'assistant'; readonly content: string }

export type Answered = {
  readonly text: string
  readonly timings: AnswerTimings
  /** The user stopped it. */
  readonly cut: boolean
}

/** The connection broke: the engine has ended, or never listened. */
export class EngineGone extends UserError {
  constructor(what: string) {
    super('environment', `llama-server did not answer: ${what}`)
  }
}

/** Someone to talk to: a running llama-server, or a model in this process. */
export type Talker = {
  /**
   * Answers the last turn, piece by piece.
   * @throws UserError('environment') when the engine refuses, EngineGone when it is gone
   */
  answer(turns: readonly Turn[], onText: (text: string) => void, signal: AbortSignal): Promise<Answered>
  close(): Promise<void>
}

export const NO_TIMINGS: AnswerTimings = {
  prompt_tokens: null,
  prompt_tokens_per_s: null,
  decoded_tokens: null,
  decode_tokens_per_s: null,
}

/** Talks through `/v1/chat/completions`. What a model thinks aloud is passed over. */
export function serverTalker(address: EngineAddress): Talker {
  return {
    close: async () => {},
    answer: (turns, onText, signal) =>
      new Promise((resolve, reject) => {
        let text = ''
        let timings = NO_TIMINGS
        let trouble: string | null = null
        const finish = () => {
          if (trouble === null || signal.aborted) resolve({ text, timings, cut: signal.aborted })
          else reject(new UserError('environment', `llama-server refused: ${trouble}`))
        }
        const broken = (error: Error) => {
          if (trouble !== null || signal.aborted) finish()
          else reject(new EngineGone(error.message))
        }
        const take = (line: string) => {
          for (const piece of chatPieces(line)) {
            if (piece.kind === 'timings') timings = piece.timings
            if (piece.kind === 'error') trouble = piece.message
            if (piece.kind !== 'text') continue
            text += piece.text
            onText(piece.text)
          }
        }
        const body = { messages: turns, stream: true, timings_per_token: true }
        openRequest(address, '/v1/chat/completions', { body, signal }, (response) => {
          const decoder = new StringDecoder('utf8')
          let rest = ''
          response.on('data', (chunk: Buffer) => {
            const lines = (rest + decoder.write(chunk)).split(/\r?\n/)
            rest = lines.pop() ?? ''
            for (const line of lines) take(line)
          })
          response.on('end', () => {
            const status = response.statusCode ?? 0
            // A refusal is one JSON object, not a stream.
            take(status === 200 ? rest : `data: ${rest}`)
            if (status !== 200) trouble ??= `status ${status}`
            finish()
          })
          response.on('error', broken)
        }).on('error', broken)
      }),
  }
}
