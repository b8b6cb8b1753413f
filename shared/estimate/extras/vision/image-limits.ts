import type { VisionTower } from './vision-facts.ts'

/**
 * Image sizes by projector, as load_hparams of tools/mtmd/clip.cpp sets them. `warmup`: tokens of the square image
 * that buffers are reserved for at the start; `most`: tokens of the largest image; without them every image has the
 * trained size (larger ones are cut into tiles of it).
 */
type Limits = { readonly n_merge: number; readonly warmup?: number; readonly most?: number }

const LIMITS: Readonly<Record<string, Limits>> = {
  deepseek4v: { n_merge: 1, warmup: 256, most: 384 },
  dots3note_v: { n_merge: 1, warmup: 46 * 46 },
  dots_ocr: { n_merge: 1, warmup: 46 * 46 },
  exaone4_5: { n_merge: 2, warmup: 46 * 46 },
  gemma3: { n_merge: 4 },
  gemma4uv: { n_merge: 1, warmup: 256, most: 1120 },
  gemma4v: { n_merge: 3, warmup: 256, most: 1120 },
  glm4v: { n_merge: 2, warmup: 46 * 46, most: 4096 },
  hunyuanvl: { n_merge: 2, warmup: 32 * 32, most: 16_384 },
  idefics3: { n_merge: 4 },
  kimik25: { n_merge: 1, warmup: 4096, most: 4096 },
  kimivl: { n_merge: 1, warmup: 256, most: 1024 },
  lfm2: { n_merge: 2, warmup: 256, most: 256 },
  lightonocr: { n_merge: 1, warmup: 256 },
  mimovl: { n_merge: 2, warmup: 46 * 46 },
  minimax_m3: { n_merge: 2, warmup: 256, most: 576 },
  minicpmv4_6: { n_merge: 4 },
  'muse-glimmer': { n_merge: 2, warmup: 32 * 32, most: 4096 },
  paddleocr: { n_merge: 2, warmup: 28 * 28 },
  phi4: { n_merge: 1, warmup: 256 },
  pixtral: { n_merge: 1, warmup: 256, most: 1024 },
  'qwen2.5vl_merger': { n_merge: 2, warmup: 46 * 46, most: 4096 },
  qwen2vl_merger: { n_merge: 2, warmup: 46 * 46, most: 4096 },
  qwen3vl_merger: { n_merge: 2, warmup: 46 * 46, most: 4096 },
  step3vl: { n_merge: 4 },
  youtuvl: { n_merge: 2, warmup: 256, most: 62_500 },
}

/** Edges in pixels of the image that buffers are reserved for, and of the largest one that may come. */
export type ImageEdges = { readonly warmup: number; readonly largest: number; readonly n_merge: number }

/**
 * The images that a tower's buffers are made for. Square; another shape of as many pixels needs as much.
 * @param image_max_tokens `--image-max-tokens`
 */
export function imageEdges(tower: VisionTower, image_max_tokens?: number): ImageEdges {
  const { image_size, patch_size } = tower
  const limits = Object.hasOwn(LIMITS, tower.type) ? LIMITS[tower.type] : undefined
  const n_merge = tower.n_merge ?? limits?.n_merge ?? 1
  const step = patch_size * n_merge
  if (limits?.warmup === undefined) return { warmup: image_size, largest: image_size, n_merge }
  const warmup = Math.floor(Math.sqrt(limits.warmup)) * step
  const pixels =
    image_max_tokens === undefined
      ? (tower.image_max_pixels ?? (limits.most === undefined ? image_size ** 2 : limits.most * step ** 2))
      : image_max_tokens * step ** 2
  // As many whole steps along an edge as fit into that many pixels.
  const largest = Math.floor(Math.sqrt(pixels) / step) * step
  return { warmup, largest: Math.max(warmup, largest), n_merge }
}
