import type { MemorySettings } from '../memory-settings.ts'
import type { ExtraTerm } from './extra-term.ts'
import { imageEdges } from './vision/image-limits.ts'
import { type VisionCompute, visionCompute } from './vision/vision-compute.ts'
import type { ProjectorFacts, VisionTower } from './vision/vision-facts.ts'

/** What llama.cpp is told about the projector. */
export type ProjectorOptions = {
  /** `--no-mmproj-offload` keeps it on the CPU. */
  readonly offload?: boolean
  /** `--image-max-tokens`: limits the largest image of models with images of any size. */
  readonly image_max_tokens?: number
}

/** `--mtmd-batch-max-tokens`: small images or tiles are encoded together up to this many tokens. */
const BATCH_TOKENS = 1024
/** Graphs that take several images at once (support_batch, tools/mtmd/models/models.h). */
const BATCHES = new Set(['deepseekocr', 'deepseekocr2', 'gemma4v', 'internvl'])
/** How far the closed form may be from the truth, either way. */
const CLOSED_FORM_LOW = 0.3

/**
 * A multimodal projector beside the model: all its weights and one compute buffer go to the first device, whatever
 * `n_gpu_layers` is (tools/mtmd/clip.cpp, load_tensors and reserve_compute_meta). The buffer is reserved for a middle-sized
 * image and grows when a larger one comes.
 */
export function projectorTerms(
  facts: ProjectorFacts,
  settings: MemorySettings,
  n_devices: number,
  { offload = true, image_max_tokens }: ProjectorOptions = {},
): ExtraTerm[] {
  const on_device = offload && n_devices > 0
  const place = on_device ? 0 : 'host'
  const flag = on_device ? '--no-mmproj-offload' : undefined
  const weights: ExtraTerm = {
    id: 'mmproj.model',
    place,
    bytes: facts.weight_bytes,
    source: `all tensors of ${facts.name} in one buffer (clip_model_loader::load_tensors)`,
    ...(flag && { limit_flag: flag }),
  }
  if (facts.vision === null) return [weights]
  const compute = towerCompute(facts, facts.vision, settings, on_device, image_max_tokens)
  const limit_flag = compute.any_size ? '--image-max-tokens' : flag
  const limits = (bytes: number, high: number, closed: boolean): Pick<ExtraTerm, 'bytes' | 'low' | 'high'> =>
    closed ? { bytes, low: Math.floor(bytes * CLOSED_FORM_LOW), high } : high > bytes ? { bytes, high } : { bytes }
  const closed = compute.reserved.basis === 'closed_form'
  return [
    weights,
    {
      id: 'mmproj.compute',
      place,
      ...limits(compute.reserved.device, compute.largest.device, closed),
      source: compute.words,
      ...(limit_flag && { limit_flag }),
    },
    {
      id: 'mmproj.compute',
      place: 'host',
      ...limits(compute.reserved.host, compute.largest.host, closed),
      source: `the image's pixels and masks before they go to the device`,
      ...(limit_flag && { limit_flag }),
    },
  ]
}

type TowerCompute = {
  readonly reserved: VisionCompute
  readonly largest: VisionCompute
  readonly any_size: boolean
  readonly words: string
}

function towerCompute(
  facts: ProjectorFacts,
  tower: VisionTower,
  settings: MemorySettings,
  on_device: boolean,
  image_max_tokens: number | undefined,
): TowerCompute {
  const edges = imageEdges(tower, image_max_tokens)
  const flash = settings.flash_attn !== 'off'
  const of = (edge: number) => visionCompute(facts, tower, edge, edges.n_merge, flash, on_device)
  const reserved = of(edges.warmup)
  const largest = of(edges.largest)
  const tokens = (Math.floor(edges.warmup / tower.patch_size) / edges.n_merge) ** 2
  const together = BATCHES.has(tower.type) ? Math.max(1, Math.floor(BATCH_TOKENS / tokens)) : 1
  const how =
    reserved.basis === 'replayed'
      ? "its graph under llama.cpp's allocator"
      : `closed form: the graph of ${tower.type || 'this projector'} is not described here`
  const upTo = edges.largest > edges.warmup ? `; up to ${edges.largest} x ${edges.largest} with the largest image` : ''
  return {
    reserved,
    largest: {
      ...largest,
      device: Math.max(largest.device, together * reserved.device),
      host: Math.max(largest.host, together * reserved.host),
    },
    any_size: edges.largest > edges.warmup,
    words: `reserved for an image of ${edges.warmup} x ${edges.warmup} pixels (${how})${upTo}`,
  }
}
