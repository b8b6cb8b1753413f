import { type MemorySettings, resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { CACHE_TYPES, type Settings } from '../../shared/config/settings.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import type { CaseModel } from './case-models.ts'
import type { MemoryCase } from './memory-case.ts'
import { seededRandom } from './seeded-random.ts'

const CONTEXTS = [300, 512, 2048, 4096, 5000, 8192, 12_288, 16_384, 32_768, 65_536, 131_072]
const UBATCHES = [16, 32, 64, 128, 256, 512, 512, 512, 1024, 2048]
/** The CPU alone: devices are named by ports that are known only when they listen. */
const OVERRIDES = [
  'blk\\.[0-3]\\..*=CPU',
  '^output\\.weight=CPU',
  'ffn_(up|down)=CPU',
  'attn_.*=CPU',
  'ffn_.*_exps=CPU',
  'norm=CPU',
  'blk\\.(1|5|9)\\.(attn_k|attn_v|ffn_gate)=CPU',
]
/** Empty: even shares. */
const SPLITS = [[], [1, 1], [3, 1], [1, 2], [1, 0], [0.3, 0.7]]

/** `count` cases, the same for the same seed: every setting that the memory of a model depends on takes part. */
export function randomCases(models: readonly CaseModel[], count: number, seed: number): MemoryCase[] {
  const random = seededRandom(seed)
  // Apart, so that the other settings of a seed stay what they were.
  const byName = seededRandom(seed + 1_000_003)
  const below = (n: number) => Math.floor(random() * n)
  const chance = (share: number) => random() < share
  const pick = <T>(from: readonly T[]): T => {
    const item = from[below(from.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  const oneCase = (): MemoryCase => {
    const { model, precision, facts } = pick(models)
    const hparams = readHparams(facts)
    const slots = hparams.n_layer_all + 1
    const devices = chance(0.7) ? 1 : chance(0.85) ? 2 : 0
    const flash_attn = pick(['on', 'on', 'on', 'off', 'auto'] as const)
    // llama.cpp refuses a quantised V without flash attention, and two types in a model with latent attention.
    const only_f16 = flash_attn !== 'on'
    const cache_type_k = (only_f16 && hparams.is_mla) || chance(0.5) ? 'f16' : pick(CACHE_TYPES)
    const other_type = chance(0.5) ? cache_type_k : pick(CACHE_TYPES)
    const drawn: Settings = {
      n_ctx: chance(0.8) ? pick(CONTEXTS) : 1 + below(40_000),
      n_batch: pick([2048, 2048, 512]),
      n_ubatch: pick(UBATCHES),
      n_gpu_layers: pick([slots, slots, slots, slots - 1, 0, 1, below(slots)]),
      flash_attn,
      cache_type_k,
      cache_type_v: hparams.is_mla ? cache_type_k : only_f16 ? 'f16' : other_type,
      n_parallel: pick([1, 1, 1, 2, 3, 4, 8]),
      offload_kqv: !chance(0.15),
      swa_full: chance(0.1),
      n_cpu_moe: hparams.n_expert > 0 && chance(0.3) ? below(slots) : 0,
      ...(byName() < 0.15 ? { override_tensor: [OVERRIDES[Math.floor(byName() * OVERRIDES.length)] ?? ''] } : {}),
      ...(devices > 1 ? { tensor_split: pick(SPLITS), split_mode: chance(0.1) ? 'none' : 'layer' } : {}),
    }
    const program = chance(0.6) ? 'server' : 'cli'
    const settings: MemorySettings = {
      ...resolveSettings(drawn, hparams, program),
      ...(chance(0.35) ? { kv_unified: program !== 'server' } : {}),
    }
    return { model, precision, devices, settings }
  }
  return Array.from({ length: count }, oneCase)
}
