import * as z from 'zod'
import { ClusterSchema } from './profile/cluster.ts'
import { ModelSetSchema } from './config/model-set.ts'
import { RuntimeConfigSchema } from './config/runtime-config.ts'
import { HardwareSnapshotSchema } from './hardware/snapshot.ts'
import { CatalogEntrySchema } from './model/catalog/entry.ts'
import { ModelListSchema } from './plan/set/model-list.ts'
import { HardwareProfilesSchema } from './plan/template.ts'
import { PolicySchema } from './policy/policy.ts'
import { HardwareFileSchema } from './profile/device-row.ts'

/** JSON Schemas of every file format, by file name; `npm run gen` writes them to `profiles/schemas/`. */
export function jsonSchemas(): Record<string, unknown> {
  const schemas = {
    'cluster.schema.json': ClusterSchema,
    'hardware.schema.json': HardwareFileSchema,
    'hardware-profiles.schema.json': HardwareProfilesSchema,
    'hardware-snapshot.schema.json': HardwareSnapshotSchema,
    'lp-config.schema.json': PolicySchema,
    'model-list.schema.json': ModelListSchema,
    'model-set.schema.json': ModelSetSchema,
    'models.schema.json': z.array(CatalogEntrySchema),
    'runtime-config.schema.json': RuntimeConfigSchema,
  }
  // As written by people: what a transform makes of a value does not matter here.
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, z.toJSONSchema(schema, { io: 'input' })]),
  )
}
