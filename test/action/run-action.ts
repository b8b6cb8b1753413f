import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { run } from '../../action/run.ts'
import { inPlace } from '../helpers/in-place.ts'

// A runner as far as an action can tell. Rules as in actions/runner: ActionCommand.cs (both forms of commands and
// their escapes), ActionCommandManager.cs (stop-commands, issues), ExecutionContext.cs (ten issues of a kind, messages
// of 4,096 characters, columns only on one line), NodeScriptActionHandler.cs (inputs, folder, exit code),
// FileCommandManager.cs (outputs, summary of 1,024 KiB).

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Issue = {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title?: string
  readonly file?: string
  readonly line?: number
  readonly endLine?: number
  readonly col?: number
  readonly endColumn?: number
}

export type ActionRun = {
  /** `Failed` when the action's process ends with another code than 0. */
  readonly conclusion: 'Succeeded' | 'Failed'
  readonly code: number | null
  /** Lines that are shown as text. */
  readonly log: readonly string[]
  /** What is kept of the annotations, in their order. */
  readonly issues: readonly Issue[]
  /** How many annotations were dropped. */
  readonly dropped: number
  /** Still stopped at the end: nothing after that was read. */
  readonly stopped: boolean
  /** Commands other than issues, by name. */
  readonly commands: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  /** Null when it was too large and GitHub dropped it. */
  readonly summary: string | null
  /** Everything that the process wrote to its files but outputs and summary. */
  readonly otherFiles: string
  /** All that it wrote. */
  readonly output: string
}

export type RunOptions = {
  readonly env?: Readonly<Record<string, string>>
}

const KEPT = 10
const MESSAGE_LIMIT = 4096
const SUMMARY_LIMIT = 1024 * 1024

/**
 * Runs the Action in this process: inputs by environment, results by files, output through both command parsers. What
 * only the committed bundle can show is for `runBundle`.
 */
export function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  options: RunOptions = {},
): Promise<ActionRun> {
  return withRunner(workspace, inputs, files, options, (env) => inPlace(workspace, env, () => inThisProcess(env)))
}

/** The same with the committed bundle, in a Node of its own. */
export function runBundle(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
  options: RunOptions = {},
): Promise<ActionRun> {
  const main = join(ROOT, /^ {2}main: (.*)$/m.exec(readFileSync(join(ROOT, 'action.yml'), 'utf8'))?.[1] ?? '')
  return withRunner(workspace, inputs, files, options, async (env) => {
    const args = ['--disallow-code-generation-from-strings', main]
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: workspace,
      env,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    return { code: status, output: `${stdout}${stderr}` }
  })
}

type Ended = { readonly code: number | null; readonly output: string }

async function inThisProcess(env: Readonly<Record<string, string>>): Promise<Ended> {
  let output = ''
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    output += chunk.toString()
    return true
  })
  try {
    await run(env)
    return { code: Number(process.exitCode ?? 0), output }
  } finally {
    write.mockRestore()
    process.exitCode = undefined
  }
}

async function withRunner(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
  options: RunOptions,
  start: (env: Record<string, string>) => Promise<Ended>,
): Promise<ActionRun> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(workspace, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const metadata = readFileSync(join(ROOT, 'action.yml'), 'utf8')
  const names = ['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH']
  const path = (name: string) => join(workspace, '..', `${name.toLowerCase()}-file`)
  for (const name of names) writeFileSync(path(name), '')
  const env = {
    PATH: process.env['PATH'] ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    ...Object.fromEntries(names.map((name) => [`GITHUB_${name}`, path(name)])),
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
    ),
    ...options.env,
  }
  const { code, output } = await start(env)
  const context = newContext()
  const declared = inputsOf(metadata)
  const unexpected = Object.keys(inputs).filter((name) => !declared.includes(name.toLowerCase()))
  if (unexpected.length > 0)
    context.issue({ level: 'warning', message: `Unexpected input(s) '${unexpected.join(', ')}'` })
  for (const line of output.split(/\r?\n/)) context.line(line)
  const summary = existsSync(path('STEP_SUMMARY')) ? readFileSync(path('STEP_SUMMARY')) : Buffer.alloc(0)
  const tooLarge = summary.byteLength > SUMMARY_LIMIT
  if (tooLarge) context.issue({ level: 'error', message: '$GITHUB_STEP_SUMMARY upload aborted' })
  return {
    conclusion: code === 0 ? 'Succeeded' : 'Failed',
    code,
    ...context.result(),
    outputs: parseOutputs(readFileSync(path('OUTPUT'), 'utf8')),
    summary: tooLarge ? null : summary.toString('utf8'),
    otherFiles: ['STATE', 'ENV', 'PATH'].map((name) => readFileSync(path(name), 'utf8')).join(''),
    output,
  }
}

