import { describe, expect, it } from 'vitest'
import type { Settings } from '../../shared/config/settings.ts'
import { closedFormCompute, type Unknown } from '../../shared/estimate/closed-form-compute.ts'
import { contextSize } from '../../shared/estimate/context-size.ts'
import { layerDevices } from '../../shared/estimate/layer-device.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readHparams } from '../../shared/model/hparams.ts'

/** Four layers, 1000 wide; 10 heads of 100 and two for K and V; feed-forward 2000; 5000 tokens. */
const HPARAMS = {
  vocab_size: 5000,
  block_count: 4,
  context_length: 100_000,
  embedding_length: 1000,
  feed_forward_length: 2000,
  'attention.head_count': 10,
  'attention.head_count_kv': 2,
}

type Case = {
  readonly settings?: Settings
  readonly keys?: Partial<typeof HPARAMS> & ModelFacts['hparams']
  readonly architecture?: string
  readonly devices?: number
  readonly flash?: boolean
  readonly unknown?: Unknown | null
  readonly program?: 'server' | 'cli'
}

function closedForm({
  settings,
  keys,
  architecture = 'llama',
  devices = 1,
  flash = true,
  unknown = null,
  program = 'cli',
}: Case) {
  const hparams_given = { ...HPARAMS, ...keys }
  const layers: [number, number][] = [[0, hparams_given.block_count - 1]]
  const facts: ModelFacts = {
    schema_version: 1,
    name: 'x',
    architecture,
    precision: 'F16',
    n_params: 1,
    hparams: hparams_given,
    tensors: [
      { name: 'token_embd.weight', type: 'f16', shape: [1000, 5000] },
      { name: 'blk.%d.attn_norm.weight', type: 'f32', shape: [1000], layers },
      { name: 'blk.%d.ffn_up_exps.weight', type: 'f32', shape: [1000, 1, 8], layers },
    ],
    source: 'test',
  }
  const hparams = readHparams(facts)
  const resolved = resolveSettings({ n_ctx: 1024, n_ubatch: 100, ...settings }, hparams, program)
  const where = layerDevices(hparams, resolved, { devices })
  const run = { hparams, size: contextSize(hparams, resolved), settings: resolved, where, n_devices: devices, flash }
  return closedFormCompute(run, unknown)
}

/** On the safe side by this factor. */
const safe = (bytes: number) => Math.ceil(bytes * 1.35)
/** The mask of 1024 cells in F16, and 28 bytes of indices, for each of 100 tokens. */
const INPUTS = 100 * (1024 * 2 + 28)
/** Feed-forward: 3 x 2000 + 3 x 1000, and Q of 10 x 100, as floats for 100 tokens. */
const LAYER = 4 * 100 * (3 * 2000 + 3 * 1000 + 1000)
/** The embeddings twice. */
const EMBEDDED = 2 * 4 * 100 * 1000
/** Logits of 100 rows, the state before them twice, the ids of the rows. */
const LOGITS = 4 * (100 * 5000 + 2 * 100 * 1000) + 4 * 100

