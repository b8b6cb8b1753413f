/** A frame of a screen that is drawn thirty times a second, as Ink draws. */
const FRAME_MS = 33

/** When to draw. */
export type FramePace = {
  /** At once: someone waits for it. */
  now(): void
  /** With whatever else comes within a frame of the last drawing. */
  soon(): void
  /** Nothing more is drawn. */
  stop(): void
}

/**
 * News that nobody has asked for by a key comes in bursts of dozens; to draw a frame for each would keep keys waiting.
 * @param draw draws everything that is new
 */
export function framePace(draw: () => void): FramePace {
  let timer: ReturnType<typeof setTimeout> | undefined
  let drawn_ms = -Infinity
  const stop = (): void => {
    clearTimeout(timer)
    timer = undefined
  }
  const now = (): void => {
    stop()
    draw()
    // After it: drawing takes its time too, and keys come in between.
    drawn_ms = performance.now()
  }
  const soon = (): void => {
    if (timer !== undefined) return
    const wait_ms = drawn_ms + FRAME_MS - performance.now()
    if (wait_ms <= 0) now()
    else timer = setTimeout(now, wait_ms)
  }
  return { now, soon, stop }
}
