import type { ModelFacts } from '../../model/facts.ts'
import { hparamsOf } from '../compiled-model.ts'
import { layerDevices } from '../layer-device.ts'
import type { MemorySettings } from '../memory-settings.ts'
import { amxPacking, hasAmx } from './packing.ts'
import { type PackingMachine, packs, timesOnHost } from './repack.ts'

/**
 * Weights that llama.cpp packs for AMX and then has no kernel for. Loading asks with a contiguous input
 * (weight_buft_supported, src/llama-model-loader.cpp); the graph of latent attention multiplies `attn_k_b` with a permuted
 * view, and `attn_v_b` too after flash attention (build_attn_mha, src/llama-graph.cpp), which AMX refuses
 * (extra_buffer_type::supports_op, ggml/src/ggml-cpu/amx/amx.cpp). No other backend reads that buffer, so
 * ggml_backend_sched_split_graph ends the program: `GGML_ASSERT(*cur_backend_id != -1)`.
 * @returns the name of the first such tensor without its layer (`attn_k_b.weight`), null where there is none
 */
export function amxAborts(machine: PackingMachine, facts: ModelFacts, settings: MemorySettings): string | null {
  if (!hasAmx(machine.capabilities) || !packs(machine, settings)) return null
  const names = settings.flash_attn === 'off' ? /\.attn_k_b\.weight$/ : /\.attn_[kv]_b\.weight$/
  const latent = facts.tensors.filter((group) => names.test(group.name) && amxPacking({ ...group, expert: false }))
  if (latent.length === 0) return null
  const hparams = hparamsOf(facts)
  const where = layerDevices(hparams, settings, { devices: machine.n_devices })
  return latent.find((group) => timesOnHost(group, hparams, where, settings) > 0)?.name.replace('blk.%d.', '') ?? null
}
