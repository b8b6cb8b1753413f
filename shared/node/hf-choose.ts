import { UserError } from '../errors.ts'
import { partName, partOfName } from '../model/gguf/parts.ts'
import { nearestNames } from '../nearest.ts'
import type { HfName } from './hf-name.ts'

export type HfChoice = {
  /** Paths in the repository: one, or all parts in order. */
  readonly paths: readonly [string, ...string[]]
  readonly quant: string | undefined
  /** Whether llama.cpp chooses the same file by the quant alone. */
  readonly by_quant: boolean
}

const DEFAULT_QUANT = 'Q4_K_M'
const MOST_LISTED = 20

/** Names of files that go with a model and are none (common/download.cpp, gguf_filename_is_model). */
const BESIDE_A_MODEL = /mmproj|imatrix|mtp-|eagle3-|dflash-|dspark-/i

/**
 * The model of a quant among the files of a repository: Q4_K_M when none is asked for, else the only one there is.
 * @param files paths, in the hub's order, which llama.cpp follows too
 * @throws UserError that lists what there is
 */
export function chooseHfFile(files: readonly string[], name: HfName): HfChoice {
  const where = `hf:${name.owner}/${name.repo}`
  const models = files.filter(isModel)
  const [first] = models
  if (first === undefined) {
    throw new UserError(
      'input',
      `${where} has no GGUF model`,
      'Look for a repository of the model with GGUF in its name.',
    )
  }
  const quant = name.quant ?? DEFAULT_QUANT
  // common/download.cpp, find_best_model: anywhere in the path, so that F16 finds BF16.
  const of_llama = models.find((path) => new RegExp(`${escaped(quant)}[.-]`, 'i').test(path))
  const whole_word = new RegExp(`(?:^|[^a-z0-9])${escaped(quant)}[./-]`, 'i')
  const matches = models.filter((path) => whole_word.test(path))
  const chosen = of_llama !== undefined && matches.includes(of_llama) ? of_llama : matches[0]
  if (chosen !== undefined) return { paths: partsOf(files, chosen, where), quant, by_quant: chosen === of_llama }
  if (name.quant === undefined && models.length === 1) {
    return { paths: partsOf(files, first, where), quant: undefined, by_quant: false }
  }
  throw new UserError(
    'input',
    `${where} has no ${quant}; it has ${listed(models, quant)}`,
    `Name one of them: ${where}:QUANT.`,
  )
}

/** A model's only file or its first part. */
function isModel(path: string): boolean {
  const file = path.split('/').at(-1) ?? ''
  return file.endsWith('.gguf') && !BESIDE_A_MODEL.test(file) && (partOfName(file)?.no ?? 1) === 1
}

function partsOf(files: readonly string[], first: string, where: string): [string, ...string[]] {
  const part = partOfName(first)
  if (part === null) return [first]
  const others = Array.from({ length: Math.max(0, part.count - 1) }, (_, i) => partName(part.stem, i + 2, part.count))
  const present = new Set(files)
  const missing = others.findIndex((path) => !present.has(path))
  if (missing >= 0) {
    throw new UserError(
      'input',
      `${where} has ${first}, but not part ${missing + 2} of ${part.count}`,
      'Choose another quant.',
    )
  }
  return [first, ...others]
}

/** The quants of the models, those nearest to the wish first; file names where they say none. */
function listed(models: readonly string[], wish: string): string {
  const labels = [...new Set(models.map(quantOf))]
  const near = nearestNames(wish, labels)
  const ordered = [...near, ...labels.filter((label) => !near.includes(label))]
  const more = ordered.length - MOST_LISTED
  return `${ordered.slice(0, MOST_LISTED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What stands for the quant in a file name (common/download.cpp, get_gguf_split_info). */
function quantOf(path: string): string {
  const stem = partOfName(path)?.stem ?? path.replace(/\.gguf$/, '')
  return /[-.]([A-Za-z0-9_]+)$/.exec(stem)?.[1]?.toUpperCase() ?? path.slice(0, 60)
}

function escaped(text: string): string {
  return text.replace(/[.]/g, '\\.')
}
