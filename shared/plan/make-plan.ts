import type { RuntimeConfig } from '../config/runtime-config.ts'
import { fits } from '../estimate/budget.ts'
import { hparamsOf } from '../estimate/compiled-model.ts'
import type { ModelFacts } from '../model/facts.ts'
import { parameterLabel } from '../model/parameter-label.ts'
import { rpcServers } from '../profile/cluster.ts'
import type { Target } from '../profile/target.ts'
import { roundGib } from '../units.ts'
import { abortsOnAmx, type Choice, flashOf, linesOf, memoryOf, type Situation, speedOf } from './candidate.ts'
import { fastestSplit } from './cluster-split.ts'
import { downgradeSteps } from './downgrade-steps.ts'
import { gridOf, precisionLadder } from './grid.ts'
import { impossiblePlan } from './impossible.ts'
import type { Intent } from './intent.ts'
import type { ModelChoice } from './model-choice.ts'
import { plannedCacheRam, plannedFigures } from './planned-figures.ts'
import type { Plan } from './plan.ts'
import { reasonsOf } from './reasons.ts'
import { type Grid, searchBest } from './search.ts'
import { planThreads } from './threads.ts'
import { type Wish, wishOf } from './wish.ts'

/** llama_max_devices (src/llama.cpp). */
const MOST_DEVICES = 16

export type PlanRequest = { readonly target: Target; readonly model: ModelChoice; readonly intent: Intent }

/** What a plan is searched in: the facts by precision, the wish, the machine, and every combination that is tried. */
export type PlanFrame = {
  readonly target: Target
  readonly intent: Intent
  readonly wish: Wish
  readonly factsOf: (precision: string) => ModelFacts
  readonly situation: Situation
  readonly grid: Grid
  /** The wish as a choice, whether it fits or not. */
  readonly wished: Choice
}

/** @throws UserError for a precision that the model does not have */
export function planFrame({ target: given, model, intent: asked }: PlanRequest): PlanFrame {
  const target = { ...given, devices: given.devices.slice(0, MOST_DEVICES) }
  const factsOf = rememberFacts(model)
  // `q4_k_m` and `Q4_K` mean Q4_K_M: the model says the proper name.
  const pinned = asked.precision === undefined ? {} : { precision: factsOf(asked.precision).precision }
  const intent = { ...asked, ...pinned }
  // Hyperparameters are the same in every precision.
  const any = factsOf(intent.precision ?? model.precisions[0] ?? 'Q4_K_M')
  const general = wishOf(intent, hparamsOf(any).n_ctx_train)
  const precisions = precisionLadder(model.precisions, intent, general)
  // A file or a model with one native format has no other precision to wish for.
  const wish = { ...general, precision: precisions[0] ?? general.precision }
  const situation = situationOf(target, intent, wish)
  const grid = gridOf(intent, wish, target, precisions, any)
  const most = grid.max_gpu_layers(any)
  const wished: Choice = {
    precision: precisions[0] ?? 'Q4_K_M',
    n_ctx: wish.n_ctx,
    cache_type: grid.cache_types[0] ?? 'f16',
    n_ubatch: grid.micro_batches[0] ?? wish.n_ubatch,
    n_gpu_layers: intent.pins?.n_gpu_layers ?? most,
    n_cpu_moe: intent.pins?.n_cpu_moe ?? 0,
  }
  return { target, intent, wish, factsOf, situation, grid, wished }
}

/**
 * The best runtime config for a model on a target: the choice of the highest worth (objective.ts) that fits every
 * memory with head-room. The result has no findings when validated on the same target.
 * @throws UserError when nothing fits, or for a precision that the model does not have
 */
export function makePlan(request: PlanRequest): Plan {
  const { target: given, model } = request
  const { target, intent, wish, factsOf, situation: searchedIn, grid, wished } = planFrame(request)
  const { precisions } = grid
  // Where the wish fits as a whole there is no reason to leave its precision.
  const keeps = fits(linesOf(wished, factsOf(wished.precision), searchedIn))
  const searched = keeps ? { ...grid, precisions: precisions.slice(0, 1) } : grid
  const found = searchBest(searched, factsOf, searchedIn, wish)
  if (found === null) {
    const smallest: Choice = {
      ...wished,
      precision: precisions.at(-1) ?? wished.precision,
      n_ctx: grid.contexts.at(-1) ?? wished.n_ctx,
      cache_type: grid.cache_types.at(-1) ?? 'f16',
      n_ubatch: grid.micro_batches.at(-1) ?? wished.n_ubatch,
    }
    throw impossiblePlan(model.display_name, smallest, factsOf(smallest.precision), searchedIn)
  }

  const { choice, facts } = found
  const split = fastestSplit(choice, facts, searchedIn)
  const situation = split === null ? searchedIn : { ...searchedIn, tensor_split: split }
  const memory = memoryOf(choice, facts, situation)
  const throughput = speedOf(choice, facts, situation)
  const config = configOf(choice, facts, { target, model, intent }, situation, { memory, throughput })
  return {
    config,
    target,
    reasons: reasonsOf({ choice, wished, wish, facts, wished_facts: factsOf(wished.precision), situation, intent }),
    steps: downgradeSteps(wished, choice, factsOf, situation),
    memory,
    throughput,
    notes: [
      ...target.notes,
      ...(model.note === undefined ? [] : [model.note]),
      ...planNotes(choice, facts, given, situation.n_parallel),
    ],
  }
}

