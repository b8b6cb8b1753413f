import type { Hparams } from '../../model/hparams.ts'
import type { ContextSize } from '../context-size.ts'
import type { Where } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { overriddenPlace } from '../overrides/tensor-override.ts'
import type { AdapterFacts, AdapterPair } from './adapter-facts.ts'
import type { ExtraTerm } from './extra-term.ts'

const FLOAT = 4
const OUTPUT = /^output(\.|_)/
const EXPERTS = /\.ffn_(up|down|gate|gate_up)_(ch|)exps/

/**
 * LoRA adapters: each pair lies where its weight does, on the CPU beside repacked weights (llama_adapter_lora_init_impl);
 * every product with an adapted weight then has a second one beside it, as wide as the weight (build_lora_mm).
 */
export function adapterTerms(
  adapters: readonly AdapterFacts[],
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
  where: readonly Where[],
): ExtraTerm[] {
  const places = new Map<Where, { bytes: number; widest: number }>()
  for (const { pairs } of adapters) {
    for (const pair of pairs) {
      const place = placeOf(pair, hparams, settings, where)
      const known = places.get(place) ?? { bytes: 0, widest: 0 }
      const rows = OUTPUT.test(pair.name) ? Math.min(size.n_ubatch, size.n_outputs_max) : size.n_ubatch
      const used = EXPERTS.test(pair.name) ? rows * Math.max(1, hparams.n_expert_used) : rows
      places.set(place, {
        bytes: known.bytes + pair.bytes,
        widest: Math.max(known.widest, used * (pair.n_out + pair.rank) * FLOAT),
      })
    }
  }
  return [...places].flatMap(([place, { bytes, widest }]): ExtraTerm[] => [
    {
      id: 'lora.model',
      place,
      bytes,
      source: `${adapters.map(({ name }) => name).join(', ')}: the tensors beside the weights that they change`,
    },
    {
      id: 'lora.compute',
      place,
      bytes: widest,
      low: 0,
      high: widest,
      source: "the adapter's widest product beside the weight's own; nothing where the graph's peak is elsewhere",
    },
  ])
}

function placeOf(pair: AdapterPair, hparams: Hparams, settings: MemorySettings, where: readonly Where[]): Where {
  const { name, il } = pair
  const place = overriddenPlace(settings, name)
  if (place !== null) return place
  if (il !== null) return EXPERTS.test(name) && il < settings.n_cpu_moe ? 'host' : (where[il] ?? 'host')
  if (OUTPUT.test(name)) return where[hparams.n_layer_all] ?? 'host'
  return name.startsWith('token_embd') ? 'host' : (where[0] ?? 'host')
}
