import { describe, expect, it } from 'vitest'
import { readGgufHeader } from '../../../shared/model/gguf/header.ts'
import {
  ARRAY,
  concat,
  F32,
  I32,
  sourceOf,
  TEXT,
  text,
  u32,
  u64,
  U64,
  writeGguf,
  type Value,
  type Written,
  type WrittenTensor,
} from '../../helpers/gguf-writer.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

/** What is said about these bytes, and that no read was large. */
async function troubleOf(bytes: Uint8Array, size: number | null = bytes.length): Promise<string> {
  const source = sourceOf(bytes, 'bad.gguf', size)
  const error = await userErrorOf(() => readGgufHeader(source))
  expect(error.kind).toBe('input')
  expect(error.message).toMatch(/^bad\.gguf /)
  expect(source.largestRead()).toBeLessThanOrEqual(2 ** 20)
  return error.message.slice('bad.gguf '.length)
}

const written = (file: Written) => troubleOf(writeGguf(file), 2 ** 50)
const key = (value: Value) => written({ keys: [['llama.key', value]] })
const tensor = (some: Partial<WrittenTensor>) =>
  written({ tensors: [{ name: 'blk.0.attn_q.weight', type: 'q4_K', shape: [256, 8], ...some }] })
const ascii = (content: string) => new TextEncoder().encode(content)

describe('a file of another kind', () => {
  it.each([
    [ascii('lmgg\u0001\0\0\0'), 'is no GGUF file: it is a model in the old ggml format'],
    [ascii('tjgg\u0003\0\0\0'), 'is no GGUF file: it is a model in the old ggml format'],
    [concat([u64(1234), ascii('{"__metadata__":{"format":"pt"}')]), 'is no GGUF file: it is a safetensors file'],
    [ascii('PK\u0003\u0004\u0014\0'), 'is no GGUF file: it is a zip archive'],
    [Uint8Array.of(0x1f, 0x8b, 8, 0, 0), 'is no GGUF file: it is a gzip archive'],
    [ascii('\n<!DOCTYPE html>\n<html>'), 'is no GGUF file: it is a web page'],
    [ascii('<html lang="en">'), 'is no GGUF file: it is a web page'],
    [ascii('version https://git-lfs.github.com/spec/v1\noid'), 'is no GGUF file: it is a Git LFS pointer'],
    [ascii('{"error": "not found"}'), 'is no GGUF file: it is a JSON file'],
    [new Uint8Array(1000), 'is no GGUF file: it is nothing but zeros at its start'],
    [ascii('gguf but not quite'), "is no GGUF file: it does not begin with 'GGUF'"],
    [ascii('GG'), 'is no GGUF file: it has only 2 bytes'],
  ])('%#: is named', async (bytes, expected) => {
    expect(await troubleOf(bytes)).toContain(expected)
  })

  it('is told what to do with a Git LFS pointer', async () => {
    const error = await userErrorOf(() => readGgufHeader(sourceOf(ascii('version https://git-lfs.github.com/spec/v1'))))
    expect(error.hint).toContain('git lfs pull')
  })
})

describe('a version that is not read', () => {
  it('names version 1, version 0, a newer one and big-endian', async () => {
    expect(await written({ version: 1 })).toBe('is a GGUF file of version 1, which llama.cpp no longer reads')
    expect(await written({ version: 0 })).toContain('of version 0')
    expect(await written({ version: 4 })).toBe('is a GGUF file of version 4; versions 2 and 3 are known here')
    expect(await written({ version: 0x03_00_00_00 })).toBe('is a big-endian GGUF file')
  })
})

