import { mappedBuilder, MOST_MAPPED, sliceMapped, spanOf, type MappedText } from './mapped-text.ts'
import { closingBracket, variableAt, type Variable, type VariableMode } from './shell-variable.ts'
import type { Word } from './word.ts'

/** What a variable stands for: a text, and whether the surroundings may replace it or nobody can know it. */
export type VariableValue = { readonly text: MappedText; readonly defaulted: boolean; readonly open: boolean }

export type ShellOptions = {
  /**
   * `shell`: a script; variables, substitutions, comments, control operators. `swap`: words alone, over all lines, those
   * that start with `#` left out; `${NAME}` is not known (llama-swap's cmd). `compose`: words alone, variables as compose has
   * them, `$$` for a dollar sign.
   */
  readonly mode: VariableMode
  readonly lookup?: (name: string) => VariableValue | null
  readonly assign?: (name: string, value: VariableValue) => void
  readonly array?: (name: string) => readonly Word[] | null
}

/** A simple command: its words, up to a line's end or a control operator. */
export type ShellCommand = {
  readonly words: readonly Word[]
  /** Where a quote opens that nothing closes. */
  readonly unclosed: number | null
  /** Runs only when the command before it went one way. */
  readonly guarded: boolean
  /** `NAME=(...)`: the words are the array's. */
  readonly array: string | null
}

const OPERATORS = new Set([';', '&', '|', '(', ')'])
const MOST_WORDS = 20_000

/**
 * Words of a POSIX shell text, command by command (XCU 2.2 quoting, 2.3 token recognition), without running anything:
 * continued lines, quotes, escapes, comments, variables with known values, arrays as in bash. Here-documents are skipped.
 */
