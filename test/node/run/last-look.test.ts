import { describe, expect, it } from 'vitest'
import { looksOf } from '../../../shared/node/run/last-look.ts'

/** Looks that end when they are told to, and how many run at once. */
function slowLooks() {
  const ends: (() => void)[] = []
  let running = 0
  let most = 0
  const looks = looksOf(async () => {
    most = Math.max(most, ++running)
    await new Promise<void>((end) => ends.push(end))
    running--
  })
  return { looks, ends, most: () => most }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('looks at an engine', () => {
  it('come one after the other', async () => {
    const { looks, ends, most } = slowLooks()
    const both = Promise.all([looks.look(), looks.look()])
    await settled()
    expect(ends.length).toBe(1)
    ends[0]?.()
    await settled()
    ends[1]?.()
    await both
    expect(most()).toBe(1)
  })

  it('go on after one that failed', async () => {
    let count = 0
    const looks = looksOf(() => (count++ === 0 ? Promise.reject(new Error('gone')) : Promise.resolve(count)))
    await expect(looks.look()).rejects.toThrow('gone')
    expect(await looks.look()).toBe(2)
  })

  it('take one more at the end', async () => {
    let count = 0
    const looks = looksOf(() => Promise.resolve(++count))
    await looks.last()
    expect(count).toBe(1)
  })

  it('do not keep an engine from ending that does not answer, or fails', async () => {
    await expect(slowLooks().looks.last()).resolves.toBeUndefined()
    await expect(looksOf(() => Promise.reject(new Error('gone'))).last()).resolves.toBeUndefined()
  })
})
