import * as z from 'zod'

/** How an answer went, by the engine's own clock; null where it does not say. */
export type AnswerTimings = {
  readonly prompt_tokens: number | null
  readonly prompt_tokens_per_s: number | null
  readonly decoded_tokens: number | null
  readonly decode_tokens_per_s: number | null
}

/** One event of a streamed answer. */
export type ChatPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** What a model thinks before it answers. */
  | { readonly kind: 'thought'; readonly text: string }
  | { readonly kind: 'timings'; readonly timings: AnswerTimings }
  | { readonly kind: 'error'; readonly message: string }

const number = z.number().min(0).nullable().catch(null)
const text = z.string().catch('')
const EventSchema = z.looseObject({
  choices: z
    .array(z.looseObject({ delta: z.looseObject({ content: text, reasoning_content: text }).optional() }))
    .catch([]),
  timings: z
    .looseObject({ prompt_n: number, prompt_per_second: number, predicted_n: number, predicted_per_second: number })
    .optional()
    .catch(undefined),
  error: z.looseObject({ message: text }).optional().catch(undefined),
})

/** The pieces in one `data:` line of `/v1/chat/completions` with `stream` (tools/server, OAI chat format). */
export function chatPieces(line: string): readonly ChatPiece[] {
  const data = /^data:\s*(.*)$/.exec(line)?.[1]
  if (data === undefined || data === '[DONE]') return []
  const parsed = EventSchema.safeParse(jsonOrNull(data))
  if (!parsed.success) return []
  const { choices, timings, error } = parsed.data
  const delta = choices[0]?.delta
  const pieces: ChatPiece[] = []
  if (error !== undefined) pieces.push({ kind: 'error', message: error.message })
  if (delta?.reasoning_content) pieces.push({ kind: 'thought', text: delta.reasoning_content })
  if (delta?.content) pieces.push({ kind: 'text', text: delta.content })
  if (timings !== undefined) pieces.push({ kind: 'timings', timings: timingsOf(timings) })
  return pieces
}

function timingsOf(said: {
  prompt_n: number | null
  prompt_per_second: number | null
  predicted_n: number | null
  predicted_per_second: number | null
}): AnswerTimings {
  return {
    prompt_tokens: said.prompt_n,
    prompt_tokens_per_s: said.prompt_per_second,
    decoded_tokens: said.predicted_n,
    decode_tokens_per_s: said.predicted_per_second,
  }
}

function jsonOrNull(data: string): unknown {
  try {
    return JSON.parse(data)
  } catch {
    return null
  }
}
