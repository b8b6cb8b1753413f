import { describe, expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { findFix, withValue } from '../../shared/validate/fix-search.ts'
import type { FixStep, Hit, Rule } from '../../shared/validate/rule.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { type Checked, problem } from './cases.ts'

const at = (key: string) => ['settings', key]
const hitAt = (key: string): Hit => ({ path: at(key), args: {} })
const words = { id: 'LP999', title: '', severity: 'warning', why: '', remedy: '', sentence: () => '' } as const

type Judge = (settings: RuntimeConfig['settings']) => readonly string[]

/** A rule that is broken at the keys that `judge` names, with these ways to mend it. */
function ruleOnTarget(judge: Judge, steps: readonly FixStep[], per_key = false): Rule {
  const check = ({ config }: { config: RuntimeConfig }) => judge(config.settings).map(hitAt)
  return { ...words, scope: 'target', per_key, check, fixes: () => steps }
}
function ruleOnConfig(judge: Judge, steps: readonly FixStep[]): Rule {
  return { ...words, scope: 'config', check: ({ config }) => judge(config.settings).map(hitAt), fixes: () => steps }
}

/** The value that is found for the finding at `key`; null for none. */
function fixed(rule: Rule, key: string, input: Checked = {}): string | null {
  const { targets, hit: _, ...before } = problem(input)
  const broken = { rule, hit: hitAt(key), targets: rule.scope === 'config' ? [] : targets }
  const fix = findFix(before, broken, targets)
  return fix && `${fix.path.join('.')} = ${String(fix.value)}`
}

const over = (most: number) => (settings: RuntimeConfig['settings']) => ((settings.n_ctx ?? 0) > most ? ['n_ctx'] : [])
const range = (from: number, to: number, step: number): FixStep => ({ path: at('n_ctx'), from, to, step })
const values = (key: string, ...all: (string | number)[]): FixStep => ({ path: at(key), values: all })

describe('a range gives the value that holds and is nearest to its start', () => {
  const kinds = [
    ['on a target', ruleOnTarget],
    ['of a config', ruleOnConfig],
  ] as const
  for (const [name, make] of kinds) {
    test.each<[number, string | null]>([
      [4095, 'settings.n_ctx = 3840'],
      [3840, 'settings.n_ctx = 3840'],
      [3839, 'settings.n_ctx = 3584'],
      [1000, 'settings.n_ctx = 768'],
      [256, 'settings.n_ctx = 256'],
      [255, null],
    ])(`${name}: for at most %i`, (most, expected) => {
      expect(fixed(make(over(most), [range(3840, 256, -256)]), 'n_ctx')).toBe(expected)
    })
  }

  test('one value is a range too', () => {
    expect(fixed(ruleOnTarget(over(512), [range(512, 512, -256)]), 'n_ctx')).toBe('settings.n_ctx = 512')
  })

  test('a range upwards as well', () => {
    const under: Judge = ({ n_ubatch = 0 }) => (n_ubatch < 70 ? ['n_ubatch'] : [])
    const step: FixStep = { path: at('n_ubatch'), from: 10, to: 100, step: 9 }
    expect(fixed(ruleOnTarget(under, [step]), 'n_ubatch', { settings: { n_ubatch: 1 } })).toBe('settings.n_ubatch = 73')
  })

  test('where none of it holds the next step is tried', () => {
    const rule = ruleOnTarget(over(100), [range(3840, 256, -256), values('n_ctx', 200, 90, 80)])
    expect(fixed(rule, 'n_ctx')).toBe('settings.n_ctx = 90')
  })
})

describe('what a fix must end', () => {
  // Mending n_ctx leaves n_batch wrong; mending n_batch mends both.
  const judge: Judge = ({ n_ctx, n_batch }) => [
    ...(n_ctx === 4096 && n_batch !== 64 ? ['n_ctx'] : []),
    ...(n_batch === 64 ? [] : ['n_batch']),
  ]
  const steps = [values('n_ctx', 2048), values('n_batch', 64)]

  test('all findings of a rule with one cause', () => {
    expect(fixed(ruleOnTarget(judge, steps), 'n_ctx')).toBe('settings.n_batch = 64')
  })

  test('its own key, where keys are mended one by one', () => {
    expect(fixed(ruleOnTarget(judge, steps, true), 'n_ctx')).toBe('settings.n_ctx = 2048')
  })

  test('its own key, of a config', () => {
    expect(fixed(ruleOnConfig(judge, steps), 'n_ctx')).toBe('settings.n_ctx = 2048')
  })

  test('a finding about the text has none, nor one whose rule offers none', () => {
    expect(fixed({ ...words, scope: 'document' }, 'n_ctx')).toBeNull()
    expect(fixed({ ...words, scope: 'config', check: () => [hitAt('n_ctx')] }, 'n_ctx')).toBeNull()
    expect(fixed(ruleOnTarget(over(1), []), 'n_ctx')).toBeNull()
  })
})

describe('what a fix must not do', () => {
  const broken: Judge = ({ n_batch }) => (n_batch === undefined ? ['n_batch'] : [])

  test('add an error of the config', () => {
    // LP310: fewer tokens in a batch than slots.
    const rule = ruleOnTarget(broken, [values('n_batch', 4, 64)])
    expect(fixed(rule, 'n_batch', { settings: { n_parallel: 16 } })).toBe('settings.n_batch = 64')
    expect(fixed(rule, 'n_batch', { settings: { n_parallel: 4 } })).toBe('settings.n_batch = 4')
  })

  test('add an error on any target', () => {
    const on = [{ id: 'a' }, { id: 'b', cpu: { physical_cores: 4 } }]
    const few: Judge = ({ n_threads }) => (n_threads === undefined ? ['n_threads'] : [])
    expect(fixed(ruleOnTarget(few, [values('n_threads', 8, 4)]), 'n_threads', { on })).toBe('settings.n_threads = 4')
    expect(fixed(ruleOnConfig(few, [values('n_threads', 8, 4)]), 'n_threads', { on })).toBe('settings.n_threads = 4')
  })

  test('an error at the same key goes with it; one elsewhere may stay, on its own target only', () => {
    const on = [{ id: 'a' }, { id: 'b', cpu: { physical_cores: 4 } }]
    const most: Judge = ({ n_threads = 0 }) => (n_threads > 8 ? ['n_threads'] : [])
    const rule = ruleOnTarget(most, [values('n_threads', 8)])
    expect(
      fixed(rule, 'n_threads', { on: [{ id: 'b', cpu: { physical_cores: 4 } }], settings: { n_threads: 9 } }),
    ).toBe('settings.n_threads = 4')
    const batch: Judge = ({ n_threads_batch }) => (n_threads_batch === undefined ? ['n_threads_batch'] : [])
    const other = ruleOnTarget(batch, [values('n_threads_batch', 9, 2)])
    expect(fixed(other, 'n_threads_batch', { on, settings: { n_threads: 5 } })).toBe('settings.n_threads_batch = 2')
  })

  test('where another error stays at the same key, at least the own finding ends', () => {
    const on = [{ id: 'b', cpu: { physical_cores: 4 } }]
    const few: Judge = ({ n_threads = 0 }) => (n_threads < 6 ? ['n_threads'] : [])
    const settings = { n_threads: 5 }
    expect(fixed(ruleOnTarget(few, [values('n_threads', 6)]), 'n_threads', { on, settings })).toBe(
      'settings.n_threads = 6',
    )
    const upwards: FixStep = { path: at('n_threads'), from: 5, to: 9, step: 1 }
    expect(fixed(ruleOnTarget(few, [upwards]), 'n_threads', { on, settings })).toBe('settings.n_threads = 6')
    expect(
      fixed(
        ruleOnTarget(() => ['n_threads'], [upwards]),
        'n_threads',
        { on, settings },
      ),
    ).toBeNull()
  })

  test('move what one memory lacks into another that lacks some already', () => {
    // 8B over two memories of 2 GiB: more layers on the GPU relieve the RAM, fewer relieve the GPU, and neither helps.
    const settings = { n_ctx: 512, n_gpu_layers: 16 }
    const fix = (id: string, vram: number) =>
      fixed(ruleOf(id)!, 'n_gpu_layers', { settings, on: [{ vram: [vram], ram: 2 }] })
    expect(fix('LP103', 4)).toMatch(/^settings.n_gpu_layers = 2\d$/)
    expect(fix('LP103', 2)).toBeNull()
    expect(fix('LP101', 2)).toBeNull()
  })

  test('leave a GPU that was used', () => {
    const rule: Extract<Rule, { scope: 'config' }> = {
      ...words,
      scope: 'config',
      check: ({ config }) => (config.backend === 'cuda' ? [{ path: ['backend'], args: {} }] : []),
      fixes: () => [{ path: ['backend'], values: ['cpu'] }],
    }
    const { targets, hit: _, ...before } = problem({})
    expect(rule.check(before, targets)).toHaveLength(1)
    expect(findFix(before, { rule, hit: { path: ['backend'], args: {} }, targets: [] }, targets)).toBeNull()
    const bare = problem({ on: [{ vram: [], rest: { backends: ['cuda', 'cpu'] } }] }).targets
    expect(findFix(before, { rule, hit: { path: ['backend'], args: {} }, targets: [] }, bare)).toEqual({
      path: ['backend'],
      value: 'cpu',
    })
  })
})

describe('the config with a value', () => {
  const config: RuntimeConfig = {
    backend: 'cuda',
    model_path: 'm.gguf',
    settings: { n_ctx: 1 },
    metadata: { precision: 'F16' },
  }
  test('at the top, in the settings, in the metadata', () => {
    expect(withValue(config, ['backend'], 'cpu')).toEqual({ ...config, backend: 'cpu' })
    expect(withValue(config, ['settings', 'n_batch'], 8)).toEqual({ ...config, settings: { n_ctx: 1, n_batch: 8 } })
    expect(withValue(config, ['metadata', 'model_size'], '8B')).toEqual({
      ...config,
      metadata: { precision: 'F16', model_size: '8B' },
    })
    expect(config.settings).toEqual({ n_ctx: 1 })
  })
})
