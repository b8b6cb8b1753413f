import { EXIT, EXPORT_FORMATS, exportWithNotes, UserError } from '../../shared/index.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../inputs/choice.ts'
import { loadConfig } from '../inputs/config.ts'
import { OUTPUT_FLAGS, writeOutput } from '../inputs/output.ts'
import { noWords } from '../inputs/verb.ts'

export const exportCommand = defineCommand({
  name: 'lp-tui export',
  summary: 'A runtime config in the form that another program takes, every value that the estimate depends on stated.',
  usage: [`--config FILE --to ${EXPORT_FORMATS.join('|')} [--output FILE [--force]]`],
  flags: {
    config: { type: 'string', value: 'FILE', help: 'the runtime config' },
    to: { type: 'string', value: 'FORMAT', help: EXPORT_FORMATS.join(', ') },
    engine: { type: 'string', value: 'PATH', help: 'the llama-server that the export starts' },
    ...OUTPUT_FLAGS,
  },
  details: [
    'What the other program cannot be told is said on stderr. An export that would need other memory than the config was',
    'checked for is refused. A relative model path is taken from the current folder where a service needs the whole path.',
  ],
  examples: [
    'lp-tui export --config runtime_config.json --to llama-server',
    'lp-tui export --config runtime_config.json --to systemd --engine /usr/local/bin/llama-server --output llama.service',
  ],
  async run(io, { values, positionals }) {
    noWords(positionals)
    if (values.to === undefined) throw new UserError('usage', `export to what? --to ${EXPORT_FORMATS.join('|')}`)
    const format = oneOf('to', values.to, EXPORT_FORMATS)
    const config = await loadConfig(values.config)
    const options = { folder: process.cwd(), ...(values.engine !== undefined && { engine: values.engine }) }
    const { text, notes } = exportWithNotes(config, format, options)
    if (values.output === undefined) io.out(text)
    else await writeOutput(io, values.output, text, values.force, [values.config, config.model_path])
    for (const sentence of notes) io.note(`note: ${sentence}`)
    return EXIT.ok
  },
})
