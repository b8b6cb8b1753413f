import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { ModelChoice } from '../../shared/plan/model-choice.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import { planWithWinner, winnerFor, withMeasuredSpeed } from '../../shared/tune/apply-tuned.ts'
import { modelKey } from '../../shared/tune/tune-key.ts'
import { findTuneEngine } from '../../shared/node/tune/find-bench.ts'
import { readBuild } from '../../shared/node/tune/read-build.ts'
import { digestOf } from '../../shared/node/tune/result-store.ts'
import type { Io } from '../io.ts'
import { measuredHere } from './measured-here.ts'

export type PlanHere = {
  readonly snapshot: HardwareSnapshot
  readonly model: ModelChoice
  readonly intent: Intent
  /** `--engine`, where the command has it. */
  readonly engine?: string | undefined
}

type World = Pick<Io, 'env' | 'platform'>

/**
 * The plan for this machine, with what was measured on it: a stored winner of the same model, machine and engine build is
 * used, speeds of other models are scaled by the measured ones. Without results it is the plain plan.
 */
export async function planHere(io: World, { snapshot, model, intent, engine }: PlanHere): Promise<Plan> {
  const target = targetFromSnapshot(snapshot)
  const request = { target, model, intent }
  const plan = makePlan(request)
  const facts = plan.config.model
  const here = await measuredHere(io, target, snapshot)
  if (here.length === 0 || facts === undefined) return plan
  const digest = digestOf(modelKey(facts))
  const winner = winnerFor(here, digest, request)
  if (winner === null) return withMeasuredSpeed(plan, here, digest)
  const commit = await engineCommit(io, engine)
  if (commit !== null && commit !== winner.engine.commit) {
    const note = `Tuned here with llama.cpp ${winner.engine.commit}, and ${commit} is installed: lp-tui tune would measure that.`
    const calibrated = withMeasuredSpeed(plan, here, digest)
    return { ...calibrated, notes: [...calibrated.notes, note] }
  }
  return withMeasuredSpeed(planWithWinner(request, winner), here, digest)
}

/** The build of the engine that would be run; null where none is found or it does not say. */
async function engineCommit({ env, platform }: World, asked: string | undefined): Promise<string | null> {
  try {
    const { bench, server } = await findTuneEngine({ asked, env, platform, cwd: process.cwd() })
    const path = server ?? bench
    return path === null ? null : ((await readBuild(path, env))?.commit ?? null)
  } catch {
    return null
  }
}
