import { describe, expect, it } from 'vitest'
import { ModelFactsSchema, type ModelFacts } from '../../../shared/model/facts.ts'
import { readGguf } from '../../../shared/model/read-gguf.ts'
import { expandGroups } from '../../../shared/model/tensor-groups.ts'
import { tensorBytes } from '../../../shared/model/tensor-types.ts'
import { padTo } from '../../../shared/units.ts'
import {
  BOOL,
  F32,
  F64,
  sourceOf,
  TEXT,
  U64,
  writeGguf,
  type Value,
  type WrittenTensor,
} from '../../helpers/gguf-writer.ts'
import { FIXTURE_IDS, fixtureFacts, type FixtureId } from '../../helpers/sparse-gguf.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

/** As llama.cpp lays tensors into one buffer. */
function bufferBytes(facts: ModelFacts, matches: (name: string) => boolean = () => true): number {
  let sum = 0
  for (const { name, type, shape } of expandGroups(facts.tensors)) {
    if (matches(name)) sum += padTo(tensorBytes(type, shape), 32)
  }
  return sum
}

type Known = {
  architecture: string
  layers: number
  n_params: number
  /** Bytes that llama.cpp puts on the host with no layer on a device, and with all of them: measured. */
  all: number
  input: number
  hparams: Record<string, unknown>
}

const KNOWN: Partial<Record<FixtureId, Known>> = {
  'llama-3.1-8b.Q4_K_M': {
    architecture: 'llama',
    layers: 32,
    n_params: 8_030_261_312,
    all: 4_912_898_304,
    input: 295_501_824,
    hparams: { 'attention.head_count': 32, 'attention.head_count_kv': 8, vocab_size: 128_256, context_length: 131_072 },
  },
  'qwen3-8b.Q4_K_M': {
    architecture: 'qwen3',
    layers: 36,
    n_params: 8_190_735_360,
    all: 5_021_827_072,
    input: 350_060_544,
    hparams: { 'attention.head_count': 32, 'attention.key_length': 128, 'rope.freq_base': 1e6, vocab_size: 151_936 },
  },
  'gemma-3-4b.Q4_K_M': {
    architecture: 'gemma3',
    layers: 34,
    n_params: 3_880_263_168,
    all: 2_483_352_832,
    input: 550_636_800,
    hparams: { 'attention.sliding_window': 1024, 'attention.head_count_kv': 4, vocab_size: 262_208 },
  },
  'gpt-oss-20b.Q4_K_M': {
    architecture: 'gpt-oss',
    layers: 24,
    n_params: 20_914_757_184,
    all: 15_792_128_256,
    input: 398_154_240,
    hparams: { expert_count: 32, expert_used_count: 4, 'attention.sliding_window': 128 },
  },
  'deepseek-v2-lite.Q4_K_M': {
    architecture: 'deepseek2',
    layers: 27,
    n_params: 15_706_484_224,
    all: 10_363_959_296,
    input: 117_964_800,
    hparams: { 'attention.kv_lora_rank': 512, expert_count: 64, leading_dense_block_count: 1 },
  },
  'qwen3.5-4b.Q4_K_M': {
    architecture: 'qwen35',
    layers: 32,
    n_params: 4_205_751_296,
    all: 2_697_836_544,
    input: 521_472_000,
    hparams: { 'ssm.state_size': 128, 'ssm.conv_kernel': 4, 'attention.head_count_kv': 4 },
  },
  'qwen2.5-0.5b.Q4_K_M': {
    architecture: 'qwen2',
    layers: 24,
    n_params: 494_032_768,
    all: 391_859_712,
    input: 144_643_072,
    hparams: { 'attention.head_count': 14, 'attention.head_count_kv': 2 },
  },
  'smollm2-135m.Q4_K_M': {
    architecture: 'llama',
    layers: 30,
    n_params: 134_515_008,
    all: 103_668_480,
    input: 30_081_024,
    hparams: { 'attention.head_count': 9, 'attention.head_count_kv': 3 },
  },
  'granite-4.0-h-tiny.Q4_K_M': {
    architecture: 'granitehybrid',
    layers: 40,
    n_params: 6_939_037_248,
    all: 4_227_387_648,
    input: 126_443_520,
    hparams: {
      'attention.head_count_kv': Array.from({ length: 40 }, (_, n) => (n % 10 === 5 ? 4 : 0)),
      expert_count: 64,
    },
  },
  'mixtral-8x7b.Q4_K_M': {
    architecture: 'llama',
    layers: 32,
    n_params: 46_702_792_704,
    all: 28_447_727_616,
    input: 73_728_000,
    hparams: { expert_count: 8, expert_used_count: 2 },
  },
  'qwen3-30b-a3b.Q4_K_M': {
    architecture: 'qwen3moe',
    layers: 48,
    n_params: 30_532_122_624,
    all: 18_550_716_416,
    input: 175_030_272,
    hparams: { expert_count: 128, expert_used_count: 8, expert_feed_forward_length: 768 },
  },
}

