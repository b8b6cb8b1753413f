import {
  CACHE_TYPES,
  reasonSentence,
  type Hparams,
  type LocatedFinding,
  type ModelChoice,
  type Plan,
  type Target,
} from '../core.ts'
import { tokens } from '../format.ts'
import type { Pins, RowId } from './answers.ts'
import type { Lazy } from './lazy.ts'
import { choiceOf, planFor } from './plans.ts'
import { remember } from './remember.ts'
import { rowValue, tunedOf, type Tuned } from './tuned.ts'
import type { View } from './view.ts'

export type TuneRow = {
  readonly id: RowId
  readonly label: string
  readonly value: string | number
  /** As the screen shows it. */
  readonly shown: string
  /** From the least to the most; the value is among them. */
  readonly choices: readonly (string | number)[]
  readonly pinned: boolean
  /** Why the plan has this value. */
  readonly reason: string
  readonly findings: readonly LocatedFinding[]
}

export type TuneView = Tuned & {
  readonly plan: Plan
  readonly model: ModelChoice
  readonly rows: readonly TuneRow[]
  /** Findings that no row stands for. */
  readonly others: readonly LocatedFinding[]
}

/** Label and what the setting does, in the order of the screen. */
export const TUNE_ROWS: Readonly<Record<RowId, { readonly label: string; readonly about: string }>> = {
  precision: {
    label: 'precision',
    about:
      'Bits per weight. Smaller files are faster and need less memory; below about 4 bits answers get noticeably worse.',
  },
  n_ctx: {
    label: 'context',
    about:
      'Tokens that the model can see at once, prompt and answer together. The cache grows with it. Shared by all slots.',
  },
  n_gpu_layers: {
    label: 'layers on GPU',
    about:
      'Layers whose weights and cache lie on the GPU, the output layer counted. The rest runs on the CPU, several times slower.',
  },
  cache_type: {
    label: 'cache type',
    about:
      'How keys and values of past tokens are stored. q8_0 takes about half of f16 for a very small loss; smaller types cost quality.',
  },
  n_batch: { label: 'batch', about: 'Tokens of a prompt that are handed over at once. Never below the micro-batch.' },
  n_ubatch: {
    label: 'micro-batch',
    about:
      'Tokens that are computed at once. More speeds prompts up and costs compute memory; generation is not affected.',
  },
  n_threads: {
    label: 'threads',
    about: 'CPU threads. One for each performance core is best; more only wait for each other.',
  },
  n_parallel: { label: 'parallel', about: 'Requests that are served at the same time. They share the context.' },
  flash_attn: {
    label: 'flash attention',
    about:
      'Computes attention without a large table of scores. Needed for a quantised cache; auto lets the engine decide.',
  },
  n_cpu_moe: {
    label: 'experts on CPU',
    about:
      'Layers, from the first, whose expert weights stay in RAM. The cheapest way to fit a large mixture of experts.',
  },
}

/** The tuning screen's content; pending until the plan is there, failed where nothing fits. */
export function tuneView(view: View): Lazy<TuneView> {
  const { model, use_case } = view.state.answers
  if (model === undefined || use_case === undefined)
    return { state: 'failed', message: 'No model and use case are chosen.' }
  const plan = planFor(view, model, use_case, view.state.planned_pins)
  if (plan.state !== 'ready') return plan
  return { state: 'ready', value: assembled(plan.value, view.state.pins, choiceOf(model)) }
}

const assembled = remember((plan: Plan, pins: Pins, model: ModelChoice): TuneView => {
  const tuned = tunedOf(plan, pins, model)
  const { findings } = tuned.report
  const ids = (Object.keys(TUNE_ROWS) as RowId[]).filter((id) => isShown(id, tuned.hparams, plan.target))
  const rows = ids.map((id): TuneRow => {
    const value = rowValue(tuned.config, id, tuned.hparams)
    return {
      id,
      label: TUNE_ROWS[id].label,
      value,
      shown: shownValue(id, value, tuned.hparams),
      choices: choicesFor(id, value, model, tuned.hparams, plan.target),
      pinned: pins[id] !== undefined,
      reason: pins[id] === undefined ? reasonOf(plan, id) : 'set by hand',
      findings: findings.filter((finding) => rowOf(finding) === id),
    }
  })
  return { ...tuned, plan, model, rows, others: findings.filter((finding) => !ids.some((id) => id === rowOf(finding))) }
})

