import * as z from 'zod'
import { describe, expect, it } from 'vitest'
import efficiency from '../../../profiles/throughput/efficiency.json' with { type: 'json' }
import measured from '../../../profiles/throughput/measured.json' with { type: 'json' }
import { BACKENDS } from '../../../shared/backend.ts'
import { FORMATS } from '../../../shared/estimate/throughput/format.ts'
import { listProfiles } from '../../../shared/profile/database.ts'

const positive = z.number().positive()

/** Factors on an estimate: it lies within, and high / low is at most 2.5. */
const Range = z.tuple([positive.max(1), positive.min(1)]).refine(([low, high]) => high / low <= 2.5)

const Class = z.strictObject({
  efficiency: positive,
  layer_us: positive,
  moe_layer: positive.optional(),
  moe_used: z.number().min(0).max(2).optional(),
  state: positive.optional(),
  tile: positive.optional(),
  crowd: z.number().min(0).max(1).optional(),
  thread_gb_s: positive.optional(),
  moves: positive.optional(),
  blend: z.number().min(0).max(1).optional(),
  formats: z.partialRecord(z.enum(FORMATS), positive).optional(),
  flash: positive.optional(),
  rows: z.int().min(1),
  devices: z.int().min(1),
  benched: z.int().min(0),
  ranges: z.strictObject({ model: Range, similar: Range.optional(), same: Range.optional() }),
})

const Row = z.tuple([
  z.enum(listProfiles().map(({ row }) => row.id) as [string, ...string[]]),
  z.enum(BACKENDS),
  z.int().min(0),
  z.string().min(1),
  z.enum(FORMATS),
  z.enum(['tg128', 'pp512']),
  positive,
  positive,
  positive,
  z.int().min(1),
  positive,
  z.string(),
  z.int().min(0),
])

const tables = Object.entries(efficiency.constants)

describe('profiles/throughput/efficiency.json', () => {
  it.each(tables)('%s: each class is well formed and has rows and devices behind it', (_, table) => {
    for (const [name, entry] of Object.entries(table)) expect(Class.safeParse(entry).error, name).toBeUndefined()
  })

  it.each(tables)('%s: classes are backends and generations of the data base', (_, table) => {
    const generations = new Set(listProfiles().map(({ row }) => row.generation))
    for (const name of Object.keys(table).filter((key) => key !== 'all')) {
      const [backend, generation] = name.split('/')
      expect(BACKENDS).toContain(backend)
      if (generation !== undefined) expect(generations, name).toContain(generation)
    }
  })

  it('claims no more than the peak bandwidth for decode', () => {
    for (const [name, entry] of Object.entries(efficiency.constants.decode))
      expect(entry.efficiency, name).toBeLessThan(1.05)
  })
})

describe('profiles/throughput/measured.json', () => {
  it('has well-formed rows of known devices, models and sources', () => {
    for (const row of measured.rows) {
      const parsed = Row.parse(row)
      expect(measured.models[parsed[2]]).toBeDefined()
      expect(measured.sources[parsed[12]]).toMatch(/\S/)
      expect(parsed[7]).toBeLessThanOrEqual(parsed[6])
      expect(parsed[8]).toBeGreaterThanOrEqual(parsed[6])
    }
    expect(measured.columns).toHaveLength(13)
  })

  it('names each device, backend, model, format and test once', () => {
    const keys = measured.rows.map((row) => [...row.slice(0, 4), row[5]].join(' '))
    expect(new Set(keys).size).toBe(keys.length)
  })
})
