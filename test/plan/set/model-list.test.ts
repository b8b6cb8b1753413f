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

const chat = { name: 'chat', model: 'qwen3-8b', context: 4096 }
const longest = 'x'.repeat(32)

test.each<[object, boolean]>([
  [chat, true],
  [{ ...chat, weight: 1000 }, true],
  [{ ...chat, weight: 0.001 }, true],
  [{ ...chat, weight: 0 }, false],
  [{ ...chat, weight: 1001 }, false],
  [{ ...chat, load: 'pinned' }, true],
  [{ ...chat, load: 'swappable' }, true],
  [{ ...chat, load: 'loaded' }, false],
  [{ ...chat, load: '' }, false],
  [{ ...chat, precision: longest }, true],
  [{ ...chat, precision: 'F16' }, true],
  [{ ...chat, precision: `${longest}x` }, false],
  [{ ...chat, precision: '' }, false],
  [{ ...chat, context: 2 ** 31 - 1 }, true],
  [{ ...chat, context: 2 ** 31 }, false],
  [{ ...chat, context: 'x16k' }, false],
  [{ ...chat, context: '16kb' }, false],
  [{ ...chat, parallel: 256 }, true],
  [{ ...chat, parallel: 2 }, true],
  [{ ...chat, parallel: 257 }, false],
  [{ ...chat, parallel: 0 }, false],
  [{ ...chat, use_case: 'speed' }, true],
  [{ ...chat, model: '' }, false],
  [{ ...chat, contxt: 4096 }, false],
])('a wish is taken or refused by both: %j', (wish, taken) => {
  const list = { models: [wish] }
  expect(valid(list)).toBe(taken)
  expect(readModelList(JSON.stringify(list)).list !== null).toBe(taken)
})

test('a list has one model or more, its form and its version', () => {
  const two = {
    $schema: 'https://example.org/model-list.schema.json',
    version: 1,
    models: [chat, { ...chat, name: 'code' }],
  }
  for (const [list, taken] of [
    [two, true],
    [{ ...two, models: [] }, false],
    [{ ...two, version: 2 }, false],
    [{ ...two, $schema: 'x'.repeat(501) }, false],
  ] as const) {
    expect(valid(list)).toBe(taken)
    expect(readModelList(JSON.stringify(list)).list !== null).toBe(taken)
  }
})
