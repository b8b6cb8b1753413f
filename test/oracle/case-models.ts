import { catalogModel, listCatalog } from '../../shared/model/catalog/index.ts'
import type { CaseModel } from './random-cases.ts'

const PRECISIONS = ['Q4_K_M', 'Q3_K_M', 'Q6_K', 'Q8_0', 'IQ4_XS', 'F16'] as const

/** Every catalog model, each at one of several precisions in turn. */
export function caseModels(): CaseModel[] {
  return listCatalog().map((entry, i) => {
    const precision = PRECISIONS[i % PRECISIONS.length] ?? 'Q4_K_M'
    return { model: entry.id, precision, facts: catalogModel(entry.id, precision) }
  })
}
