import { UserError } from '../../../errors.ts'
import type { GgufHeader } from '../../../model/gguf/header.ts'
import type { GgufMetadata, GgufValue } from '../../../model/gguf/metadata.ts'
import { quote } from '../../../model/gguf/trouble.ts'
import { tensorBytes, type TensorType } from '../../../model/tensor-types.ts'
import { padTo } from '../../../units.ts'

/** Tensor alignment of ggml's CPU, Metal and RPC buffers; CUDA's is 128 (a few KiB more on a whole projector). */
const ALIGNMENT = 32
const MAX_LAYERS = 512
const MAX_WIDTH = 2 ** 20
const MAX_IMAGE = 2 ** 15

/** One weight's type and shape. */
type VisionWeight = { readonly type: TensorType; readonly shape: readonly number[] }

/** A vision tower with its projector, as far as memory depends on it (tools/mtmd/clip.cpp, load_hparams). */
export type VisionTower = {
  /** `clip.vision.projector_type`: gemma3, qwen2.5vl_merger, pixtral, ... */
  readonly type: string
  /** Edge of the trained image and of a patch, in pixels. */
  readonly image_size: number
  readonly patch_size: number
  readonly n_embd: number
  /** 0, as heads and layers, where there is no transformer. */
  readonly n_ff: number
  readonly n_head: number
  readonly n_layer: number
  /** Patches along an edge that become one token; null when the file leaves it to llama.cpp. */
  readonly n_merge: number | null
  /** Every n-th layer attends to the whole image, the others to a window; 0: all do. */
  readonly n_wa_pattern: number
  /** Layers whose inputs stand side by side before the projector, the last one's output; empty: the file names none. */
  readonly feature_layers: readonly number[]
  /** Pixels of the largest image, where the file says. */
  readonly image_max_pixels: number | null
}

/** A multimodal projector file (mmproj): what `--mmproj` names. */
export type ProjectorFacts = {
  /** For people: the file's name. */
  readonly name: string
  readonly weights: ReadonlyMap<string, VisionWeight>
  /** All tensors of the file, as a buffer holds them. */
  readonly weight_bytes: number
  /** Null for a file that only hears. */
  readonly vision: VisionTower | null
  readonly audio: boolean
}

/**
 * The facts of a multimodal projector.
 * @throws UserError for a GGUF file that is none
 */
export function projectorFacts(header: GgufHeader): ProjectorFacts {
  const { metadata, name } = header
  const isProjector = metadata.get('general.architecture') === 'clip' || metadata.get('general.type') === 'mmproj'
  if (!isProjector) {
    throw new UserError(
      'input',
      `${name} is ${otherKind(metadata)}, not a multimodal projector (mmproj)`,
      'Give the mmproj file that comes with the model.',
    )
  }
  const sees = metadata.get('clip.has_vision_encoder') === true
  const weight_bytes = header.tensors.reduce(
    (sum, { type, shape }) => sum + padTo(tensorBytes(type, shape), ALIGNMENT),
    0,
  )
  return {
    name,
    weights: new Map(header.tensors.map(({ name: tensor, type, shape }) => [tensor, { type, shape }])),
    weight_bytes,
    vision: sees ? visionTower(header) : null,
    audio: metadata.get('clip.has_audio_encoder') === true,
  }
}

/** What a file that is no projector is instead. */
export function otherKind(metadata: GgufMetadata): string {
  if (metadata.get('general.type') === 'adapter') return 'a LoRA adapter'
  const architecture = metadata.get('general.architecture')
  if (metadata.get('general.type') === 'mmproj' || architecture === 'clip') return 'a multimodal projector (mmproj)'
  return typeof architecture === 'string' && architecture !== ''
    ? `a model of the architecture ${quote(architecture)}`
    : 'a GGUF file of another kind'
}

function visionTower({ metadata, name }: GgufHeader): VisionTower {
  const number = (key: string, max: number, min = 1): number => {
    const value = metadata.get(`clip.vision.${key}`)
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value
    const what = value === undefined ? 'is missing' : 'is not a whole number in its range'
    throw new UserError('input', `${name}: clip.vision.${key} ${what}`, 'The file is damaged or not an mmproj file.')
  }
  const type = metadata.get('clip.projector_type') ?? metadata.get('clip.vision.projector_type')
  const merge = ['projector.scale_factor', 'spatial_merge_size'].find((key) => metadata.has(`clip.vision.${key}`))
  const max_pixels = metadata.get('clip.vision.image_max_pixels')
  // Gemma 4's images go to the language model in squares of patches as they are.
  const unified = type === 'gemma4uv'
  const n_merge = merge === undefined ? null : number(merge, 64)
  return {
    type: type === 'qwen2.5o' ? 'qwen2.5vl_merger' : typeof type === 'string' ? type : '',
    image_size: number('image_size', MAX_IMAGE),
    patch_size: number('patch_size', 1024) * (unified ? (n_merge ?? 3) : 1),
    n_embd: number('embedding_length', MAX_WIDTH),
    n_ff: number('feed_forward_length', MAX_WIDTH, 0),
    n_head: number('attention.head_count', 1024, 0),
    n_layer: number('block_count', MAX_LAYERS, 0),
    n_merge: unified ? 1 : n_merge,
    feature_layers: layersOf(metadata.get('clip.vision.feature_layer'), number('block_count', MAX_LAYERS, 0)),
    n_wa_pattern: metadata.has('clip.vision.n_wa_pattern') ? number('n_wa_pattern', MAX_LAYERS) : 0,
    image_max_pixels: typeof max_pixels === 'number' && max_pixels > 0 && max_pixels < 2 ** 31 ? max_pixels : null,
  }
}

function layersOf(value: GgufValue | undefined, n_layer: number): number[] {
  return Array.isArray(value) ? value.filter((il) => Number.isInteger(il) && il >= 0 && il <= n_layer) : []
}
