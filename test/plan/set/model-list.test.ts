import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import schema from '../../../profiles/schemas/model-list.schema.json' with { type: 'json' }
import { readCluster, readModelList } from '../../../shared/read-wishes.ts'
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

const placed = ({ problems }: ReturnType<typeof readModelList | typeof readCluster>) =>
  problems.map(({ args, place }) => `${place.line}:${place.column} ${String(args['key'])}`)

test('equal names are all reported at once, beside whatever else is wrong', () => {
  const names = (...all: string[]) => `models:\n${all.map((name) => `  - {name: ${name}, model: qwen3-8b}\n`).join('')}`
  expect(placed(readModelList(names('a', 'b', 'a', 'b', 'A', 'a')))).toEqual([
    '4:12 models[2].name',
    '5:12 models[3].name',
    '7:12 models[5].name',
  ])
  expect(readModelList(names('a', 'b', 'A')).list?.models).toHaveLength(3)
  expect(placed(readModelList(`${names('a', 'a')}  - {name: b, modl: x}\nextra: 1\n`))).toEqual([
    '3:12 models[1].name',
    '4:5 model of b',
    '4:15 modl of b',
    '5:1 extra',
  ])
  expect(readModelList('models: 3').problems).toHaveLength(1)
})

test('equal addresses of a cluster are all reported at once, in either case', () => {
  const machine = (address: string) => `  - {hardware: nvidia_rtx_4090, address: "${address}"}\n`
  const text = `machines:\n  - hardware: auto\n${['a:1', 'A:1', 'b:1', 'b:1'].map(machine).join('')}`
  expect(placed(readCluster(text))).toEqual(['4:42 machines[2].address', '6:42 machines[4].address'])
})
