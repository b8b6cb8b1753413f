import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { profileOfProduct } from '../../shared/profile/profile-of-product.ts'

/** Names of devices that people have measured llama.cpp on, as they wrote them. */
const NAMES = z
  .array(z.string())
  .parse(JSON.parse(readFileSync(new URL('../fixtures/device-names.json', import.meta.url), 'utf8')))

it('knows at least 95 % of the devices that people have measured', () => {
  const unknown = NAMES.filter((name) => profileOfProduct(name) === null)
  expect(unknown).toEqual([
    'DO-Premium-AMD (znver2)',
    'Dell Optiplex 780 (C2Q Q8400)',
    'Framework Mainboard (128GB)',
    'Generic ARM64 SBC/VM',
    'Generic CPU, single-channel DDR4-2666',
    'Generic x86 CPU, dual-channel DDR4-3200',
    'Generic x86 CPU, dual-channel DDR5-5600',
    'ZHAOXIN KaiXian KX-U6780A@2.7GHz',
  ])
  expect(unknown.length / NAMES.length).toBeLessThan(0.05)
})

it.each([
  ['RTX 4090', 'nvidia_rtx_4090'],
  ['NVIDIA GeForce RTX 3080 12GB', 'nvidia_rtx_3080_12gb'],
  ['NVIDIA GeForce RTX 4090 Laptop GPU', 'nvidia_rtx_4090_laptop'],
  ['Apple M3 Max 64GB', 'apple_silicon_m3_max_64gb'],
  ['AMD Radeon RX 7900 XTX', 'amd_rx_7900_xtx'],
  ['13th Gen Intel(R) Core(TM) i7-13700K', 'cpu_intel_core_i7_13700k'],
  ['nvidia_tesla_t4', 'nvidia_tesla_t4'],
  ['Example 9 9999', undefined],
  ['generic_cpu', undefined],
])('%s', (name, id) => expect(profileOfProduct(name)?.id).toBe(id))
