/** Where keys come from, as far as they are kept here. */
export type KeySource = Pick<
  NodeJS.ReadStream,
  'isTTY' | 'read' | 'unshift' | 'on' | 'off' | 'ref' | 'unref' | 'setRawMode'
>

export type EarlyKeys = {
  /** Settles when the user wants to leave before there is anyone to answer. */
  readonly cancelled: Promise<void>
  /** Gives what was typed so far to whoever reads next, in order; safe to call again. */
  handOver(): void
  /** Gives the terminal back: nobody reads next. */
  close(): void
}

const CTRL_C = 3

/**
 * Keys that come before the program that answers them is loaded: none is lost, none is echoed into the screen, and
 * Ctrl+C leaves at once.
 * @param onKey called at every key that waits
 */
export function earlyKeys(stdin: KeySource, onKey: () => void): EarlyKeys {
  const kept: Buffer[] = []
  let reading = true
  let cancel = () => {}
  const cancelled = new Promise<void>((resolve) => (cancel = resolve))
  const take = (): void => {
    for (let piece = stdin.read() as Buffer | null; piece !== null; piece = stdin.read() as Buffer | null) {
      if (piece.includes(CTRL_C)) cancel()
      kept.push(piece)
      onKey()
    }
  }
  const stop = (): void => {
    if (!reading) return
    reading = false
    stdin.off('readable', take)
  }
  if (stdin.isTTY) stdin.setRawMode(true)
  stdin.on('readable', take)
  return {
    cancelled,
    handOver() {
      stop()
      if (kept.length > 0) stdin.unshift(Buffer.concat(kept.splice(0)))
    },
    close() {
      stop()
      if (stdin.isTTY) stdin.setRawMode(false)
      // Nothing of what was typed here is for the shell.
      stdin.unref()
    },
  }
}
