import type { Key } from './binding.ts'

/** A part of what a terminal sent at once. */
export type InputPiece = { readonly text: string } | { readonly key: Key }

/** What terminals send for keys that are no text; Ink names them only where they come alone. */
const CONTROLS: Readonly<Record<string, Key>> = {
  '\u0001': 'ctrl-a',
  '\u0003': 'ctrl-c',
  '\u0005': 'ctrl-e',
  '\u0008': 'backspace',
  '\u0015': 'ctrl-u',
  '\u0017': 'ctrl-w',
  '\u001A': 'ctrl-z',
  '\u007F': 'backspace',
}

/**
 * What came at once, since it was typed fast or the machine is busy: text with the keys that stand in it. A line break
 * at the end is Enter; one in the middle stays in the text, since a terminal that does not mark pastes sends them so.
 */
export function inputPieces(text: string): readonly InputPiece[] {
  const ended = /[\r\n]$/.test(text)
  const pieces: InputPiece[] = []
  let run = ''
  const flush = (): void => {
    if (run !== '') pieces.push({ text: run })
    run = ''
  }
  for (const sign of ended ? text.replace(/\r?\n$|\r$/, '') : text) {
    const key = CONTROLS[sign]
    if (key === undefined) run += sign
    else {
      flush()
      pieces.push({ key })
    }
  }
  flush()
  return ended ? [...pieces, { key: 'enter' }] : pieces
}