describe('facts of known models', () => {
  it.each(Object.entries(KNOWN))('%s: the published and measured numbers', async (id, known) => {
    const facts = await fixtureFacts(id as FixtureId)
    expect(facts).toMatchObject({ architecture: known.architecture, precision: 'Q4_K_M', source: `${id}.gguf` })
    expect(facts.n_params).toBe(known.n_params)
    expect(facts.hparams).toMatchObject({ block_count: known.layers, ...known.hparams })
    expect(bufferBytes(facts)).toBe(known.all)
    expect(bufferBytes(facts, (name) => name === 'token_embd.weight')).toBe(known.input)
  })

  it('places llama-3.1-8b as llama.cpp does: all but the input embeddings on the device', async () => {
    const facts = await fixtureFacts('llama-3.1-8b.Q4_K_M')
    expect(bufferBytes(facts, (name) => name !== 'token_embd.weight')).toBe(4_617_396_480)
  })

  it('knows F16 from the file and tells it apart by the same tensors', async () => {
    const facts = await fixtureFacts('llama-3.1-8b.F16')
    expect(facts).toMatchObject({ precision: 'F16', n_params: 8_030_261_312 })
    const types = facts.tensors.map(({ name, type }) => [name, type])
    expect(types).toContainEqual(['blk.%d.ffn_up.weight', 'f16'])
    expect(types).toContainEqual(['blk.%d.attn_norm.weight', 'f32'])
  })

  it.each(FIXTURE_IDS)('%s: keeps to the schema', async (id) => {
    const facts = await fixtureFacts(id)
    expect(ModelFactsSchema.parse(structuredClone(facts))).toEqual(facts)
    expect(facts.tensors.length).toBeLessThan(50)
  })
})

const EMBEDDINGS: WrittenTensor = { name: 'token_embd.weight', type: 'f16', shape: [64, 10] }

function factsOf(keys: readonly (readonly [string, Value])[], tensors: readonly WrittenTensor[] = [EMBEDDINGS]) {
  return readGguf(sourceOf(writeGguf({ keys: [['general.architecture', 'llama'], ...keys], tensors })))
}

describe('hyperparameters', () => {
  it('are the keys of the architecture, in the forms that facts have', async () => {
    const { hparams } = await factsOf([
      ['llama.block_count', 2],
      ['llama.rope.freq_base', { type: F64, value: 5e5 }],
      ['llama.use_parallel_residual', true],
      ['llama.rope.scaling.type', 'yarn'],
      ['llama.attention.head_count_kv', [2, 4]],
      ['llama.attention.sliding_window_pattern', { array: BOOL, values: [true, false] }],
      ['general.name', 'Some model'],
      ['qwen3.block_count', 7],
      ['llama.', 1],
    ])
    expect(hparams).toEqual({
      block_count: 2,
      'rope.freq_base': 5e5,
      use_parallel_residual: true,
      'rope.scaling.type': 'yarn',
      'attention.head_count_kv': [2, 4],
      'attention.sliding_window_pattern': [true, false],
      vocab_size: 10,
    })
  })

  it('leave out what no fact can be', async () => {
    const { hparams } = await factsOf([
      ['llama.not_a_number', { type: F32, value: Number.NaN }],
      ['llama.infinite', { array: F64, values: [1, Number.POSITIVE_INFINITY] }],
      ['llama.huge', { type: U64, value: 2n ** 60n }],
      ['llama.long_text', 'x'.repeat(201)],
      ['llama.texts', { array: TEXT, values: ['a'] }],
      [`llama.${'k'.repeat(129)}`, 1],
    ])
    expect(hparams).toEqual({ vocab_size: 10 })
  })

  it('cannot reach the prototype of objects', async () => {
    const { hparams } = await factsOf([['llama.__proto__', [1]]])
    expect(Object.keys(hparams).sort()).toEqual(['__proto__', 'vocab_size'])
    expect(Object.getPrototypeOf(hparams)).toBe(Object.prototype)
  })

  it('count the vocabulary by its tokens, its key, its embeddings', async () => {
    const tokens = ['tokenizer.ggml.tokens', { array: TEXT, values: ['a', 'b', 'c'] }] as const
    expect((await factsOf([['llama.vocab_size', 5], tokens])).hparams['vocab_size']).toBe(3)
    expect((await factsOf([['llama.vocab_size', 5]])).hparams['vocab_size']).toBe(5)
    expect((await factsOf([tokens])).hparams['vocab_size']).toBe(3)
    expect((await factsOf([])).hparams['vocab_size']).toBe(10)
    expect((await factsOf([['llama.vocab_size', { type: F32, value: -0.5 }]])).hparams['vocab_size']).toBe(10)
  })
})

