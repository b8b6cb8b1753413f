import measured from '../../profiles/throughput/measured.json' with { type: 'json' }
import type { Speed, ThroughputEstimate } from '../estimate/throughput-estimate.ts'
import { estimateThroughput } from '../estimate/throughput/estimate-throughput.ts'
import type { Target } from '../profile/target.ts'
import { isProved, type StoredResult } from './stored-result.ts'

type Quantity = 'tg' | 'pp'

/** Half the narrowest range, in log: what two measurements of one thing differ by. */
const NARROWEST = 0.03

/**
 * A speed estimate with what was measured on this very machine: of the same model the measurement itself, of another
 * one the estimate scaled by how the measured models run against theirs. Ranges as for published rows of a device.
 * @param results of this hardware; a run that ended before its comparison tells nothing
 * @param model_digest of the model that the estimate is about
 */
export function calibrate(
  estimate: ThroughputEstimate,
  results: readonly StoredResult[],
  model_digest: string,
  target: Target,
): ThroughputEstimate {
  return {
    tg: calibrated(estimate.tg, 'tg', results, model_digest, target),
    pp: calibrated(estimate.pp, 'pp', results, model_digest, target),
  }
}

function calibrated(
  speed: Speed | null,
  quantity: Quantity,
  results: readonly StoredResult[],
  model_digest: string,
  target: Target,
): Speed | null {
  const whole = results.filter(({ outcome }) => outcome !== 'unproved')
  const own = whole.filter(({ model }) => model.digest === model_digest)
  const known = (own.length > 0 ? own : whole).flatMap((result) => {
    const factor = factorOf(result, quantity, target)
    return factor === null ? [] : [{ result, factor }]
  })
  const [first] = known
  if (speed === null || first === undefined) return speed
  const factor = Math.exp(known.reduce((sum, one) => sum + Math.log(one.factor), 0) / known.length)
  const same = own.length > 0
  const width = Math.exp(Math.max(NARROWEST, measured.half_width[same ? 'same' : 'similar'][quantity]))
  const tokens_per_s = speed.tokens_per_s * factor
  return {
    tokens_per_s,
    low: tokens_per_s / width,
    high: tokens_per_s * width,
    basis: 'measured here',
    source: same
      ? `lp-tui tune of ${day(first.result)}`
      : `scaled by ${namesOf(known.map(({ result }) => result))}, tuned here`,
  }
}

/** Measured over estimated, for what the result says to use; null where the test was not part of it. */
function factorOf(result: StoredResult, quantity: Quantity, target: Target): number | null {
  const { facts } = result.model
  const used = isProved(result) ? result.tuned : result.defaults
  const found = used[quantity]?.median
  if (found === undefined || !(found > 0)) return null
  const settings = isProved(result) ? result.winner : {}
  const expected = estimateThroughput(facts, settings, target)[quantity]?.tokens_per_s
  return expected === undefined ? null : found / expected
}

function namesOf(results: readonly StoredResult[]): string {
  return [...new Set(results.map(({ model }) => `${model.facts.name} ${model.facts.precision}`))].join(', ')
}

function day({ created }: StoredResult): string {
  return created.slice(0, 10)
}
