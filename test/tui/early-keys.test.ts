import { PassThrough } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { earlyKeys, type KeySource } from '../../cli/tui/terminal/early-keys.ts'

function source() {
  const raw: boolean[] = []
  const stdin = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: (on: boolean) => {
      raw.push(on)
      return stdin
    },
    ref: () => stdin,
    unref: () => stdin,
  })
  return { stdin, raw, keys: stdin as unknown as KeySource }
}

test('what is typed early goes to the next reader, in order and before what is typed later', async () => {
  const { stdin, raw, keys } = source()
  const waits = vi.fn<() => void>()
  const early = earlyKeys(keys, waits)
  expect(raw).toEqual([true])
  stdin.write('?')
  await expect.poll(() => waits.mock.calls.length).toBe(1)
  stdin.write('\u001B[Bq\u00E9')
  await expect.poll(() => waits.mock.calls.length).toBe(2)
  early.handOver()
  early.handOver()
  let got = ''
  stdin.setEncoding('utf8')
  stdin.on('readable', () => {
    for (let piece = stdin.read(); piece !== null; piece = stdin.read()) got += String(piece)
  })
  stdin.write('j')
  await expect.poll(() => got).toBe('?\u001B[Bq\u00E9j')
  expect(stdin.listenerCount('readable')).toBe(1)
  // Raw mode stays: the next reader wants it too.
  expect(raw).toEqual([true])
})

test('Ctrl+C leaves, also behind other keys, and the terminal is given back', async () => {
  const { stdin, raw, keys } = source()
  const early = earlyKeys(keys, () => {})
  stdin.write('abc\u0003')
  await early.cancelled
  early.close()
  expect(raw).toEqual([true, false])
  expect(stdin.listenerCount('readable')).toBe(0)
})
