import { basename } from 'node:path'
import { UserError } from '../../shared/errors.ts'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import type { Intent } from '../../shared/plan/intent.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import type { Target } from '../../shared/profile/target.ts'
import { type ObjectiveName, objectiveOf } from '../../shared/tune/objective.ts'
import type { Progress as TuneProgress } from '../../shared/tune/session.ts'
import type { StoredResult } from '../../shared/tune/stored-result.ts'
import { hardwareKey, modelKey } from '../../shared/tune/tune-key.ts'
import { tunePlan } from '../../shared/tune/tune-plan.ts'
import { tune, type TuneResult } from '../../shared/tune/tune.ts'
import { settingsText, type TunedSettings } from '../../shared/tune/tuned-settings.ts'
import { benchRunner } from '../../shared/node/tune/bench-runner.ts'
import { embeddedRunner } from '../../shared/node/tune/embedded-runner.ts'
import { dataFolder } from '../../shared/node/tune/data-folder.ts'
import { findTuneEngine, type TuneEngine } from '../../shared/node/tune/find-bench.ts'
import type { Measurer } from '../../shared/node/tune/measurer.ts'
import { digestOf, resultStore } from '../../shared/node/tune/result-store.ts'
import { serverRunner } from '../../shared/node/tune/server-runner.ts'
import { ownEnvironment } from '../../shared/run/engine-environment.ts'
import type { Io } from '../io.ts'
import { version } from '../version.ts'

export type TuneHere = {
  readonly io: Io
  readonly model: string
  readonly facts: ModelFacts
  readonly snapshot: HardwareSnapshot
  readonly intent: Intent
  readonly plan: Plan
  readonly objective?: ObjectiveName | undefined
  readonly engine?: string | undefined
  readonly budget_s: number
  readonly cache_types: boolean
  readonly stop: AbortSignal
  readonly onProgress: (progress: TuneProgress) => void
}

export type TunedHere = {
  readonly result: TuneResult
  readonly stored: StoredResult
  /** Null where nothing was stored: nothing was learned, or an earlier run that was not cut short knows more. */
  readonly file: string | null
}

/**
 * Tunes a model on this machine with the engine that is installed, and stores what was found.
 * @throws UserError('environment') when there is no engine, or it runs with no settings at all
 */
export async function tuneHere(request: TuneHere): Promise<TunedHere> {
  const { io, facts, snapshot, intent, plan, budget_s, stop } = request
  const target = targetFromSnapshot(snapshot)
  const objective = objectiveOf(intent.use_case, intent.n_parallel ?? 1, request.objective)
  const engine = await findTuneEngine({ asked: request.engine, env: io.env, platform: io.platform, cwd: process.cwd() })
  const measurer = await measurerFor(request, engine, objective.name, target)
  const parts = tunePlan({
    plan,
    facts,
    target,
    snapshot,
    objective,
    supported: measurer.supported,
    cache_types: request.cache_types,
  })
  const bench = {
    measure: measurer.measure,
    now: () => performance.now() / 1000,
    stopped: () => stop.aborted,
  }
  const result = await tune({ ...parts, bench, objective, budget_s, onProgress: request.onProgress }).finally(() =>
    measurer.close(),
  )
  const learned = result.trials.some(({ speeds }) => speeds !== null)
  if (!learned && !result.interrupted) throw nothingRan(result, measurer)
  const { verdict } = result
  const build = measurer.build() ?? { commit: 'unknown', number: null, backends: '' }
  const model_digest = digestOf(modelKey(facts))
  const hardware_digest = digestOf(hardwareKey(target, snapshot))
  const stored: StoredResult = {
    schema_version: 1,
    kind: 'tune_result',
    id: digestOf(JSON.stringify([model_digest, hardware_digest, measurer.program, build.commit, objective]), 12),
    created: new Date().toISOString(),
    generator: `lp-tui ${version()}`,
    model: { file: basename(request.model).slice(0, 300), digest: model_digest, facts },
    hardware: {
      digest: hardware_digest,
      platform: target.id,
      display_name: target.display_name,
      cpu: target.cpu.name,
      cores: target.cpu.usable_cores,
      gpus: snapshot.gpus.map(({ name }) => name),
      ram_gb: snapshot.ram_gb,
      backend: target.backend,
    },
    engine: { program: measurer.program, ...build },
    objective,
    n_ctx: plan.config.settings.n_ctx ?? 4096,
    outcome: verdict.outcome,
    defaults_failure: failureOfDefaults(result),
    winner: verdict.winner,
    ratio: verdict.ratio,
    interval: verdict.interval,
    defaults: verdict.defaults,
    tuned: verdict.tuned,
    tests: [...verdict.tests],
    runs: result.trials.length,
    budget_s,
    elapsed_s: result.elapsed_s,
    interrupted: result.interrupted,
    ...(result.enough_s !== null && { enough_s: result.enough_s }),
  }
  return { result, stored, file: learned ? await keep(stored, dataFolder(io)) : null }
}

async function keep(stored: StoredResult, data_folder: string): Promise<string | null> {
  const store = resultStore(data_folder)
  if (stored.interrupted) {
    const { results } = await store.list()
    if (results.some(({ id, interrupted }) => id === stored.id && !interrupted)) return null
  }
  return store.save(stored)
}

async function measurerFor(
  { model, facts, io, stop }: TuneHere,
  { bench, server, embedded }: TuneEngine,
  objective: ObjectiveName,
  target: Target,
): Promise<Measurer> {
  // What is measured is a candidate's settings, not what a variable of llama.cpp adds to each.
  const common = { model, env: ownEnvironment(io.env).env, stop }
  const n_vocab = readHparams(facts).n_vocab
  const found =
    (bench !== null && objective !== 'users'
      ? await benchRunner({ ...common, path: bench, devices: target.devices.length })
      : null) ??
    (server === null ? null : await serverRunner({ ...common, path: server, n_vocab })) ??
    (embedded === null || objective === 'users'
      ? null
      : embeddedRunner({ ...common, path: embedded, n_vocab, cpu: target.backend === 'cpu' }))
  if (found !== null) return found
  throw new UserError(
    'environment',
    objective === 'users' && server === null
      ? `several users are measured with llama-server, and only ${bench === null ? 'node-llama-cpp' : 'llama-bench'} was found`
      : `${bench ?? server ?? 'the engine'} is no llama-bench or llama-server that can be asked`,
    'Pass the folder of a llama.cpp build with --engine.',
  )
}

function failureOfDefaults({ verdict, trials, left_out }: TuneResult): string | null {
  if (verdict.outcome !== 'only_tuned') return null
  const isDefault = ({ settings }: { settings: TunedSettings }) => settingsText(settings) === settingsText({})
  const trial = trials.find(isDefault)
  return (trial?.failure ?? left_out.find(isDefault)?.reason ?? 'they were not tried').slice(0, 300)
}

function nothingRan({ trials, left_out }: TuneResult, { program, path }: Measurer): UserError {
  const failure = trials.find((trial) => trial.failure !== null)?.failure
  if (failure !== undefined && failure !== null) {
    return new UserError('environment', `${program} gave no speed with any settings: ${failure}`, `It is ${path}.`)
  }
  const reason = left_out[0]?.reason ?? 'no candidate was left'
  return new UserError(
    'input',
    `nothing was started: the model ${reason}`,
    'Close what uses the memory, or take a smaller model.',
  )
}
