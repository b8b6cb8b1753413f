import { UserError } from '../errors.ts'
import type { ByteSource } from '../model/gguf/byte-source.ts'
import { MIB } from '../units.ts'
import type { HttpAnswer, HttpSession } from './http-session.ts'
import { openedRange, type StatusTrouble } from './http-range.ts'
import { serverTrouble, statusTrouble } from './http-trouble.ts'
import { fileNameOf, showUrl } from './http-url.ts'
import { showPath } from './file-trouble.ts'

export type HttpSource = ByteSource & { close(): void }

export type HttpSourceOptions = {
  /** Bytes of the first request. */
  readonly first_bytes?: number
  /** The sentence for a status that is neither 200 nor 206. */
  readonly trouble?: StatusTrouble
}

/** A vocabulary alone is 1 to 5 MiB, so that smaller requests would only be more of them. */
const FIRST_BYTES = MIB
const GROWTH = 4
const MAX_RANGE_BYTES = 16 * MIB
/** What is passed over is read all the same up to this size, when it is on its way: a request costs about as much. */
const WORTH_A_REQUEST = 2 * MIB

/** An answer with the bytes of the file from `at` to `end`, or to its own end. */
type Run = { readonly answer: HttpAnswer; at: number; readonly end: number | null }

/**
 * A file on a web server as a byte source, read forwards in ranges that grow. What the reader passes over is not
 * asked for where that saves a request's worth. A server that knows no ranges is read from the start and cut off.
 * @throws UserError with one sentence for every way in which a server does not deliver the file.
 */
export async function openHttpSource(
  session: HttpSession,
  url: URL,
  { first_bytes = FIRST_BYTES, trouble = statusTrouble }: HttpSourceOptions = {},
): Promise<HttpSource> {
  const where = showUrl(url)
  const first = await session.get(url, rangeHeaders(0, first_bytes))
  const opened = openedRange(where, first, 0, first_bytes, trouble)
  const { size, ranges, etag } = opened
  let run: Run | null = { answer: first, at: 0, end: opened.end }
  let range_bytes = first_bytes
  // The bytes at hand, from `start` of the file.
  let held: Uint8Array = new Uint8Array(0)
  let start = 0

  async function open(from: number): Promise<Run> {
    range_bytes = Math.min(range_bytes * GROWTH, MAX_RANGE_BYTES)
    const to = size === null ? from + range_bytes : Math.min(from + range_bytes, size)
    const answer = await first.again(rangeHeaders(from, to))
    const next = openedRange(where, answer, from, to, trouble)
    if (!next.ranges || next.size !== size || next.etag !== etag) {
      answer.stop()
      throw serverTrouble(where, 'changed while it was read', 'Try again.')
    }
    return { answer, at: from, end: next.end }
  }

  /** The next bytes behind those at hand; null at the end of the file. */
  async function more(from: number): Promise<Uint8Array | null> {
    if (run === null) {
      if (!ranges || size === null || from >= size) return null
      run = await open(from)
    }
    const bytes = await run.answer.next()
    if (bytes === null) {
      if (run.end !== null && run.at < run.end) throw brokenOff(where)
      run = null
      return more(from)
    }
    run.at += bytes.byteLength
    if (run.end !== null && run.at > run.end) throw serverTrouble(where, 'is sent with more bytes than were asked for')
    // The end of the body is waited for, so that the connection can be used again.
    if (run.at === run.end && ranges) {
      if ((await run.answer.next()) !== null) throw serverTrouble(where, 'is sent with more bytes than were asked for')
      run = null
    }
    return bytes
  }

  /** Makes `start` the place to read from, with whatever is at hand behind it. */
  function moveTo(offset: number): void {
    if (offset < start) throw new Error(`read backwards: from ${start} to ${offset}`)
    held = held.subarray(Math.min(offset - start, held.byteLength))
    start = offset
    const far = run !== null && offset - run.at > WORTH_A_REQUEST
    if (ranges && run !== null && held.byteLength === 0 && (far || offset >= (run.end ?? Infinity))) {
      run.answer.stop()
      run = null
    }
  }

  return {
    size,
    name: showPath(fileNameOf(url)),
    async read(offset, length) {
      moveTo(offset)
      const wanted = size === null ? length : Math.max(0, Math.min(length, size - offset))
      const pieces = [held]
      let have = held.byteLength
      while (have < wanted) {
        // What is still on its way from before `offset` is received and dropped.
        const behind = run === null ? 0 : Math.max(0, offset + have - run.at)
        // oxlint-disable-next-line no-await-in-loop -- one body, read in order
        const bytes = await more(offset + have)
        if (bytes === null) break
        const piece = bytes.subarray(Math.min(behind, bytes.byteLength))
        pieces.push(piece)
        have += piece.byteLength
      }
      held = pieces.length === 1 ? held : Buffer.concat(pieces)
      if (offset === 0 && have === 0) throw new UserError('input', `${where} is empty`)
      return held.subarray(0, wanted)
    },
    close() {
      run?.answer.stop()
      run = null
    },
  }
}

function rangeHeaders(from: number, to: number): Record<string, string> {
  return { range: `bytes=${from}-${to - 1}`, accept: '*/*' }
}

function brokenOff(where: string): UserError {
  return serverTrouble(where, 'broke off in the middle', 'Try again later.')
}
