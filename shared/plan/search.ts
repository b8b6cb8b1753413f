import type { CacheType } from '../config/settings.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import type { ModelFacts } from '../model/facts.ts'
import { type BudgetLine, fits, NEAR } from '../estimate/budget.ts'
import type { ThroughputEstimate } from '../estimate/throughput-estimate.ts'
import { type Choice, leastLinesOf, linesOf, type Situation, speedOf } from './candidate.ts'
import type { PinnedSettings } from './intent.ts'
import { worthOf } from './objective.ts'
import type { Wish } from './wish.ts'

/** The values that the search tries; every combination is considered. */
export type Grid = {
  /** Best first. */
  readonly precisions: readonly string[]
  readonly contexts: readonly number[]
  readonly cache_types: readonly CacheType[]
  readonly micro_batches: readonly number[]
  /** Most layers to offload; 0 keeps everything on the CPU. */
  readonly max_gpu_layers: (facts: ModelFacts) => number
  /** A placement that is given, in whole or in part. */
  readonly pins?: Pick<PinnedSettings, 'n_gpu_layers' | 'n_cpu_moe'>
}

export type Found = { readonly choice: Choice; readonly facts: ModelFacts; readonly worth: number }

/** Two worths closer than this are equal; then the choice nearer to the defaults wins. */
const SAME = 1e-9

/** The choice of the highest worth that fits every budget with head-room, or null when none does. */
export function searchBest(
  grid: Grid,
  factsOf: (precision: string) => ModelFacts,
  situation: Situation,
  wish: Wish,
): Found | null {
  let best: Found | null = null
  const speeds = rememberSpeeds(situation)
  const worth = (choice: Choice, facts: ModelFacts) => worthOf(choice, facts, speeds(choice, facts), wish)
  for (const precision of grid.precisions) {
    const facts = factsOf(precision)
    for (const n_ctx of grid.contexts) {
      for (const cache_type of grid.cache_types) {
        for (const n_ubatch of grid.micro_batches) {
          const base = { precision, n_ctx, cache_type, n_ubatch }
          const most = grid.max_gpu_layers(facts)
          // The grid is ordered from the wish downward, so an equal worth later on is a needless step.
          const better = (choice: Choice): boolean => best === null || worth(choice, facts) > best.worth + SAME
          if (!ends(base, most).some(better) || !mayFitAnywhere(base, facts, situation)) continue
          for (const choice of placements(base, facts, situation, most, better, grid.pins)) {
            if (better(choice)) best = { choice, facts, worth: worth(choice, facts) }
          }
        }
      }
    }
  }
  return best
}

type Base = Omit<Choice, 'n_gpu_layers' | 'n_cpu_moe'>

/**
 * Everything and nothing offloaded: no placement of these sizes is worth more than the better of these two, for the time
 * for a token is linear in the layers that move. Looked at first, they spare most of the memory estimates.
 */
function ends(base: Base, most: number): Choice[] {
  const layers = most > 0 ? [0, most] : [0]
  return layers.map((n_gpu_layers) => ({ ...base, n_gpu_layers, n_cpu_moe: 0 }))
}

/** Speeds of choices: with an empty cache neither its length nor its type matters, so most choices share one. */
function rememberSpeeds(situation: Situation): (choice: Choice, facts: ModelFacts) => ThroughputEstimate {
  const known = new Map<string, ThroughputEstimate>()
  return (choice, facts) => {
    const key = `${choice.precision} ${choice.n_ubatch} ${choice.n_gpu_layers} ${choice.n_cpu_moe}`
    const speed = known.get(key) ?? speedOf(choice, facts, situation)
    known.set(key, speed)
    return speed
  }
}

/**
 * The placements worth trying for one set of sizes: everything offloaded; else as many layers as fit; for models with
 * experts also as many layers as fit with as few experts on the CPU as needed; and nothing offloaded.
 * @param better whether a choice is worth more than the best so far
 */