describe('a truncated file', () => {
  const whole = writeGguf({
    keys: [
      ['general.architecture', 'llama'],
      ['general.alignment', 1],
      ['tokenizer.ggml.tokens', { array: TEXT, values: ['one', 'two', 'three'] }],
    ],
    tensors: [{ name: 'token_embd.weight', type: 'f32', shape: [10] }],
    alignment: 1,
  })
  const header_bytes = whole.length - 40

  it.each([null, 'known'])('is named wherever the header ends (size %s)', async (size) => {
    for (let length = 4; length < header_bytes; length++) {
      const part = whole.subarray(0, length)
      // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
      const trouble = await troubleOf(part, size === null ? null : length)
      expect(trouble).toBe(`ends in the middle of its header, at byte ${length}`)
    }
    expect((await readGgufHeader(sourceOf(whole))).data_offset).toBe(header_bytes)
  })

  it('is told how many bytes of weights are missing', async () => {
    const bytes = writeGguf({ tensors: [{ name: 'a', type: 'f32', shape: [1000] }] })
    expect(await troubleOf(bytes.subarray(0, bytes.length - 500))).toBe(
      `is truncated: 500 of its ${bytes.length} bytes are missing`,
    )
    expect(await troubleOf(bytes.subarray(0, 100))).toMatch(/^is truncated: 3\d\d\d of its/)
  })
})

describe('impossible claims', () => {
  it('names counts', async () => {
    expect(await written({ n_tensors: 2n ** 60n })).toBe(
      'claims to have 1152921504606846976 tensors, so it is damaged or no model',
    )
    expect(await written({ n_keys: 2n ** 64n - 1n })).toMatch(/^claims to have nearly 2\^64 metadata keys/)
    expect(await written({ n_tensors: 65_537n })).toContain('claims to have 65537 tensors')
  })

  it('names lengths of texts', async () => {
    const huge = { bytes: concat([u32(TEXT), u64(2 ** 32)]) }
    expect(await key(huge)).toBe('claims to hold a text of 4294967296 bytes, so it is damaged or no model')
    expect(await key({ bytes: concat([u32(ARRAY), u32(TEXT), u64(2), text('a'), u64(2 ** 62)]) })).toContain(
      'claims to hold a text of 4611686018427387904 bytes',
    )
    const long_key = concat([writeGguf({ n_keys: 1n }).subarray(0, 24), u64(2 ** 32)])
    expect(await troubleOf(long_key, 2 ** 50)).toContain('claims to have a metadata key of 4294967296 bytes')
    expect(await written({ keys: [['', 1]] })).toBe('has a metadata key without a name')
  })

  it('names lengths of lists', async () => {
    expect(await key({ array: F32, values: [], length: 2n ** 40n })).toBe(
      "claims to have a list of 1099511627776 entries at 'llama.key', so it is damaged or no model",
    )
    expect(await key({ array: TEXT, values: [], length: 2n ** 64n - 1n })).toContain('claims to have a list of')
  })

  it('names lists of lists', async () => {
    const nested = { bytes: concat([u32(ARRAY), u32(ARRAY), u64(1), u32(ARRAY), u64(1), u32(I32), u64(1), u32(5)]) }
    expect(await key(nested)).toBe("has a list of lists at 'llama.key', which llama.cpp does not read")
  })

  it('names unknown types of values', async () => {
    expect(await key({ bytes: u32(13) })).toBe(
      "has a value of unknown type 13 at 'llama.key', so it is damaged or too new",
    )
    expect(await key({ bytes: concat([u32(ARRAY), u32(99), u64(1)]) })).toContain('unknown type 99')
  })

  it('does not keep more than it may, key by key', async () => {
    const values = Array.from({ length: 10_000 }, () => 7)
    const keys = Array.from({ length: 106 }, (_, i) => [`llama.list_${i}`, { array: 0, values }] as const)
    expect(await written({ keys })).toBe('has too many lists of numbers in its metadata')
  })

  it('stops at the largest header, however the bytes are made up', async () => {
    // Texts of 60 MB, each within its limit; the bytes between are never asked for.
    const entry = (i: number) => concat([text(String(i).padStart(4, '0')), u32(TEXT), u64(6e7)])
    const step = entry(0).length + 6e7
    let asked = 0
    const source = {
      name: 'bad.gguf',
      size: 2 ** 50,
      read: (offset: number, length: number) => {
        asked += length
        const head = offset === 0 ? writeGguf({ n_keys: 9999n }).subarray(0, 24) : new Uint8Array(0)
        const known = concat([head, entry(Math.floor(offset / step))])
        return Promise.resolve(concat([known, new Uint8Array(length - known.length)]))
      },
    }
    const error = await userErrorOf(() => readGgufHeader(source))
    expect(error.message).toContain('has a header of more than 268435456 bytes')
    expect(asked).toBeLessThan(20 * 2 ** 20)
  })

  it('names what stands twice', async () => {
    expect(
      await written({
        keys: [
          ['llama.key', 1],
          ['llama.key', 2],
        ],
      }),
    ).toBe("has the metadata key 'llama.key' twice")
    const twice = { name: 'a', type: 'f32', shape: [8] } as const
    expect(await written({ tensors: [twice, twice] })).toBe("has the tensor 'a' twice")
  })
})

