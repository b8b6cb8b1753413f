import { FOREIGN_FORMATS } from '../../shared/config/formats/index.ts'
import { type Backend, BACKENDS } from '../../shared/backend.ts'
import { CONFIG_VERSION, type RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { EXIT, UserError } from '../../shared/errors.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../inputs/choice.ts'
import { atHome } from '../inputs/config.ts'
import { chooseConfig, factsFor, type Foreign, loadForeign } from '../inputs/foreign.ts'
import { MODEL_FLAGS } from '../inputs/model.ts'
import { OUTPUT_FLAGS, writeOutput } from '../inputs/output.ts'
import type { Io } from '../io.ts'
import { foreignLine } from '../present/foreign-lines.ts'

export const importCommand = defineCommand({
  name: 'lp-tui import',
  summary: "Another program's file, or a llama-server command line, as a runtime config.",
  usage: [
    'FILE [--format NAME] [--name NAME] [--backend NAME] [--model FILE|ID] [--output FILE [--force]]',
    '[--backend NAME] [--model FILE|ID] [--output FILE] -- llama-server -m model.gguf -ngl 99 ...',
  ],
  flags: {
    format: {
      type: 'string',
      value: 'NAME',
      help: `${FOREIGN_FORMATS.join(', ')}; told by the file when absent`,
    },
    name: { type: 'string', value: 'NAME', help: 'which model, section or service, where the file has several' },
    backend: { type: 'string', value: 'NAME', help: `where the file does not say it: ${BACKENDS.join(', ')}` },
    model: {
      ...MODEL_FLAGS.model,
      help: 'the model whose facts are embedded; the one that the file names when absent',
    },
    ...OUTPUT_FLAGS,
  },
  details: [
    'The config goes to stdout, what could not be carried over to stderr. What only a run of the file would decide',
    'is never guessed: the import stops there.',
  ],
  examples: [
    'lp-tui import --output runtime_config.json start-server.sh',
    'lp-tui import -- llama-server -m model.gguf -c 8192 -ngl 99',
  ],
  async run(io, { values, positionals, rest }) {
    const backend = values.backend === undefined ? undefined : oneOf('backend', values.backend, BACKENDS)
    const foreign = await loadForeign(positionals, rest, values.format, backend ?? usualBackend(io))
    const chosen = chooseConfig(foreign, values.name)
    const { config, note } = await factsFor(chosen, foreign.file, values.model)
    if (config.draft === null)
      throw new UserError('input', `${foreign.label} holds no config that could be carried over`)

    for (const finding of config.findings) io.note(foreignLine(foreign.file, finding))
    if (note !== null) io.note(note)
    if (!config.backend_stated && backend === undefined) {
      io.note(`backend: not in ${foreign.label}, taken as ${config.draft.backend}; --backend says another`)
    }
    const draft = atHome(config.draft)
    if (draft !== config.draft) io.note(`note: ~ is written as the home folder here: ${draft.model_path}`)
    await write(io, draft, values.output, values.force, foreign)
    return EXIT.ok
  },
})

async function write(
  io: Io,
  draft: RuntimeConfig,
  output: string | undefined,
  force: boolean | undefined,
  { label }: Foreign,
): Promise<void> {
  const text = `${JSON.stringify({ version: CONFIG_VERSION, ...draft }, null, 2)}\n`
  if (output === undefined) io.out(text)
  else await writeOutput(io, output, text, force)
  if (draft.model === undefined) {
    io.note(
      `the model of ${label} is not at hand, so its facts are not in the config: name the GGUF file or a catalog model with --model`,
    )
  }
}

/** What most machines of a platform run llama.cpp with. */
function usualBackend({ platform }: Io): Backend {
  return platform === 'darwin' ? 'metal' : 'cuda'
}