export function inputsOf(metadata: string): string[] {
  const inputs = metadata.slice(metadata.indexOf('\ninputs:'), metadata.indexOf('\noutputs:'))
  return [...inputs.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name = '']) => name)
}

export function outputsOf(metadata: string): string[] {
  const outputs = metadata.slice(metadata.indexOf('\noutputs:'), metadata.indexOf('\nruns:'))
  return [...outputs.matchAll(/^ {2}([a-z-]+):$/gm)].map(([, name = '']) => name)
}

const REGISTERED = new Set(
  'error warning notice debug group endgroup set-env set-output save-state add-path add-mask add-matcher remove-matcher stop-commands echo internal-set-repo-path'.split(
    ' ',
  ),
)

type Command = { readonly name: string; readonly properties: ReadonlyMap<string, string>; readonly data: string }

/** `::name key=value,key=value::data`, at the start of a line. */
export function parseV2(line: string, registered: (name: string) => boolean): Command | null {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end === -1) return null
  return made(text.slice(2, end), text.slice(end + 2), ',', registered, (value) =>
    undo(value, { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' }),
  )
}

/** `##[name key=value;key=value]data`, anywhere in a line. */
export function parseV1(line: string, registered: (name: string) => boolean): Command | null {
  const start = line.indexOf('##[')
  const end = start === -1 ? -1 : line.indexOf(']', start)
  if (end === -1) return null
  return made(line.slice(start + 3, end), line.slice(end + 1), ';', registered, (value) =>
    undo(value, { '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']' }),
  )
}

function made(
  info: string,
  data: string,
  separator: string,
  registered: (name: string) => boolean,
  unescape: (value: string) => string,
): Command | null {
  const space = info.indexOf(' ')
  const name = space === -1 ? info : info.slice(0, space)
  if (!registered(name)) return null
  const pairs =
    space === -1
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(separator)
  const properties = pairs.flatMap((pair) => {
    const at = pair.indexOf('=')
    return at < 1 ? [] : [[pair.slice(0, at).trim(), unescape(pair.slice(at + 1))] as const]
  })
  return {
    name: name.toLowerCase(),
    properties: new Map(properties),
    data: undo(data, { '%0D': '\r', '%0A': '\n', '%25': '%' }),
  }
}

function undo(text: string, table: Readonly<Record<string, string>>): string {
  return Object.entries(table).reduce((all, [from, to]) => all.replaceAll(from, to), text)
}

function newContext() {
  const log: string[] = []
  const issues: Issue[] = []
  const commands: string[] = []
  const counts = new Map<string, number>()
  let dropped = 0
  let stop: string | null = null

  const issue = (one: Issue) => {
    const count = (counts.get(one.level) ?? 0) + 1
    counts.set(one.level, count)
    if (count > KEPT) dropped++
    else issues.push({ ...one, message: one.message.slice(0, MESSAGE_LIMIT) })
  }
  const line = (text: string) => {
    const registered = (name: string) => REGISTERED.has(name.toLowerCase()) || name === stop
    const found = parseV2(text, registered) ?? parseV1(text, registered)
    if (found === null) {
      log.push(text)
    } else if (stop !== null) {
      if (found.name === stop.toLowerCase()) stop = null
      else log.push(text)
    } else if (found.name === 'stop-commands') {
      stop = found.data
    } else if (['error', 'warning', 'notice'].includes(found.name)) {
      issue(issueOf(found))
    } else {
      commands.push(found.name)
    }
  }
  return { issue, line, result: () => ({ log, issues, dropped, commands, stopped: stop !== null }) }
}

/** Columns count only on one line, and only where they make sense; else they are dropped. */
function issueOf({ name, properties, data }: Command): Issue {
  const number = (key: string) => {
    const value = Number(properties.get(key))
    return Number.isInteger(value) && value > 0 ? value : undefined
  }
  const line = number('line')
  const endLine = number('endLine') ?? line
  const col = number('col')
  const endColumn = number('endColumn') ?? col
  const columns =
    line !== undefined && line === endLine && (col === undefined || endColumn === undefined || endColumn >= col)
  const title = properties.get('title')
  const file = properties.get('file')
  return {
    level: name as Issue['level'],
    message: data,
    ...(title !== undefined && { title }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && (endLine === undefined || endLine >= line) && { line, endLine: endLine ?? line }),
    ...(columns && col !== undefined && endColumn !== undefined && { col, endColumn }),
  }
}

/** `name<<DELIMITER`, the value, `DELIMITER`; anything else ends the step with an error. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  while (lines.length > 1 || (lines[0] ?? '') !== '') {
    const [, name = '', delimiter = ''] = /^([^=<\s]+)<<(\S+)$/.exec(lines.shift() ?? '') ?? []
    if (name === '') throw new Error('not an output')
    const end = lines.indexOf(delimiter)
    if (end === -1) throw new Error('an output does not end')
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n')
  }
  return outputs
}
