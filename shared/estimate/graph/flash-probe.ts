import type { GraphBuilder } from './architectures/index.ts'
import type { GraphModel } from './graph-model.ts'
import { assignBackends } from './scheduler.ts'

/** Whether any layer's attention op would run on another backend than the layer's own. */
export function flashOffItsLayer(build: GraphBuilder, model: GraphModel): boolean {
  build(model)
  assignBackends(model.graph, model.cpu, true)
  return [...model.flashes].some(([il, tensor]) => tensor.backend !== model.backendOf(il))
}
