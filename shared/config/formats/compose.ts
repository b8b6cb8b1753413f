import { isMap, isSeq, type Node } from 'yaml'
import { collectorFor, type Collector } from './collector.ts'
import { shellArgument } from './dockerfile.ts'
import { FOREIGN_LIMITS, type ForeignConfig, type ForeignOptions, MOST_SERVERS } from './foreign-config.ts'
import { mappedBuilder, sliceMapped, type MappedText } from './mapped-text.ts'
import { nothingFound, tooManyServers, unread } from './nothing-found.ts'
import { givenArguments, givenEnvironment } from './server-arguments.ts'
import { imageBackend, isServerImage, serverCall, type ServerCall } from './server-call.ts'
import { serverConfig } from './server-config.ts'
import { serversIn, splitAssignment, type SeenServer } from './shell-script.ts'
import { variableAt } from './shell-variable.ts'
import { shellCommands } from './shell-words.ts'
import { wordOf, type Word } from './word.ts'
import { isYamlFile, nodeSpan, parseYaml, type YamlEntry, type YamlFile } from './yaml-document.ts'
import { scalarText } from './yaml-scalar.ts'

type Service = ReadonlyMap<string, YamlEntry>

/** Services of a compose file that run llama-server: by their image, or by their command. */
export function readCompose(text: string, options: ForeignOptions): ForeignConfig[] {
  const yaml = parseYaml(text, options.limits ?? FOREIGN_LIMITS)
  if (!isYamlFile(yaml)) {
    return [
      unread(
        'compose',
        text,
        yaml.trouble.map((trouble) => ({ ...trouble, severity: 'error' as const })),
      ),
    ]
  }
  const newNotes = collectorFor(text)
  const configs: ForeignConfig[] = []
  for (const [name, { key, value }] of yaml.entries(yaml.entries(yaml.root).get('services')?.value)) {
    const service = yaml.entries(value)
    const image = wordIn(text, service.get('image')?.value)
    const anchor = wordOf({ text: name, at: [] }, { span: nodeSpan(key, { offset: 0, length: 1 }) })
    const seen = serverOf(text, yaml, service, image?.value ?? '', anchor, newNotes)
    if (seen === null) continue
    if (configs.length === MOST_SERVERS) {
      configs.push(tooManyServers('compose', text, seen.call.program.span))
      break
    }
    const { call, given, notes } = seen
    surroundings(service, notes)
    const backend = call.backend ?? imageBackend(image?.value ?? '')
    configs.push(serverConfig({ format: 'compose', name, anchor: call.program.span, given, backend }, notes, options))
  }
  return configs.length > 0 ? configs : [nothingFound('compose', text)]
}

function serverOf(
  text: string,
  yaml: YamlFile,
  service: Service,
  image: string,
  anchor: Word,
  newNotes: () => Collector,
): SeenServer | null {
  const entry = wordsOf(text, yaml, service.get('entrypoint'))
  const command = wordsOf(text, yaml, service.get('command'))
  const environment = environmentOf(text, yaml, service.get('environment'))
  const unclosed = entry.unclosed ?? command.unclosed
  if (unclosed !== null) {
    if (!isServerImage(image)) return null
    const notes = newNotes()
    notes.block('LP008', { problem: 'quote_not_closed' }, { offset: unclosed, length: 1 })
    return { call: { program: anchor, args: [], environment: [], backend: null }, given: [], notes }
  }
  const words = [...entry.words, ...command.words]
  const script = shellArgument(words)
  if (script !== null) return serversIn({ text: script.value, at: script.at }, newNotes, environment)[0] ?? null
  const call = serverCall(words, splitAssignment) ?? ofImage(image, entry.words.length > 0, command.words, anchor)
  if (call === null) return null
  const notes = newNotes()
  const given = [...environment.values()].flatMap(([key, value]) => givenEnvironment(key, value, notes) ?? [])
  return { call, given: [...given, ...givenArguments(call.args, notes)], notes }
}

