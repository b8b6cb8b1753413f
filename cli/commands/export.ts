import type { ModelSet } from '../../shared/config/model-set.ts'
import { isModelSet } from '../../shared/config/read-model-set.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { EXIT, UserError } from '../../shared/errors.ts'
import type { Exported, ExportOptions } from '../../shared/export/export-options.ts'
import { EXPORT_FORMATS, type ExportFormat, exportWithNotes } from '../../shared/export/index.ts'
import { exportSet, SET_EXPORT_FORMATS } from '../../shared/export/set/index.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../inputs/choice.ts'
import { configFromText, setFromText, SET_LIMIT_BYTES } from '../inputs/config.ts'
import { OUTPUT_FLAGS, writeOutput } from '../inputs/output.ts'
import { noWords } from '../inputs/verb.ts'

export const exportCommand = defineCommand({
  name: 'lp-tui export',
  summary: 'A runtime config in the form that another program takes, every value that the estimate depends on stated.',
  usage: ['--config FILE --to FORMAT [--engine PATH] [--output FILE [--force]]'],
  flags: {
    config: { type: 'string', value: 'FILE', help: 'the runtime config, or a model set' },
    to: { type: 'string', value: 'FORMAT', help: 'what for, one of those below' },
    engine: { type: 'string', value: 'PATH', help: 'the llama-server that the export starts' },
    ...OUTPUT_FLAGS,
  },
  details: [
    'A model set (lp-tui generate --set) goes to preset-ini, llama-swap and compose.',
    `Formats: ${EXPORT_FORMATS.join(', ')}.`,
    'What the other program cannot be told is said on stderr. An export that would need other memory than the config was',
    'checked for is refused. A relative model path is taken from the current folder where a service needs the whole path.',
  ],
  examples: [
    'lp-tui export --config runtime_config.json --to llama-server',
    'lp-tui export --config runtime_config.json --to systemd --engine /usr/local/bin/llama-server --output llama.service',
  ],
  async run(io, { values, positionals }) {
    noWords(positionals, 'config')
    if (values.to === undefined) throw new UserError('usage', `export to what? --to ${EXPORT_FORMATS.join('|')}`)
    const to = oneOf('to', values.to, EXPORT_FORMATS)
    const { config: file } = values
    if (file === undefined || file === '') throw new UserError('usage', 'which config? --config FILE')
    const source = await readTextFile(file, SET_LIMIT_BYTES)
    const options = { folder: process.cwd(), ...(values.engine !== undefined && { engine: values.engine }) }
    const { exported, models } = isModelSet(source)
      ? setExport(setFromText(source, file, io.note), to, options)
      : configExport(configFromText(source, file, io.note), to, options)
    if (values.output === undefined) io.out(exported.text)
    else await writeOutput(io, values.output, exported.text, values.force, [file, ...models])
    for (const sentence of exported.notes) io.note(`note: ${sentence}`)
    return EXIT.ok
  },
})

type Export = { readonly exported: Exported; readonly models: readonly string[] }

function configExport(config: RuntimeConfig, to: ExportFormat, options: ExportOptions): Export {
  return { exported: exportWithNotes(config, to, options), models: [config.model_path] }
}

function setExport(set: ModelSet, to: ExportFormat, options: ExportOptions): Export {
  const format = SET_EXPORT_FORMATS.find((one) => one === to)
  if (format === undefined) {
    throw new UserError(
      'usage',
      `a model set cannot be exported to ${to}`,
      `Use ${SET_EXPORT_FORMATS.join(', ')}; each of its configs by itself goes to any format.`,
    )
  }
  return { exported: exportSet(set, format, options), models: set.members.map(({ config }) => config.model_path) }
}
