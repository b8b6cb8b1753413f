import * as z from 'zod'

/** A model as llama-server's router lists it. */
export type RouterModel = {
  readonly name: string
  readonly loaded: boolean
  /** It is being loaded or downloaded. */
  readonly coming: boolean
  /** The process that had it ended by itself, with this exit code; null where it did not. */
  readonly failed: number | null
}

const ModelSchema = z.looseObject({
  id: z.string(),
  status: z.looseObject({
    value: z.string(),
    failed: z.boolean().catch(false),
    exit_code: z.int().catch(1),
  }),
})

/** The JSON of the router's `/models` (tools/server/server-models.cpp, get_router_models); null when it is something else. */
export function parseRouterModels(value: unknown): readonly RouterModel[] | null {
  const parsed = z.looseObject({ data: z.array(ModelSchema).max(1000) }).safeParse(value)
  if (!parsed.success) return null
  return parsed.data.data.map(({ id, status }) => ({
    name: id,
    loaded: status.value === 'loaded',
    coming: ['loading', 'downloading', 'downloaded'].includes(status.value),
    failed: status.failed ? status.exit_code : null,
  }))
}
