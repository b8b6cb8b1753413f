import {
  attachModel,
  detectFormat,
  FOREIGN_FORMATS,
  type ForeignConfig,
  readForeign,
} from '../../shared/config/formats/index.ts'
import { readConfig } from '../../shared/config/read-config.ts'
import { isModelSet } from '../../shared/config/read-model-set.ts'
import type { Backend } from '../../shared/backend.ts'
import { UserError } from '../../shared/errors.ts'
import { quotePosix } from '../../shared/export/shell-quote.ts'
import { factsSource } from '../../shared/node/check/model-facts.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { foreignLine } from '../present/foreign-lines.ts'
import { oneOf } from './choice.ts'
import { CONFIG_LIMIT_BYTES } from './config.ts'
import { loadModel } from './model.ts'
import { quoted } from './number.ts'

export type Foreign = {
  /** As the user named it; null for a command line. */
  readonly file: string | null
  /** The same for a sentence. */
  readonly label: string
  readonly configs: readonly ForeignConfig[]
}

/**
 * What the command line names: a file, or the words after `--`.
 * @throws UserError when it names nothing or both, the file cannot be read, or nobody can tell its format
 */
export async function loadForeign(
  positionals: readonly string[],
  words: readonly string[],
  format: string | undefined,
  backend: Backend,
): Promise<Foreign> {
  const [file, ...more] = positionals
  if (more.length > 0) throw new UserError('usage', `${quoted(more.join(' '))} is one word too many`)
  if (file !== undefined && words.length > 0) {
    throw new UserError('usage', 'a file and a command line are given; import takes one of them')
  }
  if (words.length > 0) {
    const line = (words[0]?.startsWith('-') === true ? ['llama-server', ...words] : words).map(quotePosix).join(' ')
    return { file: null, label: 'the command line', configs: readForeign('shell', line, { backend }).configs }
  }
  if (file === undefined) {
    throw new UserError('usage', 'import what? lp-tui import FILE, or lp-tui import -- llama-server ...')
  }
  const text = await readTextFile(file, CONFIG_LIMIT_BYTES)
  const known = format === undefined ? detectFormat(file, text) : oneOf('format', format, FOREIGN_FORMATS)
  if (known === null) throw isOwn(text) ? alreadyOurs(file, text) : unknownFormat(file)
  return { file, label: file, configs: readForeign(known, text, { backend }).configs }
}

/**
 * The one config that is meant.
 * @throws UserError when there are several and no name, none of that name, or it cannot be carried over
 */
export function chooseConfig({ configs, label, file }: Foreign, name: string | undefined): ForeignConfig {
  const named = name === undefined ? configs : configs.filter((config) => config.name === name)
  const names = configs.map((config) => config.name).filter((one) => one !== '')
  const [config, ...more] = named
  if (config === undefined) {
    throw new UserError(
      'usage',
      `${label} has no ${quoted(name ?? '')}, only ${names.map(quoted).join(', ') || 'one server'}`,
    )
  }
  if (more.length > 0) {
    const which = names.length > 1 ? `: --name ${names.slice(0, 20).map(quoted).join(' or ')}` : ''
    throw new UserError('usage', `${label} starts ${named.length} servers; import takes one${which}`)
  }
  const stop = config.findings.find(({ rule }) => STOPS.has(rule))
  if (stop !== undefined) throw new UserError('input', foreignLine(file, stop))
  return config
}

/** Findings after which a config would be a guess. */
const STOPS = new Set(['LP001', 'LP002', 'LP004', 'LP007', 'LP008', 'LP009'])

/**
 * The config with the facts of its model: of `model` where the user names one, else of the file that it names, which counts
 * from the working folder or from where the file is.
 * @throws UserError when `model` is none
 */
export async function factsFor(
  config: ForeignConfig,
  file: string | null,
  model: string | undefined,
): Promise<{ config: ForeignConfig; note: string | null }> {
  if (model !== undefined) {
    const choice = await loadModel({ model })
    const precision = choice.precisions.includes('Q4_K_M') ? 'Q4_K_M' : (choice.precisions[0] ?? '')
    return { config: attachModel(config, choice.facts(precision)), note: choice.note ?? null }
  }
  const factsOf = await factsSource([], process.cwd(), null)
  const known = config.draft === null ? null : await factsOf(config.draft, file ?? '.')
  // What a file's name suggests is not written into a config, where it would pass for what the file says.
  const facts = known?.from === 'gguf' ? known.facts : null
  return { config: facts === null ? config : attachModel(config, facts), note: null }
}

/** Whether a text is a config or a set of ours, be it a wrong one. */
function isOwn(text: string): boolean {
  return (
    isModelSet(text) ||
    !readConfig(text).findings.some(({ rule }) => rule === 'LP001' || rule === 'LP007' || rule === 'LP008')
  )
}

function alreadyOurs(file: string, text: string): UserError {
  return new UserError(
    'input',
    `${file} is a ${isModelSet(text) ? 'model set' : 'runtime config'} already`,
    `lp-tui validate --config ${file} checks it, lp-tui export --config ${file} makes another program's file of it.`,
  )
}

function unknownFormat(file: string): UserError {
  return new UserError(
    'input',
    `nothing in ${file} tells which program it is for`,
    `--format says it: ${FOREIGN_FORMATS.join(', ')}.`,
  )
}
