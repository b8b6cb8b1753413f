import { describe, expect, it } from 'vitest'
import { otherKind, projectorFacts } from '../../../shared/estimate/extras/vision/vision-facts.ts'
import { I32, type Value } from '../../helpers/gguf-writer.ts'
import { userErrorOf } from '../../helpers/thrown.ts'
import { headerOf } from './gguf-header.ts'

type Keys = Readonly<Record<string, Value>>

const SOUND: Keys = {
  'general.architecture': 'clip',
  'clip.has_vision_encoder': true,
  'clip.projector_type': 'idefics3',
  'clip.vision.image_size': 512,
  'clip.vision.patch_size': 16,
  'clip.vision.embedding_length': 768,
  'clip.vision.feed_forward_length': 3072,
  'clip.vision.block_count': 12,
  'clip.vision.attention.head_count': 12,
}

/** The header of a file with these keys beside, or in place of, sound ones; undefined: without it. */
const headerWith = (keys: Readonly<Record<string, Value | undefined>>) =>
  headerOf(
    'eyes.gguf',
    Object.entries({ ...SOUND, ...keys }).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    ),
    [['v.x', 'f32', [33]]],
  )
const towerWith = async (keys: Readonly<Record<string, Value | undefined>>) =>
  projectorFacts(await headerWith(keys)).vision

describe('the facts of a projector', () => {
  it('are its keys, and its tensors as a buffer holds them', async () => {
    const facts = projectorFacts(await headerWith({}))
    expect(facts).toEqual({
      name: 'eyes.gguf',
      weights: new Map([['v.x', { type: 'f32', shape: [33] }]]),
      weight_bytes: 160,
      audio: false,
      vision: {
        type: 'idefics3',
        image_size: 512,
        patch_size: 16,
        n_embd: 768,
        n_ff: 3072,
        n_head: 12,
        n_layer: 12,
        n_merge: null,
        n_wa_pattern: 0,
        feature_layers: [],
        image_max_pixels: null,
      },
    })
  })

  it('are those of a projector by its architecture or by its type alone', async () => {
    const old = { 'general.architecture': 'clip', 'general.type': undefined }
    expect((await towerWith(old))?.type).toBe('idefics3')
    const later = { 'general.architecture': 'other', 'general.type': 'mmproj' }
    expect((await towerWith(later))?.type).toBe('idefics3')
  })

  // load_hparams of tools/mtmd/clip.cpp.
  it.each<[what: string, keys: Readonly<Record<string, Value | undefined>>, expected: object]>([
    ['the kind for all senses comes first', { 'clip.vision.projector_type': 'gemma3' }, { type: 'idefics3' }],
    [
      'then that of seeing',
      { 'clip.projector_type': undefined, 'clip.vision.projector_type': 'gemma3' },
      { type: 'gemma3' },
    ],
    ['Qwen 2.5 Omni sees as Qwen 2.5 VL does', { 'clip.projector_type': 'qwen2.5o' }, { type: 'qwen2.5vl_merger' }],
    ['no kind', { 'clip.projector_type': undefined }, { type: '' }],
    ['a kind that is no text', { 'clip.projector_type': 7 }, { type: '' }],
    ['a merge by one name', { 'clip.vision.projector.scale_factor': 4 }, { n_merge: 4 }],
    ['a merge by another', { 'clip.vision.spatial_merge_size': 2 }, { n_merge: 2 }],
    ['windows', { 'clip.vision.n_wa_pattern': 8 }, { n_wa_pattern: 8 }],
    ['a limit of pixels', { 'clip.vision.image_max_pixels': 1_003_520 }, { image_max_pixels: 1_003_520 }],
    ['no pixels', { 'clip.vision.image_max_pixels': 0 }, { image_max_pixels: null }],
    [
      'more pixels than there are',
      { 'clip.vision.image_max_pixels': { type: 4, value: 2 ** 31 } },
      { image_max_pixels: null },
    ],
    ['pixels in words', { 'clip.vision.image_max_pixels': 'many' }, { image_max_pixels: null }],
    [
      'layers beside the last; -1 is none',
      { 'clip.vision.feature_layer': { array: I32, values: [-1, 0, 3, 12, 13] } },
      { feature_layers: [0, 3, 12] },
    ],
    ['one layer is no list', { 'clip.vision.feature_layer': 3 }, { feature_layers: [] }],
    ['the least of all', { 'clip.vision.block_count': 1, 'clip.vision.patch_size': 1 }, { n_layer: 1, patch_size: 1 }],
    [
      'the most of all',
      { 'clip.vision.block_count': 512, 'clip.vision.patch_size': 1024, 'clip.vision.image_size': 32_768 },
      { n_layer: 512, patch_size: 1024, image_size: 32_768 },
    ],
  ])('%s', async (_, keys, expected) => {
    expect(await towerWith(keys)).toMatchObject(expected)
  })

  it('are whole squares of patches where nothing but the language model looks at them', async () => {
    const none = {
      'clip.vision.feed_forward_length': 0,
      'clip.vision.attention.head_count': 0,
      'clip.vision.block_count': 0,
    }
    const of = async (more: Readonly<Record<string, Value>> = {}) =>
      (await towerWith({ ...none, 'clip.projector_type': 'gemma4uv', ...more })) ?? {}
    expect(await of()).toMatchObject({ n_ff: 0, n_head: 0, n_layer: 0, patch_size: 48, n_merge: 1 })
    expect(await of({ 'clip.vision.projector.scale_factor': 2 })).toMatchObject({ patch_size: 32, n_merge: 1 })
  })

  it('are none of seeing where the file does not see', async () => {
    expect(await towerWith({ 'clip.has_vision_encoder': undefined })).toBeNull()
    expect(projectorFacts(await headerWith({ 'clip.has_audio_encoder': true })).audio).toBe(true)
  })
})

