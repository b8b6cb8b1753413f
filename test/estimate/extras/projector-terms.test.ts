import { describe, expect, it } from 'vitest'
import { projectorTerms, type ProjectorOptions } from '../../../shared/estimate/extras/projector-terms.ts'
import { projectorFacts } from '../../../shared/estimate/extras/vision/vision-facts.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { headerOf, smallModel, type TestTensor } from './gguf-header.ts'
import { projectorHeader, type TowerId } from './projector-files.ts'

async function termsOf(id: TowerId, options: ProjectorOptions = {}, more: { devices?: number; type?: string } = {}) {
  const facts = projectorFacts(await projectorHeader(id, more.type))
  const settings = resolveSettings({}, readHparams(await smallModel('llama')))
  return projectorTerms(facts, settings, more.devices ?? 1, options)
}

describe('the terms of a projector', () => {
  it('for images of one size: weights and one buffer, which only staying on the CPU avoids', async () => {
    const limit_flag = '--no-mmproj-offload'
    const words = "reserved for an image of 896 x 896 pixels (its graph under llama.cpp's allocator)"
    const pixels = "the image's pixels and masks before they go to the device"
    const model = {
      bytes: 849_871_296,
      source: 'all tensors of gemma3.gguf in one buffer (clip_model_loader::load_tensors)',
    }
    expect(await termsOf('gemma3')).toEqual([
      { id: 'mmproj.model', place: 0, ...model, limit_flag },
      { id: 'mmproj.compute', place: 0, bytes: 127_139_840, source: words, limit_flag },
      { id: 'mmproj.compute', place: 'host', bytes: 9_633_792, source: pixels, limit_flag },
    ])
    // On the CPU there is nothing to copy, and no flag that would spare anything.
    expect(await termsOf('gemma3', { offload: false })).toEqual([
      { id: 'mmproj.model', place: 'host', ...model },
      { id: 'mmproj.compute', place: 'host', bytes: 127_139_840, source: words },
      { id: 'mmproj.compute', place: 'host', bytes: 0, source: pixels },
    ])
  })

  it('for images of any size: up to what the largest needs, which its flag limits', async () => {
    const [, device, host] = await termsOf('qwen3vl')
    expect(device).toMatchObject({ bytes: 390_156_544, limit_flag: '--image-max-tokens' })
    expect(device?.source).toBe(
      "reserved for an image of 1472 x 1472 pixels (its graph under llama.cpp's allocator); up to 2048 x 2048 with the largest image",
    )
    // Pixels in F32 grow with the area; so do the buffers of a tower with flash attention, but for small ones.
    expect(host).toMatchObject({ bytes: 26_136_832, limit_flag: '--image-max-tokens' })
    expect(host?.high).toBeGreaterThan(1.9 * 26_136_832)
    expect(host?.high).toBeLessThan(2 * 26_136_832)
    expect(device?.high).toBeGreaterThan(1.9 * 390_156_544)
    expect(device?.high).toBeLessThan(2 * 390_156_544)
  })

  it('limited to the image that is reserved for, no more than that', async () => {
    const [, device] = await termsOf('qwen3vl', { image_max_tokens: 46 * 46 })
    expect(device).toEqual({
      id: 'mmproj.compute',
      place: 0,
      bytes: 390_156_544,
      source: "reserved for an image of 1472 x 1472 pixels (its graph under llama.cpp's allocator)",
      limit_flag: '--no-mmproj-offload',
    })
  })

  it('small images together: as many as make 1024 tokens', async () => {
    // A tile of InternVL has 256 tokens; of one with 1024 patches none goes together with another (SmolVLM has 64, but takes one).
    const [, internvl, pixels] = await termsOf('internvl')
    expect([internvl?.bytes, internvl?.high]).toEqual([29_388_800, 4 * 29_388_800])
    expect([pixels?.bytes, pixels?.high]).toEqual([2_408_448, 4 * 2_408_448])
    expect((await termsOf('smolvlm'))[1]?.high).toBeUndefined()
    // 256 tokens at the start, 1120 at most: 33 x 33 squares are more than four images of 16 x 16.
    const [, gemma4] = await termsOf('gemma4')
    expect(gemma4?.high).toBeGreaterThan(4 * 157_943_808)
    const [, limited] = await termsOf('gemma4', { image_max_tokens: 256 })
    expect([limited?.bytes, limited?.high]).toEqual([157_943_808, 4 * 157_943_808])
  })

  it('of a kind that is not described: a closed form between a third of it and itself', async () => {
    const [, device, host] = await termsOf('gemma3', {}, { type: 'mystery' })
    expect(device?.source).toBe(
      'reserved for an image of 896 x 896 pixels (closed form: the graph of mystery is not described here)',
    )
    expect(device?.low).toBe(Math.floor((device?.bytes ?? 0) * 0.3))
    expect(device?.high).toBe(device?.bytes)
    expect(host).toMatchObject({ bytes: 4 * 3 * 896 * 896, low: 2_890_137, high: 9_633_792 })
    const [, unnamed] = await termsOf('gemma3', {}, { type: '' })
    expect(unnamed?.source).toMatch(/the graph of this projector is not described here/)
  })

  it('of a described kind in another form: the closed form too', async () => {
    const keys = [
      ['general.architecture', 'clip'],
      ['clip.has_vision_encoder', true],
      ['clip.projector_type', 'gemma3'],
      ['clip.vision.image_size', 64],
      ['clip.vision.patch_size', 16],
      ['clip.vision.embedding_length', 32],
      ['clip.vision.feed_forward_length', 48],
      ['clip.vision.block_count', 1],
      ['clip.vision.attention.head_count', 2],
    ] as const
    const of = async (tensors: readonly TestTensor[]) => {
      const facts = projectorFacts(await headerOf('other.gguf', keys, tensors))
      const settings = resolveSettings({}, readHparams(await smallModel('llama')))
      return projectorTerms(facts, settings, 1)[1]
    }
    const pixels = 4 * 3 * 64 * 64
    // 4 x 4 patches and one more: up and its activation beside four widths, or eight widths.
    const seeing = await of([['v.x', 'f32', [32]]])
    expect(seeing).toMatchObject({ bytes: 4 * 17 * 8 * 32 + pixels, high: 4 * 17 * 8 * 32 + pixels })
    expect(seeing?.source).toContain('closed form: the graph of gemma3 is not described here')
    // A gate makes it three of 48 and four widths.
    expect((await of([['v.blk.0.ffn_gate.weight', 'f16', [32, 48]]]))?.bytes).toBe(4 * 17 * (3 * 48 + 4 * 32) + pixels)
    // A wide projector behind it: four of its width a token, where 4 x 4 patches make one.
    const wide = await of([['v.mm.y', 'f16', [8, 90_000]], ['mm.x', 'f16', [8, 3000]], ['mm.y', 'f16', [8, 2000]]]) // prettier-ignore
    expect(wide?.bytes).toBe(Math.ceil(4 * (17 / 16) * (4 * 3000 + 32)) + pixels)
  })

  it('with layers and no heads: the closed form, for no graph is one', async () => {
    const header = await projectorHeader('gemma3')
    const keys = new Map(header.metadata).set('clip.vision.attention.head_count', 0)
    const settings = resolveSettings({ flash_attn: 'off' }, readHparams(await smallModel('llama')))
    const [, device] = projectorTerms(projectorFacts({ ...header, metadata: keys }), settings, 1)
    expect(device?.source).toContain('closed form')
    expect(device?.bytes).toBeLessThan(1_186_988_032)
  })

  it('without flash attention: the scores of all patches at once', async () => {
    const facts = projectorFacts(await projectorHeader('smolvlm'))
    const of = async (flash_attn: 'on' | 'off' | 'auto') => {
      const settings = resolveSettings({ flash_attn }, readHparams(await smallModel('llama')))
      return projectorTerms(facts, settings, 1)[1]?.bytes
    }
    expect([await of('on'), await of('auto'), await of('off')]).toEqual([22_020_096, 22_020_096, 62_914_560])
  })

  it('of a projector for hearing: its weights alone', async () => {
    const keys = [
      ['general.architecture', 'clip'],
      ['clip.has_audio_encoder', true],
    ] as const
    const facts = projectorFacts(await headerOf('ears.gguf', keys, [['a.x', 'f32', [32]]]))
    const settings = resolveSettings({}, readHparams(await smallModel('llama')))
    expect(facts).toMatchObject({ audio: true, vision: null })
    expect(projectorTerms(facts, settings, 1).map(({ id, bytes }) => [id, bytes])).toEqual([['mmproj.model', 128]])
  })
})
