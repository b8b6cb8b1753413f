// Random cases that llama.cpp itself answers.
import { askBreakdown } from '../test/oracle/breakdown.ts'
import { caseModels } from '../test/oracle/case-models.ts'
import { breakdownCase } from '../test/oracle/memory-case.ts'
import { randomCases } from '../test/oracle/random-cases.ts'

/**
 * @param {number} count
 * @param {number} seed
 * @param {string} folder for model files without weights
 */
export async function oracleCases(count, seed, folder) {
  const models = await caseModels()
  const written = await Promise.all(models.map(async (one) => ({ ...one, path: await one.write(folder) })))
  const drawn = randomCases(models, count, seed).map((one) => {
    const model = written.find((known) => known.model === one.model && known.precision === one.precision)
    return { ...one, facts: model.facts, path: model.path }
  })
  const answers = await askBreakdown(drawn.map((one) => breakdownCase(one, one.path)))
  const cases = drawn.flatMap((one, i) => {
    const answer = answers[i]
    return 'error' in answer ? [] : [{ ...one, measured: answer }]
  })
  const refused = drawn.length - cases.length
  return { cases, left_out: refused > 0 ? [`llama.cpp itself refuses ${refused} more cases.`] : [] }
}
