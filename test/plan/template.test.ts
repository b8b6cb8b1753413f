import { describe, expect, it } from 'vitest'
import { parseHardwareProfiles, UserError } from '../../shared/index.ts'

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

  it('is refused in one sentence when it is no JSON', () => {
    expect(() => parseHardwareProfiles('{', 'mine.json')).toThrow('mine.json is not valid JSON.')
  })
})
