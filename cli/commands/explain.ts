import { EXIT, UserError } from '../../shared/errors.ts'
import { explainRule } from '../../shared/report/explain-rule.ts'
import { memoryText } from '../../shared/report/memory-text.ts'
import { RULES } from '../../shared/validate/rules/index.ts'
import { defineCommand } from '../command.ts'
import { type ExplainedConfig, explainFile } from '../inputs/explain-config.ts'
import { isFileName } from '../../shared/node/is-file-name.ts'
import { outJson, outLines, type Io } from '../io.ts'
import { tableLines } from '../present/fields.ts'
import { promptCacheNote } from '../present/plan-notes.ts'

export const explainCommand = defineCommand({
  name: 'lp-tui explain',
  summary: 'Explains a rule, or the arithmetic behind the memory of a config, term by term.',
  usage: ['[RULE] [--json]', '[--config] FILE [--member NAME] [--hardware NAME] [--json]'],
  flags: {
    config: { type: 'string', value: 'FILE', help: 'the runtime config, or model set, whose memory is explained' },
    member: { type: 'string', value: 'NAME', help: 'of a model set only this one' },
    hardware: { type: 'string', value: 'NAME', help: "auto, a profile id or a snapshot file; else the config's own" },
    json: { type: 'boolean', help: 'as JSON on stdout' },
  },
  details: ['Without a rule and a config it lists all rules. Of a model set each member is explained by itself.'],
  examples: ['lp-tui explain LP101', 'lp-tui explain --config runtime_config.json --hardware nvidia_rtx_4090'],
  async run(io, { values, positionals }) {
    const [id, ...more] = positionals
    if (more.length > 0 || (id !== undefined && values.config !== undefined)) {
      throw new UserError('usage', 'explain one rule, or one config with --config FILE')
    }
    const named = id !== undefined && !isRule(id) && (await isFileName(id, '.json'))
    const file = values.config ?? (named ? id : undefined)
    if (file !== undefined) {
      const asked = { hardware: values.hardware, member: values.member }
      sayConfigs(io, file, await explainFile(file, asked, (line) => io.note(line)), values.json === true)
    } else if (values.member !== undefined) {
      throw new UserError('usage', '--member needs a model set: --config FILE')
    } else if (id === undefined) {
      if (values.json)
        outJson(
          io,
          RULES.map((rule) => explainRule(rule.id)),
        )
      else outLines(io, tableLines(RULES.map((rule) => [rule.id, rule.severity, rule.title])))
    } else {
      const rule = explainRule(id)
      if (values.json) outJson(io, rule)
      else outLines(io, [`${rule.id} ${rule.title} (${rule.severity})`, '', ...rule.text.split('\n')])
    }
    return EXIT.ok
  },
})

/** A set is a list in JSON even with one member left, a config an object. */
function sayConfigs(io: Io, file: string, configs: readonly ExplainedConfig[], json: boolean): void {
  if (json) {
    const data = configs.map(({ name, target, facts_from, sum }) => ({
      ...(name !== null && { name }),
      target: target.id,
      facts_from,
      ...sum,
    }))
    outJson(
      io,
      configs.every(({ name }) => name === null) ? { config: file, ...data[0] } : { config: file, members: data },
    )
    return
  }
  for (const [at, { name, config, target, facts_from, sum }] of configs.entries()) {
    const label = name === null ? file : `${file}: ${name}`
    outLines(io, [...(at > 0 ? [''] : []), `${label} (${config.backend}) on ${target.display_name} (${target.id})`, ''])
    io.out(memoryText(sum))
    if (facts_from === 'catalog') outLines(io, ['', `note: ${CATALOG_NOTE}`])
    const host = sum.parts.find(({ kind }) => kind === 'host')
    const note = host === undefined ? null : promptCacheNote(host, sum.estimate.program, config.metadata?.cache_ram_mib)
    if (note !== null) outLines(io, ['', `note: ${note}`])
  }
}

const CATALOG_NOTE =
  "the model's facts are those of the catalog model that its file is called after; the file is not here."

function isRule(id: string): boolean {
  return RULES.some((rule) => rule.id === id.toUpperCase())
}
