import { describe, expect, it } from 'vitest'
import {
  choiceFromCatalog,
  findCatalogEntry,
  findProfile,
  listProfiles,
  makePlan,
  type Plan,
  reasonSentence,
  stepSentence,
  targetFromProfile,
  USE_CASES,
  UserError,
} from '../../shared/index.ts'

function plansOf(ids: readonly string[], model: string): Plan[] {
  return ids.flatMap((id, index) => {
    try {
      const target = targetFromProfile(findProfile(id))
      const use_case = USE_CASES[index % USE_CASES.length] ?? 'general'
      return [makePlan({ target, model: choiceFromCatalog(findCatalogEntry(model)), intent: { use_case } })]
    } catch (error) {
      if (error instanceof UserError) return []
      throw error
    }
  })
}

describe('every reason and step of a plan has words', () => {
  const ids = listProfiles()
    .filter((_, index) => index % 90 === 0)
    .map(({ id }) => id)

  it.each(['llama-3.1-8b', 'qwen3-30b-a3b'])('for %s', (model) => {
    const plans = plansOf([...ids, 'nvidia_rtx_3060_12gb', 'apple_silicon_m3_16gb'], model)
    expect(plans.length).toBeGreaterThan(3)
    for (const { reasons, steps } of plans) {
      for (const reason of reasons) {
        expect(reasonSentence(reason), `${reason.key} ${reason.code}`).toMatch(/\w{2}/)
        expect(reasonSentence(reason)).not.toContain('undefined')
      }
      for (const step of steps) expect(stepSentence(step)).toMatch(/^\w+ \S+ -> \S+: saves /)
    }
  })
})
