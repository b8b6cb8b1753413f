import { useInput, type Key as InkKey } from 'ink'
import { useRef } from 'react'

/** What a terminal that was asked to puts around pasted text, without the escape sign that Ink takes away. */
const PASTE_BEGINS = '[200~'
const PASTE_ENDS = '[201~'

/** Keys by the names of the key table; text that came at once goes to `onText`, and to `onPaste` where it was pasted. */
export function useKeys(
  onKey: (key: string) => void,
  onText: (text: string) => void,
  onPaste: (text: string) => void = () => {},
): void {
  /** What has come of a paste that has not ended. */
  const paste = useRef<string | null>(null)
  useInput((input, key) => {
    const name = keyName(input, key)
    if (input === PASTE_BEGINS) {
      paste.current = ''
      return
    }
    if (paste.current !== null && name !== 'ctrl-c' && !input.includes('\u0003')) {
      if (input === PASTE_ENDS) {
        onPaste(paste.current)
        paste.current = null
      } else paste.current += key.return ? '\n' : key.tab ? ' ' : input
      return
    }
    // Its end never came, or came alone.
    paste.current = null
    if (input === PASTE_ENDS) return
    if (name !== null) onKey(name)
    // A terminal may deliver fast typing or a paste in one piece; a single sign is a key.
    else if (Array.from(input).length > 1 && !key.ctrl && !key.meta) onText(input)
  })
}

/** The name of a key that Ink reports, or null for text of several signs and for keys that mean nothing here. */
export function keyName(input: string, key: InkKey): string | null {
  if (key.ctrl) return ['a', 'c', 'e', 'u', 'w', 'z'].includes(input) ? `ctrl-${input}` : null
  if (key.leftArrow) return key.shift ? 'shift-left' : 'left'
  if (key.rightArrow) return key.shift ? 'shift-right' : 'right'
  const named = NAMES.find(([flag]) => key[flag])
  if (named !== undefined) return named[1]
  if (key.meta) return null
  if (input === ' ') return 'space'
  return Array.from(input).length === 1 ? input : null
}

const NAMES = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['backspace', 'backspace'],
  // Most terminals send for Backspace what Ink 6 calls delete.
  ['delete', 'backspace'],
] as const satisfies readonly (readonly [keyof InkKey, string])[]