function ofImage(image: string, ownEntry: boolean, command: readonly Word[], anchor: Word): ServerCall | null {
  if (ownEntry || !isServerImage(image)) return null
  if (!/:full/i.test(image)) return { program: anchor, args: command, environment: [], backend: null }
  // The script of `full` images takes the tool's name first.
  const [tool, ...args] = command
  if (tool === undefined || !/^(?:--server|-s)$/.test(tool.value)) return null
  return { program: anchor, args, environment: [], backend: null }
}

/** What other files may add to the service. */
function surroundings(service: Service, notes: Collector): void {
  const extended = service.get('extends')
  if (extended !== undefined)
    notes.block('LP009', { key: 'extends', what: 'other_file' }, nodeSpan(extended.key, { offset: 0, length: 1 }))
  const file = service.get('env_file')
  if (file !== undefined) {
    notes.add('LP012', 'warning', { why: 'env_file', key: 'env_file' }, nodeSpan(file.key, { offset: 0, length: 1 }))
  }
}

function wordsOf(
  text: string,
  yaml: YamlFile,
  entry: YamlEntry | undefined,
): { words: readonly Word[]; unclosed: number | null } {
  const node = entry?.value
  if (isSeq(node)) {
    return { words: node.items.flatMap((item) => wordIn(text, yaml.resolved(item)) ?? []), unclosed: null }
  }
  const source = scalarText(text, node)
  const [command] = source === null ? [] : [...shellCommands(source, { mode: 'compose' })]
  return { words: command?.words ?? [], unclosed: command?.unclosed ?? null }
}

/** `environment` as a list of `NAME=value` or as a map; a name alone is set by the surroundings. */
function environmentOf(text: string, yaml: YamlFile, entry: YamlEntry | undefined): Map<string, readonly [Word, Word]> {
  const environment = new Map<string, readonly [Word, Word]>()
  const node = entry?.value
  for (const item of isSeq(node) ? node.items : []) {
    const word = wordIn(text, yaml.resolved(item))
    if (word === null) continue
    const pair = splitAssignment(word) ?? [word, { ...word, value: '', open: true }]
    environment.set(pair[0].value, pair)
  }
  if (!isMap(node)) return environment
  for (const [name, { key, value }] of yaml.entries(node)) {
    const keyText = scalarText(text, key)
    if (keyText === null) continue
    const word = wordOf(keyText)
    environment.set(name, [word, wordIn(text, value) ?? { ...word, value: '', open: true }])
  }
  return environment
}

/** A scalar as one word, compose's variables put in where the file says what they mean. */
function wordIn(text: string, node: Node | null | undefined): Word | null {
  const source = scalarText(text, node)
  return source === null ? null : interpolated(source)
}

function interpolated(source: MappedText): Word {
  const { text, at } = source
  const built = mappedBuilder()
  let open = false
  let defaulted = false
  let pos = 0
  while (pos < text.length) {
    const next = text.indexOf('$', pos)
    const stop = next === -1 ? text.length : next
    built.addAll(sliceMapped(source, pos, stop))
    pos = stop
    if (next === -1) break
    const variable = text[pos + 1] === '$' ? null : variableAt(text, pos, 'compose')
    if (variable === null) {
      built.add('$', at[pos] ?? 0)
      pos += text[pos + 1] === '$' ? 2 : 1
      continue
    }
    const fallback = variable.fallback === null ? null : sliceMapped(source, ...variable.fallback)
    open ||= fallback === null || fallback.text.includes('$')
    defaulted ||= fallback !== null
    built.addAll(fallback ?? sliceMapped(source, pos, variable.end))
    pos = variable.end
  }
  const done = built.done()
  return wordOf(done, {
    open,
    defaulted,
    ...(done.text === '' && { span: { offset: at[0] ?? 0, length: text.length } }),
  })
}
