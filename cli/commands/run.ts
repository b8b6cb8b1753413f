import { basename } from 'node:path'
import { EXIT, UserError } from '../../shared/errors.ts'
import { ownEnvironment } from '../../shared/run/engine-environment.ts'
import { engineWords } from '../../shared/run/engine-words.ts'
import { findApiKey } from '../../shared/node/run/api-key.ts'
import { readEngineFacts } from '../../shared/node/run/engine-facts.ts'
import { assertPortFree, freePort } from '../../shared/node/run/free-port.ts'
import { commandLine } from '../command-line.ts'
import { defineCommand } from '../command.ts'
import { INTENT_FLAGS } from '../inputs/intent.ts'
import { noWords } from '../inputs/verb.ts'
import { chooseEngine, type Mode } from '../running/choose-engine.ts'
import { conversationFor } from '../running/conversation.ts'
import { converseEmbedded } from '../running/converse-embedded.ts'
import { converseWithServer } from '../running/converse.ts'
import { openDoorNote } from '../running/open-door.ts'
import { notStarted, prepareRun } from '../running/prepare.ts'
import { engineArgs, listenOf, recipeOf } from '../running/recipe.ts'
import { type RunPlan, serve } from '../running/serve.ts'
import { watcherFor } from '../running/watcher.ts'
import { pageUrl } from '../../shared/project.ts'

const { 'use-case': use_case, context, parallel } = INTENT_FLAGS

/** Starts after a crash, unless `--no-restart` is given. */
const RESTARTS = 3

