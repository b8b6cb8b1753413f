import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  boardRam,
  discreteUsable,
  hostUsable,
  integratedUsable,
  metalUsable,
  phoneUsable,
  unifiedUsable,
} from '../../shared/profile/usable-memory.ts'
import { GIB, MIB } from '../../shared/units.ts'

const mib = (bytes: number): number => Math.floor(bytes / MIB)

describe('metalUsable', () => {
  it.each([
    [8, 5461],
    [16, 10922],
    [24, 16384],
    [32, 21845],
    [36, 27648],
    [64, 49152],
    [96, 73728],
    [192, 147456],
  ])('%d GiB of RAM give %d MiB, as Macs log it', (gib, logged) => {
    expect(mib(metalUsable(gib * GIB).bytes)).toBe(logged)
  })
})

describe('discreteUsable', () => {
  // What llama.cpp saw free on idle cards.
  it.each([
    ['RTX 4090', 24564, 23612, false],
    ['RTX 3080 Ti', 12288, 11650, false],
    ['RTX PRO 6000', 97887, 96644, false],
    ['GTX 1650', 4096, 3773, false],
    ['RX 9070 XT', 16304, 16140, false],
    ['Arc Pro B50', 15881, 15593, false],
    ['RTX 5090 with a desktop', 32607, 30991, true],
    ['RTX 3090 with a desktop', 24576, 23332, true],
    ['RTX 2060 with a desktop', 6144, 5136, true],
  ])('%s: %d MiB leave at most the %d MiB that were free, and not much less', (_, total, free, desktop) => {
    const usable = mib(discreteUsable(total * MIB, desktop).bytes)
    // A desktop may take more than we reserve; an idle card never does.
    expect(usable).toBeLessThanOrEqual(desktop ? free + 200 : free)
    expect(usable).toBeGreaterThan(free * 0.9)
  })

  it('keeps more for a desktop', () => {
    expect(discreteUsable(8 * GIB, false).bytes - discreteUsable(8 * GIB, true).bytes).toBe(512 * MIB)
    expect(discreteUsable(8 * GIB, true).source).toContain('desktop')
  })
})

describe('hostUsable', () => {
  it.each([
    [4, null, 3],
    [8, null, 7],
    [16, null, 14],
    [32, null, 28],
    [64, null, 56],
    [256, null, 248],
    [2, null, 1],
    [64, 128, 56],
    [64, 60, 56],
  ])('%d GiB with a limit of %s leave %d GiB', (total, limit, left) => {
    expect(hostUsable(total * GIB, limit === null ? null : limit * GIB).bytes / GIB).toBeCloseTo(left, 6)
  })

  it('takes the limit of a container, less what the process needs itself', () => {
    const usable = hostUsable(64 * GIB, 8 * GIB)
    expect(mib(usable.bytes)).toBe(8192 - 410)
    expect(usable.source).toContain("container's limit of 8.0 GiB")
  })

  it('is never negative', () => {
    expect(hostUsable(0).bytes).toBe(0)
    expect(hostUsable(8 * GIB, 0).bytes).toBe(0)
  })
})

describe('memory shared with the GPU', () => {
  it('gives a GPU in the processor half of the RAM', () => {
    expect(integratedUsable(32 * GIB).bytes).toBe(15.5 * GIB)
  })

  it('follows the driver where it was raised above the half, but leaves the system its share', () => {
    expect(integratedUsable(128 * GIB, 108 * GIB).bytes).toBe(107.5 * GIB)
    expect(integratedUsable(128 * GIB, 121 * GIB).bytes).toBe(119.5 * GIB)
  })

  it('takes no statement that is all RAM or less than the half', () => {
    for (const stated of [128, 2]) expect(integratedUsable(128 * GIB, stated * GIB).bytes).toBe(63.5 * GIB)
  })

  it('goes by backend', () => {
    expect(unifiedUsable('metal', 16 * GIB).bytes).toBe(metalUsable(16 * GIB).bytes)
    expect(unifiedUsable('cuda', 8 * GIB).bytes).toBe(7 * GIB)
    expect(unifiedUsable('vulkan', 16 * GIB).bytes).toBe(integratedUsable(16 * GIB).bytes)
  })

  it.each([
    [8, 7620],
    [64, 62841],
    [128, 122567],
  ])('puts a board with %d GiB no higher than the %d MiB that its Linux has', (gib, total) => {
    expect(mib(boardRam(gib * GIB))).toBeLessThanOrEqual(total)
    expect(mib(boardRam(gib * GIB))).toBeGreaterThan(total * 0.95)
  })
})

it('never promises more than there is, at any size', () => {
  const size = fc.integer({ min: 0, max: 2 ** 44 })
  fc.assert(
    fc.property(size, fc.option(size), fc.boolean(), (total, other, desktop) => {
      const all = [
        metalUsable(total),
        discreteUsable(total, desktop),
        integratedUsable(total, other),
        hostUsable(total, other),
        phoneUsable(total),
      ]
      for (const { bytes, source } of all) {
        expect(Number.isInteger(bytes)).toBe(true)
        expect(bytes).toBeGreaterThanOrEqual(0)
        expect(bytes).toBeLessThanOrEqual(total)
        expect(source).toMatch(/GiB/)
      }
    }),
  )
})

it('gives more to use where there is more', () => {
  const size = fc.integer({ min: 0, max: 2 ** 42 })
  fc.assert(
    fc.property(size, size, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      for (const rule of [metalUsable, hostUsable, phoneUsable, (bytes: number) => discreteUsable(bytes, true)]) {
        expect(rule(more).bytes).toBeGreaterThanOrEqual(rule(less).bytes - 1)
      }
    }),
  )
})
