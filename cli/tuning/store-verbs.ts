import { EXIT, UserError } from '../../shared/errors.ts'
import { evidenceCsv } from '../../shared/tune/evidence.ts'
import type { StoredResult } from '../../shared/tune/stored-result.ts'
import { dataFolder } from '../../shared/node/tune/data-folder.ts'
import { resultStore, type ResultStore } from '../../shared/node/tune/result-store.ts'
import { quoted } from '../inputs/number.ts'
import { writeOutput } from '../inputs/output.ts'
import { verbOf } from '../inputs/verb.ts'
import { outJson, outLines, type Io } from '../io.ts'
import { tableLines } from '../present/fields.ts'
import { listRow, tuneLines } from '../present/tune-lines.ts'

type Values = { readonly json?: boolean; readonly output?: string; readonly force?: boolean }

/** `lp-tui tune list|show|forget|export`: what is kept of earlier runs. */
export async function storeVerb(io: Io, positionals: readonly string[], values: Values): Promise<number> {
  const store = resultStore(dataFolder(io))
  if (positionals[0] === 'export') return exportResults(io, store, positionals.slice(1), values)
  const { verb, id } = verbOf(positionals, { list: false, show: true, forget: true, export: false }, 'list')
  if (verb === 'list') return listResults(io, store, values)
  const result = await find(io, store, id)
  if (verb === 'show') {
    if (values.json) outJson(io, result)
    else outLines(io, tuneLines(result))
    return EXIT.ok
  }
  await store.forget(result.id)
  io.note(`${result.id} is forgotten`)
  return EXIT.ok
}

async function listResults(io: Io, store: ResultStore, { json }: Values): Promise<number> {
  const results = await readAll(io, store)
  if (json) outJson(io, results)
  else if (results.length === 0)
    outLines(io, [`nothing is kept yet in ${store.folder}; lp-tui tune --model FILE measures`])
  else outLines(io, tableLines(results.map(listRow)))
  return EXIT.ok
}

/** Measured speeds as rows that can be committed: of the named results, or of all. */
async function exportResults(io: Io, store: ResultStore, ids: readonly string[], values: Values): Promise<number> {
  const results: StoredResult[] = []
  if (ids.length === 0) results.push(...(await readAll(io, store)))
  // oxlint-disable-next-line no-await-in-loop -- a few small files
  for (const id of ids) results.push(await find(io, store, id))
  if (results.length === 0)
    throw new UserError('input', 'there is nothing to export', `Nothing is kept in ${store.folder}.`)
  const text = values.json ? `${JSON.stringify(results, null, 2)}\n` : evidenceCsv(results)
  if (values.output === undefined) io.out(text)
  else await writeOutput(io, values.output, text, values.force)
  return EXIT.ok
}

async function readAll(io: Io, store: ResultStore): Promise<readonly StoredResult[]> {
  const { results, unreadable } = await store.list()
  for (const name of unreadable)
    io.note(`note: ${name} in ${store.folder} is damaged or of another version; it is left alone`)
  return results
}

/** By the whole id or its beginning. */
async function find(io: Io, store: ResultStore, id: string): Promise<StoredResult> {
  const results = await readAll(io, store)
  const found = results.filter((result) => result.id.startsWith(id.toLowerCase()))
  const [first] = found
  if (first !== undefined && found.length === 1) return first
  const why = found.length > 1 ? 'is the beginning of several ids' : 'is no id of a kept result'
  throw new UserError('usage', `${quoted(id)} ${why}`, 'lp-tui tune list shows them.')
}