describe('compute buffers of a graph that is not described', () => {
  it('are the widest moment of a layer where it lies, and the inputs beside', () => {
    expect(closedForm({})).toEqual({ devices: [safe(LAYER) + INPUTS], host: safe(EMBEDDED) + INPUTS })
  })

  it('are all on the host without devices', () => {
    expect(closedForm({ devices: 0 })).toEqual({ devices: [], host: safe(LAYER) + INPUTS })
  })

  it('are those of the logits where the output lies', () => {
    const keys = { feed_forward_length: 100 }
    expect(closedForm({ keys }).devices).toEqual([safe(LOGITS) + INPUTS])
    // A server makes one row of them; what is left is smaller than the layer's 3 x 100 + 3 x 1000 + 1000.
    expect(closedForm({ keys, program: 'server' }).devices).toEqual([safe(4 * 100 * 4300) + INPUTS])
    const two = closedForm({ keys, program: 'server', settings: { n_parallel: 2 } }).devices
    expect(two).toEqual([safe(4 * 100 * 4300) + INPUTS])
    expect(closedForm({ keys, settings: { n_gpu_layers: 0 } })).toEqual({ devices: [0], host: safe(LOGITS) + INPUTS })
  })

  it('the output alone on a device needs no inputs of layers', () => {
    const { devices, host } = closedForm({ settings: { n_gpu_layers: 1 } })
    expect(devices).toEqual([safe(LOGITS)])
    expect(host).toBe(safe(LAYER) + INPUTS)
  })

  it('a micro-batch is rounded up to whole sequences and is no longer than the context', () => {
    // 34 tokens for each of three; 512 cells of their own.
    const own = { n_parallel: 3, kv_unified: false }
    const inputs = 102 * (512 * 2 + 28)
    expect(closedForm({ settings: own }).devices).toEqual([safe((LAYER / 100) * 102) + inputs])
    const short = closedForm({ settings: { n_ctx: 50, kv_unified: true } }).devices
    expect(short).toEqual([safe(LAYER / 2) + 50 * (256 * 2 + 28)])
  })

  it('without flash attention the scores, Q, K and V count, masks are floats, embeddings are held four times', () => {
    const scores = 4 * (100 * 1024 * 10 + 100 * (5 * 1000 + 200 + 200))
    const inputs = 100 * (1024 * 4 + 28)
    const { devices, host } = closedForm({ flash: false })
    expect(devices).toEqual([safe(scores) + inputs])
    expect(host).toBe(safe(2 * EMBEDDED) + inputs)
  })

  it('several devices have the inputs four times when micro-batches are pipelined', () => {
    const { devices, host } = closedForm({ devices: 2 })
    expect(devices).toEqual([safe(LAYER) + 4 * INPUTS, safe(LAYER) + 4 * INPUTS])
    expect(host).toBe(safe(EMBEDDED) + 4 * INPUTS)
    const apart = closedForm({ devices: 2, settings: { n_gpu_layers: 4 } })
    expect(apart.devices).toEqual([safe(LAYER) + INPUTS, safe(LAYER) + INPUTS])
  })

  it('what reads a cache that stays on the host runs there', () => {
    const { devices, host } = closedForm({ settings: { offload_kqv: false } })
    expect(devices).toEqual([safe(LAYER) + INPUTS])
    expect(host).toBe(safe(LAYER) + INPUTS)
  })

  it('experts: what goes in and comes out of those used, where they lie', () => {
    const keys = { expert_count: 8, expert_used_count: 2, expert_feed_forward_length: 5000, feed_forward_length: 1000 }
    // Two of 5000, three times, and 3 x 1000; Q beside them.
    const experts = 4 * 100 * (3 * 2 * 5000 + 3 * 1000)
    expect(closedForm({ keys }).devices).toEqual([safe(experts + 4 * 100 * 1000) + INPUTS])
    expect(closedForm({ keys, settings: { n_cpu_moe: 4 } }).host).toBe(safe(experts) + INPUTS)
    // Without a width of their own: that of the feed-forward; here gathering is the wider: 2 x 2 x (1000 + 1000) + 2 x 1000.
    const plain = { expert_count: 8, expert_used_count: 2, feed_forward_length: 1000 }
    expect(closedForm({ keys: plain }).devices).toEqual([safe(4 * 100 * (10_000 + 1000)) + INPUTS])
  })

  it('windows have a mask of their own, and fewer cells in the scores', () => {
    const keys = { 'attention.sliding_window': 100 }
    // min(1024, 100 + 100) cells, a multiple of 256.
    const inputs = (cell: number) => 100 * ((1024 + 256) * cell + 28)
    expect(closedForm({ keys, architecture: 'gemma2' }).devices).toEqual([safe(LAYER) + inputs(2)])
    const scores = 4 * (100 * 1024 * 10 + 100 * 5400)
    expect(closedForm({ keys, architecture: 'gemma2', flash: false }).devices).toEqual([safe(scores) + inputs(4)])
    // Every second layer is full: a single one has a window.
    const alone = closedForm({ keys: { ...keys, block_count: 1 }, architecture: 'gemma2', flash: false })
    expect(alone.devices).toEqual([safe(LAYER) + 100 * (256 * 4 + 28)])
  })

  it('an encoder scores all tokens of a batch with one another, keeps nothing, and makes no logits', () => {
    const keys = { feed_forward_length: 1, vocab_size: 10_000_000 }
    const settings = { n_batch: 500, n_ubatch: 500 }
    const scores = 4 * (500 * 500 * 10 + 500 * 5400)
    const { devices } = closedForm({ keys, architecture: 'bert', flash: false, settings })
    expect(devices).toEqual([safe(scores) + 28 * 500])
  })

  it('a state beside the layer: three times, and its projections', () => {
    const keys = {
      'ssm.inner_size': 4000,
      'ssm.state_size': 16,
      'ssm.conv_kernel': 4,
      'ssm.group_count': 1,
      'ssm.time_step_rank': 10,
    }
    // mamba2 (llama-hparams.cpp): 3 x (4000 + 2 x 16) for the convolution, 16 x 4000 of state.
    const [n_r, n_s] = [3 * (4000 + 32), 16 * 4000]
    const { devices } = closedForm({ keys, architecture: 'mamba2', settings: { n_parallel: 2, kv_unified: true } })
    const state = 4 * (3 * (n_r + n_s) * 2 + 100 * (4 * n_r + 4 * 1000))
    // No layer keeps a cache, so that there is no mask.
    expect(devices).toEqual([safe(state) + 28 * 100])
  })

  it('what is unknown may have two masks, look values up beside the embedding, and read another layer’s cache', () => {
    const unknown = { per_layer_width: 512 }
    const masks = 2 * 100 * 1024 * 2
    const beside = 2 * 4 * 100 * 512
    const all = closedForm({ unknown })
    expect(all.devices).toEqual([safe(LAYER) + beside + masks + 2800])
    expect(all.host).toBe(safe(EMBEDDED) + beside + masks + 2800)
    // K and V of one layer: 1024 cells of 200 + 200 halves.
    const cache = 1024 * 400 * 2
    const split = closedForm({ unknown, settings: { n_gpu_layers: 3 } })
    expect(split.devices).toEqual([safe(LAYER + cache) + beside + masks + 2800])
    expect(split.host).toBe(safe(LAYER + cache) + beside + masks + 2800)
    expect(closedForm({ unknown, settings: { n_gpu_layers: 1 } }).devices).toEqual([safe(LOGITS) + beside])
  })
})
