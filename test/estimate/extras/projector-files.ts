import type { GgufHeader } from '../../../shared/model/gguf/header.ts'
import { F32, type Value } from '../../helpers/gguf-writer.ts'
import { headerOf, type TestTensor } from './gguf-header.ts'

export type Tower = {
  readonly type: string
  readonly width: number
  readonly feed_forward: number
  readonly layers: number
  readonly heads: number
  readonly patch: number
  readonly image: number
  readonly out: number
  readonly bias: boolean
  /** Norms without bias. */
  readonly rms?: boolean
  readonly gate?: boolean
  readonly fused?: boolean
  /** Norms of each head or of all, scales and norms behind attention and feed-forward: what some towers have a layer. */
  readonly has: readonly (
    | 'patch_bias'
    | 'class'
    | 'pre_norm'
    | 'post_norm'
    | 'second_patch'
    | 'qk_norm'
    | 'wide_qk_norm'
    | 'scales'
    | 'post_norms'
    | 'out_scale'
  )[]
  /** The type of the patches' kernels; F16. */
  readonly kernel?: 'f16' | 'f32' | 'bf16'
  readonly positions?: readonly number[]
  readonly keys?: readonly (readonly [string, Value])[]
  readonly rest: readonly TestTensor[]
}

export const linear = (name: string, n_in: number, n_out: number, bias = true): TestTensor[] => [
  [`${name}.weight`, 'f16', [n_in, n_out]],
  ...(bias ? [[`${name}.bias`, 'f32', [n_out]] as const] : []),
]
export const norm = (name: string, width: number, bias = true): TestTensor[] => [
  [`${name}.weight`, 'f32', [width]],
  ...(bias ? [[`${name}.bias`, 'f32', [width]] as const] : []),
]

/** Projector files shaped as the published ones, by tower; the figures of projectors.test.ts were measured with these. */
const TOWERS = {
  gemma3: {
    type: 'gemma3', width: 1152, feed_forward: 4304, layers: 27, heads: 16, patch: 14, image: 896, out: 2560,
    bias: true, has: ['patch_bias', 'post_norm'], positions: [1152, 4096],
    rest: [['mm.input_projection.weight', 'f16', [2560, 1152]], ['mm.soft_emb_norm.weight', 'f32', [1152]]],
  },
  llava: {
    type: 'mlp', width: 1024, feed_forward: 4096, layers: 23, heads: 16, patch: 14, image: 336, out: 768,
    bias: true, has: ['class', 'pre_norm'], positions: [1024, 577],
    rest: [...linear('mm.0', 1024, 4096), ...linear('mm.2', 4096, 4096)],
  },
  qwen25vl: {
    type: 'qwen2.5vl_merger', width: 1280, feed_forward: 3420, layers: 32, heads: 16, patch: 14, image: 560, out: 3584,
    bias: true, rms: true, gate: true, has: ['post_norm', 'second_patch'],
    keys: [['clip.vision.n_wa_pattern', 8]],
    rest: [...linear('mm.0', 5120, 5120), ...linear('mm.2', 5120, 3584)],
  },
  qwen3vl: {
    type: 'qwen3vl_merger', width: 1152, feed_forward: 4304, layers: 27, heads: 16, patch: 16, image: 768, out: 4096,
    bias: true, fused: true, has: ['patch_bias', 'post_norm', 'second_patch'], positions: [1152, 2304],
    keys: [['clip.vision.spatial_merge_size', 2]],
    rest: [
      ...linear('mm.0', 4608, 4608),
      ...linear('mm.2', 4608, 4096),
      ...[8, 16, 24].flatMap((il) => [
        ...norm(`v.deepstack.${il}.norm`, 4608),
        ...linear(`v.deepstack.${il}.fc1`, 4608, 4608),
        ...linear(`v.deepstack.${il}.fc2`, 4608, 4096),
      ]),
    ],
  },
  pixtral: {
    type: 'pixtral', width: 1024, feed_forward: 4096, layers: 24, heads: 16, patch: 16, image: 1024, out: 5120,
    bias: false, rms: true, gate: true, has: ['pre_norm'],
    rest: [...linear('mm.1', 1024, 5120), ...linear('mm.2', 5120, 5120), ['v.token_embd.img_break', 'f32', [5120]]],
  },
  internvl: {
    type: 'internvl', width: 1024, feed_forward: 4096, layers: 24, heads: 16, patch: 14, image: 448, out: 896,
    bias: true, has: ['class', 'patch_bias'], positions: [1024, 1025],
    keys: [['clip.vision.projector.scale_factor', 2]],
    rest: [...norm('mm.model.mlp.0', 4096), ...linear('mm.model.mlp.1', 4096, 896), ...linear('mm.model.mlp.3', 896, 896)],
  },
  smolvlm: {
    type: 'idefics3', width: 768, feed_forward: 3072, layers: 12, heads: 12, patch: 16, image: 512, out: 576,
    bias: true, has: ['patch_bias', 'post_norm'], positions: [768, 1024],
    keys: [['clip.vision.projector.scale_factor', 4]],
    rest: [['mm.model.fc.weight', 'f16', [12_288, 576]]],
  },
  gemma4: {
    type: 'gemma4v', width: 1152, feed_forward: 4304, layers: 27, heads: 16, patch: 16, image: 224, out: 2560,
    bias: false, rms: true, gate: true, has: [], positions: [1152, 10_240, 2],
    rest: [['mm.input_projection.weight', 'f16', [1152, 2560]]],
  },
} as const satisfies Record<string, Tower> // prettier-ignore

