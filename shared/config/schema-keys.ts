import * as z from 'zod'
import type { JsonPath } from '../finding.ts'

/** The keys that `schema` has at `path`; empty where it has no fixed keys. */
export function keysAt(schema: z.core.$ZodType, path: JsonPath): readonly string[] {
  let at: z.core.$ZodType | undefined = schema
  for (const segment of path) {
    at = unwrapped(at)
    if (at instanceof z.ZodObject) at = (at.shape as Record<string, z.core.$ZodType>)[String(segment)]
    else if (at instanceof z.ZodArray) at = at.element
    else return []
  }
  at = unwrapped(at)
  return at instanceof z.ZodObject ? Object.keys(at.shape) : []
}

function unwrapped(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap()
  return inner
}
