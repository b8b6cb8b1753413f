import type { AnySchemaObject } from 'ajv'

/** A schema without the name of its dialect: these give it by https, and ajv knows it by http. */
export function withoutDialect(schema: { readonly $schema: string }): AnySchemaObject {
  const { $schema: _, ...rest } = schema
  return rest
}
