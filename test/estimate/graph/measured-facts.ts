import { catalogModel, listCatalog } from '../../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../../shared/model/facts.ts'
import { GRAPH_HEADER_IDS, graphHeaderFacts } from '../../helpers/graph-headers.ts'
import { FIXTURE_IDS, fixtureFacts } from '../../helpers/sparse-gguf.ts'

/** The model `qwen3-8b.Q4_K_M`: from the header that was measured where it is at hand, else from the catalog. */
export function measuredFacts(id: string): Promise<ModelFacts> {
  if (GRAPH_HEADER_IDS.includes(id)) return graphHeaderFacts(id)
  const dot = id.lastIndexOf('.')
  const model = id.slice(0, dot)
  if (listCatalog().some((entry) => entry.id === model)) return Promise.resolve(catalogModel(model, id.slice(dot + 1)))
  const fixture = FIXTURE_IDS.find((each) => each === id)
  if (fixture === undefined) throw new Error(`no header and no catalog entry: ${id}`)
  return fixtureFacts(fixture)
}
