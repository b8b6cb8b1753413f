import type { TestTensor } from './gguf-header.ts'
import { linear, norm, type Tower } from './projector-files.ts'

/** What one kind of tower is made of; what is absent is as in the published files. */
export type TowerSizes = {
  readonly heads: number
  /** Width of one head. */
  readonly head: number
  readonly feed_forward: number
  readonly layers: number
  readonly patch: number
  readonly image: number
  readonly out: number
  /** Patches along an edge that become one token, written to the file. */
  readonly merge?: number
  readonly window?: number
  readonly gate?: boolean
  readonly fused?: boolean
  readonly bias?: boolean
  readonly has?: Tower['has']
  readonly keys?: Tower['keys']
  /** Layers with features beside the result. */
  readonly deep?: readonly number[]
  /** Without the projector's second matrix, patch merger, row ends, ...: what a file may lack. */
  readonly without?: readonly string[]
  readonly kernel?: 'f16' | 'f32' | 'bf16'
}

const MERGE = 'clip.vision.projector.scale_factor'
const SPATIAL = 'clip.vision.spatial_merge_size'

/** Towers of each described kind in any size. */
export const SMALL_TOWERS: Readonly<Record<string, (sizes: TowerSizes) => Tower>> = {
  gemma3: (sizes) => tower('gemma3', sizes, MERGE, (width) => ({
    has: ['patch_bias', 'post_norm'], positions: [width, patchesOf(sizes)],
    rest: [['mm.input_projection.weight', 'f16', [sizes.out, width]], ['mm.soft_emb_norm.weight', 'f32', [width]]],
  })),
  idefics3: (sizes) => tower('idefics3', sizes, MERGE, (width) => ({
    has: ['patch_bias', 'post_norm'], positions: [width, patchesOf(sizes)],
    rest: [['mm.model.fc.weight', 'f16', [width * (sizes.merge ?? 1) ** 2, sizes.out]]],
  })),
  internvl: (sizes) => tower('internvl', sizes, MERGE, (width) => ({
    has: ['class', 'patch_bias'], positions: [width, patchesOf(sizes) + 1],
    rest: [
      ...norm('mm.model.mlp.0', width * (sizes.merge ?? 1) ** 2),
      ...linear('mm.model.mlp.1', width * (sizes.merge ?? 1) ** 2, sizes.out),
      ...linear('mm.model.mlp.3', sizes.out, sizes.out),
    ],
  })),
  llava: (sizes) => tower('mlp', sizes, MERGE, (width) => ({
    has: ['class', 'pre_norm'], positions: [width, patchesOf(sizes) + 1],
    rest: [...linear('mm.0', stacked(sizes) * width, sizes.out), ...linear('mm.2', sizes.out, sizes.out)],
  })),
  pixtral: (sizes) => tower('pixtral', sizes, SPATIAL, (width) => ({
    rms: true, gate: true, has: ['pre_norm'],
    rest: [...patchMerger(sizes, width), ['v.token_embd.img_break', 'f32', [sizes.out]]],
  })),
  lightonocr: (sizes) => tower('lightonocr', sizes, SPATIAL, (width) => ({
    rms: true, gate: true, has: ['pre_norm'],
    rest: patchMerger(sizes, width),
  })),
  qwen2vl: (sizes) => tower('qwen2vl_merger', sizes, SPATIAL, (width) => ({
    has: ['post_norm', 'second_patch'],
    rest: [...linear('mm.0', 4 * width, 4 * width), ...linear('mm.2', 4 * width, sizes.out)],
  })),
  qwen25vl: (sizes) => tower('qwen2.5vl_merger', sizes, SPATIAL, (width) => ({
    rms: true, gate: true, has: ['post_norm', 'second_patch'],
    keys: [['clip.vision.n_wa_pattern', sizes.window ?? 2]],
    rest: [...linear('mm.0', 4 * width, 4 * width), ...linear('mm.2', 4 * width, sizes.out)],
  })),
  qwen3vl: (sizes) => tower('qwen3vl_merger', sizes, SPATIAL, (width) => ({
    fused: true, has: ['patch_bias', 'post_norm', 'second_patch'], positions: [width, patchesOf(sizes)],
    rest: [
      ...linear('mm.0', 4 * width, 4 * width),
      ...linear('mm.2', 4 * width, sizes.out),
      ...(sizes.deep ?? []).flatMap((il) => [
        ...norm(`v.deepstack.${il}.norm`, 4 * width),
        ...linear(`v.deepstack.${il}.fc1`, 4 * width, 4 * width),
        ...linear(`v.deepstack.${il}.fc2`, 4 * width, sizes.out),
      ]),
    ],
  })),
  gemma4: (sizes) => tower('gemma4v', sizes, MERGE, (width) => ({
    rms: true, gate: true, bias: false, has: [], positions: [width, 1024, 2],
    rest: [['mm.input_projection.weight', 'f16', [width, sizes.out]]],
  })),
  // Without a transformer: heads, layers and their width are written as 0.
  gemma4u: (sizes) => {
    const width = sizes.heads * sizes.head
    const patch = sizes.patch * (sizes.merge ?? 3)
    const none = { ...sizes, layers: 0, feed_forward: 0 }
    return { ...tower('gemma4uv', none, MERGE, () => ({
      bias: false, has: ['patch_bias'], positions: [width, 1024, 2],
      rest: [
        ['mm.input_projection.weight', 'f16', [width, sizes.out]],
        ['v.patch_embd.weight', 'f16', [3 * patch ** 2, width]],
        ...norm('v.patch_norm.1', 3 * patch ** 2), ...norm('v.patch_norm.2', width), ...norm('v.patch_norm.3', width),
      ],
    })), heads: 0 }
  },
} // prettier-ignore

type Own = Partial<Tower> & { readonly has: Tower['has']; readonly rest: readonly TestTensor[] }

function tower(type: string, sizes: TowerSizes, merge_key: string, own: (width: number) => Own): Tower {
  const { heads, head, feed_forward, layers, patch, image, out, merge, without = [] } = sizes
  const width = heads * head
  const given = own(width)
  return {
    type, width, feed_forward, layers, heads, patch, image, out,
    ...given,
    bias: sizes.bias ?? given.bias ?? true,
    gate: sizes.gate ?? given.gate ?? false,
    fused: sizes.fused ?? given.fused ?? false,
    has: sizes.has ?? given.has,
    kernel: sizes.kernel ?? 'f16',
    keys: [
      ...(given.keys ?? []),
      ...(sizes.keys ?? []),
      ...(merge === undefined ? [] : [[merge_key, merge] as const]),
    ],
    rest: given.rest.filter(([name]) => !without.some((start) => name.startsWith(start))),
  } // prettier-ignore
}

/** Patches of the trained image. */
function patchesOf({ image, patch }: TowerSizes): number {
  return Math.floor(image / patch) ** 2
}

/** What joins patches before the language model, in Pixtral and in what was made from it. */
function patchMerger({ merge = 1, out }: TowerSizes, width: number): Own['rest'] {
  return [
    ['mm.input_norm.weight', 'f32', [width]],
    ['mm.patch_merger.weight', 'f16', [width * merge ** 2, width]],
    ...linear('mm.1', width, out),
    ...linear('mm.2', out, out),
  ]
}

/** Layers whose results stand side by side before LLaVA's projector. */
function stacked({ keys }: TowerSizes): number {
  const layers = keys?.find(([key]) => key === 'clip.vision.feature_layer')?.[1]
  return Array.isArray(layers) ? layers.length : 1
}
