import { expect, it } from 'vitest'
import { readConfig } from '../../shared/config/read-config.ts'

const found = (more: string, settings = '') =>
  readConfig(`{"backend": "cpu", "model_path": "a.gguf", "settings": {${settings}}${more}}`).findings

it.each([2 ** 31, 2 ** 53, 1e300])('a number that passes several limits is one finding: %s', (value) => {
  expect(found('', `"n_ctx": ${value}`).map(({ rule }) => rule)).toEqual(['LP004'])
})

it('never suggests the text that stands there', () => {
  expect(found(', "version": "1"')).toMatchObject([{ rule: 'LP004', args: { problem: 'type', expected: ['number'] } }])
})
