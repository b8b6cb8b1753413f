import { isSeq } from 'yaml'
import { collectorFor, type Collector } from './collector.ts'
import { FOREIGN_LIMITS, type ForeignConfig, type ForeignOptions, MOST_SERVERS } from './foreign-config.ts'
import { mappedBuilder, MOST_MAPPED, type MappedText, type Span } from './mapped-text.ts'
import { nothingFound, tooManyServers, unread } from './nothing-found.ts'
import { givenArguments, givenEnvironment } from './server-arguments.ts'
import { serverCall } from './server-call.ts'
import { serverConfig } from './server-config.ts'
import { serversIn, splitAssignment, type SeenServer } from './shell-script.ts'
import { shellArgument } from './dockerfile.ts'
import { shellCommands } from './shell-words.ts'
import { wordOf, type Word } from './word.ts'
import { isYamlFile, nodeSpan, parseYaml, type YamlEntry, type YamlFile } from './yaml-document.ts'
import { scalarText } from './yaml-scalar.ts'

type Macros = ReadonlyMap<string, MappedText>

/**
 * llama-swap's config.yaml: a config for each model whose `cmd` starts llama-server. Macros are put in as llama-swap does (those of the
 * model before the global ones, each able to use those before it), so that a value in a macro is judged and shown in the macro.
 */
export function readLlamaSwap(text: string, options: ForeignOptions): ForeignConfig[] {
  const yaml = parseYaml(text, options.limits ?? FOREIGN_LIMITS)
  if (!isYamlFile(yaml)) {
    return [
      unread(
        'llama-swap',
        text,
        yaml.trouble.map((trouble) => ({ ...trouble, severity: 'error' as const })),
      ),
    ]
  }
  const newNotes = collectorFor(text)
  const top = yaml.entries(yaml.root)
  const shared = macrosOf(text, yaml, top.get('macros'), new Map())
  const configs: ForeignConfig[] = []
  for (const [name, entry] of yaml.entries(top.get('models')?.value)) {
    const model = yaml.entries(entry.value)
    const cmd = scalarText(text, model.get('cmd')?.value)
    if (cmd === null) continue
    const id = scalarText(text, entry.key)
    const own = macrosOf(
      text,
      yaml,
      model.get('macros'),
      new Map([...shared, ...(id === null ? [] : [['MODEL_ID', id] as const])]),
    )
    const anchor = nodeSpan(entry.key, { offset: 0, length: 1 })
    const seen = serverOf(expanded(cmd, own), environmentOf(text, yaml, model.get('env'), own), newNotes, anchor)
    if (seen === null) continue
    if (configs.length === MOST_SERVERS) {
      configs.push(tooManyServers('llama-swap', text, seen.call.program.span))
      break
    }
    const { call, given, notes } = seen
    configs.push(
      serverConfig(
        { format: 'llama-swap', name, anchor: call.program.span, given, backend: call.backend },
        notes,
        options,
      ),
    )
  }
  return configs.length > 0 ? configs : [nothingFound('llama-swap', text)]
}

function serverOf(
  cmd: MappedText | null,
  environment: ReadonlyMap<string, readonly [Word, Word]>,
  newNotes: () => Collector,
  anchor: Span,
): SeenServer | null {
  const blocked = (args: Readonly<Record<string, string | number>>, rule: string, span: Span): SeenServer => {
    const notes = newNotes()
    notes.block(rule, args, span)
    const program: Word = { value: '', at: [], span, open: true, defaulted: false }
    return { call: { program, args: [], environment: [], backend: null }, given: [], notes }
  }
  if (cmd === null) return blocked({ limit: 'length', most: MOST_MAPPED }, 'LP007', anchor)
  const [command] = [...shellCommands(cmd, { mode: 'swap' })]
  if (command === undefined) return null
  if (command.unclosed !== null) {
    return blocked({ problem: 'quote_not_closed' }, 'LP008', { offset: command.unclosed, length: 1 })
  }
  const script = shellArgument(command.words)
  if (script !== null) return serversIn({ text: script.value, at: script.at }, newNotes, environment)[0] ?? null
  const call = serverCall(command.words, splitAssignment)
  const [first] = command.words
  if (call === null) return first?.open === true ? blocked({ key: 'cmd', what: 'program' }, 'LP009', first.span) : null
  const notes = newNotes()
  const own = new Map(environment)
  for (const pair of call.environment) own.set(pair[0].value, pair)
  const given = [...own.values()].flatMap(([key, value]) => givenEnvironment(key, value, notes) ?? [])
  return { call, given: [...given, ...givenArguments(call.args, notes)], notes }
}

function environmentOf(
  text: string,
  yaml: YamlFile,
  entry: YamlEntry | undefined,
  macros: Macros,
): Map<string, readonly [Word, Word]> {
  const environment = new Map<string, readonly [Word, Word]>()
  for (const item of isSeq(entry?.value) ? entry.value.items : []) {
    const value = scalarText(text, yaml.resolved(item))
    const whole = value && expanded(value, macros)
    const pair = whole && splitAssignment(wordOf(whole, { open: whole.text.includes('${') }))
    if (pair) environment.set(pair[0].value, pair)
  }
  return environment
}

function macrosOf(text: string, yaml: YamlFile, entry: YamlEntry | undefined, before: Macros): Macros {
  const macros = new Map(before)
  for (const [name, { value }] of yaml.entries(entry?.value)) {
    const own = scalarText(text, value)
    const full = own && expanded(own, macros)
    if (full) macros.set(name, full)
  }
  return macros
}

/** The text with its macros put in; null when it grows beyond all reason. What is not a macro stays as it is. */
function expanded(source: MappedText, macros: Macros): MappedText | null {
  const { text, at } = source
  const built = mappedBuilder()
  let pos = 0
  for (const match of text.matchAll(/\$\{([\w.-]{1,64})\}/g)) {
    const macro = macros.get(match[1] ?? '')
    if (macro === undefined) continue
    built.addAll({ text: text.slice(pos, match.index), at: at.slice(pos, match.index) })
    built.addAll(macro)
    pos = match.index + match[0].length
    if (built.length() > MOST_MAPPED) return null
  }
  built.addAll({ text: text.slice(pos), at: at.slice(pos) })
  return built.done()
}
