import { expect, it } from 'vitest'
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
