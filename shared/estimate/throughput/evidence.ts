import measured from '../../../profiles/throughput/measured.json' with { type: 'json' }
import type { Backend } from '../../backend.ts'
import type { ModelFacts } from '../../model/facts.ts'
import type { Format } from './format.ts'
import { modelWork } from './model-work.ts'
import type { Knowledge, Range } from './spread.ts'

/** What a device was measured at, for one model and format. */
export type EvidenceRow = {
  readonly model: string
  readonly n_layer: number
  readonly n_params: number
  /** Whether it is a mixture of experts. */
  readonly moe: boolean
  readonly quant: string
  readonly format: Format
  /** Tokens per second: the median of the rows, and their extremes. */
  readonly speed: number
  readonly low: number
  readonly high: number
  readonly rows: number
  /** Measured over what the model gives for the same test. */
  readonly ratio: number
  readonly build: string
  readonly source: string
}

export type EvidenceTest = 'tg128' | 'pp512'

/** How a device's own rows change an estimate. */
export type Correction = {
  /** Factor on the model's speed. */
  readonly factor: number
  /** What the rows are of: this very model and format, or others. */
  readonly knowledge: Exclude<Knowledge, 'model'>
  /** The slowest and the fastest row of this model and format, as factors on their median; null without such rows. */
  readonly seen: Range | null
  /** The rows are of this very model and format, or of one that is as large and of the same format. */
  readonly same: boolean
  readonly source: string
}

/** Columns of `measured.json`, by position; a test checks the file against them. */
type RawRow = readonly [
  string,
  string,
  number,
  string,
  Format,
  string,
  number,
  number,
  number,
  number,
  number,
  string,
  number,
]

type RawModel = readonly [string, number, number, 0 | 1]

const MILLION = 1e6

let byDevice: ReadonlyMap<string, readonly EvidenceRow[]> | undefined

const keyOf = (device: string, backend: string, test: string) => `${device} ${backend} ${test}`

function readEvidence(): ReadonlyMap<string, readonly EvidenceRow[]> {
  const all = new Map<string, EvidenceRow[]>()
  for (const raw of measured.rows as unknown as readonly RawRow[]) {
    const [device, backend, model, quant, format, test, speed, low, high, rows, ratio, build, source] = raw
    const [name, n_layer, millions, moe] = (measured.models[model] ?? ['', 0, 0, 0]) as unknown as RawModel
    const key = keyOf(device, backend, test)
    const list = all.get(key) ?? []
    all.set(key, list)
    const what = { model: name, n_layer, n_params: millions * MILLION, moe: moe === 1, quant, format }
    list.push({ ...what, speed, low, high, rows, ratio, build, source: measured.sources[source] ?? '' })
  }
  return all
}

/** Rows of one device (a profile's row id) on a backend. */
export function evidenceOf(device: string, backend: Backend, test: EvidenceTest): readonly EvidenceRow[] {
  byDevice ??= readEvidence()
  return byDevice.get(keyOf(device, backend, test)) ?? []
}

/** Sizes this near are one size: Llama 3.1 8B and Qwen3 8B, Llama 2 7B and Mistral 7B. */
const SAME_SIZE = 0.1
const SAME_MODEL = 0.005

/**
 * How much a row of another model says of this one: less across formats and across dense models and experts, more of
 * the same model in another format. `PRIOR` is as if half a row more agreed with the class. Chosen in
 * .dev/fit-throughput.mjs's check with rows left out.
 */
const OTHER_FORMAT = 0.2
const OTHER_KIND = 0.3
const OWN_MODEL = 4
const PRIOR = 0.5

/** Residual of a device, in log, for a model: its rows' residuals, weighted by how near their models are. */
export function deviceResidual(
  rows: readonly Pick<EvidenceRow, 'ratio' | 'format' | 'moe' | 'n_params'>[],
  model: { readonly format: Format; readonly moe: boolean; readonly n_params: number },
): number {
  let sum = 0
  let weights = PRIOR
  for (const row of rows) {
    const format = row.format === model.format ? 1 : OTHER_FORMAT
    const kind = row.moe === model.moe ? 1 : OTHER_KIND
    const size = Math.abs(row.n_params / model.n_params - 1) <= SAME_MODEL ? OWN_MODEL : 1
    weights += format * kind * size
    sum += format * kind * size * Math.log(row.ratio)
  }
  return sum / weights
}

const KNOWN = new WeakMap<ModelFacts, Map<string, Correction | null>>()

/** What the rows of a device (a profile's row id) say about a model's speed there; null without rows. */
export function correctionFor(
  device: string,
  backend: Backend,
  test: EvidenceTest,
  facts: ModelFacts,
): Correction | null {
  const known = KNOWN.get(facts) ?? new Map<string, Correction | null>()
  KNOWN.set(facts, known)
  const key = keyOf(device, backend, test)
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const correction = correctionBy(evidenceOf(device, backend, test), facts, test)
  known.set(key, correction)
  return correction
}

/** The same of any rows. */
export function correctionBy(rows: readonly EvidenceRow[], facts: ModelFacts, test: EvidenceTest): Correction | null {
  if (rows.length === 0) return null
  const off = (row: EvidenceRow) => Math.abs(row.n_params / facts.n_params - 1)
  const nearest = rows
    .filter((row) => row.quant === facts.precision && off(row) <= SAME_SIZE)
    .sort((a, b) => off(a) - off(b))[0]
  const exact = nearest !== undefined && off(nearest) <= SAME_MODEL && nearest.n_layer === facts.hparams['block_count']
  if (exact) {
    const seen = { low: nearest.low / nearest.speed, high: nearest.high / nearest.speed }
    return { factor: nearest.ratio, knowledge: 'same', seen, same: true, source: describe(nearest, test) }
  }
  const { format, active } = modelWork(facts)
  const residual = deviceResidual(rows, { format, moe: active < 1, n_params: facts.n_params })
  const told =
    nearest === undefined
      ? `${rows.length} measured ${rows.length === 1 ? 'model' : 'models'} on this device`
      : describe(nearest, test)
  return {
    factor: Math.exp(residual),
    knowledge: 'similar',
    seen: null,
    same: nearest !== undefined,
    source: `scaled by ${told}`,
  }
}

function describe({ model, quant, speed, rows, build, source }: EvidenceRow, test: EvidenceTest): string {
  const built = build === '' ? '' : `, build ${build}`
  const count = rows === 1 ? '' : ` (median of ${rows})`
  return `${test} of ${model} ${quant}: ${speed} tokens/s${count}${built}, ${source}`
}
