import { describe, expect, test } from 'vitest'
import { readConfig } from '../../shared/config/read-config.ts'
import { catalogModel } from '../../shared/model/catalog/index.ts'

const GOOD = `{
  "backend": "cuda",
  "model_path": "m.gguf",
  "settings": { "n_ctx": 4096 }
}
`

/** `rule line:column text` of every finding, in the order of the text. */
function found(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  return readConfig(text)
    .findings.toSorted((a, b) => a.place.line - b.place.line || a.place.column - b.place.column)
    .map(({ rule, place }) => {
      const token = lines[place.line - 1]?.slice(place.column - 1, place.end_column - 1) ?? ''
      return `${rule} ${place.line}:${place.column} ${token}`
    })
}

describe('readConfig', () => {
  test('a good config has no findings', () => {
    const { config, findings } = readConfig(GOOD)
    expect(findings).toEqual([])
    expect(config?.settings.n_ctx).toBe(4096)
  })

  test.each([
    ['empty', '', ['LP001 1:1 ']],
    ['only space', ' \n\n', ['LP001 3:1 ']],
    ['no JSON', 'hello', ['LP001 1:1 hello']],
    ['NaN', '{"backend": NaN}', ['LP001 1:13 NaN']],
    ['cut off', '{"backend": "cuda"', ['LP001 1:19 ']],
    ['trailing comma', '{"backend": "cuda",}', ['LP001 1:20 }']],
    ['single quotes', "{'backend': 1}", ["LP001 1:2 'backend'"]],
    ['open string', '{"backend": "cu\n}', ['LP001 1:13 "cu']],
    ['two documents', '{}{}', ['LP001 1:3 {']],
    ['no object', '[]', ['LP004 1:1 [']],
    ['null', 'null', ['LP004 1:1 null']],
    ['wrong type', GOOD.replace('4096', '"4096"'), ['LP004 4:26 "4096"']],
    ['negative', GOOD.replace('4096', '-1'), ['LP004 4:26 -1']],
    ['fraction', GOOD.replace('4096', '4096.5'), ['LP004 4:26 4096.5']],
    ['infinite', GOOD.replace('4096', '1e999'), ['LP004 4:26 1e999']],
    ['wrong choice', GOOD.replace('cuda', 'cuba'), ['LP004 2:14 "cuba"']],
    ['key missing', GOOD.replace('  "model_path": "m.gguf",\n', ''), ['LP004 1:1 {']],
    ['unknown key', GOOD.replace('n_ctx', 'n_ctxx'), ['LP005 4:17 "n_ctxx"']],
    ['other version', GOOD.replace('{\n', '{ "version": 2,\n'), ['LP006 1:14 2']],
    ['version of another type', GOOD.replace('{\n', '{ "version": "1",\n'), ['LP004 1:14 "1"']],
    [
      'duplicate key',
      GOOD.replace('"model_path"', '"backend"'),
      ['LP004 1:1 {', 'LP002 3:3 "backend"', 'LP004 3:14 "m.gguf"'],
    ],
    ['comment', `// why\n${GOOD}`, ['LP003 1:1 // why']],
    ['byte order mark', `\uFEFF${GOOD.replace('n_ctx', 'n_ctxx')}`, ['LP003 1:1 {', 'LP005 4:17 "n_ctxx"']],
    ['CRLF', GOOD.replace('n_ctx', 'n_ctxx').replaceAll('\n', '\r\n'), ['LP005 4:17 "n_ctxx"']],
    ['__proto__', GOOD.replace('{\n', '{ "__proto__": {"backend": "cpu"},\n'), ['LP005 1:3 "__proto__"']],
    ['of vLLM', '{"model": "org/m", "gpu_memory_utilization": 0.9}', ['LP008 1:1 {']],
    ['of LM Studio', '{"identifier": "m", "load": {"fields": []}}', ['LP008 1:1 {']],
    ['of koboldcpp', '{"model_param": "m.gguf", "gpulayers": 99, "contextsize": 8192}', ['LP008 1:1 {']],
    ['of llama-cpp-python', '{"models": [{"model": "m.gguf", "n_gpu_layers": -1, "n_ctx": 4096}]}', ['LP008 1:1 {']],
    ['a snapshot', '{"kind": "hardware_snapshot", "schema_version": 1}', ['LP004 1:10 "hardware_snapshot"']],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('the rest of a config with unknown keys is still read', () => {
    const { config } = readConfig(GOOD.replace('"n_ctx"', '"n_ctxx": 1, "n_ctx"'))
    expect(config?.settings).toEqual({ n_ctx: 4096 })
  })

  test('of two equal keys the last counts', () => {
    expect(readConfig(GOOD.replace('"n_ctx": 4096', '"n_ctx": 1, "n_ctx": 2')).config?.settings.n_ctx).toBe(2)
  })

  test('__proto__ changes nothing', () => {
    const { config } = readConfig(GOOD.replace('{\n', '{ "__proto__": {"polluted": true},\n'))
    expect(config).not.toHaveProperty('polluted')
    expect({}).not.toHaveProperty('polluted')
  })

  test.each([
    ['n_ctxx', { near: ['n_ctx'] }],
    ['ctx_size', { near: ['n_ctx'] }],
    ['type_k', { near: ['cache_type_k'] }],
    ['backend', { belongs_in: 'the document itself' }],
    ['zzzzzzzzzzzzzzz', { near: [] }],
  ])('unknown setting %s', (key, args) => {
    expect(readConfig(GOOD.replace('n_ctx', key)).findings[0]?.args).toMatchObject(args)
  })

  test('a setting at the top says where it belongs', () => {
    expect(readConfig(GOOD.replace('{\n', '{ "n_ctx": 1,\n')).findings[0]?.args).toMatchObject({
      belongs_in: 'settings',
    })
  })

  test('another version is one finding, whatever else differs', () => {
    expect(found('{ "version": 2, "engine": "x", "layers": 3 }')).toEqual(['LP006 1:14 2'])
  })

  test('many unknown keys are counted, not listed', () => {
    const keys = Array.from({ length: 5000 }, (_, i) => `"key_${i}": 1`).join(',')
    const { findings } = readConfig(`{"backend": "cpu", ${keys}}`)
    const unknown = findings.filter(({ rule }) => rule === 'LP005')
    expect(unknown).toHaveLength(50)
    expect(unknown.at(-1)?.args['more']).toBe(4950)
  })

  test('findings repeat no string value of the file', () => {
    const text = `{"backend": "ghs_SECRET", "model_path": 5, "settings": {"flash_attn": "ghs_SECRET", "n_ctx": "ghs_SECRET"}, "x": ghs_SECRET}`
    const whole = readConfig(text.replace(', "x": ghs_SECRET', ''))
    expect(whole.findings).toHaveLength(4)
    expect(JSON.stringify([whole.findings, readConfig(text).findings])).not.toContain('SECRET')
  })
})

function limitOf(text: string): string[] {
  return readConfig(text).findings.map(({ rule, args }) => `${rule} ${String(args['limit'])}`)
}

function nested(depth: number): string {
  return `${'['.repeat(depth)}${']'.repeat(depth)}`
}

describe('limits before parsing', () => {
  test('64 levels are read, 65 are not', () => {
    expect(limitOf(nested(64))).toEqual(['LP004 undefined'])
    expect(limitOf(nested(65))).toEqual(['LP007 nesting'])
    expect(limitOf('['.repeat(200_000))).toEqual(['LP007 nesting'])
  })

  test('brackets in strings and comments are no nesting', () => {
    const text = `{"backend": "cuda", "model_path": "${'['.repeat(100)}", /* ${'{'.repeat(100)} */ "settings": {}}`
    expect(readConfig(text).findings.map(({ rule }) => rule)).toEqual(['LP003'])
  })

  test('more than 20,000 keys', () => {
    const keys = Array.from({ length: 20_001 }, (_, i) => `"k${i}":1`).join(',')
    expect(limitOf(`{${keys}}`)).toEqual(['LP007 keys'])
  })

  test('more than 1 MiB', () => {
    expect(limitOf(' '.repeat(1024 * 1024 + 1))).toEqual(['LP007 length'])
  })
})

describe('the facts of a model that many configs carry', () => {
  const model = catalogModel('llama-3.1-8b', 'Q4_K_M')
  const config = (settings: object, facts: unknown = model) =>
    JSON.stringify({ backend: 'cuda', model_path: 'm.gguf', settings, model: facts })

  test('are read once, and are one object', () => {
    const [first, second] = [4096, 8192].map((n_ctx) => readConfig(config({ n_ctx })).config)
    expect(first?.model).toEqual(model)
    expect(second?.model).toBe(first?.model)
    expect(second?.settings.n_ctx).toBe(8192)
  })

  test('hide nothing that is wrong beside them, nor a change in them', () => {
    readConfig(config({}))
    expect(found(config({ n_ctx: 'much', odd: 1 })).map((line) => line.slice(0, 5))).toEqual(['LP004', 'LP005'])
    expect(readConfig(config({}, { ...model, n_params: -1 })).config).toBeNull()
    expect(readConfig(config({}, { ...model, name: 'other' })).config?.model?.name).toBe('other')
  })
})