function* placements(
  base: Base,
  facts: ModelFacts,
  situation: Situation,
  most: number,
  better: (choice: Choice) => boolean,
  pins: Grid['pins'] = {},
): Generator<Choice> {
  const at = (n_gpu_layers: number, n_cpu_moe: number): Choice => ({
    ...base,
    n_gpu_layers: pins.n_gpu_layers ?? n_gpu_layers,
    n_cpu_moe: pins.n_cpu_moe ?? n_cpu_moe,
  })
  /** Weights and context are known at once, and rule most choices out before compute buffers are asked for. */
  const mayFit = (choice: Choice, of: Lines) => fits(leastLinesOf(choice, facts, situation).filter(of))
  const fitting = (choice: Choice, of: Lines) =>
    mayFit(choice, of) && fits(linesOf(choice, facts, situation).filter(of))
  const whole = at(most, 0)
  if (most > 0 && fitting(whole, EVERY)) {
    yield whole
    return
  }
  const hparams = hparamsOf(facts)
  const tried: Choice[] = [at(0, 0)]
  const fewest = (limit: number, choice: (n: number) => Choice) => {
    const from = bisect(1, limit, (n) => mayFit(choice(n), ON_DEVICES))
    // What is worth no more even where compute buffers take nothing need not be tried.
    if (![choice(from), choice(limit)].some(better) || !mayFit(choice(from), ON_DEVICES)) return
    // What the devices lose from here on the host gains: where it is too small already, no n is left.
    if (!situation.target.unified && !mayFit(choice(from), ON_HOST)) return
    const n = least(from, limit, (value) => fitting(choice(value), ON_DEVICES))
    if (n !== null) tried.push(choice(n))
  }
  if (most > 0 && hparams.n_expert > 0) {
    fewest(hparams.n_layer, (n) => at(most, n))
    fewest(most - 1, (n) => at(most - n, hparams.n_layer))
  }
  if (most > 0) fewest(most - 1, (n) => at(most - n, 0))
  for (const choice of tried) if (better(choice) && fitting(choice, EVERY)) yield choice
}

type Lines = (line: BudgetLine) => boolean
const EVERY: Lines = () => true
const ON_DEVICES: Lines = ({ kind }) => kind === 'device'
const ON_HOST: Lines = ({ kind }) => kind === 'host'

/**
 * False where weights and context alone are more than all memories hold together: moving layers between them never
 * makes the sum less than with everything on the host. One cheap sum spares the placements' compute buffers.
 */
function mayFitAnywhere(base: Base, facts: ModelFacts, situation: Situation): boolean {
  const { target } = situation
  // Devices of a unified target are the host's memory, but for those of other machines.
  const apart = target.devices.filter(({ remote }) => !target.unified || remote !== undefined)
  const room = [target.host, ...apart].reduce((sum, { usable }) => sum + NEAR * (usable?.bytes ?? 0), 0)
  const onHost = leastLinesOf({ ...base, n_gpu_layers: 0, n_cpu_moe: 0 }, facts, situation)
  return onHost.reduce((sum, { need_bytes }) => sum + need_bytes, 0) <= room
}

/** So many are looked at one by one: compute buffers seldom take more than a few layers' room. */
const NEIGHBOURS = 4

/**
 * The least n in `first`..`limit` for which `holds`, or null. The need of the devices falls with n, but for compute
 * buffers, which are not smooth: look at the nearest, else bisect, then look at the neighbours.
 */
function least(first: number, limit: number, holds: (n: number) => boolean): number | null {
  for (let n = first; n <= Math.min(limit, first + NEIGHBOURS); n++) if (holds(n)) return n
  const low = bisect(first + NEIGHBOURS, limit, holds)
  for (let n = Math.max(first, low - 2); n <= Math.min(limit, low + 2); n++) if (holds(n)) return n
  return null
}

/** The least n in `first`..`limit` from which on `holds`; `limit` where it never does. */
function bisect(first: number, limit: number, holds: (n: number) => boolean): number {
  let low = first
  let high = limit
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