describe('names', () => {
  it('come from the file, else from its name', async () => {
    expect((await factsOf([['general.name', 'Some model']])).name).toBe('Some model')
    expect(await factsOf([])).toMatchObject({ name: 'model.gguf', source: 'model.gguf' })
    expect((await factsOf([['general.name', 'n'.repeat(1000)]])).name).toHaveLength(300)
  })
})

describe('precision', () => {
  const file = (file_type: number) => factsOf([['general.file_type', file_type]])
  const layers = (...types: string[]) =>
    factsOf(
      [],
      [
        EMBEDDINGS,
        { name: 'blk.0.attn_norm.weight', type: 'f32', shape: [256] },
        { name: 'blk.0.ffn_gate_inp.weight', type: 'f32', shape: [256, 8] },
        ...types.map((type, i) => ({ name: `blk.${i}.ffn_up.weight`, type: type as 'f16', shape: [256, 8] })),
      ],
    )

  it('is what the file says', async () => {
    expect((await file(15)).precision).toBe('Q4_K_M')
    expect((await file(0)).precision).toBe('F32')
    expect((await file(38)).precision).toBe('MXFP4_MOE')
    expect((await file(1024 + 14)).precision).toBe('Q4_K_S')
  })

  it('is told from the tensors of the layers where the file does not say, and only without doubt', async () => {
    expect((await file(777)).precision).toBe('mixed')
    expect((await layers('q8_0', 'q8_0')).precision).toBe('Q8_0')
    expect((await layers('bf16')).precision).toBe('BF16')
    expect((await layers('q4_K', 'q6_K')).precision).toBe('Q4_K_M')
    expect((await layers('q4_K', 'q5_K')).precision).toBe('Q4_K_S')
    expect((await layers('q5_K', 'q6_K')).precision).toBe('Q5_K_M')
    expect((await layers('q4_K')).precision).toBe('mixed')
    expect((await layers('q8_0', 'q2_K')).precision).toBe('mixed')
    expect((await layers('f32')).precision).toBe('F32')
  })
})

describe('a GGUF file that is no language model', () => {
  const trouble = (keys: readonly (readonly [string, Value])[], tensors?: WrittenTensor[]) =>
    userErrorOf(() => factsOf(keys, tensors)).then(({ message }) => message)

  it('is named for what it is', async () => {
    expect(await trouble([['general.type', 'adapter']])).toBe('model.gguf is a LoRA adapter, not a model')
    expect(await trouble([['general.type', 'imatrix']])).toContain('is an importance matrix')
    expect(await trouble([['general.type', 'mmproj']])).toContain('is a vision or audio projector')
    expect(await trouble([], [])).toBe('model.gguf has no tensors: it holds a vocabulary only')
    expect(await trouble([], [{ name: 'x', type: 'f32', shape: [3] }])).toContain('has no vocabulary')
    const nameless = sourceOf(writeGguf({ tensors: [EMBEDDINGS] }))
    expect((await userErrorOf(() => readGguf(nameless))).message).toContain('does not say its architecture')
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('is refused when its rope.freq_base is %d', async (value) => {
    expect(await trouble([['llama.rope.freq_base', { type: F32, value }]])).toBe(
      `model.gguf is damaged: 'llama.rope.freq_base' is ${value}, not a finite number`,
    )
  })

  it('is refused when no two of its many tensors are alike', async () => {
    const many = Array.from({ length: 20_001 }, (_, n) => ({ name: `t${n}`, type: 'i8' as const, shape: [1] }))
    expect(await trouble([], many)).toContain('has 20001 tensors that have nothing in common')
  })

  it('is refused when it claims more weights than numbers can count', async () => {
    const huge = Array.from({ length: 3 }, (_, n) => ({
      name: `t${n}`,
      type: 'q1_0' as const,
      shape: [2 ** 40, 2 ** 12],
    }))
    const bytes = writeGguf({ keys: [['general.architecture', 'llama']], tensors: huge, data: 0 })
    const error = await userErrorOf(() => readGguf(sourceOf(bytes, 'model.gguf', null)))
    expect(error.message).toBe('model.gguf claims to have more weights than any model')
  })
})