describe('impossible tensors', () => {
  it('names an unknown type and one that llama.cpp has dropped', async () => {
    expect(await tensor({ type: 99 })).toBe(
      "has the tensor 'blk.0.attn_q.weight' of type number 99, which is not known here",
    )
    expect(await tensor({ type: 31 })).toContain('of type number 31, which llama.cpp no longer reads')
  })

  it('names impossible shapes', async () => {
    const shapes = [
      [0, 8],
      [256, 0],
      [2n ** 63n, 1],
      [2n ** 40n, 2n ** 40n],
      [2n ** 40n, 2n ** 10n, 2n ** 10n],
      [2n ** 64n - 1n],
    ]
    for (const shape of shapes) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other is as good
      expect(await tensor({ type: 0, shape })).toContain(
        "has the tensor 'blk.0.attn_q.weight' with an impossible shape",
      )
    }
    expect(await tensor({ shape: [256, 1, 1, 1, 1] })).toContain('with 5 dimensions, more than four')
    expect(await tensor({ shape: [255, 8] })).toContain('with rows of 255 weights, no multiple of the 256 of q4_K')
  })

  it('names impossible names', async () => {
    expect(await tensor({ name: '' })).toBe('has a tensor without a name')
    expect(await tensor({ name: 'n'.repeat(64) })).toContain('a tensor name of 64 bytes')
    expect(await tensor({ name: '\u001b[31m\n', shape: [0] })).toContain("'\uFFFD[31m\uFFFD'")
  })

  it('names a tensor that lies where another one is, or beyond all disks', async () => {
    const a = { name: 'a', type: 'f32', shape: [8] } as const
    expect(await written({ tensors: [a, { ...a, name: 'b', offset: 0n }] })).toBe(
      "has the tensor 'b' at data byte 0, where 32 is due, so it is damaged",
    )
    expect(await written({ tensors: [{ ...a, offset: 2n ** 63n }] })).toContain('at data byte 9223372036854775808')
    const far = Array.from({ length: 4 }, (_, i) => ({
      name: `t${i}`,
      type: 'f32' as const,
      shape: [2 ** 40, 2 ** 10],
    }))
    expect(await troubleOf(writeGguf({ tensors: far, data: 0 }), null)).toBe(
      'claims to have more tensor data than any disk',
    )
  })

  it.each([0, 48, 2 ** 31 + 1])('names an alignment of %i', async (alignment) => {
    expect(await written({ keys: [['general.alignment', alignment]] })).toBe(
      `has an alignment of '${alignment}', which is not a power of two`,
    )
  })

  it('names an alignment that is no number', async () => {
    expect(await written({ keys: [['general.alignment', [32]]] })).toContain('an alignment of a list')
    expect(await written({ keys: [['general.alignment', { type: U64, value: 2n ** 63n }]] })).toContain('not a power')
  })
})
