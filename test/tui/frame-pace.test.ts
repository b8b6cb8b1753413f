import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { framePace } from '../../cli/tui/wizard/frame-pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a burst of news is one frame, a key is one at once, and no news is lost', () => {
  const drawn: number[] = []
  const pace = framePace(() => drawn.push(performance.now()))
  const begun = performance.now()
  const passed = () => drawn.map((at) => Math.round(at - begun))
  for (let n = 0; n < 50; n++) pace.soon()
  expect(passed()).toEqual([0])
  vi.advanceTimersByTime(10)
  pace.now()
  expect(passed()).toEqual([0, 10])
  // What waited was drawn with the key.
  vi.advanceTimersByTime(100)
  expect(passed()).toEqual([0, 10])
  pace.soon()
  pace.soon()
  vi.advanceTimersByTime(100)
  expect(passed()).toEqual([0, 10, 110, 143])
})

test('nothing is drawn once it has ended', () => {
  let drawn = 0
  const pace = framePace(() => drawn++)
  pace.soon()
  pace.soon()
  pace.stop()
  vi.advanceTimersByTime(100)
  expect(drawn).toBe(1)
})
