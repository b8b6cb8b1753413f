import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../shared/errors.ts'
import { ModelFactsSchema } from '../../../shared/model/facts.ts'
import { MAX_READ_BYTES } from '../../../shared/model/gguf/limits.ts'
import { readGguf } from '../../../shared/model/read-gguf.ts'
import { sourceOf, TEXT, writeGguf } from '../../helpers/gguf-writer.ts'
import { fixtureHeader, fixtureSize, type FixtureId } from '../../helpers/sparse-gguf.ts'

/** Headers to damage: a real one, one with arrays per layer, one with a vocabulary. */
const SEEDS: readonly { bytes: Uint8Array; size: number }[] = [
  ...(['smollm2-135m.Q4_K_M', 'granite-4.0-h-tiny.Q4_K_M'] as FixtureId[]).map((id) => ({
    bytes: fixtureHeader(id),
    size: fixtureSize(id),
  })),
  ...[
    writeGguf({
      keys: [
        ['general.architecture', 'llama'],
        ['tokenizer.ggml.tokens', { array: TEXT, values: Array.from({ length: 300 }, (_, i) => `token ${i}`) }],
        ['llama.attention.head_count_kv', Array.from({ length: 64 }, () => 8)],
      ],
      tensors: [{ name: 'token_embd.weight', type: 'q8_0', shape: [64, 300] }],
    }),
  ].map((bytes) => ({ bytes, size: bytes.length })),
]

/** Numbers that are likely to hurt, written over any place of a header. */
const nasty = fc.constantFrom(
  0n,
  1n,
  9n,
  0xffn,
  2n ** 31n,
  2n ** 32n,
  2n ** 40n,
  2n ** 53n,
  2n ** 60n,
  2n ** 63n,
  2n ** 64n - 1n,
)
const damage = fc.oneof(
  fc.record({ at: fc.nat(), byte: fc.nat(255) }),
  fc.record({ at: fc.nat(), word: nasty }),
  // The first bytes hold the counts.
  fc.record({ at: fc.nat(40), word: nasty }),
)

type Damage = { at: number; byte?: number; word?: bigint }

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  for (const { at, byte, word } of damages) {
    if (byte !== undefined) copy[at % copy.length] = byte
    if (word !== undefined) view.setBigUint64(at % (copy.length - 8), word, true)
  }
  return copy
}

/** Either facts that keep to the schema or a UserError of one line; and never more asked for than a block at a time. */
async function outcomeOf(bytes: Uint8Array, size: number | null): Promise<'facts' | 'refused'> {
  const source = sourceOf(bytes, 'fuzz.gguf', size)
  let outcome: 'facts' | 'refused' = 'facts'
  try {
    ModelFactsSchema.parse(await readGguf(source))
  } catch (error) {
    expect(error).toBeInstanceOf(UserError)
    const { message } = error as UserError
    expect(message).toMatch(/^fuzz\.gguf \P{Cc}+$/u)
    expect(message.length).toBeLessThan(300)
    outcome = 'refused'
  }
  expect(source.largestRead()).toBeLessThanOrEqual(MAX_READ_BYTES)
  expect(source.reads()).toBeLessThan(20)
  return outcome
}

const seed = fc.constantFrom(...SEEDS)
/** Without the padding that stands between a header and its weights. */
const header = fc.constantFrom(...SEEDS.slice(0, 2).map(({ bytes }) => ({ bytes: bytes.subarray(0, -32) })))

describe('a damaged header', () => {
  it('is read, or refused in one line', async () => {
    const damages = fc.array(damage, { minLength: 1, maxLength: 4 })
    const outcomes = new Set<string>()
    await fc.assert(
      fc.asyncProperty(seed, damages, fc.boolean(), async ({ bytes, size }, changes, sized) => {
        outcomes.add(await outcomeOf(damaged(bytes, changes), sized ? size : null))
      }),
      { numRuns: 1500 },
    )
    expect([...outcomes].sort()).toEqual(['facts', 'refused'])
  })

  it('is refused when cut anywhere', async () => {
    await fc.assert(
      fc.asyncProperty(header, fc.nat(), async ({ bytes }, n) => {
        const cut = bytes.subarray(0, n % bytes.length)
        expect(await outcomeOf(cut, cut.length)).toBe('refused')
        expect(await outcomeOf(cut, null)).toBe('refused')
      }),
      { numRuns: 300 },
    )
  })

  it('is refused when it is anything at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (rest) => {
        const bytes = new Uint8Array([...new TextEncoder().encode('GGUF'), 3, 0, 0, 0, ...rest])
        expect(await outcomeOf(bytes, bytes.length)).toBe('refused')
        expect(await outcomeOf(rest, rest.length)).toBe('refused')
      }),
      { numRuns: 300 },
    )
  })
})