describe('a damaged projector', () => {
  const required = Object.keys(SOUND).filter((key) => key.startsWith('clip.vision.'))

  it.each(required)('without %s', async (key) => {
    const { message, hint, kind } = await userErrorOf(async () =>
      projectorFacts(await headerWith({ [key]: undefined })),
    )
    expect(message).toBe(`eyes.gguf: ${key} is missing`)
    expect(hint).toBe('The file is damaged or not an mmproj file.')
    expect(kind).toBe('input')
  })

  it.each<[string, Value]>([
    ...required.flatMap((key): [string, Value][] => [
      [key, { type: I32, value: -1 }],
      [key, 2 ** 21],
      [key, 'x'],
    ]),
    ['clip.vision.image_size', 0],
    ['clip.vision.patch_size', 0],
    ['clip.vision.embedding_length', 0],
    ['clip.vision.block_count', 513],
    ['clip.vision.patch_size', 1025],
    ['clip.vision.image_size', 32_769],
    ['clip.vision.block_count', { type: 6, value: 1.5 }],
    ['clip.vision.spatial_merge_size', 65],
    ['clip.vision.n_wa_pattern', 513],
  ])('with %s of %j', async (key, value) => {
    const { message } = await userErrorOf(async () => projectorFacts(await headerWith({ [key]: value })))
    expect(message).toBe(`eyes.gguf: ${key} is not a whole number in its range`)
  })
})

describe('a file that is none', () => {
  it.each<[keys: Readonly<Record<string, Value>>, what: string]>([
    [{ 'general.type': 'adapter', 'general.architecture': 'llama' }, 'a LoRA adapter'],
    [{ 'general.architecture': 'llama' }, "a model of the architecture 'llama'"],
    [{ 'general.architecture': '' }, 'a GGUF file of another kind'],
    [{ 'general.architecture': 7 }, 'a GGUF file of another kind'],
    [{ 'general.name': 'x' }, 'a GGUF file of another kind'],
  ])('%j is %s', async (keys, what) => {
    const header = await headerOf('x.gguf', Object.entries(keys), [['x', 'f32', [32]]])
    const { message, hint, kind } = await userErrorOf(() => projectorFacts(header))
    expect(message).toBe(`x.gguf is ${what}, not a multimodal projector (mmproj)`)
    expect(hint).toBe('Give the mmproj file that comes with the model.')
    expect(kind).toBe('input')
  })

  it('a projector where something else is wanted is named as one', () => {
    expect(otherKind(new Map([['general.architecture', 'clip']]))).toBe('a multimodal projector (mmproj)')
    expect(otherKind(new Map([['general.type', 'mmproj']]))).toBe('a multimodal projector (mmproj)')
  })
})
