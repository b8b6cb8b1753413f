import { hparamsOf } from '../../estimate/compiled-model.ts'
import type { ModelFacts } from '../../model/facts.ts'
import { type Choice, leastLinesOf, linesOf, speedOf } from '../candidate.ts'
import { type PlanFrame } from '../make-plan.ts'
import { worthOf } from '../objective.ts'
import { type Needs, needsOf, roomOf, within } from './needs.ts'

/** One way to run a member: what it needs, and what it is worth by the objective of a single plan. */
export type Candidate = { readonly choice: Choice; readonly needs: Needs; readonly worth: number }

/** Parts of the layers (and of the experts) that are tried; the refinement tries every number between them. */
const PARTS = [1, 0.75, 0.5, 0.25, 0]

/** Of a long ladder the best, and then every second step. */
function thinned<T>(ladder: readonly T[], most: number): readonly T[] {
  if (ladder.length <= most) return ladder
  const step = (ladder.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, at) => ladder[Math.round(at * step)] as T)
}

/**
 * The choices of a member that a set is searched over, those that no other beats in both need and worth: at most 4
 * precisions, 5 contexts, every cache type, the first and the last micro-batch, 5 placements (docs/sets.md).
 */
export function candidatesOf(frame: PlanFrame): Candidate[] {
  return best(setGrid(frame), frame)
}

/** Every choice of the grid. */
export function* setGrid({ grid, factsOf }: PlanFrame): Generator<Choice> {
  for (const precision of thinned(grid.precisions, 4)) {
    const facts = factsOf(precision)
    for (const n_ctx of thinned(grid.contexts, 5)) {
      for (const cache_type of grid.cache_types) {
        for (const n_ubatch of thinned(grid.micro_batches, 2)) {
          for (const placement of placements(facts, grid.max_gpu_layers(facts))) {
            yield { precision, n_ctx, cache_type, n_ubatch, ...placement }
          }
        }
      }
    }
  }
}

function placements(facts: ModelFacts, most: number) {
  const { n_expert, n_layer } = hparamsOf(facts)
  if (most === 0) return [{ n_gpu_layers: 0, n_cpu_moe: 0 }]
  if (n_expert === 0) return PARTS.map((part) => ({ n_gpu_layers: Math.round(part * most), n_cpu_moe: 0 }))
  const experts = PARTS.map((part) => ({ n_gpu_layers: most, n_cpu_moe: Math.round((1 - part) * n_layer) }))
  return [...experts, { n_gpu_layers: 0, n_cpu_moe: 0 }]
}

function best(choices: Iterable<Choice>, { factsOf, situation, wish }: PlanFrame): Candidate[] {
  const room = roomOf(situation.target)
  const found: Candidate[] = []
  const speeds = new Map<string, ReturnType<typeof speedOf>>()
  for (const choice of choices) {
    const facts = factsOf(choice.precision)
    // Weights and cache are known at once; what they alone overfill need not be computed.
    if (!within(needsOf(leastLinesOf(choice, facts, situation), situation.target), room)) continue
    const needs = needsOf(linesOf(choice, facts, situation), situation.target)
    if (!within(needs, room)) continue
    const key = `${choice.precision} ${choice.n_ubatch} ${choice.n_gpu_layers} ${choice.n_cpu_moe}`
    const speed = speeds.get(key) ?? speedOf(choice, facts, situation)
    speeds.set(key, speed)
    found.push({ choice, needs, worth: worthOf(choice, facts, speed, wish) })
  }
  return undominated(found)
}

/** Those that no other of at least their worth undercuts in every memory; the best first. */
export function undominated<T extends { readonly needs: Needs; readonly worth: number }>(all: readonly T[]): T[] {
  const kept: T[] = []
  for (const one of all.toSorted((a, b) => b.worth - a.worth)) {
    if (!kept.some(({ needs }) => within(needs, one.needs))) kept.push(one)
  }
  return kept
}
