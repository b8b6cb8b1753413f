import { expect, it } from 'vitest'
import { measureBandwidth } from '../../shared/node/measure-bandwidth.ts'

it('measures what some threads read and copy', async () => {
  const seen = await measureBandwidth(2)
  expect(seen).toMatchObject({ threads: 2, method: expect.stringContaining('memchr') })
  // Memory of no machine is slower or faster than this.
  expect(seen.read_gb_s).toBeGreaterThan(0.1)
  expect(seen.copy_gb_s).toBeGreaterThan(0.1)
  expect(seen.read_gb_s).toBeLessThan(10_000)
}, 60_000)
