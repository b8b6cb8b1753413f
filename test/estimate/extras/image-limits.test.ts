import { describe, expect, it } from 'vitest'
import { imageEdges } from '../../../shared/estimate/extras/vision/image-limits.ts'
import type { VisionTower } from '../../../shared/estimate/extras/vision/vision-facts.ts'

/** Patches of 10 pixels, trained on images of 1000. */
const tower = (type: string, more: Partial<VisionTower> = {}): VisionTower => ({
  type,
  image_size: 1000,
  patch_size: 10,
  n_embd: 64,
  n_ff: 64,
  n_head: 1,
  n_layer: 1,
  n_merge: null,
  n_wa_pattern: 0,
  feature_layers: [],
  image_max_pixels: null,
  ...more,
})

describe('edges of the image that buffers are reserved for, and of the largest', () => {
  // load_hparams of tools/mtmd/clip.cpp: set_warmup_n_tokens and set_limit_image_tokens, tokens of `merge` x `merge` patches.
  it.each([
    ['qwen2vl_merger', 2, 46 * 20, 64 * 20],
    ['qwen2.5vl_merger', 2, 46 * 20, 64 * 20],
    ['qwen3vl_merger', 2, 46 * 20, 64 * 20],
    ['glm4v', 2, 46 * 20, 64 * 20],
    ['pixtral', 1, 16 * 10, 32 * 10],
    ['kimivl', 1, 16 * 10, 32 * 10],
    ['kimik25', 1, 64 * 10, 64 * 10],
    ['gemma4v', 3, 16 * 30, 33 * 30],
    // Patches are squares of patches already.
    ['gemma4uv', 1, 16 * 10, 33 * 10],
    ['deepseek4v', 1, 16 * 10, 19 * 10],
    ['muse-glimmer', 2, 32 * 20, 64 * 20],
    ['minimax_m3', 2, 16 * 20, 24 * 20],
    ['youtuvl', 2, 16 * 20, 250 * 20],
    ['hunyuanvl', 2, 32 * 20, 128 * 20],
    ['lfm2', 2, 16 * 20, 16 * 20],
    // No limit in tokens: that of the trained image.
    ['lightonocr', 1, 16 * 10, 1000],
    ['phi4', 1, 16 * 10, 1000],
    ['dots_ocr', 1, 46 * 10, 1000],
    ['dots3note_v', 1, 46 * 10, 1000],
    ['mimovl', 2, 46 * 20, 1000],
    ['exaone4_5', 2, 46 * 20, 1000],
    ['paddleocr', 2, 28 * 20, 1000],
    // Every image is brought to the trained size, or cut into tiles of it.
    ['gemma3', 4, 1000, 1000],
    ['idefics3', 4, 1000, 1000],
    ['minicpmv4_6', 4, 1000, 1000],
    ['step3vl', 4, 1000, 1000],
    ['mlp', 1, 1000, 1000],
    ['constructor', 1, 1000, 1000],
  ])('%s: %d patches to a side of a token, %d and %d pixels', (type, n_merge, warmup, largest) => {
    expect(imageEdges(tower(type))).toEqual({ n_merge, warmup, largest })
  })

  it('the file’s own merge and its own limit in pixels come first', () => {
    expect(imageEdges(tower('qwen2vl_merger', { n_merge: 3 }))).toEqual({
      n_merge: 3,
      warmup: 46 * 30,
      largest: 64 * 30,
    })
    const limited = tower('qwen2vl_merger', { image_max_pixels: 1_050 ** 2 })
    // Whole steps of 20 pixels.
    expect(imageEdges(limited).largest).toBe(1040)
  })

  it('--image-max-tokens limits the largest, not the one reserved at the start', () => {
    expect(imageEdges(tower('pixtral'), 600).largest).toBe(24 * 10)
    expect(imageEdges(tower('pixtral'), 4)).toEqual({ n_merge: 1, warmup: 160, largest: 160 })
    expect(imageEdges(tower('gemma3'), 600)).toEqual({ n_merge: 4, warmup: 1000, largest: 1000 })
  })
})
