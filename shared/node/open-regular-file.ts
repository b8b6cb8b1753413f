import { closeSync, constants, fstatSync, openSync, statSync } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { UserError } from '../errors.ts'
import { fileTrouble, showPath } from './file-trouble.ts'

/**
 * Opens an ordinary, non-empty file for reading.
 * @throws UserError with one sentence for a missing file, a folder, a pipe or device, an empty file, no permission.
 */
export async function openRegularFile(path: string): Promise<{ handle: FileHandle; size: number }> {
  try {
    // Before opening: to open a pipe without a writer waits, to open a device may act on it.
    checkKind(path, await stat(path))
    // Not to wait, if what was a file has become a pipe meanwhile; Windows has no such flag.
    const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return { handle, size: sizeOf(path, await handle.stat()) }
    } catch (error) {
      await handle.close()
      throw error
    }
  } catch (error) {
    throw fileTrouble(path, error)
  }
}

/** The same at once. The caller closes `fd`. */
export function openRegularFileNow(path: string): { fd: number; size: number } {
  try {
    checkKind(path, statSync(path))
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
    try {
      return { fd, size: sizeOf(path, fstatSync(fd)) }
    } catch (error) {
      closeSync(fd)
      throw error
    }
  } catch (error) {
    throw fileTrouble(path, error)
  }
}

function sizeOf(path: string, stats: { isFile(): boolean; isDirectory(): boolean; size: number }): number {
  checkKind(path, stats)
  if (stats.size === 0) throw new UserError('input', `${showPath(path)} is empty`)
  return stats.size
}

function checkKind(path: string, stats: { isFile(): boolean; isDirectory(): boolean }): void {
  if (stats.isDirectory()) throw new UserError('input', `${showPath(path)} is a folder, not a file`)
  if (!stats.isFile()) throw new UserError('input', `${showPath(path)} is a pipe or a device, not a file`)
}

/**
 * Fills `buffer` from `position`; fewer bytes only where the file ends.
 * @returns the number of bytes read.
 */
export async function readFully(handle: FileHandle, buffer: Uint8Array, position: number): Promise<number> {
  let filled = 0
  while (filled < buffer.byteLength) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.byteLength - filled, position + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled
}
