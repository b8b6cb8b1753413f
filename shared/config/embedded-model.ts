import type * as z from 'zod'
import type { ModelFacts } from '../model/facts.ts'
import { type RuntimeConfig, RuntimeConfigSchema } from './runtime-config.ts'

/** Facts by the text that they were read of: a fleet's configs carry those of few models, and most of a config is these. */
const known = new Map<string, ModelFacts>()
const MOST_KNOWN = 64

/** As the schema reads it; facts that were read before are the same object, and not looked at again. */
export function parseConfig(value: unknown): z.ZodSafeParseResult<RuntimeConfig> {
  const key = modelKey(value)
  const facts = key === null ? undefined : known.get(key)
  if (facts !== undefined) {
    const { success, data } = RuntimeConfigSchema.safeParse(withoutModel(value))
    if (success) return { success, data: { ...data, model: facts } }
  }
  const whole = RuntimeConfigSchema.safeParse(value)
  if (key !== null && whole.data?.model !== undefined && known.size < MOST_KNOWN) known.set(key, whole.data.model)
  return whole
}

function modelKey(value: unknown): string | null {
  const { model } = Object(value) as { model?: unknown }
  return typeof model === 'object' && model !== null ? JSON.stringify(model) : null
}

/** Without a prototype, so that a key like `__proto__` is a key as any other. */
function withoutModel(value: unknown): unknown {
  const rest = Object.assign(Object.create(null) as object, value) as { model?: unknown }
  delete rest.model
  return rest
}