export type TowerId = keyof typeof TOWERS
export const TOWER_IDS = Object.keys(TOWERS) as TowerId[]

export function projectorTower(id: TowerId): Tower {
  return TOWERS[id]
}

export function projectorHeader(id: TowerId, type?: string): Promise<GgufHeader> {
  return headerOf(`${id}.gguf`, ...towerFile(projectorTower(id), type))
}

/** Keys and tensors of a tower's file. */
export function towerFile(
  tower: Tower,
  type = tower.type,
): [keys: readonly (readonly [string, Value])[], tensors: readonly TestTensor[]] {
  const three = (value: number) => ({ array: F32, values: [value, value, value] })
  return [
    [
      ['general.architecture', 'clip'],
      ['general.type', 'mmproj'],
      ['clip.projector_type', type],
      ['clip.has_vision_encoder', true],
      ['clip.vision.image_size', tower.image],
      ['clip.vision.patch_size', tower.patch],
      ['clip.vision.embedding_length', tower.width],
      ['clip.vision.feed_forward_length', tower.feed_forward],
      ['clip.vision.block_count', tower.layers],
      ['clip.vision.projection_dim', tower.out],
      ['clip.vision.attention.head_count', tower.heads],
      ['clip.vision.attention.layer_norm_epsilon', { type: F32, value: 1e-6 }],
      ['clip.vision.image_mean', three(0.5)],
      ['clip.vision.image_std', three(0.5)],
      ...(tower.keys ?? []),
    ],
    [...frame(tower), ...Array.from({ length: tower.layers }, (_, il) => layer(tower, il)).flat(), ...tower.rest],
  ]
}

function frame({ width, patch, positions, bias, rms, has, kernel: type = 'f16', rest }: Tower): TestTensor[] {
  const kernel = [patch, patch, 3, width]
  const normBias = bias && rms !== true
  return [
    // A tower may bring its own.
    ...(rest.some(([name]) => name === 'v.patch_embd.weight') ? [] : [['v.patch_embd.weight', type, kernel] as const]),
    ...(has.includes('second_patch') ? [['v.patch_embd.weight.1', type, kernel] as const] : []),
    ...(has.includes('patch_bias') ? [['v.patch_embd.bias', 'f32', [width]] as const] : []),
    ...(has.includes('class') ? [['v.class_embd', 'f32', [width]] as const] : []),
    ...(positions === undefined ? [] : [['v.position_embd.weight', 'f32', positions] as const]),
    ...(has.includes('pre_norm') ? norm('v.pre_ln', width, normBias) : []),
    ...(has.includes('post_norm') ? norm('v.post_ln', width, normBias) : []),
  ]
}

function layer({ width, heads, feed_forward, bias, rms, gate, fused, has }: Tower, il: number): TestTensor[] {
  const at = `v.blk.${il}`
  const normBias = bias && rms !== true
  const mixed = fused
    ? linear(`${at}.attn_qkv`, width, 3 * width, bias)
    : ['q', 'k', 'v'].flatMap((part) => linear(`${at}.attn_${part}`, width, width, bias))
  return [
    ...mixed,
    ...linear(`${at}.attn_out`, width, width, bias),
    ...norm(`${at}.ln1`, width, normBias),
    ...norm(`${at}.ln2`, width, normBias),
    ...linear(`${at}.ffn_up`, width, feed_forward, bias),
    ...linear(`${at}.ffn_down`, feed_forward, width, bias),
    ...(gate ? linear(`${at}.ffn_gate`, width, feed_forward, bias) : []),
    ...(has.includes('qk_norm') ? vectors(at, ['attn_q_norm', 'attn_k_norm'], width / heads) : []),
    ...(has.includes('wide_qk_norm') ? vectors(at, ['attn_q_norm', 'attn_k_norm'], width) : []),
    ...(has.includes('scales') ? vectors(at, ['ls1', 'ls2'], width) : []),
    ...(has.includes('post_norms') ? vectors(at, ['attn_post_norm', 'ffn_post_norm'], width) : []),
    ...(has.includes('out_scale') ? vectors(at, ['out_scale'], width) : []),
  ]
}

function vectors(at: string, names: readonly string[], width: number): TestTensor[] {
  return names.flatMap((name) => norm(`${at}.${name}`, width, false))
}
