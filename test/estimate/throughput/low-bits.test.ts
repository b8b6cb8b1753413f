import { expect, it } from 'vitest'
import { CONSTANTS, findConstants } from '../../../shared/estimate/throughput/constants.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import { estimateThroughput } from '../../../shared/estimate/throughput/estimate-throughput.ts'
import { findProfile } from '../../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../../shared/profile/target-from-profile.ts'

// These classes have rows for 4 bits and more only.
it.each(['apple_silicon_m4_max_128gb', 'apple_silicon_m3_16gb', 'nvidia_rtx_4090'])(
  'on %s fewer bits gain no more than their fewer bytes',
  (id) => {
    const target = targetFromProfile(findProfile(id))
    const speedOf = (precision: string) => {
      const tg = estimateThroughput(catalogModel('llama-3.1-8b', precision), {}, target).tg
      return tg?.tokens_per_s ?? Number.NaN
    }
    const bytes = { Q4_K_M: 4.58, Q3_K_M: 3.74, IQ3_M: 3.53 }
    for (const low of ['Q3_K_M', 'IQ3_M'] as const) {
      const gain = speedOf(low) / speedOf('Q4_K_M')
      expect(gain).toBeGreaterThan(0.9)
      expect(gain).toBeLessThan((1.05 * bytes.Q4_K_M) / bytes[low])
    }
  },
)

it('a low-bit factor of a wider class is no smaller than what the class itself found for K-quants', () => {
  for (const quantity of ['decode', 'prompt', 'prompt_by_bandwidth'] as const) {
    for (const [name, { formats: own }] of Object.entries(CONSTANTS[quantity])) {
      const [backend, generation] = name.split('/')
      if (own?.k === undefined || generation === undefined) continue
      const all = findConstants(CONSTANTS, quantity, backend as 'cuda', generation)?.constants.formats ?? {}
      for (const format of ['k_low', 'iq'] as const) {
        const factor = all[format]
        if (own[format] === undefined && factor !== undefined) {
          expect(factor, `${quantity} ${name} ${format}`).toBeGreaterThanOrEqual(own.k)
        }
      }
    }
  }
})
