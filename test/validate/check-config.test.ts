import { describe, expect, test, vi } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import type { Target } from '../../shared/profile/target.ts'
import { checkConfig, inspectConfig } from '../../shared/validate/check-config.ts'
import { configText, LLAMA_8B, type Machine, target } from './cases.ts'

const facts = LLAMA_8B
const file = 'configs/chat.json'

describe('checkConfig', () => {
  test('one config on two targets: each is judged on its own', () => {
    const targets = [target({ id: 'large', vram: [24] }), target({ id: 'small', vram: [8] })]
    const report = checkConfig({ text: configText({ n_ctx: 65536 }), file, targets, facts })
    expect(report.findings).toMatchObject([
      {
        rule: 'LP101',
        target: 'small',
        file,
        path: ['settings', 'n_ctx'],
        place: { line: 5, column: 14, end_column: 19 },
      },
    ])
    expect(report.pairs.map(({ target: id, judged, lines }) => [id, judged, lines.map(({ state }) => state)])).toEqual([
      ['large', true, ['fits', 'fits']],
      ['small', true, ['over', 'fits']],
    ])
  })

  test('a text that is no config judges nothing', () => {
    const report = checkConfig({ text: '{', file, targets: [target()], facts })
    expect(report).toMatchObject({ config: null, findings: [{ rule: 'LP001', file }] })
    expect(report.pairs).toEqual([{ target: 'box', estimate: null, lines: [], judged: false }])
  })

  test.each<[string, Machine, RuntimeConfig['backend'], boolean]>([
    ['all memories are known', {}, 'cuda', true],
    ['the backend is not there, which is a verdict', {}, 'rocm', true],
    ['no memory of a device is known', { vram: [null] }, 'cuda', false],
    ['the memory of one device is not known', { vram: [12, null] }, 'cuda', false],
    ['the device of unknown memory is not used', { vram: [null] }, 'cpu', true],
  ])('a target is judged or not: %s', (_, machine, backend, judged) => {
    const text = configText({ n_ctx: 4096 }, { backend })
    expect(checkConfig({ text, file, targets: [target(machine)], facts }).pairs).toMatchObject([{ judged }])
  })

  test('facts that list only part of a model judge nothing', () => {
    const part = {
      ...facts,
      tensors: facts.tensors.map((group) => (group.name.includes('ffn_up') ? { ...group, layers: [[31, 0]] } : group)),
    } as typeof facts
    const report = checkConfig({ text: configText({ n_ctx: 4096 }), file, targets: [target()], facts: part })
    expect(report).toMatchObject({
      findings: [{ rule: 'LP010', severity: 'error', args: { reason: 'unusable' } }],
      pairs: [{ judged: false, estimate: null }],
    })
  })

  test('an unknown key does not hide what is wrong with the rest', () => {
    const text = configText({ n_ctx: 65536 }).replace('"n_ctx"', '"n_batsch": 1, "n_ctx"')
    const rules = checkConfig({ text, file, targets: [target()], facts }).findings.map(({ rule }) => rule)
    expect(rules).toEqual(['LP005', 'LP101'])
  })

  test('findings come by line, column, rule and target, in whichever order the targets are given', () => {
    const targets = ['c', 'a', 'b'].map((id) => target({ id, vram: [4], cpu: { physical_cores: 2 } }))
    const text = configText({ n_ctx: 4096, n_threads: 4, n_gpu_layers: -1, n_batch: 64, n_ubatch: 128 })
    const shown = (order: typeof targets) =>
      checkConfig({ text, file, targets: order, facts }).findings.map(({ place, rule, target: on }) =>
        [place.line, rule, on ?? ''].join(' '),
      )
    expect(shown(targets)).toEqual([
      '6 LP201 a',
      '6 LP201 b',
      '6 LP201 c',
      '7 LP101 a',
      '7 LP101 b',
      '7 LP101 c',
      '9 LP302 ',
    ])
    expect(shown(targets.toReversed())).toEqual(shown(targets))
  })

  test('two machines of one kind are told apart', () => {
    const targets = [target({ vram: [4] }), target({ vram: [24] })]
    const report = checkConfig({ text: configText({ n_ctx: 4096 }), file, targets, facts })
    expect(report.findings.map(({ rule, target: on }) => `${rule} ${on}`)).toEqual(['LP101 box'])
    expect(report.pairs.map((pair) => pair.target)).toEqual(['box', 'box (2)'])
  })

  test('without targets the config itself is still checked', () => {
    const report = checkConfig({ text: configText({ n_ubatch: 9, n_batch: 8 }), file, targets: [], facts })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['LP302'])
    expect(report.pairs).toEqual([])
  })
})

