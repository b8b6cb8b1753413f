import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listProfiles } from '../../shared/profile/database.ts'
import { HardwareFileSchema } from '../../shared/profile/device-row.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'

const folder = new URL('../../profiles/hardware/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('profiles/hardware', () => {
  it.each(names)('%s passes the schema and is loaded', (name) => {
    const file = HardwareFileSchema.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
    expect(`${file.category}.json`).toBe(name)
    const loaded = new Set(listProfiles().map((profile) => profile.row.id))
    expect(file.devices.map((row) => row.id).filter((id) => !loaded.has(id))).toEqual([])
  })

  it('gives every id and alias to one profile only', () => {
    const owner = new Map<string, string>()
    for (const profile of listProfiles()) {
      for (const id of [profile.id, ...profile.aliases]) {
        expect(owner.get(id), `${id} of ${profile.id}`).toBeUndefined()
        owner.set(id, profile.id)
      }
    }
    expect(owner.size).toBeGreaterThan(600)
  })

  it('keeps ids and aliases in lower case, without blanks', () => {
    for (const { id, aliases } of listProfiles())
      for (const name of [id, ...aliases]) expect(name).toMatch(/^[a-z0-9_-]+$/)
  })

  it('says of every target what a plain terminal can show', () => {
    for (const profile of listProfiles()) expect(JSON.stringify(targetFromProfile(profile))).toMatch(/^[\x20-\x7E]+$/)
  })

  it('names no bandwidth override for a memory size that is not sold', () => {
    for (const { row } of listProfiles()) {
      const sizes = Object.keys(row.bandwidth_by_memory ?? {}).map(Number)
      expect(
        sizes.filter((size) => !row.memory_gb.includes(size)),
        row.id,
      ).toEqual([])
    }
  })

  it('explains every generation in the README', () => {
    const readme = readFileSync(new URL('../README.md', folder), 'utf8')
    const table = readme.slice(readme.indexOf('### Generations'), readme.indexOf('### Adding'))
    const explained = new Set([...table.matchAll(/`([a-z0-9_]+)`/g)].map((match) => match[1]))
    explained.delete('generation')
    expect(explained).toEqual(new Set(listProfiles().map(({ row }) => row.generation)))
  })

  it('keeps words to match in the form that names are compared in', () => {
    for (const { row } of listProfiles()) {
      const words = row.match.flatMap((match) => [...match.words, ...(match.not ?? [])])
      for (const word of words) expect(word, row.id).toMatch(/^[a-z0-9?*]+( [a-z0-9?*]+)*$/)
    }
  })
})
