import { basename } from 'node:path'
import type { ByteSource } from '../model/gguf/byte-source.ts'
import { fileTrouble, showPath } from './file-trouble.ts'
import { openRegularFile, readFully } from './open-regular-file.ts'

export type FileSource = ByteSource & { readonly size: number; close(): Promise<void> }

/**
 * A file as a byte source; the caller closes it.
 * @throws UserError with one sentence for a missing file, a folder, a pipe or device, an empty file, no permission.
 */
export async function openFileSource(path: string): Promise<FileSource> {
  const { handle, size } = await openRegularFile(path)
  let buffer = new Uint8Array(0)
  return {
    size,
    name: showPath(basename(path)),
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset))
      // One buffer for all reads: a header is a few reads of the same length.
      if (buffer.byteLength < wanted) buffer = new Uint8Array(wanted)
      try {
        return buffer.subarray(0, await readFully(handle, buffer.subarray(0, wanted), offset))
      } catch (error) {
        throw fileTrouble(path, error)
      }
    },
    close: () => handle.close(),
  }
}
