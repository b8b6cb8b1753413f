import { describe, expect, test } from 'vitest'
import { problemText } from '../../shared/report/problem-text.ts'
import { configText, target } from '../validate/cases.ts'
import { BIG, checked, FINE, TARGETS } from './matrix-cases.ts'

describe('problems', () => {
  test('one rule at one place is one problem over all targets, the worst first, with a fix for all', () => {
    const { problems, tally } = checked({ 'big.json': BIG })
    const [problem] = problems.filter(({ rule }) => rule === 'LP101')
    if (problem === undefined) throw new Error('no problem')
    expect(problem.hits.map(({ target: on }) => on)).toEqual(['small', 'medium'])
    expect(tally).toMatchObject({ errors: 2, failing_pairs: 2, pairs: 3 })
    const { title, what, others, fix, link } = problemText(problem)
    expect(title).toBe('VRAM over on 2 of 3 targets')
    expect(what).toMatch(/^small: Needs \d+\.\d GiB; gpu 0 leaves 6\.0 GiB: \d+\.\d GiB short\. Sum: weights .*\.$/)
    expect(others).toMatch(/^Also over: medium by \d+\.\d GiB\.$/)
    expect(fix).toMatch(/^Fix: set settings\.n_ctx to \d+ \(now 65536\); rechecked on all 3 targets\.$/)
    expect(link).toMatch(/docs\/rules\.md#lp101$/)
  })

  test('the fix of a problem ends it on every target', () => {
    const { problems } = checked({ 'big.json': BIG })
    const value = problems.find(({ rule }) => rule === 'LP101')?.fix?.value
    const after = checked({ 'big.json': configText({ n_ctx: Number(value) }) })
    expect(after.problems.filter(({ rule }) => rule === 'LP101')).toEqual([])
    const next = checked({ 'big.json': configText({ n_ctx: Number(value) + 256 }) })
    expect(next.problems.map(({ rule }) => rule)).toEqual(['LP102'])
  })

  test('the gravest come first', () => {
    const { problems } = checked({
      'a.json': configText({ n_ctx: 4096, n_gpu_layers: 8, n_ubatch: 9, n_batch: 8 }),
      'b.json': BIG,
      'c.json': configText({ n_ctx: 1024, n_threads: 9 }),
    })
    const shown = problems.map(({ severity, rule, file, hits }) => `${severity} ${rule} ${file} ${hits.length}`)
    expect(shown).toEqual(['error LP201 c.json 3', 'error LP101 b.json 2', 'warning LP302 a.json 1'])
  })

  test('a long list of targets is named in part', () => {
    const many = Array.from({ length: 12 }, (_, index) => target({ id: `box-${index}`, vram: [6] }))
    const { problems } = checked({ 'big.json': BIG }, {}, [...TARGETS, ...many])
    const [problem] = problems
    expect(problem && problemText(problem).others).toMatch(
      /^Also over: (box-\d+ by \d+\.\d GiB, ){7}box-\d+ by \S+ GiB and 5 more\.$/,
    )
  })

  test('one target needs no names', () => {
    const [problem] = checked({ 'a.json': BIG }, {}, [target({ vram: [6] })]).problems
    const { title, what, fix } = problemText(problem ?? (undefined as never))
    expect(title).toBe('VRAM over on 1 of 1 target')
    expect(what).toMatch(/^Needs/)
    expect(fix).toMatch(/; rechecked\.$/)
  })

  test('fixes are looked for as far as they are shown', () => {
    const texts = Object.fromEntries(Array.from({ length: 5 }, (_, i) => [`${i}.json`, BIG]))
    expect(checked(texts).searched).toBe(5)
    expect(checked({ 'a.json': FINE }).problems).toEqual([])
  })
})
