import type { Graph } from './graph.ts'
import { newTensor, type Tensor } from './tensor.ts'

/** A node in allocation order, with the backend whose buffer it goes to. */
export type Step = { readonly tensor: Tensor; readonly backend: number }

/** The graph with copies between backends, ready for the allocator. */
export type Schedule = {
  readonly steps: readonly Step[]
  readonly leafs: readonly Step[]
  /** Tensors whose memory must stay: copies of a pipelined graph's inputs. */
  readonly kept: ReadonlySet<Tensor>
}

/**
 * Which backend computes what, and what is copied where: ggml_backend_sched_split_graph (ggml/src/ggml-backend.cpp).
 * Backends are numbered by priority, the CPU last; every backend can run every op, none reads another's memory.
 * @param copies how many micro-batches are in flight: 1, or 4 when pipelined over several devices
 * @param asked as in `assignBackends`
 */
export function schedule(graph: Graph, n_backends: number, copies: number, asked = false): Schedule {
  assignBackends(graph, n_backends - 1, asked)
  return splitGraph(graph, copies)
}

/**
 * Passes 1 to 4: from what is held somewhere, to the neighbours, to the operands.
 * @param asked whether backends that the graph itself asks for count (Tensor.pinned). They do when llama.cpp finds out what
 *   its devices can do; the pass that only measures forgets them (ggml_backend_sched_reserve_size resets the scheduler).
 */
export function assignBackends({ nodes, leafs }: Graph, cpu: number, asked: boolean): void {
  for (const leaf of leafs) leaf.backend = ownBackend(leaf, cpu)
  for (const node of nodes) node.backend = asked && node.pinned >= 0 ? node.pinned : ownBackend(node, cpu)
  const scheduled = nodes.filter(({ op }) => op !== 'view')
  const backward = [...scheduled].reverse()
  expand(scheduled, cpu)
  expand(backward, cpu)
  expand(scheduled, -1)
  expand(backward, -1)
  for (const node of nodes) {
    if (node.view_of !== null && node.backend === -1) node.backend = node.view_of.backend
    for (const source of node.src) {
      if (source.backend === -1) source.backend = source.view_of === null ? node.backend : source.view_of.backend
    }
    if (node.backend === -1) node.backend = 0
  }
}

/** ggml_backend_sched_backend_id_from_cur. */
function ownBackend(tensor: Tensor, cpu: number): number {
  const base = tensor.view_of ?? tensor
  if (base.held >= 0) return base.held
  if (tensor.input) return cpu
  if (tensor.op === 'rope' || tensor.op === 'flash') return -1
  for (const source of tensor.src) if (source.weight) return source.held
  return -1
}

/** Unassigned nodes take the backend of the one before; `skip` names the backend that does not spread. */
function expand(nodes: readonly Tensor[], skip: number): void {
  let current = -1
  for (const node of nodes) {
    if (node.backend !== -1) current = node.backend === skip ? -1 : node.backend
    else if (current !== -1) node.backend = current
  }
}

/** A copy of a tensor on another backend, with its strides (ggml_dup_tensor_layout). */
function duplicate(source: Tensor, backend: number): Tensor {
  const copy = newTensor('leaf', source.type, source.ne, [], { nb: source.nb })
  copy.backend = backend
  return copy
}

/** Pass 5: runs of one backend, with a copy of every operand that lies elsewhere at the start of the run. */
function splitGraph({ nodes, leafs }: Graph, copies: number): Schedule {
  const steps: Step[] = []
  const kept = new Set<Tensor>()
  const inputCopies: Step[] = []
  const runCopies: Step[] = []
  const copiesOf = new Map<Tensor, Map<number, Tensor>>()
  const start = Math.max(
    0,
    nodes.findIndex(({ op }) => op !== 'view'),
  )
  let current = nodes[start]?.backend ?? 0
  let run = nodes.slice(0, start)
  let inputs: { source: Tensor; copy: Tensor }[] = []

  const flush = () => {
    for (const { source, copy } of inputs) {
      // Keeps the source until it was copied, then makes room for the copy.
      const until = newTensor('leaf', source.type, source.ne, [source], { view_of: source, nb: source.nb })
      steps.push({ tensor: until, backend: source.backend }, { tensor: copy, backend: current })
    }
    for (const node of run) steps.push({ tensor: node, backend: node.backend })
    run = []
    inputs = []
  }
  /** In a pipelined graph every input has `copies` places that are never given up. */
  const keepCopies = (first: Tensor, backend: number, into: Step[]) => {
    for (let i = 0; i < copies; i++) {
      const copy = i === 0 ? first : duplicate(first, backend)
      kept.add(copy)
      into.push({ tensor: copy, backend })
    }
  }
  const copyOn = (source: Tensor): Tensor => {
    const byBackend = copiesOf.get(source) ?? new Map<number, Tensor>()
    copiesOf.set(source, byBackend)
    const known = byBackend.get(current)
    if (known !== undefined) return known
    const copy = duplicate(source, current)
    byBackend.set(current, copy)
    inputs.push({ source, copy })
    if (copies > 1) keepCopies(copy, current, runCopies)
    return copy
  }

  for (const node of nodes.slice(start)) {
    if (node.op !== 'view') {
      // A weight that lies elsewhere starts a run of its own, so that its copy's memory can be used again.
      const foreign = () => inputs.length > 0 && node.src.some((source) => source.weight && source.backend !== current)
      if (node.backend !== current || foreign()) {
        flush()
        current = node.backend
      }
      for (const [i, source] of node.src.entries()) {
        if (source.input && copies > 1 && !kept.has(source)) keepCopies(source, source.backend, inputCopies)
        if (source.backend !== current) node.src[i] = copyOn(source)
      }
    }
    run.push(node)
  }
  flush()
  const held = leafs.map((tensor) => ({ tensor, backend: tensor.backend }))
  return { steps, leafs: [...inputCopies, ...runCopies, ...held], kept }
}
