import { useInput, type Key as InkKey } from 'ink'

/** Keys by the names of the key table; text that came at once goes to `onText`. */
export function useKeys(onKey: (key: string) => void, onText: (text: string) => void): void {
  useInput((input, key) => {
    const name = keyName(input, key)
    if (name !== null) onKey(name)
    // A terminal may deliver fast typing or a paste in one piece; a single sign is a key.
    else if (Array.from(input).length > 1 && !key.ctrl && !key.meta) onText(input)
  })
}

/** The name of a key that Ink reports, or null for text of several signs and for keys that mean nothing here. */
export function keyName(input: string, key: InkKey): string | null {
  if (key.ctrl) return ['a', 'c', 'e', 'u', 'w'].includes(input) ? `ctrl-${input}` : null
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
