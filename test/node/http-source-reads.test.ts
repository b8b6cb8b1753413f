import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HttpAnswer, HttpSession } from '../../shared/node/http-session.ts'
import { openHttpSource } from '../../shared/node/http-source.ts'

const SIZE = 5000
const file = Uint8Array.from({ length: SIZE }, (_, i) => (i * 31) % 251)

type Manners = {
  /** Whether the server knows ranges. */
  readonly ranges: boolean
  /** Whether a server without them says how large the file is. */
  readonly says_size: boolean
  /** The most bytes of an answer. */
  readonly longest: number
  /** Bytes of the pieces that arrive, over and over. */
  readonly pieces: readonly number[]
}

/** A session with a server of these manners, without a network. */
function pretend({ ranges, says_size, longest, pieces }: Manners): HttpSession {
  const get = (headers: Readonly<Record<string, string>>): Promise<HttpAnswer> => {
    const [, from = 0, last = 0] = /^bytes=(\d+)-(\d+)$/.exec(headers['range'] ?? '')?.map(Number) ?? []
    const begin = ranges ? from : 0
    const end = ranges ? Math.min(last + 1, SIZE, from + longest) : SIZE
    let at = begin
    let turn = 0
    const size = says_size || ranges ? { 'content-length': String(end - begin) } : {}
    const range = ranges ? { 'content-range': `bytes ${begin}-${end - 1}/${SIZE}` } : {}
    return Promise.resolve({
      status: ranges ? 206 : 200,
      headers: { ...size, ...range },
      next() {
        if (at === end) return Promise.resolve(null)
        const piece = file.subarray(at, Math.min(end, at + (pieces[turn++ % pieces.length] ?? 1)))
        at += piece.length
        return Promise.resolve(piece)
      },
      stop() {
        at = end
      },
      again: get,
    })
  }
  return { get: (_url, headers) => get(headers), used: () => ({ requests: 0, bytes: 0 }), close() {} }
}

const manners: fc.Arbitrary<Manners> = fc.record({
  ranges: fc.boolean(),
  says_size: fc.boolean(),
  longest: fc.integer({ min: 1, max: SIZE }),
  pieces: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 }),
})

/** Reads forwards, as the header's cursor makes them: each begins within the one before, or behind it. */
const reads = fc.array(
  fc.record({ forward: fc.integer({ min: 0, max: 900 }), length: fc.integer({ min: 1, max: 900 }) }),
  {
    minLength: 1,
    maxLength: 12,
  },
)

describe('an HTTP source', () => {
  it('gives the bytes of the file, however they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(manners, reads, fc.integer({ min: 1, max: 2000 }), async (how, plan, first_bytes) => {
        const source = await openHttpSource(pretend(how), new URL('http://test/m.gguf'), { first_bytes })
        expect(source.size).toBe(how.ranges || how.says_size ? SIZE : null)
        let offset = 0
        for (const { forward, length } of plan) {
          // oxlint-disable-next-line no-await-in-loop -- reads come one after the other
          const bytes = await source.read(offset, length)
          expect(Buffer.from(bytes)).toEqual(Buffer.from(file.subarray(offset, offset + length)))
          offset += forward
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is not read backwards', async () => {
    const how = { ranges: true, says_size: true, longest: SIZE, pieces: [100] }
    const source = await openHttpSource(pretend(how), new URL('http://test/m.gguf'))
    await source.read(500, 10)
    await expect(source.read(499, 10)).rejects.toThrow('read backwards')
  })
})
