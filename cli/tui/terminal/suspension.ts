import type { Screen } from './screen.ts'

/** As much of the keyboard's stream as it takes. */
type Keyboard = { readonly isTTY?: boolean; setRawMode?(raw: boolean): unknown }

export type Suspension = {
  /** Hands the terminal to the shell until the user comes back (`fg`). */
  suspend(): void
  /** Signals do again what they do without it. */
  close(): void
}

/** A group of processes that has no shell above it cannot be stopped: then the wizard is back after this. */
const NOT_STOPPED_MS = 100

/**
 * Ctrl+Z, and what a shell does to jobs: a terminal that is given away is given away as it was, and taken again, drawn anew,
 * when the process goes on. A raw terminal sends no signal for Ctrl+Z, so the process stops itself, with all of its group,
 * since the shell waits for the first of them (`npx`).
 * @param screen null for screen readers
 * @param redraw asks for a frame
 */
export function suspension(keyboard: Keyboard, screen: Screen | null, redraw: () => void): Suspension {
  let away = false
  const raw = (on: boolean): void => {
    if (keyboard.isTTY === true) keyboard.setRawMode?.(on)
  }
  const back = (): void => {
    away = false
    // What the shell did to the terminal is not known here: off and on sets it for sure.
    raw(false)
    raw(true)
    screen?.resume()
    redraw()
  }
  const suspend = (): void => {
    if (away) return
    away = true
    screen?.pause()
    raw(false)
    process.off('SIGTSTP', suspend)
    process.kill(0, 'SIGTSTP')
    setTimeout(() => {
      process.on('SIGTSTP', suspend)
      if (away) back()
    }, NOT_STOPPED_MS)
  }
  process.on('SIGTSTP', suspend)
  process.on('SIGCONT', back)
  return {
    suspend,
    close() {
      process.off('SIGTSTP', suspend)
      process.off('SIGCONT', back)
    },
  }
}
