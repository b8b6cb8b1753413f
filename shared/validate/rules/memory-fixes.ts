import { contextSize } from '../../estimate/context-size.ts'
import type { KnownModel } from '../config-context.ts'
import type { FixProblem, FixStep } from '../rule.ts'

/** Contexts are planned in llama.cpp's own step. */
const CTX_STEP = 256
const UBATCHES = [1024, 512, 256, 128, 64, 32]

const at = (key: string) => ['settings', key]

/** A context above this is still of use for most chats: layers are not moved to save more. */
const USEFUL_CTX = 4096

/**
 * Ways to need less device memory, the mildest first: flash attention where it is off, a context down to a quarter,
 * expert weights on the CPU, layers down to half, a smaller micro-batch, then the same further down. When the model
 * alone is too large, its weights come first.
 */
export function deviceMemoryFixes(problem: FixProblem): readonly FixStep[] {
  const { model, hit } = problem
  if (model === null) return []
  const layers = model.settings.n_gpu_layers
  const half = Math.ceil(layers / 2)
  const less = lessContext(model)
  const fewer = down('n_gpu_layers', layers - 1, half, 1)
  const mild = hit.path.at(-1) === 'n_ctx' ? [less.mild, experts(model), fewer] : [experts(model), fewer, less.mild]
  const last = down('n_gpu_layers', half - 1, 0, 1)
  return [flash(problem), ...mild, smallerBatch(model), less.rest, last].flatMap((step) => step ?? [])
}

/** Ways to need less of the host: more of the model on the GPU where there is one, else a smaller context. */
export function hostMemoryFixes(problem: FixProblem): readonly FixStep[] {
  const { model, targets } = problem
  if (model === null) return []
  const { n_gpu_layers, n_cpu_moe } = model.settings
  const all = model.hparams.n_layer_all + 1
  const apart = targets.every(({ devices, target }) => devices.length > 0 && !target.unified)
  const { mild, rest } = lessContext(model)
  const moves = apart
    ? [
        n_cpu_moe > 0 ? { path: at('n_cpu_moe'), from: n_cpu_moe - 1, to: 0, step: -1 } : null,
        n_gpu_layers < all ? { path: at('n_gpu_layers'), from: n_gpu_layers + 1, to: all, step: 1 } : null,
      ]
    : []
  return [flash(problem), ...moves, mild, smallerBatch(model), rest].flatMap((step) => step ?? [])
}

function lessContext({ settings: { n_ctx } }: KnownModel): { mild: FixStep | null; rest: FixStep | null } {
  const below = Math.floor((n_ctx - 1) / CTX_STEP) * CTX_STEP
  const quarter = Math.max(USEFUL_CTX, Math.ceil(n_ctx / 4 / CTX_STEP) * CTX_STEP)
  const rest = Math.min(below, quarter - CTX_STEP)
  return { mild: down('n_ctx', below, quarter, CTX_STEP), rest: down('n_ctx', rest, CTX_STEP, CTX_STEP) }
}

/** Without flash attention the scores of a whole micro-batch are kept; with it the answers are the same. */
function flash({ config }: FixProblem): FixStep | null {
  return config.settings.flash_attn === 'off' ? { path: at('flash_attn'), values: ['auto'] } : null
}

function experts({ hparams: { n_expert, n_layer }, settings: { n_cpu_moe } }: KnownModel): FixStep | null {
  if (n_expert === 0) return null
  return n_cpu_moe < n_layer ? { path: at('n_cpu_moe'), from: n_cpu_moe + 1, to: n_layer, step: 1 } : null
}

function smallerBatch({ hparams, settings }: KnownModel): FixStep {
  const { n_ubatch } = contextSize(hparams, settings)
  return { path: at('n_ubatch'), values: UBATCHES.filter((value) => value < n_ubatch) }
}

function down(key: string, from: number, to: number, step: number): FixStep | null {
  return from >= to ? { path: at(key), from, to, step: -step } : null
}
