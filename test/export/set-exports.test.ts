import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { readForeign } from '../../shared/config/formats/index.ts'
import { exportSet, type ModelSet, UserError } from '../../shared/index.ts'
import composeSchema from '../fixtures/schemas/compose-spec.json' with { type: 'json' }
import swapSchema from '../fixtures/schemas/llama-swap.json' with { type: 'json' }
import { HOSTILE_NAMES, withSettings } from './configs.ts'
import { withoutDialect } from './without-dialect.ts'

/** Blanks, quotes, percents: what each of the formats can carry. */
const NAMES = [HOSTILE_NAMES[0], HOSTILE_NAMES[1], HOSTILE_NAMES[3]]

/** Members with caches of different sizes, each of a group of its own kind. */
function setOf(groups: ModelSet['groups'], contexts: Readonly<Record<string, number>>): ModelSet {
  const members = Object.entries(contexts).map(([name, n_ctx], at) => ({
    name,
    config: withSettings({ n_ctx }, { model_path: `/models/${NAMES[at]}` }),
  }))
  return { kind: 'model_set', version: 1, members, groups }
}

const ALL = setOf([{ name: 'loaded', swap: false, members: ['a', 'b'] }], { a: 4096, b: 8192 })
const SWAP = setOf([{ name: 'swapped', swap: true, members: ['a', 'b'] }], { a: 4096, b: 8192 })
const MIXED = setOf(
  [
    { name: 'loaded', swap: false, members: ['a'] },
    { name: 'swapped', swap: true, members: ['b', 'c'] },
  ],
  { a: 4096, b: 65_536, c: 131_072 },
)

describe('a set as presets for the router', () => {
  test('keeps as many loaded as may be, whichever they are', () => {
    expect(exportSet(ALL, 'preset-ini').notes[0]).toContain('--models-max 2;')
    expect(exportSet(SWAP, 'preset-ini').notes[0]).toContain('--models-max 1;')
    expect(exportSet(ALL, 'preset-ini').text).toContain('load-on-startup = true')
    expect(exportSet(SWAP, 'preset-ini').text).not.toContain('load-on-startup = true')
  })

  test('is refused where the router might unload what must stay loaded', () => {
    expect(() => exportSet(MIXED, 'preset-ini')).toThrow(/knows no groups: .* may unload a/)
  })

  test('is read back with the settings of each member', () => {
    const { configs } = readForeign('preset-ini', exportSet(ALL, 'preset-ini').text)
    expect(configs.map(({ name, config }) => [name, config?.settings.n_ctx, config?.model_path])).toEqual(
      ALL.members.map(({ name, config }) => [name, config.settings.n_ctx, config.model_path]),
    )
  })
})

describe('a set for llama-swap', () => {
  test("holds against llama-swap's schema and is read back", () => {
    const { text } = exportSet(SWAP, 'llama-swap')
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(withoutDialect(swapSchema))
    expect(valid(parseYaml(text)), JSON.stringify(valid.errors)).toBe(true)
    const { configs } = readForeign('llama-swap', text)
    expect(configs.map(({ config }) => config?.settings.n_ctx)).toEqual([4096, 8192])
  })

  test('keeps one group loaded, lets the other swap, and saves the caches of those that leave', () => {
    const file = parseYaml(exportSet(MIXED, 'llama-swap').text)
    expect(file.groups).toEqual({
      loaded: { swap: false, exclusive: false, persistent: true, members: ['a'] },
      swapped: { swap: true, exclusive: false, persistent: false, members: ['b', 'c'] },
    })
    expect(file.hooks).toEqual({ on_startup: { preload: ['a'] } })
    expect(file.models.b.cmd).toMatch(/^lp-tui keep --name b -- llama-server -m /)
    expect(file.models.a).toMatchObject({ ttl: 0, cmd: expect.stringMatching(/^llama-server -m /) })
  })
})

describe('a set for compose', () => {
  test('is a service a model on a port of its own, by the schema', () => {
    const file = parseYaml(exportSet(ALL, 'compose').text)
    const valid = new Ajv({ strict: false, validateFormats: false }).compile(withoutDialect(composeSchema))
    expect(valid(file), JSON.stringify(valid.errors)).toBe(true)
    expect([file.services.a.ports, file.services.b.ports]).toEqual([['127.0.0.1:8080:8080'], ['127.0.0.1:8081:8080']])
  })

  test('is refused where models swap', () => {
    expect(() => exportSet(SWAP, 'compose')).toThrow(UserError)
  })
})
