import { describe, expect, it } from 'vitest'
import { parseHardwareProfiles, UserError } from '../../shared/index.ts'
import { parsePrecision } from '../../shared/model/catalog/index.ts'
import { pageUrl } from '../../shared/project.ts'
import { userErrorOf } from '../helpers/thrown.ts'

/** What the catalog says of a precision that it does not know. */
function userHint(precision: string): string | undefined {
  try {
    parsePrecision(precision)
  } catch (error) {
    if (error instanceof UserError) return error.hint
  }
  throw new Error('a precision that is known')
}

const entry = {
  precision: 'Q4_K_M',
  gpu_layers: -1,
  prompt_batch: 512,
  decode_batch: 16,
  threads: 8,
  context: 4096,
  expected_tokens_per_sec: 20,
}
const file = (more: object = {}) =>
  JSON.stringify({
    my_box: { display_name: 'My box', backend: 'metal', recommended_models: { '7-8B': { ...entry, ...more } } },
  })

describe('a data base of the user', () => {
  it('is read as it is written', () => {
    expect(parseHardwareProfiles(file(), 'mine.json')['my_box']?.recommended_models['7-8B']).toEqual(entry)
  })

  it.each([
    [{ precision: 'Q9' }, /mine\.json: my_box, 7-8B: No precision is named "Q9"/],
    [{ threads: 0 }, /mine\.json: my_box\.recommended_models\.7-8B\.threads/],
    [{ context: -1 }, /context/],
    [{ gpu_layer: 3 }, /my_box/],
  ])('is refused with the place of what is wrong: %j', (more, message) => {
    expect(() => parseHardwareProfiles(file(more), 'mine.json')).toThrow(UserError)
    expect(() => parseHardwareProfiles(file(more), 'mine.json')).toThrow(message)
  })

  it('may start with a byte order mark', () => {
    expect(parseHardwareProfiles(`\uFEFF${file()}`, 'mine.json')).toHaveProperty('my_box')
    expect(() => parseHardwareProfiles(`${file()}\uFEFF`, 'mine.json')).toThrow('mine.json is not valid JSON.')
  })

  it('holds every value to its range', () => {
    const reads = (more: object) => () => parseHardwareProfiles(file(more), 'mine.json')
    for (const more of [{ gpu_layers: 20 }, { context: 2 ** 31 - 1 }, { expected_tokens_per_sec: null }])
      expect(reads(more)()).toHaveProperty('my_box')
    for (const more of [{ gpu_layers: -2 }, { context: 2 ** 31 }, { expected_tokens_per_sec: -1 }])
      expect(reads(more)).toThrow(UserError)
  })

  it('names a precision that there is not as an input, with those that there are', async () => {
    const error = await userErrorOf(() => parseHardwareProfiles(file({ precision: 'Q9' }), 'mine.json'))
    expect(error.kind).toBe('input')
    expect(error.hint).toBe(userHint('Q9'))
  })

  it.each([
    ['{', 'mine.json is not valid JSON.', 'Check it with a JSON formatter.'],
    [
      '[]',
      'mine.json: the top level does not have the form of a hardware profile file (invalid_type).',
      `${pageUrl('profiles/README.md')} shows the form.`,
    ],
    [
      file({ threads: 'all' }),
      'mine.json: my_box.recommended_models.7-8B.threads does not have the form of a hardware profile file (invalid_type).',
      `${pageUrl('profiles/README.md')} shows the form.`,
    ],
  ])('is refused in one sentence, with what to do: %s', async (text, message, hint) => {
    const error = await userErrorOf(() => parseHardwareProfiles(text, 'mine.json'))
    expect([error.kind, error.message, error.hint]).toEqual(['input', message, hint])
  })
})
