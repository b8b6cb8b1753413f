import type { ClassConstants, Constants, Quantity } from '../../../shared/estimate/throughput/constants.ts'
import { estimateThroughput } from '../../../shared/estimate/throughput/estimate-throughput.ts'
import type { ThroughputSettings } from '../../../shared/estimate/throughput/throughput-settings.ts'
import type { ModelFacts, TensorGroup } from '../../../shared/model/facts.ts'
import { findProfile } from '../../../shared/profile/find-profile.ts'
import type { Target, TargetDevice } from '../../../shared/profile/target.ts'
import { targetFromProfile } from '../../../shared/profile/target-from-profile.ts'

// A model and machines whose speeds can be worked out on paper.

const LAYERS: [number, number][] = [[0, 9]]

/** Ten layers of one matrix of 1 MB, an output matrix of 2 MB: 12 MB a token. K and V of a token and layer: 512 + 256 bytes. */
export const DENSE: ModelFacts = {
  schema_version: 1,
  name: 'round',
  architecture: 'llama',
  precision: 'F16',
  n_params: 7_000_000,
  hparams: {
    vocab_size: 1000,
    block_count: 10,
    context_length: 100_000,
    embedding_length: 1000,
    'attention.head_count': 10,
    'attention.head_count_kv': 2,
    'attention.key_length': 128,
    'attention.value_length': 64,
  },
  tensors: [
    { name: 'token_embd.weight', type: 'f16', shape: [1000, 1000] },
    { name: 'output.weight', type: 'f16', shape: [1000, 1000] },
    { name: 'blk.%d.ffn_up.weight', type: 'f16', shape: [1000, 500], layers: LAYERS },
  ],
  source: 'test',
}

/** The same with eight experts of 1 MB in each layer, of which a token uses two: 32 MB a token. */
export const EXPERTS: ModelFacts = {
  ...DENSE,
  hparams: { ...DENSE.hparams, expert_count: 8, expert_used_count: 2 },
  tensors: [
    ...DENSE.tensors,
    { name: 'blk.%d.ffn_up_exps.weight', type: 'f16', shape: [1000, 500, 8], layers: LAYERS },
  ],
}

export const withTensors = (facts: ModelFacts, tensors: readonly TensorGroup[]): ModelFacts => ({
  ...facts,
  tensors: [...facts.tensors, ...tensors],
})

const plain = targetFromProfile(findProfile('rtx-4090'))

/** A card of 12 GB/s and 2 TFLOPS. */
export const CARD: TargetDevice = {
  name: 'card',
  backend: 'cuda',
  total_bytes: 8e9,
  usable: { bytes: 8e9, source: 'test' },
  bandwidth_gb_s: 12,
  fp16_tflops: 2,
}

/** Four cores at 6 GB/s beside such cards. */
export function machine(devices: readonly TargetDevice[] = [CARD], more: Partial<Target> = {}): Target {
  return {
    ...plain,
    profile_id: null,
    backend: devices.length > 0 ? 'cuda' : 'cpu',
    devices,
    unified: false,
    host: { ...plain.host, bandwidth_gb_s: 6 },
    cpu: { ...plain.cpu, physical_cores: 8, performance_cores: 4, efficiency_cores: 4, usable_cores: 4 },
    ...more,
  }
}

const whole: ClassConstants = {
  efficiency: 1,
  layer_us: 0,
  rows: 3,
  devices: 2,
  benched: 1,
  ranges: { model: [0.8, 1.25] },
}

/** Constants of a world without losses, but for what is given; classes are named as in `efficiency.json`. */
export function world(given: { readonly [key in Quantity]?: { readonly [name: string]: Partial<ClassConstants> } }) {
  const quantity = (name: Quantity) => {
    const classes = { cuda: {}, cpu: {}, ...given[name] }
    return Object.fromEntries(Object.entries(classes).map(([key, own]) => [key, { ...whole, ...own }]))
  }
  return {
    decode: quantity('decode'),
    prompt: quantity('prompt'),
    prompt_by_bandwidth: quantity('prompt_by_bandwidth'),
  } satisfies Constants
}

/** Decode and prompt in tokens per second, without flash attention unless asked for. */
export function speeds(
  facts: ModelFacts,
  asked: ThroughputSettings,
  constants: Constants = world({}),
  target: Target = machine(),
): { tg: number; pp: number } {
  const { tg, pp } = estimateThroughput(facts, { flash_attn: 'off', n_ubatch: 100, ...asked }, target, constants)
  return { tg: tg?.tokens_per_s ?? Number.NaN, pp: pp?.tokens_per_s ?? Number.NaN }
}

/** Milliseconds that a token takes when decoding, and that a micro-batch of so many tokens takes. */
export const msPerToken = (...args: Parameters<typeof speeds>): number => 1000 / speeds(...args).tg
export const msPerBatch = (tokens: number, ...args: Parameters<typeof speeds>): number =>
  (1000 * tokens) / speeds(...args).pp