function isShown(id: RowId, hparams: Hparams, target: Target): boolean {
  if (id === 'n_cpu_moe') return hparams.n_expert > 0 && target.devices.length > 0
  return id !== 'n_gpu_layers' || target.devices.length > 0
}

function shownValue(id: RowId, value: string | number, hparams: Hparams): string {
  if (typeof value === 'string') return value
  if (id === 'n_ctx') return `${tokens(value)} tokens`
  if (id === 'n_gpu_layers') return `${value} of ${hparams.n_layer_all + 1}`
  if (id === 'n_cpu_moe') return value === 0 ? 'none' : `${value} of ${hparams.n_layer}`
  return String(value)
}

/** Why the planner chose the value, as a phrase. */
function reasonOf(plan: Plan, id: RowId): string {
  const key = id === 'cache_type' ? 'cache_type_k' : id
  const reason = plan.reasons.find((one) => one.key === key)
  if (reason !== undefined) return reasonSentence(reason)
  if (id === 'flash_attn')
    return plan.config.settings.flash_attn === 'on' ? 'a quantised cache needs it' : 'the engine decides'
  return id === 'n_cpu_moe' ? 'all experts fit on the GPU' : ''
}

/** The row that a finding is about. */
export function rowOf(finding: LocatedFinding): RowId | null {
  const key = String(finding.path.at(-1) ?? '')
  if (key === 'cache_type_k' || key === 'cache_type_v') return 'cache_type'
  if (key === 'n_threads_batch') return 'n_threads'
  return (Object.keys(TUNE_ROWS) as RowId[]).find((id) => id === key) ?? null
}

const BATCHES = [16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192]
const SLOTS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64]

// oxlint-disable-next-line typescript/consistent-return -- the compiler proves that no row is left out
function choicesFor(
  id: RowId,
  value: string | number,
  model: ModelChoice,
  hparams: Hparams,
  target: Target,
): readonly (string | number)[] {
  switch (id) {
    case 'precision':
      return withOwn(model.precisions, value)
    case 'n_ctx':
      return numbers(contexts(hparams.n_ctx_train), value)
    case 'n_gpu_layers':
      return numbers(upTo(hparams.n_layer_all + 1), value)
    case 'cache_type':
      // From the smallest to the largest, like every other row.
      return withOwn(
        ['q4_0', 'iq4_nl', 'q4_1', 'q5_0', 'q5_1', 'q8_0', 'bf16', 'f16', 'f32'].filter(isCacheType),
        value,
      )
    case 'n_batch':
    case 'n_ubatch':
      return numbers(BATCHES, value)
    case 'n_threads':
      return numbers(upTo(target.cpu.physical_cores).slice(1), value)
    case 'n_parallel':
      return numbers(SLOTS, value)
    case 'flash_attn':
      return ['off', 'auto', 'on']
    case 'n_cpu_moe':
      return numbers(upTo(hparams.n_layer), value)
  }
}

/** Powers of two and the steps between, up to the length that the model was trained for. */
function contexts(n_ctx_train: number): number[] {
  const most = n_ctx_train > 0 ? n_ctx_train : 131_072
  const steps: number[] = []
  for (let power = 512; power <= most; power *= 2) steps.push(power, power * 1.5)
  return [...steps.filter((n) => n < most), most]
}

function upTo(most: number): number[] {
  return Array.from({ length: most + 1 }, (_, n) => n)
}

function numbers(choices: readonly number[], own: string | number): readonly number[] {
  return [...new Set([...choices, Number(own)])].sort((a, b) => a - b)
}

function withOwn(choices: readonly string[], own: string | number): readonly (string | number)[] {
  return choices.includes(String(own)) ? choices : [own, ...choices]
}

function isCacheType(name: string): boolean {
  return CACHE_TYPES.some((known) => known === name)
}
