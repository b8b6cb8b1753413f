import {
  attachModel,
  detectFormat,
  FOREIGN_FORMATS,
  type ForeignConfig,
  readForeign,
} from '../../config/formats/index.ts'
import type { UsedOption } from '../../config/formats/foreign-config.ts'
import { readConfig, type ReadConfig } from '../../config/read-config.ts'
import { isModelSet, readModelSet, type ReadModelSet } from '../../config/read-model-set.ts'
import type { JsonPath } from '../../finding.ts'
import type { ModelFacts } from '../../model/facts.ts'
import { type FixWriter, writeJsonFix } from '../../report/write-fix.ts'

/** Formats that a file may be pinned to, as in `runtime-config=odd.name`. */
export const DOCUMENT_FORMATS = ['runtime-config', 'model-set', ...FOREIGN_FORMATS] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

/** One config in a file. */
export type Document = {
  /** Which of several in the file; absent where there is one. */
  readonly name?: string
  readonly read: ReadConfig
  /** As `read`, with what the config leaves to the model; absent where it leaves nothing. */
  readonly withFacts?: (facts: ModelFacts) => ReadConfig
  /** Options of llama-server that the file gives; absent where it gives none. */
  readonly options?: readonly UsedOption[]
  /** How the file calls a key of the config; absent where it uses our own names. */
  readonly nameOf?: (path: JsonPath) => string
  /** The set that this is a member of; absent for a config by itself. */
  readonly set?: ReadModelSet
  /** Writes a fix into the file's text; null for a format that cannot be written. */
  readonly write: FixWriter | null
}

/** The configs that a file holds, by the pinned format, else by its name and what stands in it. */
export function readDocuments(text: string, file: string, pinned: DocumentFormat | null): readonly Document[] {
  const format = pinned ?? formatOf(text, file)
  if (format === null) return [UNKNOWN]
  // A further kind of file has its reader here.
  if (format === 'runtime-config') return [{ read: readConfig(text), write: writeJsonFix }]
  if (format === 'model-set') return setDocuments(text)
  return readForeign(format, text).configs.map(foreignDocument)
}

const START = { line: 1, column: 1, end_column: 2 }
const UNKNOWN: Document = {
  read: {
    config: null,
    findings: [{ rule: 'LP008', severity: 'error', path: [], args: { problem: 'unknown_format' }, place: START }],
    placeOf: () => START,
  },
  write: null,
}

/**
 * Null for a file of which nothing tells the program that it is for. What is called JSON, or looks like it, is a
 * runtime config.
 */
export function formatOf(text: string, file: string): DocumentFormat | null {
  if (/\.jsonc?$/i.test(file) || /^\uFEFF?\s*(?:\{|\/[/*])/.test(text)) {
    return isModelSet(text) ? 'model-set' : 'runtime-config'
  }
  return detectFormat(file, text)
}

/** The members of a set; one document that cannot be judged where the set cannot be read. */
function setDocuments(text: string): readonly Document[] {
  const set = readModelSet(text)
  const { findings, placeOf } = set
  if (set.set === null) return [{ read: { config: null, findings, placeOf }, write: null }]
  return set.members.map(({ name, index, read }) => ({
    name,
    // What is wrong with the text itself is told once.
    read: index === 0 ? { ...read, findings } : read,
    set,
    write: (whole, fix) => writeJsonFix(whole, { ...fix, path: ['members', index, 'config', ...fix.path] }),
  }))
}

function foreignDocument(config: ForeignConfig): Document {
  return {
    ...(config.name !== '' && { name: config.name }),
    read: config,
    options: config.options,
    withFacts: (facts) => attachModel(config, facts),
    nameOf: config.nameOf,
    write: (text, { path, value }) => {
      const edit = config.edit(path, value)
      return edit === null ? text : text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length)
    },
  }
}
