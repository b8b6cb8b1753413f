import { expect, test } from 'vitest'
import { freeTarget } from '../../shared/profile/free-target.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import { GIB } from '../../shared/units.ts'
import { DESKTOP } from '../tui/helpers/fake-services.ts'

const withFree = (vram_free_bytes: number | null) => ({
  ...DESKTOP,
  gpus: DESKTOP.gpus.map((gpu) => ({ ...gpu, vram_free_bytes })),
})
const usable = (vram: number | null, ram: number | null) => {
  const snapshot = withFree(vram)
  const { devices, host } = freeTarget(targetFromSnapshot(snapshot), snapshot, ram)
  return { card: devices[0]?.usable, host: host.usable }
}

test('what other programs hold is not ours: the card less the context of the engine, and RAM', () => {
  expect(usable(10 * GIB, 8 * GIB)).toEqual({
    card: { bytes: 9.5 * GIB, source: '9.5 GiB of CUDA0 (NVIDIA GeForce RTX 4090) that is free now' },
    host: { bytes: 8 * GIB, source: '8.0 GiB of RAM that is free now' },
  })
})

test('an idle machine, and one that does not say, are what they are', () => {
  const { devices, host } = targetFromSnapshot(DESKTOP)
  expect(usable(24 * GIB, 63 * GIB)).toEqual({ card: devices[0]?.usable, host: host.usable })
  expect(usable(null, null)).toEqual({ card: devices[0]?.usable, host: host.usable })
})

test('on a machine with one memory the RAM that is free counts for its GPU', () => {
  const snapshot = { ...DESKTOP, gpus: DESKTOP.gpus.map((gpu) => ({ ...gpu, unified: true })) }
  const target = freeTarget(targetFromSnapshot(snapshot), snapshot, 5 * GIB)
  expect(target.devices[0]?.usable?.bytes).toBe(5 * GIB)
})
