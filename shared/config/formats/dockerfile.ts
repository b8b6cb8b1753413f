import { collectorFor, type Collector } from './collector.ts'
import type { ForeignConfig, ForeignOptions } from './foreign-config.ts'
import { jsonWords } from './json-words.ts'
import { mapped, mappedBuilder, sliceMapped, type MappedText } from './mapped-text.ts'
import { nothingFound } from './nothing-found.ts'
import { givenArguments, givenEnvironment } from './server-arguments.ts'
import { imageBackend, isServerImage, serverCall } from './server-call.ts'
import { serverConfig } from './server-config.ts'
import { serversIn, splitAssignment, type SeenServer } from './shell-script.ts'
import { shellCommands } from './shell-words.ts'
import { wordOf, type Word } from './word.ts'

type Instruction = { readonly name: string; readonly head: Word; readonly rest: MappedText }

/** The server that the last stage of a Dockerfile starts: ENTRYPOINT and CMD together, with its ENV. */
export function readDockerfile(text: string, options: ForeignOptions): ForeignConfig[] {
  const instructions = instructionsOf(text)
  const lastFrom = instructions.findLastIndex(({ name }) => name === 'FROM')
  const stage = instructions.slice(Math.max(0, lastFrom))
  const image =
    stage[0]?.name === 'FROM'
      ? (stage[0].rest.text
          .trim()
          .split(/\s+/)
          .find((word) => !word.startsWith('--')) ?? '')
      : ''
  const entry = stage.findLast(({ name }) => name === 'ENTRYPOINT')
  const cmd = stage.findLast(({ name }) => name === 'CMD')
  const newNotes = collectorFor(text)
  const environment = environmentOf(stage)
  const backend = isServerImage(image) ? imageBackend(image) : null

  const servers = started(entry, cmd, isServerImage(image), environment, newNotes)
  const configs = servers.map(({ call, given, notes }) =>
    serverConfig(
      { format: 'dockerfile', name: '', anchor: call.program.span, given, backend: call.backend ?? backend },
      notes,
      options,
    ),
  )
  return configs.length > 0 ? configs : [nothingFound('dockerfile', text)]
}

function started(
  entry: Instruction | undefined,
  cmd: Instruction | undefined,
  serverImage: boolean,
  environment: ReadonlyMap<string, readonly [Word, Word]>,
  newNotes: () => Collector,
): SeenServer[] {
  const entryWords = entry && jsonWords(entry.rest)
  const cmdWords = cmd && jsonWords(cmd.rest)
  // The shell form of ENTRYPOINT takes no CMD; that of CMD is a command line of its own, or an argument of ENTRYPOINT.
  if (entry !== undefined && !entryWords) return serversIn(entry.rest, newNotes, environment)
  if (cmd !== undefined && !cmdWords && entry === undefined && !serverImage)
    return serversIn(cmd.rest, newNotes, environment)
  const words = [...(entryWords ?? []), ...(cmdWords ?? [])]
  const script = shellArgument(words)
  if (script !== null) return serversIn({ text: script.value, at: script.at }, newNotes, environment)
  const call = serverCall(words, splitAssignment)
  const anchor = cmd?.head ?? entry?.head
  const own =
    call ??
    (serverImage && entry === undefined && anchor !== undefined
      ? { program: anchor, args: words, environment: [], backend: null }
      : null)
  if (own === null) return []
  const notes = newNotes()
  const given = [...environment.values()].flatMap(([key, value]) => givenEnvironment(key, value, notes) ?? [])
  return [{ call: own, given: [...given, ...givenArguments(own.args, notes)], notes }]
}

/** The script of `sh -c SCRIPT`. */
export function shellArgument(words: readonly Word[]): Word | null {
  const [program, flag, script] = words
  if (program === undefined || flag === undefined || script === undefined) return null
  return /(?:^|\/)(?:ba|da|a|z)?sh$/.test(program.value) && /^-\w*c$/.test(flag.value) ? script : null
}

function environmentOf(stage: readonly Instruction[]): Map<string, readonly [Word, Word]> {
  const environment = new Map<string, readonly [Word, Word]>()
  for (const { name, rest } of stage) {
    if (name !== 'ENV') continue
    const [command] = [...shellCommands(rest, { mode: 'shell' })]
    const words = command?.words ?? []
    const [key, ...values] = words
    if (key !== undefined && !key.value.includes('=') && values[0] !== undefined) {
      environment.set(key.value, [key, values[0]])
      continue
    }
    for (const word of words) {
      const pair = splitAssignment(word)
      if (pair !== null) environment.set(pair[0].value, pair)
    }
  }
  return environment
}

/** Instructions with their continued lines joined and the comment lines between them left out. */
function instructionsOf(text: string): Instruction[] {
  const source = mapped(text)
  const found: Instruction[] = []
  const escape = /^#\s*escape\s*=\s*`/im.test(text.slice(0, 1000)) ? '`' : '\\'
  let open: { name: string; head: Word; rest: ReturnType<typeof mappedBuilder> } | null = null
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0].trimEnd()
    if (line.trimStart() === '' || line.trimStart().startsWith('#')) continue
    const continued = line.endsWith(escape)
    const body = continued ? line.slice(0, -1) : line
    let from = 0
    if (open === null) {
      const head = /^[ \t]*([A-Za-z]+)(?:[ \t]+|$)/.exec(body)
      if (head === null) continue
      const start = match.index + head[0].indexOf(head[1] ?? '')
      const name = head[1] ?? ''
      open = {
        name: name.toUpperCase(),
        head: wordOf(sliceMapped(source, start, start + name.length)),
        rest: mappedBuilder(),
      }
      from = head[0].length
    }
    open.rest.addAll(sliceMapped(source, match.index + from, match.index + body.length))
    if (continued) open.rest.add(' ', match.index + body.length)
    else {
      found.push({ name: open.name, head: open.head, rest: open.rest.done() })
      open = null
    }
  }
  if (open !== null) found.push({ name: open.name, head: open.head, rest: open.rest.done() })
  return found
}