describe('fixes', () => {
  const fixOf = (settings: object, targets: Parameters<typeof target>[0][], rest = {}) => {
    const report = checkConfig({ text: configText(settings, rest), file, targets: targets.map(target), facts })
    return report.findings.map(({ rule, fix }) => [rule, fix?.path.join('.') ?? null, fix?.value ?? null])
  }

  test.each<[string, object, Parameters<typeof target>[0][], object, unknown[]]>([
    ['a smaller context', { n_ctx: 65536 }, [{}], {}, [['LP101', 'settings.n_ctx', expect.any(Number)]]],
    [
      'flash attention',
      { n_ctx: 16384, flash_attn: 'off', n_ubatch: 2048 },
      [{ vram: [8] }],
      {},
      [['LP101', 'settings.flash_attn', 'auto']],
    ],
    [
      'fewer layers',
      { n_ctx: 4096, n_gpu_layers: -1 },
      [{ vram: [4] }],
      {},
      [['LP101', 'settings.n_gpu_layers', expect.any(Number)]],
    ],
    [
      'more layers',
      { n_ctx: 4096, n_gpu_layers: 2 },
      [{ ram: 3 }],
      {},
      [['LP103', 'settings.n_gpu_layers', expect.any(Number)]],
    ],
    [
      'threads',
      { n_ctx: 4096, n_threads: 9, n_threads_batch: 9 },
      [{}],
      {},
      [
        ['LP201', 'settings.n_threads', 8],
        ['LP201', 'settings.n_threads_batch', 8],
      ],
    ],
    [
      'micro-batch to the batch',
      { n_ctx: 4096, n_ubatch: 9, n_batch: 8 },
      [{}],
      {},
      [['LP302', 'settings.n_ubatch', 8]],
    ],
    ['another backend', { n_ctx: 4096 }, [{}], { backend: 'rocm' }, [['LP303', 'backend', 'cuda']]],
    ['all layers', { n_ctx: 4096, n_gpu_layers: 99 }, [{}], {}, [['LP304', 'settings.n_gpu_layers', -1]]],
    [
      'flash for a quantised cache',
      { n_ctx: 4096, cache_type_v: 'q8_0', flash_attn: 'off' },
      [{}],
      {},
      [['LP305', 'settings.flash_attn', 'on']],
    ],
    ['no single key', { n_ctx: 4096 }, [{ vram: [1], ram: 1 }], {}, [['LP101', null, null]]],
  ])('%s', (_, settings, targets, rest, expected) => {
    expect(fixOf(settings, targets, rest)).toEqual(expected)
  })

  test('one fix holds on all targets that have the finding', () => {
    const targets = [
      { id: 'a', vram: [12] },
      { id: 'b', vram: [8] },
      { id: 'c', vram: [80] },
    ]
    const [first, second, ...others] = fixOf({ n_ctx: 65536 }, targets)
    const [alone] = fixOf({ n_ctx: 65536 }, [{ id: 'b', vram: [8] }])
    expect(first).toEqual(['LP101', 'settings.n_ctx', expect.any(Number)])
    expect([second, alone, others]).toEqual([first, first, []])
  })

  test('a fix that would break another target is not offered', () => {
    const text = configText({ n_ctx: 4096 }, { backend: 'rocm' })
    const amd = target({ id: 'amd', rest: { backend: 'rocm', backends: ['rocm'] } })
    const [unfixed] = checkConfig({ text, file, targets: [amd, target({ id: 'nvidia' })], facts }).findings
    expect(unfixed).toMatchObject({ rule: 'LP303', target: 'nvidia' })
    expect(unfixed).not.toHaveProperty('fix')
  })

  test('a fix to the CPU is only for targets without a GPU', () => {
    const bare = (id: string, ram: number) => target({ id, vram: [], ram, rest: { backend: 'cpu', backends: ['cpu'] } })
    const text = configText({ n_ctx: 4096 }, { backend: 'rocm' })
    const fixOn = (...targets: Target[]) => checkConfig({ text, file, targets, facts }).findings[0]?.fix
    expect(fixOn(bare('box', 32))).toEqual({ path: ['backend'], value: 'cpu' })
    expect(fixOn(bare('small', 2))).toBeUndefined()
    expect(fixOn(target({ id: 'amd', rest: { backend: 'rocm', backends: ['rocm'] } }), bare('box', 32))).toBeUndefined()
  })

  test('a fix is the smallest that leaves nothing to say: one step back and it is near the limit', () => {
    for (const vram of [5, 6, 7.3, 9, 10.77, 12]) {
      const targets = [target({ vram: [vram] })]
      const rules = (n_ctx: number) =>
        inspectConfig({ text: configText({ n_ctx }), file, targets, facts }).report.findings.map(({ rule }) => rule)
      const fix = checkConfig({ text: configText({ n_ctx: 100_000 }), file, targets, facts }).findings[0]?.fix
      expect(fix?.path).toEqual(['settings', 'n_ctx'])
      expect(rules(Number(fix?.value))).toEqual([])
      expect(rules(Number(fix?.value) + 256)).toEqual(['LP102'])
    }
  })

  test('all findings at one key have one fix, after which the strictest check passes', () => {
    const targets = [target({ vram: [7] })]
    const before = checkConfig({ text: configText({ n_ctx: 200_000 }), file, targets, facts })
    const fixes = new Map(before.findings.map(({ rule, fix }) => [rule, fix?.value]))
    expect([...fixes.keys()]).toEqual(expect.arrayContaining(['LP101', 'LP301']))
    expect(new Set(fixes.values()).size).toBe(1)
    const after = checkConfig({ text: configText({ n_ctx: Number(fixes.get('LP101')) }), file, targets, facts })
    expect(after.findings).toEqual([])
  })

  test('figures that follow from the settings do not keep a fix from leaving nothing', () => {
    const targets = [target({ vram: [7] })]
    const fixWith = (metadata?: object) => {
      const text = configText({ n_ctx: 100_000 }, { ...(metadata && { metadata: { hardware: 'box', ...metadata } }) })
      const { findings, pairs } = checkConfig({ text, file, targets, facts })
      const device = pairs[0]?.estimate?.devices[0]
      const bytes = (device?.model ?? 0) + (device?.context ?? 0) + (device?.compute ?? 0)
      return { value: findings.find(({ rule }) => rule === 'LP101')?.fix?.value, gib: bytes / 2 ** 30 }
    }
    const plain = fixWith()
    expect(fixWith({ estimated_vram_usage_gb: Number(plain.gib.toFixed(1)) }).value).toBe(plain.value)
  })

  test('a fix of one finding brings no other one', () => {
    const targets = [target({ cpu: { performance_cores: 4, efficiency_cores: 4 } })]
    const { findings } = checkConfig({ text: configText({ n_ctx: 4096, n_threads: 64 }), file, targets, facts })
    expect(findings.find(({ rule }) => rule === 'LP201')?.fix?.value).toBe(4)
  })

  test('a text that is no config, and a finding of another check, have none', () => {
    const { report, fixFor } = inspectConfig({ text: '{', file, targets: [target()], facts })
    const [broken] = report.findings
    expect(broken && fixFor(broken)).toBeNull()
    const fine = inspectConfig({ text: configText({ n_ctx: 4096 }), file, targets: [target()], facts })
    expect(broken && fine.fixFor(broken)).toBeNull()
  })

  test('a finding about the config alone names no target', () => {
    const { findings } = checkConfig({
      text: configText({ n_ctx: 4096, n_ubatch: 9, n_batch: 8 }),
      file,
      targets: [target()],
      facts,
    })
    expect(findings.map((finding) => Object.hasOwn(finding, 'target'))).toEqual([false])
  })

  test('nothing is searched until it is asked for', () => {
    const targets = [target(), target({ id: 'b' })]
    const spy = vi.spyOn(Math, 'ceil')
    const { report, fixFor } = inspectConfig({ text: configText({ n_ctx: 65536 }), file, targets, facts })
    const before = spy.mock.calls.length
    expect(report.findings.every((finding) => !('fix' in finding))).toBe(true)
    const [first, second] = report.findings
    const fix = first && fixFor(first)
    expect(fix).toMatchObject({ path: ['settings', 'n_ctx'] })
    const searched = spy.mock.calls.length
    expect(searched).toBeGreaterThan(before)
    expect(second && fixFor(second)).toBe(fix)
    expect(spy.mock.calls.length).toBe(searched)
    spy.mockRestore()
  })
})
