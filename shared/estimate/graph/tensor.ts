import { rowBytes, type TensorType } from '../../model/tensor-types.ts'

export type Shape = readonly [number, number, number, number]

/** Ops by what the scheduler and the allocator ask of them; every other op is `compute`. */
export type OpKind =
  /** A tensor without an operation: a weight, a cache, an input. */
  | 'leaf'
  /** Another look at a tensor's bytes: never scheduled, never allocated (ggml_is_view_op). */
  | 'view'
  /** May take its first fitting operand's memory (ggml_op_can_inplace). */
  | 'inplace'
  /** As `inplace`, but too light to follow its weight: RoPE with its factors. */
  | 'rope'
  /** Writes into an existing tensor: a view of it that is computed (set_rows, cpy). */
  | 'store'
  /** Attention in one op; its sinks do not decide where it runs. */
  | 'flash'
  | 'compute'

/** A tensor of the compute graph: sizes and links, no data. */
export type Tensor = {
  readonly op: OpKind
  readonly type: TensorType
  readonly ne: Shape
  /** Strides in bytes. */
  readonly nb: Shape
  /** Operands; the scheduler puts copies in place of those that lie elsewhere. */
  readonly src: Tensor[]
  /** The tensor whose bytes this one shows. */
  readonly view_of: Tensor | null
  /** Filled from outside before the graph runs. */
  readonly input: boolean
  /** Backend that holds it from the start: weights and caches; -1 for what the allocator places. */
  readonly held: number
  readonly weight: boolean
  /** Backend that the graph asks for (ggml_backend_sched_set_tensor_backend); -1 where it does not. */
  pinned: number
  /** Scratch of the scheduler and the allocator: valid for one graph. */
  backend: number
  visited: number
}

export function contiguous(type: TensorType, ne: Shape): Shape {
  const nb0 = rowBytes(type, 1)
  const nb1 = rowBytes(type, ne[0])
  return [nb0, nb1, nb1 * ne[1], nb1 * ne[1] * ne[2]]
}

/** Bytes from the first to the last element, strides included (ggml_nbytes). */
export function bytesOf({ type, ne, nb }: Tensor): number {
  if (ne.includes(0)) return 0
  const element = rowBytes(type, 1)
  // The first axis is dense but in a transposed view.
  const first = nb[0] === element ? rowBytes(type, ne[0]) : element + (ne[0] - 1) * nb[0]
  return first + (ne[1] - 1) * nb[1] + (ne[2] - 1) * nb[2] + (ne[3] - 1) * nb[3]
}

/** ggml_are_same_layout. */
export function sameLayout(a: Tensor, b: Tensor): boolean {
  if (a.type !== b.type) return false
  for (let i = 0; i < 4; i++) if (a.ne[i] !== b.ne[i] || a.nb[i] !== b.nb[i]) return false
  return true
}

export function newTensor(
  op: OpKind,
  type: TensorType,
  ne: Shape,
  src: Tensor[],
  more: { nb?: Shape; view_of?: Tensor; input?: boolean; held?: number; weight?: boolean } = {},
): Tensor {
  const base = more.view_of
  return {
    op,
    type,
    ne,
    nb: more.nb ?? contiguous(type, ne),
    src,
    // ggml flattens views of views.
    view_of: base === undefined ? null : (base.view_of ?? base),
    input: more.input ?? false,
    held: more.held ?? -1,
    weight: more.weight ?? false,
    pinned: -1,
    backend: -1,
    visited: 0,
  }
}
