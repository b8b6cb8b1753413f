import { computeBufferSizes } from '../../graph/graph-allocator.ts'
import { schedule } from '../../graph/scheduler.ts'
import { VISION_BUILDERS } from './projectors.ts'
import type { ProjectorFacts, VisionTower } from './vision-facts.ts'
import { MissingVisionWeight, visionGraph } from './vision-graph.ts'

/** Bytes of a tower's compute buffers for one image: on its device (or the CPU alone), and on the host beside it. */
export type VisionCompute = {
  readonly device: number
  readonly host: number
  readonly basis: 'replayed' | 'closed_form'
}

/**
 * Compute buffers for a square image of `edge` pixels: the tower's graph under llama.cpp's own allocator
 * (clip_model_loader::reserve_compute_meta), or a closed form for projectors that are not described here.
 * @param on_device false where the tower runs on the CPU
 */
export function visionCompute(
  facts: ProjectorFacts,
  tower: VisionTower,
  edge: number,
  n_merge: number,
  flash: boolean,
  on_device: boolean,
): VisionCompute {
  const build = Object.hasOwn(VISION_BUILDERS, tower.type) ? VISION_BUILDERS[tower.type] : undefined
  // Without heads the only graph is one without attention.
  if (build === undefined || (tower.n_head === 0 && tower.n_layer > 0))
    return closedForm(facts, tower, edge, n_merge, flash, on_device)
  try {
    const g = visionGraph(facts, tower, edge, n_merge, flash)
    g.expand(build(g))
    const n_backends = on_device ? 2 : 1
    const [device = 0, host = 0] = computeBufferSizes(schedule(g.graph, n_backends, 1), n_backends)
    return { device, host, basis: 'replayed' }
  } catch (error) {
    if (error instanceof MissingVisionWeight) return closedForm(facts, tower, edge, n_merge, flash, on_device)
    throw error
  }
}

/**
 * The widest moment of a transformer over patches: the feed-forward layer, attention with its scores, or the projector
 * behind it. Of the measured projectors (docs/memory.md) none needs more but for one with a mask; most need less.
 */
function closedForm(
  facts: ProjectorFacts,
  tower: VisionTower,
  edge: number,
  n_merge: number,
  flash: boolean,
  on_device: boolean,
): VisionCompute {
  const { n_embd, n_ff, n_head, patch_size } = tower
  const n_pos = Math.ceil(edge / patch_size) ** 2 + 1
  const raw = 4 * 3 * edge * edge
  const scores = flash ? 0 : 4 * n_head * n_pos * n_pos
  const widest = Math.max(
    0,
    ...[...facts.weights].map(([name, { shape }]) => (name.startsWith('mm.') ? (shape[1] ?? 0) : 0)),
  )
  // Gate, up and their product, or what goes in and comes out of the activation.
  const raised = (facts.weights.has('v.blk.0.ffn_gate.weight') ? 3 : 2) * n_ff
  const seeing = 4 * n_pos * Math.max(raised + 4 * n_embd, 8 * n_embd) + scores
  const device = Math.max(seeing, 4 * (n_pos / n_merge ** 2) * (4 * widest + n_embd)) + raw
  return { device: Math.ceil(device), host: on_device ? raw : 0, basis: 'closed_form' }
}
