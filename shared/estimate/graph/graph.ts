import type { Tensor } from './tensor.ts'

/** Nodes in the order of computation, leafs in the order in which they are met. */
export type Graph = { readonly nodes: Tensor[]; readonly leafs: Tensor[] }

let visits = 0

/** A new graph and the function that adds a tensor with everything it needs, operands first (ggml_build_forward_expand). */
export function newGraph(): { graph: Graph; expand: (tensor: Tensor) => void } {
  const graph: Graph = { nodes: [], leafs: [] }
  const mark = ++visits
  const expand = (tensor: Tensor) => {
    if (tensor.visited === mark) return
    tensor.visited = mark
    for (const source of tensor.src) expand(source)
    if (tensor.op === 'leaf') graph.leafs.push(tensor)
    else graph.nodes.push(tensor)
  }
  return { graph, expand }
}
