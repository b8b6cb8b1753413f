import type { GraphBuilder } from './architectures/index.ts'
import { computeBufferSizes } from './graph-allocator.ts'
import type { GraphModel } from './graph-model.ts'
import { schedule } from './scheduler.ts'

/**
 * Bytes of each backend's compute buffer, the CPU last: builds the worst-case prompt graph, assigns backends and runs
 * the allocator over it, as llama_context::sched_reserve does.
 * @param copies micro-batches in flight: 4 when pipelined over several devices, else 1
 */
export function replayCompute(build: GraphBuilder, model: GraphModel, copies: number): number[] {
  const { kept } = build(model)
  const plan = schedule(model.graph, model.cpu + 1, copies)
  return computeBufferSizes({ ...plan, kept: new Set([...plan.kept, ...kept]) }, model.cpu + 1)
}
