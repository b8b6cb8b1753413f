import { collectorFor } from './collector.ts'
import type { ForeignConfig, ForeignOptions } from './foreign-config.ts'
import { mapped, sliceMapped } from './mapped-text.ts'
import { nothingFound } from './nothing-found.ts'
import { givenEnvironment, type Given } from './server-arguments.ts'
import { serverConfig } from './server-config.ts'
import { variableAt } from './shell-variable.ts'
import { wordOf } from './word.ts'

/**
 * A file of `LLAMA_ARG_*` variables, one `NAME=value` a line, as docker, systemd and compose read it: no shell. Quotes
 * around a whole value are taken off; a variable in a value is not known.
 */
export function readEnvFile(text: string, options: ForeignOptions): ForeignConfig[] {
  const notes = collectorFor(text)()
  const given = new Map<unknown, Given>()
  const source = mapped(text)
  for (const match of text.matchAll(/^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*([^\n]*)$/gm)) {
    const [line, name = '', rest = ''] = match
    const start = match.index + line.length - rest.length
    const [from, to] = valueWithin(rest)
    const text_value = sliceMapped(source, start + from, start + to)
    const literal = rest[from - 1] === "'"
    const nameAt = match.index + line.indexOf(name)
    const key = wordOf(sliceMapped(source, nameAt, nameAt + name.length))
    const span = { offset: start + from, length: to - from }
    const value = wordOf(text_value, { open: !literal && hasVariable(text_value.text), span })
    const one = givenEnvironment(key, value, notes)
    if (one !== null) given.set(one.flag, one)
  }
  const first = [...given.values()][0]
  if (first === undefined && notes.findings.length === 0) return [nothingFound('env', text)]
  const anchor = first?.key.span ?? { offset: 0, length: 1 }
  return [serverConfig({ format: 'env', name: '', anchor, given: [...given.values()] }, notes, options)]
}

/** Start and end of the value within the rest of its line: without quotes around it or a comment after it. */
function valueWithin(rest: string): [number, number] {
  const quote = rest[0]
  if (quote === '"' || quote === "'") {
    const close = rest.indexOf(quote, 1)
    if (close !== -1) return [1, close]
  }
  const comment = rest.search(/\s#/)
  const end = comment === -1 ? rest.length : comment
  return [0, rest.slice(0, end).trimEnd().length]
}

export function hasVariable(text: string): boolean {
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', at + 1)) {
    if (variableAt(text, at, 'shell') !== null) return true
  }
  return false
}
