import { EXIT } from '../../shared/errors.ts'
import { findCatalogEntry, listCatalog } from '../../shared/model/catalog/catalog.ts'
import type { CatalogEntry } from '../../shared/model/catalog/entry.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { tensorBytes } from '../../shared/model/tensor-types.ts'
import { choiceFromCatalog } from '../../shared/plan/choose-model.ts'
import { showGib } from '../../shared/units.ts'
import { defineCommand } from '../command.ts'
import { verbOf } from '../inputs/verb.ts'
import { outJson, outLines, type Io } from '../io.ts'
import { fieldLines, tableLines } from '../present/fields.ts'

export const modelsCommand = defineCommand({
  name: 'lp-tui models',
  summary: 'The model catalog: models that can be planned for without their file.',
  usage: ['[list] [--json]', 'show ID [--json]'],
  flags: { json: { type: 'boolean', help: 'as JSON on stdout' } },
  examples: ['lp-tui models list', 'lp-tui models show qwen3-8b'],
  async run(io, { values, positionals }) {
    const { verb, id } = verbOf(positionals, { list: false, show: true }, 'list')
    if (verb === 'show') show(io, findCatalogEntry(id), values.json)
    else list(io, values.json)
    return EXIT.ok
  },
})

function list(io: Io, json: boolean | undefined): void {
  const entries = listCatalog()
  if (json) {
    outJson(io, entries.map(summary))
    return
  }
  const rows = entries.map((entry) => [entry.id, entry.n_params, entry.architecture, entry.display_name])
  outLines(io, tableLines([['id', 'size', 'architecture', 'name'], ...rows]))
}

function show(io: Io, entry: CatalogEntry, json: boolean | undefined): void {
  const choice = choiceFromCatalog(entry)
  const sizes = choice.precisions.map((precision) => ({
    precision,
    weight_bytes: weightBytes(choice.facts(precision)),
  }))
  if (json) {
    outJson(io, { ...entry, precisions: sizes })
    return
  }
  outLines(io, [
    ...fieldLines([
      ['id', entry.id],
      ['name', entry.display_name],
      ['also', entry.aliases.join(', ') || '-'],
      ['size', `${entry.n_params} (class ${entry.size_class})`],
      ['architecture', entry.architecture],
      ['released', entry.released],
    ]),
    '',
    ...tableLines([['precision', 'weights'], ...sizes.map((row) => [row.precision, showGib(row.weight_bytes)])], [1]),
    '',
    ...entry.source.map((source) => `source: ${source.document} (${source.confirms})`),
  ])
}

function summary(entry: CatalogEntry) {
  const { id, aliases, display_name, family, released, n_params, size_class, architecture } = entry
  return { id, aliases, display_name, family, released, n_params, size_class, architecture }
}

/** Bytes of all tensors in the file. */
function weightBytes(facts: ModelFacts): number {
  let bytes = 0
  for (const { type, shape, layers } of facts.tensors) {
    const count = layers === undefined ? 1 : layers.reduce((sum, [first, last]) => sum + last - first + 1, 0)
    bytes += count * tensorBytes(type, shape)
  }
  return bytes
}
