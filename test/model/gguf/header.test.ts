import { describe, expect, it } from 'vitest'
import { readGgufHeader } from '../../../shared/model/gguf/header.ts'
import { KIB } from '../../../shared/units.ts'
import {
  BOOL,
  F32,
  F64,
  I64,
  sourceOf,
  TEXT,
  U64,
  U8,
  writeGguf,
  type Value,
  type Written,
} from '../../helpers/gguf-writer.ts'

const ONE: Written = {
  keys: [['general.architecture', 'llama']],
  tensors: [{ name: 'token_embd.weight', type: 'q8_0', shape: [64, 10] }],
}

const read = (file: Written) => readGgufHeader(sourceOf(writeGguf(file)))

/** The value that is read back for a key. */
async function valueOf(value: Value, key = 'llama.key'): Promise<unknown> {
  return (await read({ ...ONE, keys: [[key, value]] })).metadata.get(key)
}

describe('readGgufHeader', () => {
  it.each([2, 3])('reads version %i', async (version) => {
    const header = await read({ ...ONE, version })
    expect(header).toMatchObject({ name: 'model.gguf', version, data_offset: 128 })
    expect(header.metadata).toEqual(new Map([['general.architecture', 'llama']]))
    expect(header.tensors).toEqual([{ name: 'token_embd.weight', type: 'q8_0', shape: [64, 10], offset: 0 }])
  })

  it('reads every type of value', async () => {
    expect(await valueOf({ type: U8, value: 255 })).toBe(255)
    expect(await valueOf({ type: 1, value: 255 })).toBe(-1)
    expect(await valueOf({ type: 2, value: 65_535 })).toBe(65_535)
    expect(await valueOf({ type: 3, value: 65_535 })).toBe(-1)
    expect(await valueOf(4_294_967_295)).toBe(4_294_967_295)
    expect(await valueOf({ array: 5, values: [-1, 7] })).toEqual([-1, 7])
    expect(await valueOf({ type: F32, value: 0.5 })).toBe(0.5)
    expect(await valueOf({ type: F64, value: 1e-5 })).toBe(1e-5)
    expect(await valueOf(true)).toBe(true)
    expect(await valueOf({ array: BOOL, values: [true, false] })).toEqual([true, false])
    expect(await valueOf('grüße 🦙')).toBe('grüße 🦙')
    expect(await valueOf({ type: U64, value: 2n ** 40n })).toBe(2 ** 40)
    expect(await valueOf({ type: I64, value: -5n })).toBe(-5)
    expect(await valueOf({ array: F32, values: [] })).toEqual([])
  })

  it('keeps whole numbers beyond 2^53 exact', async () => {
    expect(await valueOf({ type: U64, value: 2n ** 64n - 1n })).toBe(2n ** 64n - 1n)
    expect(await valueOf({ type: I64, value: -(2n ** 60n) })).toBe(-(2n ** 60n))
    expect(await valueOf({ array: U64, values: [2n ** 60n] })).toEqual({ length: 1, kept: false })
  })

  it('passes over vocabularies, templates and long lists, and counts them', async () => {
    expect(await valueOf({ array: TEXT, values: ['a', 'bc', ''] })).toEqual({ length: 3, kept: false })
    expect(await valueOf({ array: F32, values: [1, 2] }, 'tokenizer.ggml.scores')).toEqual({ length: 2, kept: false })
    expect(await valueOf('t'.repeat(5000))).toEqual({ length: 5000, kept: false })
    const long = Array.from({ length: 10_001 }, () => 1)
    expect(await valueOf(long)).toEqual({ length: 10_001, kept: false })
  })

  it('finds its way behind a vocabulary of many blocks without keeping it in memory', async () => {
    const tokens = Array.from({ length: 150_000 }, (_, i) => `token number ${i}`)
    const source = sourceOf(
      writeGguf({
        ...ONE,
        keys: [
          ['tokenizer.ggml.tokens', { array: TEXT, values: tokens }],
          ['tokenizer.ggml.scores', { array: F32, values: tokens.map(() => 0) }],
          ['tokenizer.chat_template', 'x'.repeat(3_000_000)],
          ['llama.block_count', 32],
        ],
      }),
    )
    const header = await readGgufHeader(source)
    expect(header.metadata.get('tokenizer.ggml.tokens')).toEqual({ length: 150_000, kept: false })
    expect(header.metadata.get('llama.block_count')).toBe(32)
    expect(header.tensors).toHaveLength(1)
    expect(source.largestRead()).toBeLessThanOrEqual(2 ** 20)
    // The scores and the template are jumped over.
    expect(source.bytesAsked()).toBeLessThan(7_000_000)
  })

  it('reads a small header at once, whatever the size of the file', async () => {
    const source = sourceOf(writeGguf(ONE), 'model.gguf', 2 ** 45)
    await readGgufHeader(source)
    expect(source.reads()).toBe(1)
  })

  it('reads a source whose size is not known', async () => {
    expect((await readGgufHeader(sourceOf(writeGguf(ONE), 'model.gguf', null))).tensors).toHaveLength(1)
  })

  it('gives the same wherever a block ends', async () => {
    const tensors = [
      { name: 'a', type: 'f32', shape: [3, 5] },
      { name: 'b', type: 'f16', shape: [7] },
    ] as const
    // The vocabulary, walked over in the first block, puts all that follows over the end of that block, bit by bit.
    for (let length = 128 * KIB - 400; length < 128 * KIB; length += 3) {
      const values = ['one', 'x'.repeat(length), 'three']
      const keys = [
        ['tokens', { array: TEXT, values }],
        ['a', 'text'],
        ['numbers', [1, 2, 3]],
        ['b', 7],
      ] as const
      // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
      const header = await read({ keys, tensors })
      expect([...header.metadata.values()]).toEqual([{ length: 3, kept: false }, 'text', [1, 2, 3], 7])
      expect(header.tensors.map(({ name, shape, offset }) => [name, shape, offset])).toEqual([
        ['a', [3, 5], 0],
        ['b', [7], 64],
      ])
    }
  })

  it('places tensor data by the alignment of the file', async () => {
    const tensors = [
      { name: 'a', type: 'f32', shape: [3] },
      { name: 'b', type: 'f32', shape: [3] },
    ] as const
    const header = await read({ keys: [['general.alignment', 256]], tensors, alignment: 256 })
    expect(header.tensors.map(({ offset }) => offset)).toEqual([0, 256])
    expect(header.data_offset).toBe(256)
  })

  it('takes a tensor without dimensions for one number', async () => {
    const header = await read({ tensors: [{ name: 'scale', type: 'f32', shape: [] }], data: 4 })
    expect(header.tensors[0]?.shape).toEqual([1])
  })

  it('accepts a file that ends right behind its last weight', async () => {
    const bytes = writeGguf({ tensors: [{ name: 'a', type: 'f32', shape: [3] }] })
    expect((await readGgufHeader(sourceOf(bytes.subarray(0, bytes.length - 20)))).tensors).toHaveLength(1)
  })
})
