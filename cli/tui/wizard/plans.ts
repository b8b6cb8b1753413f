import {
  CACHE_TYPES,
  choiceFromCatalog,
  choiceFromFacts,
  findCatalogEntry,
  type Intent,
  type ModelChoice,
  type Plan,
  type Target,
  type UseCase,
} from '../core.ts'
import type { FileModel, ModelRef, Services } from '../services.ts'
import type { Pins } from './answers.ts'
import { PENDING, type Job, type Lazy } from './lazy.ts'
import { remember } from './remember.ts'
import { targetOf } from './target-of.ts'
import type { View } from './view.ts'

/** The model as the planner takes it. */
export const choiceOf = remember((model: ModelRef): ModelChoice => {
  if (model.kind === 'file') return choiceFromFacts(model.facts, model.path)
  return choiceFromCatalog(findCatalogEntry(model.id), model.note)
}, 4)

/** What the plan is made for; rows set by hand count where the planner takes them. */
function intentOf({ state, generator }: View, use_case: UseCase, pins: Pins): Intent {
  const { precision, n_ctx, n_parallel, program } = state.answers
  return {
    use_case,
    generator,
    ...(precision !== undefined && { precision }),
    ...(n_ctx !== undefined && { n_ctx }),
    ...(n_parallel !== undefined && { n_parallel }),
    ...(program !== undefined && { program }),
    ...(typeof pins.precision === 'string' && { precision: pins.precision }),
    ...(typeof pins.n_ctx === 'number' && { n_ctx: pins.n_ctx }),
    ...(typeof pins.n_parallel === 'number' && { n_parallel: pins.n_parallel }),
    ...(Object.keys(pins).length > 0 && { pins: pinnedSettings(pins) }),
  }
}

/** Rows that the planner takes as settings; precision, context and slots are wishes of their own. */
function pinnedSettings(pins: Pins): NonNullable<Intent['pins']> {
  const { flash_attn } = pins
  const cache_type = CACHE_TYPES.find((type) => type === pins.cache_type)
  const numbers = Object.fromEntries(
    (['n_gpu_layers', 'n_cpu_moe', 'n_batch', 'n_ubatch', 'n_threads'] as const).flatMap((row) =>
      typeof pins[row] === 'number' ? [[row, pins[row]]] : [],
    ),
  )
  return {
    ...numbers,
    ...(cache_type !== undefined && { cache_type }),
    ...(flash_attn === 'on' || flash_attn === 'off' || flash_attn === 'auto' ? { flash_attn } : {}),
  }
}

const names = new WeakMap<Target, number>()
let last = 0

/** Targets are told apart by identity: selectors keep them. */
function nameOf(target: Target): number {
  const known = names.get(target) ?? ++last
  names.set(target, known)
  return known
}

function keyOf(target: Target, model: ModelRef, intent: Intent): string {
  const which = model.kind === 'file' ? model.path : model.id
  return `plan ${nameOf(target)} ${model.kind} ${which} ${JSON.stringify(intent)}`
}

/** The plan for a model and use case on the chosen target, as far as it is known. */
export function planFor(view: View, model: ModelRef, use_case: UseCase, pins: Pins = {}): Lazy<Plan> {
  const target = targetOf(view.state)
  if (target === null && view.state.machine.status === 'failed') {
    return { state: 'failed', message: `This machine could not be looked at: ${view.state.machine.trouble ?? ''}` }
  }
  return target === null ? PENDING : view.known.get<Plan>(keyOf(target, model, intentOf(view, use_case, pins)))
}

/** The work that makes `planFor` known; none before the machine has been seen. */
export function planJobs(view: View, model: ModelRef, use_case: UseCase, services: Services, pins: Pins = {}): Job[] {
  const target = targetOf(view.state)
  if (target === null) return []
  const intent = intentOf(view, use_case, pins)
  return [{ key: keyOf(target, model, intent), run: (signal) => services.plan({ target, model, intent }, signal) }]
}

/** A model file, as far as its header is read. */
export function fileModelOf(view: View, path: string): Lazy<FileModel> {
  return view.known.get<FileModel>(`facts ${path}`)
}

export function fileModelJob(path: string, services: Services): Job {
  return { key: `facts ${path}`, run: () => services.readModel(path) }
}
