import { expect, it } from 'vitest'
import { packedBytes, packingsOf } from '../../shared/estimate/extras/packing.ts'
import { SIMD_NAMES } from '../../shared/hardware/simd.ts'
import { listProfiles } from '../../shared/profile/database.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'

it('the data base calls instructions what detection calls them', () => {
  const known = new Set(SIMD_NAMES)
  const strange = listProfiles().flatMap(({ id, row }) =>
    (row.cpu?.simd ?? []).filter((name) => !known.has(name)).map((name) => `${id}: ${name}`),
  )
  expect(strange).toEqual([])
})

it('a target of the data base packs what its instructions let llama.cpp pack', () => {
  const q2_k = { type: 'q2_K', shape: [4096, 4096], expert: false } as const
  const packed = (id: string) => {
    const profile = listProfiles().find((one) => one.id === id)
    if (profile === undefined) throw new Error(`no profile ${id}`)
    return packedBytes(packingsOf(targetFromProfile(profile).cpu.capabilities), q2_k) !== null
  }
  expect([packed('cpu_amd_ryzen_9_7950x'), packed('cpu_amd_ryzen_9_5950x')]).toEqual([true, false])
})
