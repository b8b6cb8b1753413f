import type { ByteSource } from './byte-source.ts'
import { FIRST_READ_BYTES, MAX_HEADER_BYTES, MAX_READ_BYTES, MAX_TEXT_BYTES } from './limits.ts'
import { badGguf, showNumber } from './trouble.ts'

/** Known to every JavaScript runtime, but part of no ECMAScript library. */
declare const TextDecoder: new (label: 'utf-8') => { decode(bytes: Uint8Array): string }

/**
 * A place in a source, read forwards in blocks. Only `ahead` and `skipTexts` wait; after `ahead(n)` the next n bytes
 * can be read at once. Every read past the end of the source throws a UserError.
 */
export type Cursor = {
  readonly name: string
  position(): number
  /** Has the next `length` bytes at hand, or all that are left. */
  ahead(length: number): Promise<void>
  /** For `length` bytes at hand: a view of them, and the place of the first; the cursor moves behind them. */
  take(length: number): { readonly view: DataView; readonly at: number }
  u32(): number
  /** As a double: exact up to 2^53, which every limit is below. */
  u64(): number
  text(length: number): string
  skip(length: number): void
  /** Moves over `count` texts, each with its length before it, without building them. */
  skipTexts(count: number): Promise<void>
}

/** @throws UserError from the first read. */
export function openCursor(source: ByteSource): Cursor {
  const { name, size } = source
  const decoder = new TextDecoder('utf-8')
  // `view` shows the source from `start`; `at` is the place in it, beyond its end after a long skip.
  let view: DataView = new DataView(new ArrayBuffer(0))
  let start = 0
  let at = 0
  let block = FIRST_READ_BYTES
  let ended = false

  function truncated(): Error {
    const end = ended || size === null ? start + view.byteLength : size
    return badGguf(name, `ends in the middle of its header, at byte ${end}`, 'Download it again; it is not complete.')
  }

  async function load(length: number): Promise<void> {
    start += at
    at = 0
    if (start > MAX_HEADER_BYTES) {
      throw badGguf(name, `has a header of more than ${MAX_HEADER_BYTES} bytes, so it is damaged or no model`)
    }
    const wanted = Math.max(length, block)
    const bytes = await source.read(start, wanted)
    ended = bytes.byteLength < wanted
    block = Math.min(2 * block, MAX_READ_BYTES)
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** Moves on by `length` bytes that must be at hand, and tells where they begin. */
  function advance(length: number): number {
    const from = at
    if (from + length > view.byteLength) throw truncated()
    at += length
    return from
  }

  function skip(length: number): void {
    at += length
    if (size !== null && start + at > size) throw truncated()
  }

  function u64At(offset: number): number {
    return view.getUint32(offset + 4, true) * 2 ** 32 + view.getUint32(offset, true)
  }

  /** Moves over at most `count` texts that begin at hand, at least one, and tells over how many. */
  function skipTextsAtHand(count: number): number {
    // Vocabularies are nearly all of a header: this loop decides how long it takes to read one.
    const last = view.byteLength - 8
    let place = at
    let done = 0
    while (done < count && place <= last) {
      const length = view.getUint32(place, true)
      if (length > MAX_TEXT_BYTES || view.getUint32(place + 4, true) !== 0) throw textTooLong(name, u64At(place))
      place += 8 + length
      done++
    }
    if (done === 0) throw truncated()
    at = place
    return done
  }

  return {
    name,
    position: () => start + at,
    async ahead(length) {
      if (at + length > view.byteLength && !ended) await load(length)
    },
    take: (length) => ({ at: advance(length), view }),
    u32: () => view.getUint32(advance(4), true),
    u64: () => u64At(advance(8)),
    text(length) {
      const from = advance(length)
      return decoder.decode(new Uint8Array(view.buffer, view.byteOffset + from, length))
    },
    skip,
    async skipTexts(count) {
      let left = count
      while (left > 0) {
        // oxlint-disable-next-line no-await-in-loop -- the place of the next text follows from the ones before
        if (at + 8 > view.byteLength && !ended) await load(8)
        left -= skipTextsAtHand(left)
      }
      skip(0)
    },
  }
}

/** The error for a text beyond `MAX_TEXT_BYTES`. */
export function textTooLong(name: string, length: number): Error {
  return badGguf(name, `claims to hold a text of ${showNumber(length)} bytes, so it is damaged or no model`)
}