/** What the plan does not do as one might expect. */
function planNotes(choice: Choice, facts: ModelFacts, target: Target, n_parallel: number): string[] {
  const { n_ctx_train } = hparamsOf(facts)
  const notes: string[] = []
  if (n_ctx_train > 0 && choice.n_ctx > n_ctx_train) {
    notes.push(
      `The model was trained for ${n_ctx_train} tokens; the ${choice.n_ctx} asked for need RoPE scaling, or answers get worse.`,
    )
  }
  if (n_parallel > 1) {
    const share = Math.floor(choice.n_ctx / n_parallel)
    notes.push(`The ${n_parallel} slots share the context: ${share} tokens each while all are busy.`)
  }
  if (target.devices.length > MOST_DEVICES) {
    notes.push(
      `llama.cpp uses ${MOST_DEVICES} devices at most: the other ${target.devices.length - MOST_DEVICES} are left out.`,
    )
  }
  return notes
}

/** Facts of each precision, derived once: planning asks for them again and again. */
function rememberFacts(model: ModelChoice): (precision: string) => ModelFacts {
  const known = new Map<string, ModelFacts>()
  return (precision) => {
    const facts = known.get(precision) ?? model.facts(precision)
    known.set(precision, facts)
    return facts
  }
}

function situationOf(target: Target, intent: Intent, wish: Wish): Situation {
  const usable = target.devices.map((device) => device.usable?.bytes ?? 0)
  return {
    target,
    n_batch: wish.n_batch,
    n_parallel: intent.n_parallel ?? 1,
    n_threads: planThreads(target, intent),
    program: intent.program ?? 'server',
    ...(intent.pins?.flash_attn !== undefined && { flash_attn: intent.pins.flash_attn }),
    // A share of 0 would leave a small device out.
    tensor_split: usable.length > 1 ? usable.map((bytes) => Math.max(0.01, roundGib(bytes, 2))) : [],
  }
}

function configOf(
  choice: Choice,
  facts: ModelFacts,
  { target, model, intent }: PlanRequest,
  situation: Situation,
  { memory, throughput }: Pick<Plan, 'memory' | 'throughput'>,
): RuntimeConfig {
  const hparams = hparamsOf(facts)
  const onGpu = choice.n_gpu_layers > 0
  const { tg } = throughput
  const servers = rpcServers(target)
  const aborts = abortsOnAmx(choice, facts, situation)
  return {
    version: 1,
    backend: onGpu ? target.backend : 'cpu',
    model_path: model.path(choice.precision),
    settings: {
      n_gpu_layers: choice.n_gpu_layers === hparams.n_layer_all + 1 ? -1 : choice.n_gpu_layers,
      n_threads: situation.n_threads,
      n_batch: situation.n_batch,
      n_ubatch: choice.n_ubatch,
      n_ctx: choice.n_ctx,
      rope_freq_base: hparams.rope_freq_base,
      rope_freq_scale: hparams.rope_freq_scale,
      flash_attn: flashOf(choice, situation),
      cache_type_k: choice.cache_type,
      cache_type_v: choice.cache_type,
      n_parallel: situation.n_parallel,
      ...(choice.n_cpu_moe > 0 ? { n_cpu_moe: choice.n_cpu_moe } : {}),
      ...(onGpu && situation.tensor_split.length > 1
        ? { split_mode: 'layer' as const, tensor_split: [...situation.tensor_split] }
        : {}),
      ...(onGpu && servers.length > 0 ? { rpc_servers: servers } : {}),
      ...(aborts && { use_extra_bufts: false }),
    },
    metadata: {
      hardware: target.id.slice(0, 200),
      model_size: model.size_label ?? parameterLabel(facts.n_params),
      precision: choice.precision,
      use_case: intent.use_case,
      ...plannedFigures(memory, tg),
      ...plannedCacheRam(memory, target),
      program: situation.program,
      engine: memory.engine,
      ...(intent.generator === undefined ? {} : { generator: intent.generator }),
    },
    model: facts,
  }
}
