import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { isModelSet } from '../../shared/config/read-model-set.ts'
import type { ModelSet } from '../../shared/config/model-set.ts'
import { EXIT, UserError } from '../../shared/errors.ts'
import { loadedAtOnce, setPresetText } from '../../shared/export/set/set-preset.ts'
import type { Target } from '../../shared/profile/target.ts'
import { findingSentence } from '../../shared/report/sentence.ts'
import { ownEnvironment } from '../../shared/run/engine-environment.ts'
import { fitArgs } from '../../shared/run/engine-flags.ts'
import { type EngineWords, engineWords } from '../../shared/run/engine-words.ts'
import { statedWords } from '../../shared/run/stated-words.ts'
import { findEngine } from '../../shared/node/engine.ts'
import { nodeHost } from '../../shared/node/host.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { type ApiKey, findApiKey } from '../../shared/node/run/api-key.ts'
import { type EngineFacts, readEngineFacts } from '../../shared/node/run/engine-facts.ts'
import { realMachine } from '../../shared/node/run/look.ts'
import type { Listen } from '../../shared/node/run/engine-address.ts'
import { superviseSet } from '../../shared/node/run/supervise-set.ts'
import { commandLine } from '../command-line.ts'
import { SET_LIMIT_BYTES } from '../inputs/config.ts'
import type { Io } from '../io.ts'
import { openDoorNote } from '../running/open-door.ts'
import { notStarted } from '../running/prepare.ts'
import { expectedSpeed } from '../running/expected.ts'
import { presetOptions } from '../running/preset-options.ts'
import { addressArgs, entryOf, listenOf, watchingArgs } from '../running/recipe.ts'
import { serveRun } from '../running/serve-run.ts'
import { setSummary } from '../running/set-summary.ts'
import { watcherFor } from '../running/watcher.ts'
import { prepareSet } from './prepare-set.ts'

export type RunSetValues = {
  readonly engine?: string
  readonly host?: string
  readonly port?: string
  readonly 'api-key-file'?: string
  readonly 'dry-run'?: boolean
  readonly force?: boolean
  readonly plain?: boolean
  readonly 'metrics-file'?: string
  readonly 'engine-log'?: string
}

/** Flags that only one model can have. */
const ALONE = [
  'model',
  'config',
  'auto-configure',
  'use-case',
  'context',
  'parallel',
  'chat',
  'prompt',
  'adapt',
  'sustained',
]

/**
 * `llama-pajamas-run --set FILE`: the models of a set behind one llama-server, its router.
 * @param restarts after a crash
 * @throws UserError for a flag that only one model can have, a set that cannot be run, an engine without a router
 */
