import { describe, expect, test } from 'vitest'
import { formatFinding } from '../../shared/report/sentence.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { configText, LLAMA_8B, target } from './cases.ts'

function said(facts: ModelFacts, settings: Parameters<typeof configText>[0] = {}, vram = [24], embedded = false) {
  const text = configText({ n_ctx: 4096, ...settings }, embedded ? { model: facts } : {})
  const { findings, pairs } = checkConfig({ text, file: 'c.json', targets: [target({ vram })], facts })
  const found = findings.filter(({ rule }) => rule === 'LP107')
  return { found, sentence: found.map((one) => formatFinding(one))[0], bound: pairs[0]?.estimate?.bound }
}

describe('a memory that is only approximate (LP107)', () => {
  const unknown = { ...LLAMA_8B, architecture: 'nosucharch' }

  test('of an architecture that nobody knows: by how much, and that llama.cpp may not load it', () => {
    const { found, sentence, bound = 0 } = said(unknown)
    expect(found).toMatchObject([{ severity: 'warning', path: ['model_path'] }])
    expect(bound).toBeGreaterThanOrEqual(0.3)
    expect(sentence).toBe(
      `Needs may be off by ${Math.round(bound * 100)} %: nosucharch is no architecture that is known here, and llama.cpp may not load it.`,
    )
  })

  test('stands at the facts where the config carries them', () => {
    expect(said(unknown, {}, [24], true).found).toMatchObject([{ path: ['model', 'architecture'] }])
  })

  test('of rows split over devices', () => {
    expect(said(LLAMA_8B, { split_mode: 'row' }, [24, 24]).sentence).toBe(
      'Needs may be off by 30 %: rows of every matrix lie on every device (split_mode row).',
    )
    expect(said(LLAMA_8B, { split_mode: 'row' }).found).toEqual([])
  })

  test('is not said of what is exact, nor where nothing was estimated', () => {
    expect(said(LLAMA_8B).found).toEqual([])
    expect(said({ ...LLAMA_8B, architecture: 'nosucharch', hparams: {} }).found).toEqual([])
  })
})
