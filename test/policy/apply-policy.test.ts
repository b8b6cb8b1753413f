import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LocatedFinding } from '../../shared/finding.ts'
import { type PlacedEntry, startPolicy } from '../../shared/policy/apply-policy.ts'
import { parseHeadroom, withHeadroom } from '../../shared/policy/headroom.ts'
import { matchesPath } from '../../shared/policy/match-path.ts'
import { formatFinding } from '../../shared/report/sentence.ts'
import { GIB, MIB } from '../../shared/units.ts'
import { target } from '../validate/cases.ts'

const place = { line: 7, column: 5, end_column: 9 }
const finding = (rule: string, file: string, on?: string): LocatedFinding => ({
  rule,
  severity: 'error',
  path: [],
  args: {},
  file,
  place,
  ...(on !== undefined && { target: on }),
})
const report = (...findings: LocatedFinding[]) => ({ file: 'configs/a.json', config: null, findings, pairs: [] })
const entry = (more: Partial<PlacedEntry['entry']> = {}): PlacedEntry => ({
  entry: { rule: 'LP101', config: 'configs/a.json', reason: 'being replaced', ...more },
  file: '.github/lp-config.yml',
  place,
})

describe('startPolicy', () => {
  test('levels replace a rule’s own, off silences it', () => {
    const { apply } = startPolicy({ LP101: 'warning', LP201: 'off' }, [], '2026-11-30')
    const { findings } = apply(report(finding('LP101', 'a'), finding('LP201', 'a'), finding('LP301', 'a')), 'a')
    expect(findings.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual(['LP101 warning', 'LP301 error'])
  })

  test('a baseline entry covers its rule, config and target', () => {
    const run = startPolicy({}, [entry({ target: 'small' })], '2026-11-30')
    const file = 'configs/a.json'
    const { findings } = run.apply(report(finding('LP101', file, 'small'), finding('LP101', file, 'large')), file)
    expect(findings.map(({ target: on }) => on)).toEqual(['large'])
    expect(run.known()).toMatchObject([{ reason: 'being replaced', until: null, finding: { target: 'small' } }])
    expect(run.findings()).toEqual([])
  })

  test('an entry names the config as the policy does, whatever reports call it', () => {
    const run = startPolicy({}, [entry()], '2026-11-30')
    expect(run.apply(report(finding('LP101', 'sub/configs/a.json')), 'configs/a.json').findings).toEqual([])
    expect(run.apply(report(finding('LP101', 'configs/a.json')), 'other/configs/a.json').findings).toHaveLength(1)
  })

  test('an entry counts through its last day and is an error from then on', () => {
    const on = (today: string) => {
      const run = startPolicy({}, [entry({ until: '2026-11-30' })], today)
      const { findings } = run.apply(report(finding('LP101', 'configs/a.json')), 'configs/a.json')
      return { left: findings.length, own: run.findings() }
    }
    expect(on('2026-11-30')).toEqual({ left: 0, own: [] })
    const { left, own } = on('2026-12-01')
    expect(left).toBe(1)
    expect(own).toMatchObject([{ rule: 'LP902', severity: 'error', place }])
    expect(own.map((one) => formatFinding(one))).toEqual([
      'This entry for LP101 in configs/a.json ended on 2026-11-30; it covers 1 findings.',
    ])
  })

  test('an entry that covers nothing is a finding', () => {
    const run = startPolicy({}, [entry({ config: 'configs/b.json' })], '2026-11-30')
    run.apply(report(finding('LP101', 'configs/a.json')), 'configs/a.json')
    expect(run.findings()).toMatchObject([{ rule: 'LP903', severity: 'warning', file: '.github/lp-config.yml' }])
    expect(run.findings().map((one) => formatFinding(one))).toEqual([
      'No finding matches this entry for LP101 in configs/b.json; it can go.',
    ])
  })

  test.each(['target', 'name'] as const)('an entry with another %s says so', (key) => {
    const run = startPolicy({}, [entry({ [key]: 'other' })], '2026-11-30')
    expect(run.apply(report(finding('LP101', 'configs/a.json', 'small')), 'configs/a.json').findings).toHaveLength(1)
    expect(run.findings().map((one) => formatFinding(one))).toEqual([
      `This entry for LP101 in configs/a.json matches nothing: the file has such a finding, but with another ${key}.`,
    ])
  })
})

describe('matchesPath', () => {
  test.each([
    ['configs/a.json', 'configs/a.json', true],
    ['configs/a.json', 'configs/*.json', true],
    ['configs/x/a.json', 'configs/*.json', false],
    ['configs/x/a.json', 'configs/**/*.json', true],
    ['configs/a.json', 'configs/**/*.json', true],
    ['configsa.json', 'configs/**/*.json', false],
    ['a/b/c', '**', true],
    ['a/b', 'a/?', true],
    ['a//', 'a/?', false],
    ['a+b.json', 'a+b.json', true],
    ['axb.json', 'a.b.json', false],
  ])('%s and %s: %s', (path, pattern, matches) => {
    expect(matchesPath(path, pattern)).toBe(matches)
  })

  test('takes no longer for patterns that backtracking would drown in', () => {
    expect(matchesPath('a'.repeat(500), `${'*a'.repeat(250)}b`)).toBe(false)
  })

  test('a path matches itself and what its parts are replaced by', () => {
    const path = fc.stringMatching(/^[a-z.[\]()+$^|-]{1,6}(\/[a-z]{1,6}){0,3}$/)
    fc.assert(
      fc.property(path, (text) => {
        expect(matchesPath(text, text)).toBe(true)
        expect(matchesPath(text, text.replaceAll(/[^/]+/g, '*'))).toBe(true)
        expect(matchesPath(text, `${text}x`)).toBe(false)
        expect(matchesPath(`deep/${text}`, `**/${text}`)).toBe(true)
      }),
    )
  })
})

describe('head-room', () => {
  test.each([
    ['0', { bytes: 0 }],
    ['512MiB', { bytes: 512 * MIB }],
    ['1.5 GiB', { bytes: 1.5 * GIB }],
    ['5%', { share: 0.05 }],
    ['51%', null],
    ['512MB', null],
    ['-1MiB', null],
    ['', null],
  ])('%j', (text, headroom) => {
    expect(parseHeadroom(text)).toEqual(headroom)
  })

  test('lowers what a device leaves, and says so', () => {
    const lowered = withHeadroom(target({ vram: [12, null] }), { bytes: 512 * MIB })
    expect(lowered.devices.map(({ usable }) => usable?.bytes)).toEqual([11.5 * GIB, undefined])
    expect(lowered.devices[0]?.usable?.source).toBe('test, less 0.5 GiB head-room of the policy')
    expect(lowered.host.usable.bytes).toBe(32 * GIB)
  })

  test('counts for the shared memory of a unified target', () => {
    const lowered = withHeadroom(target({ vram: [12], ram: 16, unified: true }), { share: 0.25 })
    expect(lowered.devices[0]?.usable?.bytes).toBe(9 * GIB)
    expect(lowered.host.usable.bytes).toBe(12 * GIB)
  })
})
