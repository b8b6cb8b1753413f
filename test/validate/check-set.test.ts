import { describe, expect, test } from 'vitest'
import { readModelSet } from '../../shared/config/read-model-set.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { processOverhead } from '../../shared/estimate/together.ts'
import { catalogModel } from '../../shared/model/catalog/catalog.ts'
import { GIB } from '../../shared/units.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { checkSet, TOGETHER } from '../../shared/validate/check-set.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { LLAMA_8B, type Machine, target } from './cases.ts'

type Member = { readonly name: string; readonly config: RuntimeConfig }

const chat: Member = {
  name: 'chat',
  config: { backend: 'cuda', model_path: 'a.gguf', settings: { n_ctx: 4096 }, model: LLAMA_8B },
}
const small = catalogModel('qwen3-0.6b', 'Q8_0')
const draft: Member = {
  name: 'draft',
  config: { backend: 'cuda', model_path: 'b.gguf', settings: { n_ctx: 2048 }, model: small },
}
/** Of the 8B model with twice the context: 5.4 GiB on one card. */
const code: Member = { name: 'code', config: { ...chat.config, settings: { n_ctx: 8192 } } }

function together(members: readonly Member[], on: readonly Machine[], swap = false, separate: readonly Member[] = []) {
  const all = [...members, ...separate]
  const groups = [members, separate]
    .filter(({ length }) => length > 0)
    .map((group, index) => ({ name: `g${index}`, swap: swap && index === 0, members: group.map(({ name }) => name) }))
  const text = JSON.stringify({ kind: 'model_set', version: 1, members: all, groups }, null, 2)
  const set = readModelSet(text)
  const targets = on.map(target)
  const reports = set.members.map(({ read }) => checkConfig({ text, file: 'set.json', targets, read }))
  const report = checkSet('set.json', set, reports, targets)
  if (report === null) throw new Error('nothing was judged')
  return { report, reports, text }
}

const found = (...input: Parameters<typeof together>) =>
  together(...input).report.findings.map(({ rule, severity, target: id, path }) =>
    [rule, severity, id, path.join('.')].join(' '),
  )
const needOf = ({ report }: ReturnType<typeof together>) => report.pairs[0]?.lines.map(({ need_bytes }) => need_bytes)

describe('models that are loaded together', () => {
  test('need the sum of what each needs, and a further process', () => {
    const both = together([chat, draft], [{}])
    const alone = both.reports.map(({ pairs }) => pairs[0]?.lines.map(({ need_bytes }) => need_bytes) ?? [])
    const sums = [0, 1].map((at) => alone.reduce((sum, needs) => sum + (needs[at] ?? 0), 0))
    expect(processOverhead('cuda')).toBeGreaterThan(0)
    expect(needOf(both)).toEqual([(sums[0] ?? 0) + processOverhead('cuda'), sums[1]])
  })

  test('are reported beside the members, as an estimate like theirs', () => {
    const { report, reports } = together([chat, draft], [{ vram: [12, 12] }])
    expect(report).toMatchObject({ file: 'set.json', name: TOGETHER, config: chat.config, findings: [] })
    const [pair] = report.pairs
    expect(pair).toMatchObject({ target: 'box', judged: true })
    expect(pair?.estimate).toEqual({
      ...reports[0]?.pairs[0]?.estimate,
      devices: pair?.lines.slice(0, 2).map(({ need }) => need),
      host: pair?.lines[2]?.need,
    })
  })

  test('are over where the sum does not fit: told at the largest of them', () => {
    expect(found([draft, code, chat], [{ vram: [10] }])).toEqual(['LP105 error box members.1.name'])
    expect(found([draft, chat], [{ vram: [24] }])).toEqual([])
  })

  test('are near the limit from 90 % on', () => {
    const [need = 0] = needOf(together([chat, code], [{}])) ?? []
    const gib = need / GIB
    expect(found([chat, code], [{ vram: [gib / 0.899] }])).toEqual([])
    expect(found([chat, code], [{ vram: [gib / 0.901] }])).toEqual(['LP106 warning box members.1.name'])
    expect(found([chat, code], [{ vram: [gib] }])).toEqual(['LP106 warning box members.1.name'])
    expect(found([chat, code], [{ vram: [gib - 0.001] }])).toEqual(['LP105 error box members.1.name'])
  })

  test('are told with each part, by the name of the memory', () => {
    const { report, text } = together([chat, code], [{ vram: [10] }])
    const [finding] = report.findings
    expect(finding).toMatchObject({ file: 'set.json', target: 'box', args: { device: 'gpu 0', usable: 10 * GIB } })
    expect(finding?.args['parts']).toEqual(['chat 4.9 GiB', 'code 5.4 GiB', 'further processes 0.5 GiB'])
    expect(text.split('\n')[(finding?.place.line ?? 0) - 1]).toContain('"name": "code"')
    expect(ruleOf('LP105')?.sentence(finding?.args ?? {})).toMatch(
      /^Together chat 4\.9 GiB, code 5\.4 GiB, further processes 0\.5 GiB need 10\.8 GiB; gpu 0 leaves 10\.0 GiB\.$/,
    )
  })

  test('share the RAM of a machine without a GPU', () => {
    const cpu = (one: Member): Member => ({ ...one, config: { ...one.config, backend: 'cpu' } })
    const { report } = together([cpu(chat), cpu(code)], [{ vram: [], ram: 10 }])
    expect(report.findings.map(({ rule, args }) => [rule, args['device']])).toEqual([['LP105', 'the RAM']])
  })

  test('share the memory of a unified machine', () => {
    const metal = (one: Member): Member => ({ ...one, config: { ...one.config, backend: 'metal' } })
    const { report } = together([metal(chat), metal(code)], [{ vram: [40], ram: 10, unified: true }])
    expect(report.findings.map(({ rule, args }) => [rule, args['device']])).toEqual([['LP105', 'shared memory']])
  })

  test('one at a time need only what the largest needs', () => {
    expect(found([chat, code], [{ vram: [10] }], true)).toEqual([])
    expect(found([chat, code], [{ vram: [10] }], true, [draft])).toEqual([])
    expect(found([chat, code], [{ vram: [6.6] }], true, [draft])).toEqual(['LP105 error box members.1.name'])
  })

  test('are judged on each machine, two of a kind told apart', () => {
    const on = [{ vram: [10] }, { vram: [24] }, { vram: [10] }]
    expect(found([chat, code], on)).toEqual(['LP105 error box members.1.name', 'LP105 error box (3) members.1.name'])
    expect(together([chat, code], on).report.pairs.map(({ target: id }) => id)).toEqual(['box', 'box (2)', 'box (3)'])
  })
})

describe('what cannot be judged together', () => {
  test('a member that nobody knows: no pass, no sum', () => {
    const { model: _, ...bare } = chat.config
    const { report } = together([{ name: 'dark', config: bare }, code], [{}])
    expect(report.findings).toEqual([])
    expect(report.pairs).toEqual([{ target: 'box', estimate: null, lines: [], judged: false }])
  })

  test('a memory that nobody knows: the rest still is', () => {
    const { report } = together([chat, code], [{ vram: [null, 2] }])
    expect(report.findings.map(({ args }) => args['device'])).toEqual(['gpu 1'])
    expect(report.pairs[0]?.judged).toBe(false)
  })

  test('a text that is no set', () => {
    const set = readModelSet('{"kind": "model_set"}')
    expect(checkSet('set.json', set, [], [target()])).toBeNull()
  })
})
