import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import schema from '../../../profiles/schemas/model-list.schema.json' with { type: 'json' }
import { readModelList } from '../../../shared/read-wishes.ts'
import { withoutDialect } from '../../export/without-dialect.ts'

const valid = new Ajv({ strict: false }).compile(withoutDialect(schema))

test.each([
  [16384, 16384],
  ['16k', 16384],
  ['32K', 32768],
  [0, null],
  [2.5, null],
  ['16', null],
  ['k', null],
  ['16m', null],
  [true, null],
])('the schema that editors use and the reader agree on a context of %s', (context, tokens) => {
  const list = { models: [{ name: 'chat', model: 'qwen3-8b', context }] }
  expect(valid(list)).toBe(tokens !== null)
  expect(readModelList(JSON.stringify(list)).list?.models[0]?.context ?? null).toBe(tokens)
})
