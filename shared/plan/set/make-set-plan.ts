import { fits } from '../../estimate/budget.ts'
import { linesTogether, processOverhead, type TogetherLine } from '../../estimate/together.ts'
import type { ModelSet } from '../../config/model-set.ts'
import { UserError } from '../../errors.ts'
import type { Target } from '../../profile/target.ts'
import { showGib } from '../../units.ts'
import { linesOf } from '../candidate.ts'
import { makePlan, type PlanFrame, planFrame } from '../make-plan.ts'
import type { Plan } from '../plan.ts'
import { type Needs, roomOf } from './needs.ts'
import { refined } from './refine-set.ts'
import { searchSet } from './search-set.ts'
import { type Candidate, candidatesOf } from './set-grid.ts'
import type { SetMember } from './set-member.ts'

/** A plan for several models: the set, a plan for each member, and what they need at the worst. */
export type SetPlan = {
  readonly set: ModelSet
  readonly target: Target
  readonly members: readonly { readonly member: SetMember; readonly plan: Plan; readonly swaps: boolean }[]
  readonly together: readonly TogetherLine[]
  readonly notes: readonly string[]
}

/**
 * The plan of the highest weighted worth under which the models fit together (docs/sets.md): which stay loaded, which
 * make room for one another, and a config for each. Validated on the same target it has no findings.
 * @throws UserError when no combination fits, or a model does not fit by itself
 */
export function makeSetPlan(target: Target, members: readonly SetMember[]): SetPlan {
  const frames = members.map((member) => frameOf(target, member))
  const on = frames[0]?.target ?? target
  const overhead = processOverhead(on.backend)
  const room = (processes: number) =>
    roomOf(on).map((bytes, at) => (at < on.devices.length ? bytes - (processes - 1) * overhead : bytes))
  const contenders = members.map(({ weight, pinned }, at) => ({
    weight,
    pinned,
    candidates: frames[at] === undefined ? [] : candidatesOf(frames[at]),
  }))
  const found = searchSet(contenders, room)
  if (found === null) throw impossibleSet(on, members, contenders, room)
  const picks = refined({ members, frames, target: on, room }, found)

  const plans = members.map((member, at) => {
    const pick = picks[at]
    const frame = frames[at]
    if (pick === undefined || frame === undefined) throw new Error('a member of the set has no choice')
    return { member, plan: planOf(member, frame, pick), swaps: found.swapped.has(at) }
  })
  const groups = groupsOf(members, found.swapped)
  const lines = new Map(
    plans.map(({ member, plan }, at) => [member.name, linesOfPlan(plan, frames[at], picks[at])] as const),
  )
  const together = linesTogether(lines, groups, on.backend)
  if (!fits(together.map(({ line }) => line))) throw new Error('the plan of a set does not fit')
  const generator = members[0]?.intent.generator
  return {
    set: {
      kind: 'model_set',
      version: 1,
      members: plans.map(({ member, plan }) => ({ name: member.name, weight: member.weight, config: plan.config })),
      groups,
      metadata: { hardware: target.id, ...(generator !== undefined && { generator }) },
    },
    target: on,
    members: plans,
    together,
    notes: [...new Set([...target.notes, ...plans.flatMap(({ plan }) => plan.notes)])],
  }
}

/** @throws UserError that names the member */
function frameOf(target: Target, { name, model, intent }: SetMember): PlanFrame {
  try {
    return planFrame({ target, model, intent })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    throw new UserError(error.kind, `${name}: ${error.message}`, error.hint)
  }
}

/** The config of a pick: a plan whose values are all given. */
function planOf({ model, intent }: SetMember, { target }: PlanFrame, { choice }: Candidate): Plan {
  const { precision, n_ctx, n_ubatch, cache_type, n_gpu_layers, n_cpu_moe } = choice
  const pins = { ...intent.pins, n_ubatch, cache_type, n_gpu_layers, n_cpu_moe }
  return makePlan({ target, model, intent: { ...intent, precision, n_ctx, pins } })
}

function linesOfPlan({ config }: Plan, frame: PlanFrame | undefined, pick: Candidate | undefined) {
  if (frame === undefined || pick === undefined || config.model === undefined) return []
  return linesOf(pick.choice, config.model, frame.situation)
}

function groupsOf(members: readonly SetMember[], swapped: ReadonlySet<number>): ModelSet['groups'] {
  const names = (swap: boolean) => members.flatMap(({ name }, at) => (swapped.has(at) === swap ? [name] : []))
  return [
    { name: 'loaded', swap: false, members: names(false) },
    { name: 'swapped', swap: true, members: names(true) },
  ].filter((group) => group.members.length > 0)
}

/** Names the memory that even the smallest choices overfill. */
function impossibleSet(
  target: Target,
  members: readonly SetMember[],
  contenders: readonly { readonly pinned: boolean; readonly candidates: readonly Candidate[] }[],
  room: (processes: number) => Needs,
): UserError {
  const alone = contenders.findIndex(({ candidates }) => candidates.length === 0)
  if (alone !== -1) {
    return new UserError(
      'input',
      `${members[alone]?.name ?? 'a model'} does not fit on ${target.display_name}, even by itself.`,
      'Choose a smaller model or precision for it, or a shorter context.',
    )
  }
  const pinned = contenders.filter((one) => one.pinned)
  const least = (one: { readonly candidates: readonly Candidate[] }, at: number) =>
    Math.min(...one.candidates.map(({ needs }) => needs[at] ?? 0))
  // One more is loaded at a time where any may swap.
  const limits = room(pinned.length + (pinned.length < contenders.length ? 1 : 0))
  const memory = limits.findIndex((bytes, at) => pinned.reduce((sum, one) => sum + least(one, at), 0) > bytes)
  const name = memory === -1 ? 'memory' : (target.devices[memory]?.name ?? 'host memory')
  const how = memory === -1 ? '' : ` (${showGib(limits[memory] ?? 0)} can be planned)`
  return new UserError(
    'input',
    `the models do not fit together on ${target.display_name}: those that must stay loaded leave too little ${name}${how}.`,
    'Let more of them swap (leave pinned out), or choose smaller models.',
  )
}
