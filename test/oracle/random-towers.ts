import type { Tower } from '../estimate/extras/projector-files.ts'
import { SMALL_TOWERS, type TowerSizes } from '../estimate/extras/small-towers.ts'
import { seededRandom } from './seeded-random.ts'

/** Kinds whose graph takes every part that a layer may have (build_vit, tools/mtmd/clip.cpp). */
const FREE = new Set(['gemma3', 'gemma4', 'idefics3', 'internvl', 'lightonocr', 'pixtral'])
/** Kinds with images of one size, which need not be whole patches. */
const ONE_SIZE = new Set(['gemma3', 'idefics3', 'internvl', 'llava'])

export type RandomTower = { readonly kind: string; readonly sizes: TowerSizes; readonly tower: Tower }

/** `count` towers, the same for the same seed, of each described kind in turn: small ones, with and without what files may lack. */
export function randomTowers(count: number, seed: number): RandomTower[] {
  const random = seededRandom(seed)
  const chance = (share: number) => random() < share
  const pick = <T>(...from: readonly [T, ...T[]]): T => from[Math.floor(random() * from.length)] ?? from[0]
  const kinds = Object.keys(SMALL_TOWERS)

  const sizesOf = (kind: string): TowerSizes => {
    const qwen = kind.startsWith('qwen')
    const free = FREE.has(kind)
    const patch = pick(8, 14, 16)
    const merge = qwen
      ? 2
      : kind === 'gemma4'
        ? pick(2, 3)
        : ONE_SIZE.has(kind) && kind !== 'llava'
          ? pick(2, 4)
          : pick(1, 2)
    // SmolVLM pads what is no whole square of patches; Gemma 3 leaves it out.
    const side = kind === 'idefics3' ? pick(4, 7, 13) : kind === 'gemma3' ? pick(8, 9, 16) : merge * pick(2, 4, 6, 8)
    const layers = pick(1, 2, 3, 5)
    const all = Array.from({ length: layers + 1 }, (_, il) => il)
    const features = kind === 'llava' ? all.filter(() => chance(0.25)) : []
    const fused = free && chance(0.3)
    const base: TowerSizes = {
      heads: pick(1, 2, 4, 8),
      head: pick(16, 32, 48, 64),
      feed_forward: pick(32, 64, 256, 640),
      layers,
      patch,
      image: side * patch + (ONE_SIZE.has(kind) ? pick(0, 0, 3) : 0),
      out: pick(16, 64, 300, 1024),
      merge,
      kernel: pick('f16', 'f16', 'f32'),
      ...(kind === 'qwen25vl' && { window: pick(1, 2, 3) }),
      ...(kind === 'qwen3vl' && { deep: all.slice(0, -1).filter(() => chance(0.4)) }),
      ...(features.length > 0 && { keys: [['clip.vision.feature_layer', features]] }),
      ...(!qwen && chance(0.4) && { bias: chance(0.5) }),
      ...(kind !== 'qwen3vl' && chance(0.3) && { gate: chance(0.5) }),
      ...(fused && { fused }),
      ...(merge === 1 && chance(0.4) && { without: ['mm.patch_merger', 'mm.input_norm'] }),
    }
    const usual = SMALL_TOWERS[kind]?.(base).has ?? []
    const optional =
      kind === 'gemma4u' ? [] : kind === 'qwen3vl' ? ['post_norm'] : ['pre_norm', 'post_norm', 'patch_bias']
    const extra = free
      ? ([fused || chance(0.5) ? 'qk_norm' : 'wide_qk_norm', 'scales', 'post_norms', 'out_scale'] as const)
      : []
    const kept = usual.filter((part) => !(optional as readonly string[]).includes(part) || chance(0.8))
    const early = !qwen && chance(0.15) ? (['pre_norm'] as const) : []
    return { ...base, has: [...new Set([...kept, ...early, ...extra.filter(() => chance(0.25))])] }
  }

  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[at % kinds.length] ?? 'gemma3'
    const sizes = sizesOf(kind)
    const make = SMALL_TOWERS[kind]
    if (make === undefined) throw new Error(`no such tower: ${kind}`)
    return { kind, sizes, tower: make(sizes) }
  })
}
