/**
 * Bytes at an address: a file, a range-reading HTTP client, an array in a test. The GGUF reader knows nothing else
 * of where a model lives.
 */
export type ByteSource = {
  /** Bytes in all; null where it cannot be known before reading. */
  readonly size: number | null
  /** What to call it in messages: the file name as given, without its folder, or a URL. */
  readonly name: string
  /**
   * `length` bytes from `offset`; fewer only where the source ends. The caller does not change the bytes and has done
   * with them at its next call, so that a source may reuse its buffer.
   * @throws UserError when the bytes cannot be had.
   */
  read(offset: number, length: number): Promise<Uint8Array>
}
