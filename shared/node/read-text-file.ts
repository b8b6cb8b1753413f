import { isUtf8 } from 'node:buffer'
import { closeSync, readSync } from 'node:fs'
import { UserError } from '../errors.ts'
import { KIB, MIB } from '../units.ts'
import { fileTrouble, showPath } from './file-trouble.ts'
import { openRegularFileNow } from './open-regular-file.ts'

/**
 * The text of a UTF-8 file of at most `limit_bytes`. A byte order mark stays in place: the parser knows its columns.
 * @throws UserError with one sentence: as `openRegularFile`, or too large, or not UTF-8.
 */
export function readTextFile(path: string, limit_bytes: number): Promise<string> {
  return new Promise((resolve) => resolve(readTextNow(path, limit_bytes)))
}

/** Without the detour over other threads, which costs more than reading a small file: a check reads thousands. */
function readTextNow(path: string, limit_bytes: number): string {
  const { fd, size } = openRegularFileNow(path)
  try {
    if (size > limit_bytes) throw isGguf(beginning(fd)) ? ggufModel(path) : tooLarge(path, size, limit_bytes)
    // One byte more than it has: a file that grows meanwhile is noticed, and read no further than the limit.
    const buffer = Buffer.alloc(Math.min(size, limit_bytes) + 1)
    let length = 0
    for (let read = -1; read !== 0 && length < buffer.byteLength; length += read) {
      read = readSync(fd, buffer, length, buffer.byteLength - length, length)
    }
    if (length > limit_bytes) throw tooLarge(path, length, limit_bytes)
    return decode(path, buffer.subarray(0, length))
  } catch (error) {
    throw fileTrouble(path, error)
  } finally {
    closeSync(fd)
  }
}

function beginning(fd: number): Buffer {
  const bytes = Buffer.alloc(4)
  return bytes.subarray(0, readSync(fd, bytes, 0, bytes.byteLength, 0))
}

/** By the magic of GGUF files (ggml/include/gguf.h GGUF_MAGIC). */
function isGguf(bytes: Buffer): boolean {
  return bytes.toString('latin1', 0, 4) === 'GGUF'
}

function decode(path: string, bytes: Buffer): string {
  if (isGguf(bytes)) throw ggufModel(path)
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    // What `>` writes in Windows PowerShell 5.
    throw new UserError('input', `${showPath(path)} is UTF-16 text, not UTF-8`, 'Save it as UTF-8.')
  }
  if (!isUtf8(bytes)) throw new UserError('input', `${showPath(path)} is not UTF-8 text`)
  return bytes.toString('utf8')
}

function ggufModel(path: string): UserError {
  return new UserError('input', `${showPath(path)} is a GGUF model, not text`, 'A model is named with --model.')
}

function tooLarge(path: string, size: number, limit: number): UserError {
  return new UserError('input', `${showPath(path)} is too large: ${show(size)}, and at most ${show(limit)} are read`)
}

function show(bytes: number): string {
  if (bytes < KIB) return `${bytes} bytes`
  return bytes < MIB ? `${(bytes / KIB).toFixed(1)} KiB` : `${(bytes / MIB).toFixed(1)} MiB`
}
