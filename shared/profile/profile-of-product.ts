import { listProfiles } from './database.ts'
import { profileNamed } from './find-profile.ts'
import type { HardwareProfile } from './hardware-profile.ts'
import { matchName, plainName, rank } from './name-match.ts'

/**
 * The profile that a product's name means, as tools and people write it: `RTX 4090`, `AMD EPYC 9654 96-Core Processor`,
 * `Apple M3 Max (14-core CPU)`. Of several memory sizes the one that the name states, else the smallest. Null when no
 * profile has that name; never a generic one.
 */
export function profileOfProduct(name: string): HardwareProfile | null {
  const own = profileNamed(name.toLowerCase().replace(/[^a-z0-9]+/g, '_'))
  if (own && own.row.vendor !== 'generic') return own
  const plain = plainName(name)
  const found = listProfiles()
    .filter(({ row }) => row.vendor !== 'generic')
    .flatMap((profile) => {
      const match = matchName(profile.row, plain)
      return match ? [{ profile, score: rank(match) }] : []
    })
  const best = Math.max(...found.map(({ score }) => score))
  const rows = found.filter(({ score }) => score === best).map(({ profile }) => profile)
  const sizes = [...name.matchAll(/(\d{1,4}) ?G(?:i?B)?\b/gi)].map((match) => Number(match[1]))
  const [smallest] = [...rows].sort((a, b) => a.memory_gb - b.memory_gb)
  return rows.find(({ memory_gb }) => sizes.includes(memory_gb)) ?? smallest ?? null
}