export async function runSet(
  io: Io,
  file: string,
  { values, rest, restarts }: { values: RunSetValues; rest: readonly string[]; restarts: number },
): Promise<number> {
  const other = ALONE.find((flag) => flag in values)
  if (other !== undefined) throw new UserError('usage', `--${other} is for one model; --set runs those of ${file}`)
  const words = engineWords(rest)
  if (words.secure || words.prefix !== '') {
    throw new UserError(
      'usage',
      `${words.secure ? '--ssl-cert-file' : '--api-prefix'} is for one model`,
      'Put a web server in front.',
    )
  }
  const stated = statedWords(words.rest, findingSentence)
  const [setting] = stated.options
  if (setting !== undefined) {
    // The router puts its own arguments over its presets (tools/server/server-models.cpp).
    throw new UserError('usage', `${setting} after -- would win over every model's own value`, `Say it in ${file}.`)
  }
  const wanted = listenOf(values, words)
  const { set, target, notes } = await prepareSet(file, values)
  for (const note of [...notes, ...stated.unjudged]) io.note(note)
  if (set === null) return notStarted(io)
  const key = await findApiKey({
    file: values['api-key-file'] ?? words.api_key_file,
    word: words.api_key,
    env: io.env,
  })
  const dry = values['dry-run'] === true
  const path = await enginePath(values.engine, dry, io)
  const facts = await readEngineFacts(path)
  if (facts.flags.size > 0 && !facts.flags.has('--models-preset')) {
    throw new UserError(
      'environment',
      `${path} cannot run several models: it does not know --models-preset`,
      'Take a newer llama.cpp, or export the set to llama-swap.',
    )
  }
  const fitted = fittedPreset(set, facts)
  const routerArgs = (preset: string, listen: Listen) =>
    routerArguments(preset, fitted.at_once, listen, { words, facts, key })
  for (const note of fitted.notes) io.note(note)
  const { env, left_out } = ownEnvironment(io.env)
  for (const name of left_out) io.note(`${name} would win over what was planned for each model: left out`)
  const open = openDoorNote(wanted.host, key.key !== undefined)
  if (open !== null) io.note(open)
  if (dry) {
    const preset = `${basename(file).replace(/\.[^.]*$/, '')}.ini`
    for (const line of presetLines(preset, file, isModelSet(await readTextFile(file, SET_LIMIT_BYTES)))) io.note(line)
    if (set.groups.some(({ swap }) => swap)) io.note('a gate before it, which is not shown, keeps to the groups')
    io.out(`${commandLine([path, ...routerArgs(preset, wanted)], io.platform)}\n`)
    return EXIT.ok
  }
  io.note(`starting ${path}${facts.version === null ? '' : `, ${facts.version}`}`)
  const folder = await mkdtemp(join(tmpdir(), 'lp-tui-set-'))
  try {
    const preset = join(folder, 'models.ini')
    await writeFile(preset, fitted.text)
    // Conversations are private: the folder is ours alone, and goes with us.
    const caches = join(folder, 'caches')
    await mkdir(caches)
    const keeps = facts.flags.has('--slot-save-path')
    return await serveSet(io, { set, target, version: facts.version, values }, (tell) =>
      superviseSet({
        set,
        target,
        engine: { ...entryOf(path, env, { words, key }), argsFor: (at) => routerArgs(preset, at) },
        listen: wanted,
        at_once: fitted.at_once,
        extraArgs: keeps ? ['--slot-save-path', caches] : [],
        machine: realMachine(nodeHost()),
        restarts,
        comparable: stated.unjudged.length === 0,
        tell,
      }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Start = Parameters<typeof serveRun>[1]['start']

function serveSet(
  io: Io,
  { set, target, version, values }: { set: ModelSet; target: Target; version: string | null; values: RunSetValues },
  start: Start,
): Promise<number> {
  const expected = new Map(set.members.map(({ name, config }) => [name, expectedSpeed(config, target)] as const))
  const summary = setSummary(expected)
  const shown = { model: `${set.members.length} models`, version, plain: values.plain === true, models: expected }
  return serveRun(io, {
    records: { metrics_file: values['metrics-file'], engine_log: values['engine-log'] },
    expected: null,
    watcher: () => watcherFor(io, shown, null),
    start: (tell) =>
      start((event) => {
        summary.take(event)
        tell(event)
      }),
    summary: summary.lines,
  })
}

/** For a command that is only shown the bare name will do. */
async function enginePath(asked: string | undefined, dry: boolean, io: Io): Promise<string> {
  try {
    return (await findEngine({ asked, env: io.env, platform: io.platform, cwd: process.cwd() })).path
  } catch (error) {
    if (dry && asked === undefined && error instanceof UserError) return 'llama-server'
    throw error
  }
}

function fittedPreset(set: ModelSet, facts: EngineFacts) {
  const notes = new Set<string>()
  const text = setPresetText(set, (config) => {
    const fitted = presetOptions(config, facts.flags)
    for (const note of fitted.notes) notes.add(note)
    return fitted.options
  })
  return { text, at_once: loadedAtOnce(set), notes: [...notes] }
}

function routerArguments(
  preset: string,
  at_once: number,
  listen: Listen,
  { words, facts, key }: { words: EngineWords; facts: EngineFacts; key: ApiKey },
): readonly string[] {
  const own = ['--models-preset', preset, '--models-max', String(at_once), ...addressArgs(listen)]
  return [...fitArgs([...own, ...watchingArgs(words), ...key.args], facts.flags).args, ...words.rest]
}

/** How to get the file that the printed command reads: nothing is written where nothing is started. */
function presetLines(preset: string, file: string, planned: boolean): readonly string[] {
  const set = planned ? file : 'set.json'
  return [
    `${preset} is not written by --dry-run; before the command comes:`,
    ...(planned ? [] : [`  lp-tui generate --set ${file} --output ${set}`]),
    `  lp-tui export --config ${set} --to preset-ini --output ${preset}`,
  ]
}
