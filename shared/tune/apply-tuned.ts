import { UserError } from '../errors.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import { estimateThroughput } from '../estimate/throughput/estimate-throughput.ts'
import type { PinnedSettings } from '../plan/intent.ts'
import { makePlan, type PlanRequest } from '../plan/make-plan.ts'
import type { Plan, Reason } from '../plan/plan.ts'
import { calibrate } from './calibrate.ts'
import { objectiveOf } from './objective.ts'
import { isProved, type StoredResult } from './stored-result.ts'
import type { TunedSettings } from './tuned-settings.ts'

/** The stored winner for a wish: of this model, for the same users and the same kind of use; null where there is none. */
export function winnerFor(
  results: readonly StoredResult[],
  model_digest: string,
  { intent }: PlanRequest,
): StoredResult | null {
  const { name, users } = objectiveOf(intent.use_case, intent.n_parallel ?? 1)
  const fitting = results.filter(
    (result) =>
      result.model.digest === model_digest &&
      isProved(result) &&
      result.objective.name === name &&
      result.objective.users === users,
  )
  return fitting[0] ?? null
}

/**
 * A plan with the settings that were measured as the fastest here, everything else planned around them. What the user has
 * set by hand stays. Where they no longer fit (a longer context), the plan is the one without them, and says so.
 */
export function planWithWinner(request: PlanRequest, winner: StoredResult): Plan {
  const { intent } = request
  const own = intent.pins ?? {}
  const { winner: settings, model } = winner
  try {
    const all = hparamsOf(model.facts).n_layer_all + 1
    const plan = makePlan({ ...request, intent: { ...intent, pins: { ...pinsOf(settings, all), ...own } } })
    const extra = extraSettings(settings)
    const reasons = [...plan.reasons.map((reason) => measuredReason(reason, settings, own)), ...extraReasons(extra)]
    const all_settings = { ...plan.config.settings, ...extra }
    const config = { ...plan.config, settings: all_settings }
    // Threads for prompts, say, are not the planner's own, and change the speed.
    const throughput = estimateThroughput(model.facts, { ...all_settings, backend: config.backend }, plan.target)
    return { ...plan, config, throughput, reasons, notes: [...plan.notes, `Measured here: ${saidOf(winner)}.`] }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const plan = makePlan(request)
    return { ...plan, notes: [...plan.notes, `The settings that were tuned here (${winner.id}) do not fit this wish.`] }
  }
}

/** A plan whose speeds are what was measured on this machine, of this model or of others. */
export function withMeasuredSpeed(plan: Plan, results: readonly StoredResult[], model_digest: string): Plan {
  const throughput = calibrate(plan.throughput, results, model_digest, plan.target)
  const { tg } = throughput
  if (tg === null || throughput.tg === plan.throughput.tg) return { ...plan, throughput }
  const rounded = (speed: number) => Math.round(speed * 10) / 10
  const metadata = {
    ...plan.config.metadata,
    expected_tokens_per_sec: rounded(tg.tokens_per_s),
    expected_tokens_per_sec_range: [rounded(tg.low), rounded(tg.high)] as [number, number],
    expected_tokens_per_sec_basis: tg.basis,
  }
  return { ...plan, throughput, config: { ...plan.config, metadata } }
}

function pinsOf(settings: TunedSettings, all_layers: number): PinnedSettings {
  const { n_threads, n_batch, n_ubatch, flash_attn, n_gpu_layers, n_cpu_moe, cache_type_k } = settings
  const layers = n_gpu_layers === -1 ? all_layers : n_gpu_layers
  return {
    ...(n_threads !== undefined && { n_threads }),
    ...(n_batch !== undefined && { n_batch }),
    ...(n_ubatch !== undefined && { n_ubatch }),
    ...(flash_attn !== undefined && { flash_attn }),
    ...(layers !== undefined && { n_gpu_layers: layers }),
    ...(n_cpu_moe !== undefined && { n_cpu_moe }),
    ...(cache_type_k !== undefined && { cache_type: cache_type_k }),
  }
}

type Extra = Pick<TunedSettings, 'n_threads_batch' | 'use_mmap' | 'poll' | 'prio' | 'numa' | 'cache_type_v'>

/** What the planner does not plan. */
function extraSettings({ n_threads_batch, use_mmap, poll, prio, numa, cache_type_v }: TunedSettings): Extra {
  return {
    ...(n_threads_batch !== undefined && { n_threads_batch }),
    ...(use_mmap !== undefined && { use_mmap }),
    ...(poll !== undefined && { poll }),
    ...(prio !== undefined && { prio }),
    ...(numa !== undefined && { numa }),
    ...(cache_type_v !== undefined && { cache_type_v }),
  }
}

function measuredReason(reason: Reason, settings: TunedSettings, own: PinnedSettings): Reason {
  const measured = Object.hasOwn(settings, reason.key) && !Object.hasOwn(own, reason.key)
  return measured ? { ...reason, code: 'measured' } : reason
}

function extraReasons(extra: Extra): Reason[] {
  return Object.entries(extra).map(([key, value]) => ({ key, code: 'measured', args: { value: `${value}` } }))
}

/** From twice as fast on a share in percent is hard to read. */
function overDefaults(ratio: number): string {
  return ratio >= 2 ? `${Number(ratio.toPrecision(3))} times as fast as` : `${((ratio - 1) * 100).toFixed(0)} % over`
}

function saidOf({ id, created, ratio, engine }: StoredResult): string {
  const gain = ratio === null ? "llama.cpp's defaults did not run" : `${overDefaults(ratio)} llama.cpp's defaults`
  return `${gain} (lp-tui tune show ${id}, ${created.slice(0, 10)}, llama.cpp ${engine.commit})`
}
