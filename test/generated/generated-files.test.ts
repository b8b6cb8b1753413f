import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { manualPages } from '../../cli/manual.ts'
import { recommendedModels } from '../../shared/plan/recommended-models.ts'
import { parseHardwareProfiles } from '../../shared/plan/template.ts'
import { listProfiles } from '../../shared/profile/database.ts'
import { jsonSchemas } from '../../shared/schemas.ts'

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

// `npm run gen` writes these files.
describe('generated files are current', () => {
  it.each(Object.entries(jsonSchemas()))('profiles/schemas/%s', (name, schema) => {
    expect(JSON.parse(read(`profiles/schemas/${name}`))).toEqual(JSON.parse(JSON.stringify(schema)))
  })

  it('docs/man has every command and option', async () => {
    for (const [name, text] of Object.entries(await manualPages())) expect(read(`docs/man/${name}`)).toBe(text)
  })

  // `npm run screens`; the script is run as it stands, on the built program.
  it('docs/images/summary.svg shows what the program writes', async () => {
    const script = new URL('../../.dev/summary-picture.mjs', import.meta.url).href
    const { drawSummary } = (await import(script)) as { drawSummary: () => Record<string, string> }
    expect(drawSummary()).toEqual({ summary: read('docs/images/summary.svg') })
  })

  const committed = parseHardwareProfiles(read('profiles/hardware_profiles.json'), 'hardware_profiles.json')

  it('profiles/hardware_profiles.json names every profile', () => {
    expect(Object.keys(committed)).toEqual(listProfiles().map(({ id }) => id))
  })

  // Every 29th profile reaches into every file; `npm run gen` in CI compares the rest.
  const sample = listProfiles().filter((_, index) => index % 29 === 0)
  it.each(sample.map((profile) => [profile.id, profile] as const))('recommends the same for %s', (id, profile) => {
    expect(recommendedModels([profile])[id]).toEqual(committed[id])
  })
})
