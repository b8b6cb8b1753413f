import { expect, test } from 'vitest'
import { fitToFree } from '../../../cli/running/prepare.ts'
import { freeNotes } from '../../../cli/set/prepare-set.ts'
import { needsOf } from '../../../shared/adapt/replan.ts'
import { choiceFromCatalog, findCatalogEntry, makePlan, type ModelSet } from '../../../shared/index.ts'
import { madeUpTarget } from '../../plan/targets.ts'
import { userErrorOf } from '../../helpers/thrown.ts'

const idle = madeUpTarget({ ram: 32 })
const { config } = makePlan({
  target: idle,
  model: choiceFromCatalog(findCatalogEntry('qwen3-8b')),
  intent: { use_case: 'general', precision: 'Q4_K_M' },
})
const gib = (needsOf(config, idle)?.lines[0]?.need_bytes ?? 0) / 1024 ** 3

/** The same machine with so many GiB left by other programs. */
const left = (ram: number) => madeUpTarget({ ram })

test('what fits into the free memory is started as it is', () => {
  expect(fitToFree(config, left(gib * 1.01), false)).toEqual({ config, notes: [] })
})

test('what does not steps down, says what was short and what each step saves, and then fits', () => {
  const { config: smaller, notes } = fitToFree(config, left(gib * 0.98), false)
  expect(notes[0]).toMatch(/^stepped down: \d\.\d GiB of RAM needed, made up$/)
  expect(notes.slice(1).some((line) => /^ {2}\w+ \S+ -> \S+: saves \d\.\d GiB$/.test(line))).toBe(true)
  expect(smaller.settings).not.toEqual(config.settings)
  expect(fitToFree(smaller, left(gib * 0.98), false).notes).toEqual([])
})

test('with --force it is started all the same, and told', () => {
  const { config: same, notes } = fitToFree(config, left(gib / 2), true)
  expect(same).toBe(config)
  expect(notes).toEqual([expect.stringMatching(/^started all the same: \d\.\d GiB of RAM needed/)])
})

test('where not even the smallest fits it ends with 3 and what to do', async () => {
  const error = await userErrorOf(() => fitToFree(config, left(2), false))
  expect(error).toMatchObject({ kind: 'environment', hint: expect.stringContaining('--force') })
  expect(error.message).toMatch(/^not even the smallest config fits right now: /)
})

test('a set counts what is loaded at the same time', async () => {
  const set = (swap: boolean): ModelSet => ({
    kind: 'model_set',
    version: 1,
    members: ['a', 'b'].map((name) => ({ name, config })),
    groups: [{ name: 'all', swap, members: ['a', 'b'] }],
  })
  expect(freeNotes(set(true), left(gib * 1.5), false)).toEqual([])
  expect(freeNotes(set(false), left(gib * 2.1), false)).toEqual([])
  const error = await userErrorOf(() => freeNotes(set(false), left(gib * 1.5), false))
  expect(error.message).toMatch(/^the models do not fit right now: \d+\.\d GiB of RAM needed, made up$/)
  expect(freeNotes(set(false), left(gib * 1.5), true)).toEqual([expect.stringMatching(/^started all the same: /)])
})
