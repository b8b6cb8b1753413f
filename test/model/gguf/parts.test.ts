import { describe, expect, it } from 'vitest'
import { partName, partOfName } from '../../../shared/model/gguf/parts.ts'
import { readGguf } from '../../../shared/model/read-gguf.ts'
import { sourceOf, writeGguf, type Value } from '../../helpers/gguf-writer.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

type Part = { no?: number; count?: number; total?: number; tensor?: string }

/** One part with one tensor; the first has the model's keys. */
function part(index: number, { no = index, count = 3, total = 3, tensor = `blk.${index}.ffn_up.weight` }: Part = {}) {
  const split: [string, Value][] = [
    ['split.no', { type: 2, value: no }],
    ['split.count', { type: 2, value: count }],
    ['split.tensors.count', total],
  ]
  const own: [string, Value][] = [
    ['general.architecture', 'llama'],
    ['llama.vocab_size', 9],
  ]
  const bytes = writeGguf({
    keys: index === 0 ? [...own, ...split] : split,
    tensors: [{ name: tensor, type: 'f16', shape: [32, 8] }],
  })
  return sourceOf(bytes, partName('model', index + 1, 3))
}

const trouble = (...parts: [ReturnType<typeof part>, ...ReturnType<typeof part>[]]) =>
  userErrorOf(() => readGguf(parts)).then(({ message }) => message)

describe('a model in parts', () => {
  it('has the keys of the first and the tensors of all', async () => {
    const facts = await readGguf([part(0), part(1), part(2)])
    expect(facts).toMatchObject({
      architecture: 'llama',
      source: 'model-00001-of-00003.gguf',
      n_params: 3 * 32 * 8,
      tensors: [{ name: 'blk.%d.ffn_up.weight', type: 'f16', shape: [32, 8], layers: [[0, 2]] }],
    })
  })

  it('is refused when parts are missing, in the wrong order or of another model', async () => {
    expect(await trouble(part(0))).toBe('model-00001-of-00003.gguf is one of 3 parts, but 1 were given')
    expect(await trouble(part(0), part(2), part(1))).toBe('model-00003-of-00003.gguf is not part 2 of 3: it says 3')
    expect(await trouble(part(1), part(0), part(2))).toContain('is not part 1 of 3: it says 2')
    expect(await trouble(part(0), part(1), part(2, { count: 4 }))).toBe(
      'model-00003-of-00003.gguf is one of 4 parts, but model-00001-of-00003.gguf is one of 3',
    )
    const whole = sourceOf(writeGguf({ tensors: [{ name: 'a', type: 'f32', shape: [1] }] }), 'other.gguf')
    expect(await trouble(part(0), part(1), whole)).toBe('other.gguf is not part 3 of 3: it does not say which')
  })

  it('is refused when its tensors do not add up', async () => {
    expect(await trouble(part(0, { total: 4 }), part(1), part(2))).toBe(
      'model-00001-of-00003.gguf and its other parts hold 3 tensors, but 4 are due',
    )
    expect(await trouble(part(0), part(1), part(2, { tensor: 'blk.0.ffn_up.weight' }))).toBe(
      "model-00003-of-00003.gguf has the tensor 'blk.0.ffn_up.weight', which another part has too",
    )
  })

  it('takes one part of one for a whole model', async () => {
    expect((await readGguf([part(0, { count: 1 })])).n_params).toBe(256)
    expect((await readGguf(part(0, { count: 0 }))).n_params).toBe(256)
  })
})

describe('names of parts', () => {
  it('are told from other names', () => {
    expect(partOfName('dir/a-b-00002-of-00012.gguf')).toEqual({ stem: 'dir/a-b', no: 2, count: 12 })
    expect(partName('dir/a-b', 2, 12)).toBe('dir/a-b-00002-of-00012.gguf')
    for (const name of ['model.gguf', 'a-1-of-3.gguf', 'a-00001-of-00003.gguf.part', '00001-of-00003.gguf']) {
      expect(partOfName(name)).toBeNull()
    }
  })
})
