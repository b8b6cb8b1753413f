import { createWriteStream, type WriteStream } from 'node:fs'
import { rename, stat } from 'node:fs/promises'
import { fileTrouble } from '../file-trouble.ts'

/** At this size a record begins anew; the one before is kept beside it as `FILE.1`. */
export const RECORD_LIMIT_BYTES = 16 * 1024 ** 2

export type RecordFile = {
  /** Adds a line. What cannot be written is dropped: a full disk must not end the engine. */
  write(line: string): void
  close(): Promise<void>
}

/**
 * A file of lines that never takes more than twice `limit`. An existing file is added to.
 * @throws UserError when it cannot be opened
 */
export async function openRecord(path: string, limit = RECORD_LIMIT_BYTES): Promise<RecordFile> {
  let stream = await open(path)
  let size = await stat(path).then(
    ({ size: bytes }) => bytes,
    () => 0,
  )
  /** Lines that come while the file is changed. */
  let waiting: string[] | null = null
  let turning = Promise.resolve()

  const turn = async () => {
    try {
      await end(stream)
      await rename(path, `${path}.1`)
      stream = await open(path)
    } catch {
      // Nothing can be written any more; the engine runs on.
    }
    const held = waiting ?? []
    waiting = null
    for (const one of held) write(one)
  }
  const write = (line: string) => {
    if (waiting !== null) {
      if (waiting.length < 1000) waiting.push(line)
      return
    }
    const text = `${line}\n`
    size += Buffer.byteLength(text)
    // A disk that does not keep up must not fill our memory.
    if (stream.writableLength < limit) stream.write(text)
    if (size < limit) return
    size = 0
    waiting = []
    turning = turn()
  }
  return {
    write,
    async close() {
      await turning
      await end(stream)
    },
  }
}

function open(path: string): Promise<WriteStream> {
  return new Promise((resolve, reject) => {
    const stream = createWriteStream(path, { flags: 'a', mode: 0o644 })
    stream.once('open', () => {
      stream.off('error', refuse)
      stream.on('error', () => {})
      resolve(stream)
    })
    const refuse = (error: Error) => reject(fileTrouble(path, error, 'writing'))
    stream.once('error', refuse)
  })
}

function end(stream: WriteStream): Promise<void> {
  return new Promise((resolve) => stream.end(() => resolve()))
}
