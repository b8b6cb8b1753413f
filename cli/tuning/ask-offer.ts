import { createInterface } from 'node:readline/promises'
import type { Readable } from 'node:stream'
import type { Io } from '../io.ts'

/** Asks whether to measure for a minute. Anything but yes, Enter and an input that ends included, is no. */
export async function askOffer(io: Pick<Io, 'note'>, input: Readable = process.stdin): Promise<boolean> {
  io.note('Nothing has been measured for this model on this machine yet.')
  io.note('Measure for one minute what runs fastest here, and start with that? [y/N]')
  const lines = createInterface({ input })
  try {
    for await (const line of lines) return /^\s*(y|yes)\s*$/i.test(line)
    return false
  } finally {
    lines.close()
  }
}