export function* shellCommands(source: MappedText, options: ShellOptions): Generator<ShellCommand> {
  const { text, at } = source
  const shell = options.mode === 'shell'
  const reader = wordReader(source, options)
  let words: Word[] = []
  let pos = 0
  let fresh = true
  let guarded = false
  let array: string | null = null
  let count = 0
  const marks: string[] = []
  const finished = (): ShellCommand => {
    const done = { words, unclosed: reader.unclosed(), guarded, array }
    words = []
    array = null
    return done
  }

  while (pos < text.length && count < MOST_WORDS && reader.unclosed() === null) {
    const char = text[pos] ?? ''
    const continued = char === '\\' ? lineBreakAt(text, pos + 1) : 0
    if (char === ' ' || char === '\t' || char === '\r') pos++
    else if (continued > 0) pos += 1 + continued
    else if (char === '#' && (shell || (fresh && options.mode === 'swap'))) pos = lineEnd(text, pos)
    else if (char === '\n') {
      pos++
      fresh = true
      if (!shell || array !== null) continue
      if (words.length > 0) yield finished()
      guarded = false
      for (const mark of marks.splice(0)) pos = afterHeredoc(text, pos, mark)
    } else if (shell && text.startsWith('<<', pos) && text[pos + 2] !== '<') {
      const mark = /^<<-?[ \t]*(['"]?)([\w.-]+)\1/.exec(text.slice(pos, pos + 200))
      pos += mark?.[0].length ?? 2
      if (mark?.[2] !== undefined) marks.push(mark[2])
    } else if (shell && (char === '<' || char === '>')) {
      // What a redirection names is no argument of the command; neither is a descriptor's number before it.
      if (/^\d$/.test(words.at(-1)?.value ?? '') && /\d/.test(text[pos - 1] ?? '')) words.pop()
      while ('<>&'.includes(text[pos] ?? ' ')) pos++
      while (text[pos] === ' ' || text[pos] === '\t') pos++
      if (!OPERATORS.has(text[pos] ?? ';') && text[pos] !== '\n') pos = reader.read(pos).end
    } else if (
      shell &&
      char === '(' &&
      array === null &&
      text[pos - 1] === '=' &&
      /^\w+\+?=$/.test(words.at(-1)?.value ?? '')
    ) {
      const name = words.pop()?.value ?? ''
      array = name.slice(0, -1)
      pos++
    } else if (shell && char === ')' && array !== null) {
      pos++
      yield finished()
    } else if (shell && OPERATORS.has(char)) {
      if (words.length > 0) yield finished()
      const twice = text[pos + 1] === char
      guarded = (char === '&' || char === '|') && (twice || char === '|')
      pos += twice ? 2 : 1
    } else {
      fresh = false
      const spread = shell ? /^("?)\$\{(\w+)\[[@*]\]\}\1(?=[\s;&|)]|$)/.exec(text.slice(pos, pos + 200)) : null
      const items = spread === null ? null : (options.array?.(spread[2] ?? '') ?? null)
      if (spread !== null && items !== null) {
        for (const item of items) words.push(item)
        count += items.length
        pos += spread[0].length
      } else {
        const { word, end } = reader.read(pos)
        words.push(word)
        pos = Math.max(end, pos + 1)
      }
      count++
    }
  }
  const cut = pos < text.length && reader.unclosed() === null
  if (words.length > 0 || reader.unclosed() !== null || cut) {
    const last = finished()
    yield cut ? { ...last, words: [...last.words, openWord(at[pos] ?? 0)] } : last
  }
}

/** Stands for what was not read. */
function openWord(offset: number): Word {
  return { value: '', at: [], span: { offset, length: 1 }, open: true, defaulted: false }
}

function wordReader(source: MappedText, options: ShellOptions) {
  const { text, at } = source
  const shell = options.mode === 'shell'
  let grown = 0
  let unclosed: number | null = null
  const place = (index: number) => at[index] ?? (at.at(-1) ?? 0) + 1

  const read = (start: number): { word: Word; end: number } => {
    const value = mappedBuilder()
    let open = false
    let defaulted = false
    let pos = start
    const literal = (end: number) => {
      while (pos < end) value.add(text[pos] ?? '', place(pos++))
    }
    const substitute = (variable: Variable) => {
      const known = variable.name === null ? null : valueOf(variable, source, options)
      if (known === null) {
        open = true
        return literal(variable.end)
      }
      open ||= known.open
      defaulted ||= known.defaulted
      grown += known.text.text.length
      if (grown > MOST_MAPPED) open = true
      else value.addAll(known.text)
      pos = variable.end
    }
    const special = (): boolean => {
      const char = text[pos]
      if (options.mode === 'compose' && char === '$' && text[pos + 1] === '$') {
        value.add('$', place(pos))
        pos += 2
        return true
      }
      const variable = char === '$' ? variableAt(text, pos, options.mode) : null
      if (variable !== null) {
        substitute(variable)
        return true
      }
      if (char !== '`' || !shell) return false
      open = true
      literal(closingBracket(text, pos, '', '`'))
      return true
    }
    while (pos < text.length && unclosed === null) {
      const char = text[pos] ?? ''
      if (char === ' ' || char === '\t' || char === '\r' || char === '\n') break
      if (shell && (OPERATORS.has(char) || char === '<' || char === '>')) break
      if (char === '\\') {
        const broken = lineBreakAt(text, pos + 1)
        if (broken === 0 && pos + 1 < text.length) value.add(text[pos + 1] ?? '', place(pos + 1))
        pos += 1 + (broken || 1)
      } else if (char === "'") {
        const close = text.indexOf("'", pos + 1)
        if (close === -1) unclosed = place(pos)
        pos++
        literal(close === -1 ? text.length : close)
        pos++
      } else if (char === '"') {
        const opened = pos++
        while (pos < text.length && text[pos] !== '"') {
          const next = text[pos + 1] ?? ''
          const broken = text[pos] === '\\' ? lineBreakAt(text, pos + 1) : 0
          if (broken > 0) pos += 1 + broken
          else if (text[pos] === '\\' && next !== '' && '$`"\\'.includes(next)) {
            value.add(next, place(pos + 1))
            pos += 2
          } else if (!special()) literal(pos + 1)
        }
        if (pos >= text.length) unclosed = place(opened)
        pos++
      } else if (!special()) literal(pos + 1)
    }
    const { text: built, at: places } = value.done()
    const span = built === '' ? { offset: place(start), length: pos - start } : spanOf({ text: built, at: places })
    return { word: { value: built, at: places, span, open, defaulted }, end: pos }
  }
  return { read, unclosed: () => unclosed }
}

function valueOf(variable: Variable, source: MappedText, { lookup, assign }: ShellOptions): VariableValue | null {
  const known = lookup?.(variable.name ?? '') ?? null
  if (known !== null || variable.fallback === null) return known
  const text = sliceMapped(source, ...variable.fallback)
  const value = { text, defaulted: true, open: /[$`\\]/.test(text.text) }
  if (variable.assigns && variable.name !== null) assign?.(variable.name, value)
  return value
}

/** Length of a line break at `pos`; 0 where there is none. */
function lineBreakAt(text: string, pos: number): number {
  return text[pos] === '\n' ? 1 : text.startsWith('\r\n', pos) ? 2 : 0
}

function lineEnd(text: string, pos: number): number {
  const end = text.indexOf('\n', pos)
  return end === -1 ? text.length : end
}

function afterHeredoc(text: string, from: number, mark: string): number {
  for (let pos = from; pos < text.length;) {
    const end = lineEnd(text, pos)
    if (text.slice(pos, end).trim() === mark) return end
    pos = end + 1
  }
  return text.length
}
