import { collectorFor, type Collector } from './collector.ts'
import { type ForeignConfig, type ForeignOptions, MOST_SERVERS } from './foreign-config.ts'
import { mapped, type MappedText } from './mapped-text.ts'
import { nothingFound, tooManyServers } from './nothing-found.ts'
import { flagOfEnv, removedEnv } from './flag-names.ts'
import { givenArguments, givenEnvironment, type Given } from './server-arguments.ts'
import { serverCall, type ServerCall } from './server-call.ts'
import { serverConfig } from './server-config.ts'
import { shellCommands, type VariableValue } from './shell-words.ts'
import { restOfWord, type Word } from './word.ts'

const OPENS = new Set(['if', 'case', 'for', 'while', 'until', 'select', '{'])
const CLOSES = new Set(['fi', 'esac', 'done', '}'])
const LEADS = new Set(['then', 'else', 'elif', 'do', '!', '{', 'if', 'while', 'until'])

/** Every call of llama-server in a shell script. Nothing is run; what only a run decides is told, never guessed. */
export function readShell(text: string, options: ForeignOptions): ForeignConfig[] {
  const newNotes = collectorFor(text)
  const found = serversIn(mapped(text), newNotes)
  const configs = found.slice(0, MOST_SERVERS).map(({ call, given, notes }) => {
    const { program, backend } = call
    return serverConfig({ format: 'shell', name: '', anchor: program.span, given, backend }, notes, options)
  })
  const next = found[MOST_SERVERS]
  if (next !== undefined) configs.push(tooManyServers('shell', text, next.call.program.span))
  return configs.length > 0 ? configs : [nothingFound('shell', text)]
}

/** A call with its options, those of the variables it sees first. */
export type SeenServer = { readonly call: ServerCall; readonly given: readonly Given[]; readonly notes: Collector }

/**
 * Runs through a script's commands in their order, with the variables that it sets.
 * @param outside what the surroundings set before the script, as Docker's ENV
 */
export function serversIn(
  source: MappedText,
  newNotes: () => Collector,
  outside: ReadonlyMap<string, readonly [Word, Word]> = new Map(),
): SeenServer[] {
  const variables = new Map<string, VariableValue>()
  const arrays = new Map<string, readonly Word[]>()
  const environment = new Map(outside)
  for (const [name, [, value]] of outside) variables.set(name, asVariable(value))
  const found: SeenServer[] = []
  let depth = 0
  const commands = shellCommands(source, {
    mode: 'shell',
    lookup: (name) => variables.get(name) ?? null,
    assign: (name, value) => void variables.set(name, value),
    array: (name) => arrays.get(name) ?? null,
  })
  for (const { words: all, unclosed, guarded, array } of commands) {
    if (found.length > MOST_SERVERS) break
    if (unclosed !== null) {
      const notes = newNotes()
      notes.block('LP008', { problem: 'quote_not_closed' }, { offset: unclosed, length: 1 })
      found.push({
        call: { program: all[0] ?? wordless(unclosed), args: [], environment: [], backend: null },
        given: [],
        notes,
      })
      break
    }
    const words = [...all]
    if (array !== null) {
      setArray(arrays, array, words, depth > 0 || guarded)
      continue
    }
    while (
      words[0] !== undefined &&
      (LEADS.has(words[0].value) || CLOSES.has(words[0].value) || OPENS.has(words[0].value))
    ) {
      const word = words.shift()?.value ?? ''
      if (OPENS.has(word)) depth++
      if (CLOSES.has(word)) depth = Math.max(0, depth - 1)
      if (word === 'for' || word === 'select') {
        // The variable of a loop has many values.
        const name = words[0]?.value ?? ''
        variables.delete(name)
        break
      }
      if (word === 'case') break
    }
    const unsure = depth > 0 || guarded
    const call = serverCall(words, splitAssignment)
    if (call !== null) {
      found.push(seen(call, environment, newNotes()))
      continue
    }
    const [first] = words
    if (first === undefined) continue
    if (first.value === 'source' || first.value === '.' || first.value === 'eval' || first.value === 'read') {
      // These may set anything.
      variables.clear()
      arrays.clear()
      continue
    }
    const exporting = ['export', 'declare', 'typeset', 'readonly', 'local'].includes(first.value)
    for (const word of exporting ? words.slice(1) : words) {
      const pair = splitAssignment(word)
      if (pair === null) {
        if (first.value === 'export') exportVariable(environment, variables, word)
        if (!exporting) break
        continue
      }
      const [key, value] = pair
      const known = asVariable(value)
      variables.set(key.value, unsure ? { ...known, open: true } : known)
      if (first.value === 'export' || environment.has(key.value)) {
        environment.set(key.value, [key, unsure ? { ...value, open: true } : value])
      }
    }
  }
  return found
}

function seen(call: ServerCall, environment: ReadonlyMap<string, readonly [Word, Word]>, notes: Collector): SeenServer {
  const own = new Map(environment)
  for (const pair of call.environment) own.set(pair[0].value, pair)
  const given = [...own.values()].flatMap(([key, value]) => givenEnvironment(key, value, notes) ?? [])
  return { call, given: [...given, ...givenArguments(call.args, notes)], notes }
}

/** `NAME=value` as two words. */
export function splitAssignment(word: Word): readonly [Word, Word] | null {
  const name = /^([A-Za-z_]\w*)=/.exec(word.value)?.[1]
  if (name === undefined) return null
  const [offset = word.span.offset] = word.at
  const key = {
    ...word,
    value: name,
    at: word.at.slice(0, name.length),
    span: { offset, length: name.length },
    open: false,
  }
  return [key, restOfWord(word, name.length + 1)]
}

function asVariable({ value, at, open, defaulted }: Word): VariableValue {
  return { text: { text: value, at }, open, defaulted }
}

function exportVariable(
  environment: Map<string, readonly [Word, Word]>,
  variables: ReadonlyMap<string, VariableValue>,
  key: Word,
): void {
  const known = variables.get(key.value)
  if (known === undefined || (flagOfEnv(key.value) === undefined && removedEnv(key.value) === undefined)) return
  const { text, open, defaulted } = known
  const offset = text.at[0] ?? key.span.offset
  const value = { value: text.text, at: text.at, span: { offset, length: text.text.length }, open, defaulted }
  environment.set(key.value, [key, value])
}

function setArray(arrays: Map<string, readonly Word[]>, name: string, words: readonly Word[], unsure: boolean): void {
  const append = name.endsWith('+')
  const key = append ? name.slice(0, -1) : name
  const all = [
    ...(append ? (arrays.get(key) ?? []) : []),
    ...words.map((word) => ({ ...word, open: word.open || unsure })),
  ]
  if (all.length < 10_000) arrays.set(key, all)
  else arrays.delete(key)
}

function wordless(offset: number): Word {
  return { value: '', at: [], span: { offset, length: 1 }, open: true, defaulted: false }
}
