/** Whose variables: a shell's, llama-swap's `${NAME}`, or compose's (a shell's without substitutions). */
export type VariableMode = 'shell' | 'swap' | 'compose'

/** A variable or substitution in a text. */
export type Variable = {
  /** Null for what no name stands for: `$(command)`, `$1`, `${NAME#prefix}`. */
  readonly name: string | null
  /** One past its last unit. */
  readonly end: number
  /** Start and end of what it means when the variable is unset. */
  readonly fallback: readonly [number, number] | null
  /** `${NAME:=default}` sets the variable too. */
  readonly assigns: boolean
}

/** The variable that a dollar sign at `pos` starts; null where the sign is only a sign. */
export function variableAt(text: string, pos: number, mode: VariableMode): Variable | null {
  const rest = text.slice(pos, pos + 2000)
  const braced = /^\$\{([\w.-]+)\}/.exec(rest)
  if (braced !== null) {
    return { name: braced[1] ?? null, end: pos + braced[0].length, fallback: null, assigns: false }
  }
  const defaulted = /^\$\{(\w+)(:?[-=])([^{}]*)\}/.exec(rest)
  if (defaulted !== null) {
    const [all, name = '', operator = '', fallback = ''] = defaulted
    const start = pos + 2 + name.length + operator.length
    const end = pos + all.length
    return { name, end, fallback: [start, start + fallback.length], assigns: operator.endsWith('=') }
  }
  if (rest.startsWith('${')) return unknownTo(closingBracket(text, pos + 1, '{', '}'))
  if (mode === 'swap') return null
  if (mode === 'shell' && rest.startsWith('$(')) return unknownTo(closingBracket(text, pos + 1, '(', ')'))
  const bare = /^\$([A-Za-z_]\w*)/.exec(rest)
  if (bare !== null) return { name: bare[1] ?? null, end: pos + bare[0].length, fallback: null, assigns: false }
  return mode === 'shell' && /^\$[\d@*#?!$-]/.test(rest) ? unknownTo(pos + 2) : null
}

function unknownTo(end: number): Variable {
  return { name: null, end, fallback: null, assigns: false }
}

/** One past what closes the bracket (or quote, where `opens` is empty) at `from`; the text's end where nothing does. */
export function closingBracket(text: string, from: number, opens: string, closes: string): number {
  let depth = opens === '' ? 1 : 0
  for (let index = from + (opens === '' ? 1 : 0); index < text.length; index++) {
    if (text[index] === opens) depth++
    else if (text[index] === closes && --depth === 0) return index + 1
  }
  return text.length
}
