import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviation, median, pairedInterval } from '../../shared/tune/statistics.ts'
import { seededRandom } from '../oracle/seeded-random.ts'

test('the middle and the spread of a sample', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(median([])).toBeNaN()
  expect(deviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(2.138, 3)
})

test.each([
  // scipy.stats.t.interval(0.95, 3, mean, sem)
  [[0.1, 0.2, 0.3, 0.4], 0.0446, 0.4554],
  // Wilcoxon's table: with six pairs the extreme Walsh averages.
  [[1, 2, 3, 4, 5, 6], 1, 6],
  // With eight, three of 36 on either side are cut.
  [[1, 2, 3, 4, 5, 6, 7, 8], 2, 7],
])('the interval of %j', (differences, low, high) => {
  const interval = pairedInterval(differences)
  expect(interval.low).toBeCloseTo(low, 3)
  expect(interval.high).toBeCloseTo(high, 3)
})

test('one pair says nothing', () => {
  expect(pairedInterval([0.5])).toEqual({ low: -Infinity, high: Infinity })
})

test('the interval holds the middle, and a disturbed pair among many does not move it far', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 30 }),
      (differences) => {
        const { low, high } = pairedInterval(differences)
        expect(low).toBeLessThanOrEqual(high)
      },
    ),
  )
  const calm = [0.1, 0.11, 0.09, 0.1, 0.12, 0.08, 0.1, 0.1, 0.09, 0.11, 0.1, 0.1]
  expect(pairedInterval([...calm, -50]).low).toBeGreaterThan(0)
})

test.each([3, 5, 6, 8, 12, 20])('nineteen of twenty intervals of %i pairs hold the truth', (n) => {
  const random = seededRandom(n)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const held = Array.from({ length: 2000 }, () => {
    const { low, high } = pairedInterval(Array.from({ length: n }, normal))
    return low <= 0 && high >= 0
  })
  expect(held.filter(Boolean).length / 2000).toBeGreaterThan(0.935)
})
