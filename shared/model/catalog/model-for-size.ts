import { UserError } from '../../errors.ts'
import { ENTRIES } from './entries.ts'
import type { CatalogEntry } from './entry.ts'

/**
 * Models that stand for a size: dense, full attention in every layer, widely used, so that their memory is what people
 * expect of "an 8B". One a size.
 */
const REPRESENTATIVES = [
  'smollm2-135m',
  'qwen2.5-0.5b',
  'qwen3-0.6b',
  'llama-3.2-1b',
  'qwen3-1.7b',
  'llama-3.2-3b',
  'qwen3-4b',
  'mistral-7b-v0.3',
  'llama-3.1-8b',
  'mistral-nemo-12b',
  'qwen3-14b',
  'mistral-small-24b',
  'qwen3-32b',
  'llama-3.3-70b',
] as const

/** How far from the asked size a representative may be. */
const TOLERANCE = 0.25

/** Billions of weights as the label says them: `8B` 8, `135M` 0.135, `30B-A3B` 30. */
export function billions(label: string): number {
  const [, digits = '', unit] = /^([\d.]+)([MB])/.exec(label) ?? []
  return Number(digits) / (unit === 'M' ? 1000 : 1)
}

type AskedSize = { readonly label: string; readonly low: number; readonly high: number }

function parseSize(text: string): AskedSize {
  const label = text.trim().toUpperCase()
  const match = /^(\d{1,4}(?:\.\d{1,3})?)(?:-(\d{1,4}(?:\.\d{1,3})?))?([MB])(?:-A\d+(?:\.\d+)?B|\+)?$/.exec(label)
  const scale = match?.[3] === 'M' ? 1000 : 1
  const low = Number(match?.[1]) / scale
  const high = Number(match?.[2] ?? match?.[1]) / scale
  if (match === null || low <= 0 || high < low) {
    throw new UserError(
      'usage',
      `${JSON.stringify(text.slice(0, 40))} is not a model size.`,
      'Write the number of weights: 8B, 7-8B, 0.6B, 135M, 30B-A3B.',
    )
  }
  return { label, low, high }
}

/** 0 inside the range, else the part by which the size misses it. */
function distance(entry: CatalogEntry, { low, high }: AskedSize): number {
  const size = billions(entry.n_params)
  return size < low ? (low - size) / low : size > high ? (size - high) / high : 0
}

/** The nearest; of equally near ones the larger, which errs on the safe side. */
function nearestEntry(entries: readonly CatalogEntry[], asked: AskedSize): CatalogEntry | undefined {
  return [...entries]
    .sort((a, b) => distance(a, asked) - distance(b, asked) || billions(b.n_params) - billions(a.n_params))
    .find((entry) => distance(entry, asked) <= TOLERANCE)
}

/** Further off than this a typical model gives way to one of the very size that was asked for. */
const CLOSE = 0.1

function stands(entry: CatalogEntry | undefined, asked: AskedSize): boolean {
  return entry !== undefined && distance(entry, asked) <= CLOSE
}

/**
 * The catalog model that stands for a size (`8B`, `7-8B`, `0.6b`, `70B`, `30B-A3B`) and a sentence that says which.
 * @throws UserError for nonsense and for sizes that no catalog model is near to.
 */
export function modelForSize(size: string): { readonly entry: CatalogEntry; readonly note: string } {
  const asked = parseSize(size)
  const typical = REPRESENTATIVES.flatMap((id) => ENTRIES.find((entry) => entry.id === id) ?? [])
  const exact = (entries: readonly CatalogEntry[]) => entries.find((entry) => entry.n_params === asked.label)

  const representative = exact(typical)
  if (representative !== undefined) {
    return { entry: representative, note: `${representative.display_name} stands for ${asked.label} models.` }
  }
  const named = exact(ENTRIES)
  if (named !== undefined && (named.n_params.includes('-A') || !stands(nearestEntry(typical, asked), asked))) {
    return { entry: named, note: `${named.display_name} is the catalog's ${asked.label} model.` }
  }
  const near = nearestEntry(typical, asked) ?? nearestEntry(ENTRIES, asked)
  if (near !== undefined) {
    return {
      entry: near,
      note: `${near.display_name} (${near.n_params}) stands for ${asked.label} models: the nearest typical one.`,
    }
  }
  const sizes = [...new Set(ENTRIES.map(({ n_params }) => n_params))].sort((a, b) => billions(a) - billions(b))
  throw new UserError(
    'usage',
    `No catalog model is near ${asked.label}.`,
    `Sizes in the catalog: ${sizes.join(', ')}. Or give a GGUF file.`,
  )
}
