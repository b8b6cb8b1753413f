import type { TensorGroup } from '../model/facts.ts'
import type { Hparams } from '../model/hparams.ts'
import { tensorBytes } from '../model/tensor-types.ts'
import { padTo } from '../units.ts'
import type { Where } from './layer-device.ts'

/** Tensor alignment of ggml's CPU, Metal and RPC buffers (ggml-impl.h TENSOR_ALIGNMENT). */
const ALIGNMENT = 32

/** Expert weights, as `--n-cpu-moe` selects them (common/common.h LLM_FFN_EXPS_REGEX). */
const EXPERTS = /\.ffn_(up|down|gate|gate_up)_(ch|)exps/

/** Looked up, not multiplied: always on the host (llama-arch.cpp LLM_TENSOR_LAYER_INPUT). */
const INPUT = /^(token_embd|per_layer_token_embd|position_embd|token_types)\.(weight|bias)$/
/** With the output layer (llama-arch.cpp LLM_TENSOR_LAYER_OUTPUT). */
const OUTPUT = /^(output|output_norm|cls|altup_|dense_[23]|dec\.output_norm|enc\.output_norm)/

/** Bytes of weights in one place. */
export type WeightsShare = { readonly devices: readonly number[]; readonly host: number }

/** Bytes of one tensor of a group, as a buffer holds it. */
export function groupTensorBytes(group: TensorGroup): number {
  return padTo(tensorBytes(group.type, group.shape), ALIGNMENT)
}

export function isExpertGroup(group: TensorGroup): boolean {
  return EXPERTS.test(group.name)
}

/**
 * Where every tensor goes: llama_model::load_tensors and llama_model_loader::create_tensor.
 * @param where place of each layer and, last, of the output layer
 */
export function placeWeights(
  groups: readonly TensorGroup[],
  hparams: Hparams,
  where: readonly Where[],
  n_devices: number,
  n_cpu_moe: number,
): WeightsShare {
  const devices = Array.from({ length: n_devices }, () => 0)
  let host = 0
  const add = (place: Where, bytes: number) => {
    if (place === 'host') host += bytes
    else devices[place] = (devices[place] ?? 0) + bytes
  }
  const output = where[hparams.n_layer_all] ?? 'host'
  const first = where[0] ?? 'host'

  for (const group of groups) {
    const bytes = groupTensorBytes(group)
    if (group.layers !== undefined) {
      const onHost = isExpertGroup(group) ? n_cpu_moe : 0
      for (const [from, to] of group.layers) {
        // Prediction (MTP) layers are skipped unless speculation asks for them.
        for (let il = from; il <= Math.min(to, hparams.n_layer - 1); il++) {
          add(il < onHost ? 'host' : (where[il] ?? 'host'), bytes)
        }
      }
    } else if (INPUT.test(group.name)) {
      add('host', bytes)
    } else if (group.name.startsWith('rope_f')) {
      for (const place of ropePlaces(hparams, where)) add(place, bytes)
    } else if (group.name.startsWith('token_embd_norm')) {
      add(hparams.traits.embedding_norm_is_output ? output : first, bytes)
    } else {
      add(OUTPUT.test(group.name) ? output : first, bytes)
    }
  }
  for (const bytes of tiedOutput(groups, hparams, output)) add(output, bytes)
  return { devices, host }
}

/** One copy of the rope factors in each place with a layer that uses them. */
function ropePlaces(hparams: Hparams, where: readonly Where[]): Set<Where> {
  const users = where.slice(0, hparams.n_layer)
  return new Set(users.filter((_, il) => !(hparams.traits.rope_freqs_full_only && hparams.is_swa[il])))
}

/** Without an output matrix the token table serves twice; on another device than the host it is a second copy. */
function tiedOutput(groups: readonly TensorGroup[], hparams: Hparams, output: Where): number[] {
  const has = (name: string) => groups.find((group) => group.name === name)
  const table = has('token_embd.weight')
  if (table === undefined || has('output.weight') !== undefined || hparams.traits.no_output) return []
  return output === 'host' && !hparams.traits.output_first ? [] : [groupTensorBytes(table)]
}
