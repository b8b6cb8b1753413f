import { catalogModel, listCatalog } from '../../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { graphHeaderFacts } from '../../helpers/graph-headers.ts'
import { FIXTURE_IDS, fixtureFacts } from '../../helpers/sparse-gguf.ts'

/** The model `qwen3-8b.Q4_K_M`: from the catalog where it has it, else from a header. */
export function measuredFacts(id: string): Promise<ModelFacts> {
  const dot = id.lastIndexOf('.')
  const model = id.slice(0, dot)
  if (listCatalog().some((entry) => entry.id === model)) return Promise.resolve(catalogModel(model, id.slice(dot + 1)))
  const fixture = FIXTURE_IDS.find((each) => each === id)
  return fixture === undefined ? graphHeaderFacts(id) : fixtureFacts(fixture)
}
