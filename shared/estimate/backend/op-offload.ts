import type { Backend } from '../../backend.ts'
import type { ModelFacts } from '../../model/facts.ts'
import { computeBuffers } from '../compute.ts'
import { graphBuilder } from '../graph/architectures/index.ts'
import { computeBufferSizes } from '../graph/graph-allocator.ts'
import { graphModel } from '../graph/graph-model.ts'
import { MissingWeight } from '../graph/missing-weight.ts'
import { schedule } from '../graph/scheduler.ts'
import type { Tensor } from '../graph/tensor.ts'
import type { ExtraTerm } from '../extras/extra-term.ts'
import type { PlacedRun } from '../placed-run.ts'

/** Back-ends that take over work on host weights and can read these: their pinned memory, or the mapped file. */
const OFFLOADS = new Set<Backend>(['cuda', 'rocm', 'vulkan', 'sycl'])
/** GGML_OP_OFFLOAD_MIN_BATCH: with fewer tokens the work stays where the weights are. */
const MIN_BATCH = 32

/** Bytes by model and by what else they depend on: planning asks for the same ones again and again. */
const KNOWN = new WeakMap<ModelFacts, Map<string, number>>()
const MOST_KEPT = 2000

/**
 * Prompt work on weights that stay on the host: GPUs with fast links copy each weight over and do the work themselves
 * (ggml_backend_sched_backend_id_from_cur), so their compute buffer holds the largest such weight and the layers' own
 * tensors. The reference device does not.
 */
export function opOffloadTerm(placed: PlacedRun, backend: Backend): ExtraTerm | null {
  const { settings, where } = placed
  const by_name = settings.override_tensor?.some((text) => text.endsWith('=CPU')) === true
  const on_host = settings.n_cpu_moe > 0 || by_name || where.includes('host')
  if (!OFFLOADS.has(backend) || !on_host) return null
  const more = moreOnDevice(placed)
  if (more === null) return null
  return {
    id: 'device.op_offload',
    place: 0,
    bytes: more,
    low: 0,
    high: Math.ceil(more * 1.5),
    source: 'weights of the host, copied over one at a time for prompts of 32 tokens and more, and the work on them',
    limit_flag: '--no-op-offload',
  }
}

/** Bytes that the first device's compute buffer grows by; null where the model's graph is not described here. */
function moreOnDevice(run: PlacedRun): number | null {
  const { facts, n_devices } = run
  const build = graphBuilder(facts.architecture)
  if (build === undefined) return null
  try {
    const model = graphModel(run)
    const key = `${model.key} ${n_devices}`
    const known = KNOWN.get(facts) ?? new Map<string, number>()
    KNOWN.set(facts, known)
    const seen = known.get(key)
    if (seen !== undefined) return seen
    const plain = computeBuffers(run)
    const { kept } = build(model)
    for (const node of model.graph.nodes) node.pinned = movesOver(node, model.cpu) ? 0 : -1
    const plan = schedule(model.graph, n_devices + 1, 1, true)
    const [device = 0] = computeBufferSizes({ ...plan, kept: new Set([...plan.kept, ...kept]) }, n_devices + 1)
    const more = Math.max(0, device - (plain.devices[0] ?? 0))
    if (known.size >= MOST_KEPT) known.clear()
    known.set(key, more)
    return more
  } catch (error) {
    if (error instanceof MissingWeight) return null
    throw error
  }
}

/** Whether a GPU takes this op over: it has a weight on the host and enough tokens (ggml_backend_cuda_device_offload_op). */
function movesOver(node: Tensor, cpu: number): boolean {
  if (node.op === 'rope' || node.op === 'flash' || node.op === 'view') return false
  const weight = node.src.find((source) => source.weight)
  if (weight === undefined || weight.held !== cpu) return false
  const [, second] = node.src
  // Looking rows up is no work worth moving.
  if (node.op === 'compute' && node.src.length === 2 && second?.type === 'i32') return false
  const by_expert = node.src.length === 3 && node.src[2]?.type === 'i32'
  const tokens = by_expert ? node.ne[2] : node.op === 'compute' ? node.ne[1] : node.ne[1] * node.ne[2] * node.ne[3]
  return tokens >= MIN_BATCH
}
