import * as z from 'zod'

/** What llama-server has counted since it was started (`/metrics`); null where this release does not count it. */
export type Counters = {
  readonly prompt_tokens: number | null
  readonly prompt_seconds: number | null
  readonly predicted_tokens: number | null
  readonly predicted_seconds: number | null
  readonly requests_processing: number | null
  readonly requests_deferred: number | null
}

/** The Prometheus text of `/metrics` (tools/server/server-task.cpp, server_task_result_metrics::to_metrics). */
export function parseMetrics(text: string): Counters {
  const values = new Map<string, number>()
  for (const line of text.split('\n')) {
    const found = /^llamacpp:(\w+)(?:\{[^}]*\})?\s+(\S+)/.exec(line)
    const value = Number(found?.[2])
    if (found?.[1] !== undefined && Number.isFinite(value)) values.set(found[1], value)
  }
  const get = (name: string) => values.get(name) ?? null
  return {
    prompt_tokens: get('prompt_tokens_total'),
    prompt_seconds: get('prompt_seconds_total'),
    predicted_tokens: get('tokens_predicted_total'),
    predicted_seconds: get('tokens_predicted_seconds_total'),
    requests_processing: get('requests_processing'),
    requests_deferred: get('requests_deferred'),
  }
}

export type Slot = {
  readonly id: number
  readonly n_ctx: number
  readonly is_processing: boolean
  /** Which request it works on, or worked on last; null when it has had none. */
  readonly task: number | null
  /** Tokens in its cache: prompt and answer. */
  readonly tokens: number
  /** Tokens of the answer so far. */
  readonly decoded: number
}

const count = z.number().min(0).catch(0)
const SlotSchema = z
  .object({
    id: z.int().min(0),
    n_ctx: count,
    is_processing: z.boolean().catch(false),
    id_task: z.int().catch(-1),
    n_prompt_tokens: count,
    // Releases before `n_prompt_tokens` say only what they decoded.
    n_past: count,
    next_token: z.union([z.array(z.looseObject({ n_decoded: count })), z.looseObject({ n_decoded: count })]).catch([]),
  })
  .transform(({ id, n_ctx, is_processing, id_task, n_prompt_tokens, n_past, next_token }): Slot => {
    const decoded = [next_token].flat()[0]?.n_decoded ?? 0
    const tokens = Math.max(n_prompt_tokens, n_past)
    return { id, n_ctx, is_processing, task: id_task < 0 ? null : id_task, tokens, decoded }
  })

/** The JSON of `/slots` (server_slot::to_json); null when it is something else. At most 256 slots. */
export function parseSlots(value: unknown): readonly Slot[] | null {
  const parsed = z.array(SlotSchema).max(256).safeParse(value)
  return parsed.success ? parsed.data : null
}
