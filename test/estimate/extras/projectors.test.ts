import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imageEdges } from '../../../shared/estimate/extras/vision/image-limits.ts'
import { visionCompute } from '../../../shared/estimate/extras/vision/vision-compute.ts'
import {
  projectorFacts,
  type ProjectorFacts,
  type VisionTower,
} from '../../../shared/estimate/extras/vision/vision-facts.ts'
import { projectorTerms } from '../../../shared/estimate/extras/projector-terms.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { readHparams } from '../../../shared/model/hparams.ts'
import { fixtureFacts } from '../../helpers/sparse-gguf.ts'
import { projectorHeader, type TowerId } from './projector-files.ts'

/**
 * What mtmd_get_memory_usage of llama.cpp (de3ff81) says for these files, weights taken off: the device's compute buffer with
 * flash attention and without, and the host's beside it.
 */
const MEASURED: readonly [TowerId, flash: number, plain: number, host: number][] = [
  ['gemma3', 127_139_840, 1_186_988_032, 9_633_792],
  ['llava', 22_593_056, 34_479_712, 1_359_392],
  ['qwen25vl', 739_025_728, 5_108_210_240, 306_616_896],
  ['qwen3vl', 390_156_544, 5_001_072_896, 26_136_832],
  ['pixtral', 17_369_088, 16_844_800, 788_480],
  ['internvl', 29_388_800, 84_033_600, 2_408_448],
  ['smolvlm', 22_020_096, 62_914_560, 3_145_728],
  ['gemma4', 157_943_808, 399_919_104, 7_096_320],
]

const facts = async (id: TowerId, type?: string): Promise<ProjectorFacts & { vision: VisionTower }> => {
  const read = projectorFacts(await projectorHeader(id, type))
  if (read.vision === null) throw new Error('no vision tower')
  return { ...read, vision: read.vision }
}
const settings = async (flash_attn: 'on' | 'off' = 'on') => {
  const model = await fixtureFacts('gemma-3-4b.Q4_K_M')
  return resolveSettings({ n_ctx: 4096, flash_attn }, readHparams(model))
}

describe('compute buffers of projectors equal the measured ones', () => {
  it.each(MEASURED)('%s', async (id, flash, plain, host) => {
    const projector = await facts(id)
    const { warmup, n_merge } = imageEdges(projector.vision)
    const of = (fa: boolean, device: boolean) => visionCompute(projector, projector.vision, warmup, n_merge, fa, device)
    expect(of(true, true)).toEqual({ device: flash, host, basis: 'replayed' })
    expect(of(false, true)).toEqual({ device: plain, host, basis: 'replayed' })
    // Alone on the CPU the same buffer is needed, and no copy of the image.
    expect(of(true, false)).toEqual({ device: flash, host: 0, basis: 'replayed' })
  })

  it('the closed form is on the safe side of all of them, and not absurdly so', async () => {
    for (const [id, flash, plain] of MEASURED) {
      const unknown = await facts(id, 'unknown')
      const { warmup, n_merge } = imageEdges((await facts(id)).vision)
      for (const [fa, measured] of [
        [true, flash],
        [false, plain],
      ] as const) {
        const { device, basis } = visionCompute(unknown, unknown.vision, warmup, n_merge, fa, true)
        expect(basis).toBe('closed_form')
        // The mask of windows (qwen2.5) is a square of the patches that no other projector has.
        if (id !== 'qwen25vl') expect(device, `${id} ${fa}`).toBeGreaterThan(measured * 0.95)
        expect(device, `${id} ${fa}`).toBeLessThan(measured * 3)
      }
    }
  })
})

describe('projector terms', () => {
  it('hold all weights once, on the first device or, without offload, on the host', async () => {
    const projector = await facts('gemma3')
    const sum = (place: 0 | 'host', terms: ReturnType<typeof projectorTerms>) =>
      terms
        .filter((term) => term.place === place && term.id === 'mmproj.model')
        .reduce((all, { bytes }) => all + bytes, 0)
    const offloaded = projectorTerms(projector, await settings(), 2)
    const kept = projectorTerms(projector, await settings(), 2, { offload: false })
    expect([sum(0, offloaded), sum('host', offloaded)]).toEqual([849_871_296, 0])
    expect([sum(0, kept), sum('host', kept)]).toEqual([0, 849_871_296])
    expect(sum('host', projectorTerms(projector, await settings(), 0))).toBe(849_871_296)
  })

  it('a larger image needs more, up to the limit that the user sets', async () => {
    const projector = await facts('qwen25vl')
    const compute = async (image_max_tokens?: number) => {
      const options = image_max_tokens === undefined ? {} : { image_max_tokens }
      return projectorTerms(projector, await settings(), 1, options).find(({ id }) => id === 'mmproj.compute')
    }
    const free = await compute()
    expect(free?.bytes).toBe(739_025_728)
    expect(free?.high).toBeGreaterThan(739_025_728)
    expect(free?.limit_flag).toBe('--image-max-tokens')
    const limited = await compute(1024)
    expect(limited?.high ?? limited?.bytes).toBe(739_025_728)
  })

  it('grow with the image and without flash attention', async () => {
    const projector = await facts('smolvlm')
    const edges = fc.integer({ min: 4, max: 48 }).map((steps) => steps * 16)
    fc.assert(
      fc.property(edges, edges, (a, b) => {
        const of = (edge: number, fa: boolean) =>
          visionCompute(projector, { ...projector.vision, type: 'x' }, edge, 4, fa, true).device
        const [small, large] = [Math.min(a, b), Math.max(a, b)]
        expect(of(large, true)).toBeGreaterThanOrEqual(of(small, true))
        expect(of(small, false)).toBeGreaterThanOrEqual(of(small, true))
      }),
    )
  })
})