export const runCommand = defineCommand({
  name: 'llama-pajamas-run',
  summary: 'Starts llama-server with a runtime config, checked against this machine first, and watches it.',
  usage: [
    '--model FILE (--config FILE | --auto-configure) [--use-case ...] [--context N] [--parallel N]',
    '    [--host ADDRESS] [--port N] [--api-key-file FILE] [--adapt] [--sustained] [--no-restart]',
    '    [--plain] [--metrics-file FILE] [--engine-log FILE] [-- LLAMA_SERVER_ARGUMENTS]',
    '--model FILE (--config FILE | --auto-configure) (--chat | --prompt TEXT | --dry-run) [...]',
    '--set FILE [--host ADDRESS] [--port N] [--api-key-file FILE] [--no-restart] [--dry-run] [...]',
  ],
  flags: {
    model: { type: 'string', value: 'FILE', help: 'the GGUF file; the one that the config names when absent' },
    config: { type: 'string', value: 'FILE', help: 'a runtime config, or a saved snapshot to plan for' },
    set: {
      type: 'string',
      value: 'FILE',
      help: 'several models: a planned set, or a list to plan for what is free now',
    },
    'auto-configure': { type: 'boolean', help: 'plan for this machine' },
    'use-case': use_case,
    context,
    parallel,
    engine: { type: 'string', value: 'PATH', help: 'llama-server; else LP_LLAMA_SERVER, LLAMA_SERVER, PATH' },
    host: { type: 'string', value: 'ADDRESS', help: 'address to listen on; 127.0.0.1 when absent' },
    port: { type: 'string', value: 'N', help: 'port to listen on; 8080 when absent, 0 for any that is free' },
    'api-key-file': { type: 'string', value: 'FILE', help: 'API keys, one a line; or LLAMA_API_KEY' },
    chat: { type: 'boolean', help: 'talk to the model here' },
    prompt: { type: 'string', value: 'TEXT', help: 'one answer on stdout; - reads the prompt from stdin' },
    adapt: { type: 'boolean', help: 'change the config while it runs: heat, lost speed, memory, idle slots' },
    sustained: { type: 'boolean', help: 'start with what a phone or laptop sustains' },
    'no-restart': { type: 'boolean', help: 'do not start it again after a crash' },
    plain: { type: 'boolean', help: 'lines in place of the dashboard, also for --chat' },
    'metrics-file': { type: 'string', value: 'FILE', help: 'add a JSON line every two seconds' },
    'engine-log': { type: 'string', value: 'FILE', help: 'add all that llama-server writes' },
    'dry-run': { type: 'boolean', help: 'print the command, start nothing' },
    force: { type: 'boolean', help: 'start although the check says that it does not fit' },
  },
  details: [
    'Ends with the exit code of llama-server, which is started again at most three times in a row after a crash.',
    `Also: lp-tui run. More: ${pageUrl('docs/running.md')}`,
  ],
  examples: [
    'llama-pajamas-run --model ./model.gguf --auto-configure',
    'llama-pajamas-run --model ./model.gguf --config runtime_config.json --port 8081 --api-key-file keys.txt',
    'llama-pajamas-run --set set.json --port 8081',
  ],
  async run(io, { values, positionals, rest }) {
    noWords(positionals, 'model')
    const restarts = values['no-restart'] === true ? 0 : RESTARTS
    if (values.set !== undefined) {
      const { runSet } = await import('../set/run-set.ts')
      return runSet(io, values.set, { values, rest, restarts })
    }
    const mode = modeOf(values)
    const given = engineWords(rest)
    const wanted = listenOf(values, given)
    const { config, target, notes, comparable, words: left } = await prepareRun(values, io, given.rest)
    for (const note of notes) io.note(note)
    if (config === null) return notStarted(io)
    const words = { ...given, rest: left }
    const file = values['api-key-file'] ?? words.api_key_file
    const key = await findApiKey({ file, word: words.api_key, env: io.env })
    const engine = await chooseEngine(values.engine, mode, io)
    const talk = () => conversationFor(io, { ...values, plain: values.plain === true })
    if (engine.kind === 'embedded') return converseEmbedded(io, engine.library, { config, target }, await talk())

    const facts = await readEngineFacts(engine.path)
    const parts = { words, facts, key }
    const { args, notes: lacking } = engineArgs(config, wanted, parts)
    for (const note of lacking) io.note(note)
    const { env, left_out } = ownEnvironment(io.env)
    for (const name of left_out) io.note(`${name} would change what was checked: left out; options after -- are read`)
    const open = openDoorNote(wanted.host, key.key !== undefined)
    if (open !== null) io.note(open)
    if (mode === 'dry run') {
      io.out(`${commandLine([engine.path, ...args], io.platform)}\n`)
      return EXIT.ok
    }
    // For a conversation here any port will do.
    const free = wanted.port === 0 || (mode !== 'serve' && (values.port ?? words.port) === undefined)
    // With --adapt the gate listens itself, and says the same.
    if (!free && values.adapt !== true) await assertPortFree(wanted.host, wanted.port)
    const plan: RunPlan = {
      config,
      target,
      engine: recipeOf(engine.path, env, parts),
      listen: free ? { ...wanted, port: await freePort() } : wanted,
      version: facts.version,
      comparable,
      // A prompt that ended the engine is not asked again.
      restarts: mode === 'prompt' ? 0 : restarts,
      adapt: values.adapt === true,
      keeps_slots: facts.flags.has('--slot-save-path'),
      metrics_file: values['metrics-file'],
      engine_log: values['engine-log'],
    }
    io.note(`starting ${engine.path}${facts.version === null ? '' : `, ${facts.version}`}`)
    if (mode !== 'serve') return converseWithServer(io, plan, await talk())
    const shown = { model: basename(config.model_path), version: facts.version, plain: values.plain === true }
    return serve(io, plan, (expected) => watcherFor(io, shown, expected))
  },
})

function modeOf(values: { readonly chat?: boolean; readonly prompt?: string; readonly 'dry-run'?: boolean }): Mode {
  const modes: Mode[] = [
    ...(values.chat === true ? (['chat'] as const) : []),
    ...(values.prompt === undefined ? [] : (['prompt'] as const)),
    ...(values['dry-run'] === true ? (['dry run'] as const) : []),
  ]
  if (modes.length > 1) throw new UserError('usage', 'give one of --chat, --prompt and --dry-run')
  return modes[0] ?? 'serve'
}
