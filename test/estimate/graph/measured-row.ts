import { SettingsSchema } from '../../../shared/config/settings.ts'
import { estimateMemory } from '../../../shared/estimate/estimate-memory.ts'
import type { MemoryBreakdown } from '../../../shared/estimate/memory-estimate.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { readHparams } from '../../../shared/model/hparams.ts'

/** One measurement: settings as in a config, `[model, context, compute]` in bytes. */
export type MeasuredRow = {
  readonly program: string
  readonly settings: object
  readonly devices: readonly (readonly number[])[]
  readonly host: readonly number[]
}

/** The bytes of both sides in one shape. */
export type RowBytes = Pick<MeasuredRow, 'devices' | 'host'> & { readonly basis: string }

/** What we say for a row's settings. */
export function estimated(facts: ModelFacts, row: MeasuredRow): RowBytes {
  const given = SettingsSchema.parse(row.settings)
  const settings = resolveSettings(given, readHparams(facts), row.program === 'cli' ? 'cli' : 'server')
  const { devices, host, basis } = estimateMemory(facts, settings, { devices: row.devices.length })
  const bytes = ({ model, context, compute }: MemoryBreakdown) => [model, context, compute]
  return { devices: devices.map(bytes), host: bytes(host), basis }
}

/** What llama.cpp said; a graph that is replayed is exact. */
export function measured({ devices, host }: MeasuredRow): RowBytes {
  return { devices, host, basis: 'exact' }
}

/** Names a row in the output of a failing test. */
export function rowName({ program, settings, devices }: MeasuredRow): string {
  return `${program} on ${devices.length}: ${JSON.stringify(settings)}`
}
