import { rowBytes, type TensorType } from '../../model/tensor-types.ts'
import { newTensor, type Shape, type Tensor } from './tensor.ts'

// The operations that llama.cpp's graphs consist of, as far as sizes go (ggml/src/ggml.c). Each returns the new tensor.

export function input(type: TensorType, ...ne: readonly number[]): Tensor {
  return newTensor('leaf', type, shape(ne), [], { input: true })
}

/** A weight or cache that a backend holds. */
export function held(backend: number, weight: boolean, type: TensorType, ne: readonly number[]): Tensor {
  return newTensor('leaf', type, shape(ne), [], { held: backend, weight })
}

export function shape(ne: readonly number[]): Shape {
  return [ne[0] ?? 1, ne[1] ?? 1, ne[2] ?? 1, ne[3] ?? 1]
}

export function mulMat(a: Tensor, b: Tensor): Tensor {
  return newTensor('compute', 'f32', [a.ne[1], b.ne[1], b.ne[2], b.ne[3]], [a, b])
}

/** `as` [n_in, n_out, n_expert], `b` [n_in, n_used or 1, n_tokens], `ids` [n_used, n_tokens]. */
export function mulMatId(as: Tensor, b: Tensor, ids: Tensor): Tensor {
  return newTensor('compute', 'f32', [as.ne[1], ids.ne[0], b.ne[2], 1], [as, b, ids])
}

export function getRows(a: Tensor, ids: Tensor): Tensor {
  return newTensor('compute', a.type === 'i32' ? 'i32' : 'f32', [a.ne[0], ids.ne[0], ids.ne[1], ids.ne[2]], [a, ids])
}

/** Element-wise with two operands, shaped as the first: add, sub, mul, div. */
export function binary(a: Tensor, b: Tensor): Tensor {
  return newTensor('inplace', a.type, a.ne, [a, b])
}

/** Element-wise with one operand, may work in place: scale, unary functions, RMS norm, soft max, clamp. */
export function unary(a: Tensor): Tensor {
  return newTensor('inplace', a.type, a.ne, [a])
}

/** As `unary`, but into new memory: layer norm, L2 norm, sum and others. */
export function fresh(a: Tensor, ne: Shape = a.ne, type: TensorType = a.type): Tensor {
  return newTensor('compute', type, ne, [a])
}

/** Any op over several operands into new memory. */
export function compute(type: TensorType, ne: readonly number[], ...src: Tensor[]): Tensor {
  return newTensor('compute', type, shape(ne), src)
}

export function addId(a: Tensor, b: Tensor, ids: Tensor): Tensor {
  return newTensor('inplace', a.type, a.ne, [a, b, ids])
}

export function softMaxExt(a: Tensor, mask: Tensor, sinks?: Tensor): Tensor {
  return newTensor('inplace', a.type, a.ne, sinks === undefined ? [a, mask] : [a, mask, sinks])
}

export function rope(a: Tensor, positions: Tensor, factors?: Tensor): Tensor {
  return newTensor('rope', a.type, a.ne, factors === undefined ? [a, positions] : [a, positions, factors])
}

/** Gate and up as two tensors (ggml_glu_impl: new memory, shaped as the gate, contiguous). */
export function gluSplit(gate: Tensor, up: Tensor): Tensor {
  return newTensor('compute', gate.type, gate.ne, [gate, up])
}

/** Gate and up in one tensor: half its width remains. */
export function glu(a: Tensor): Tensor {
  return newTensor('compute', a.type, [a.ne[0] / 2, a.ne[1], a.ne[2], a.ne[3]], [a])
}

/** Rows of `b` into `a` at `ids`: a view of `a` (ggml_set_rows). */
export function setRows(a: Tensor, b: Tensor, ids: Tensor): Tensor {
  return newTensor('store', a.type, a.ne, [b, ids, a], { view_of: a, nb: a.nb })
}

/** `a` into `b`'s memory (ggml_cpy): a view of `b`. */
export function copyInto(a: Tensor, b: Tensor): Tensor {
  return newTensor('store', b.type, b.ne, [a, b], { view_of: b, nb: b.nb })
}

/** As `unary`, but written over its operand by request: a view of it (ggml_scale_inplace). */
export function overwrite(a: Tensor): Tensor {
  return newTensor('store', a.type, a.ne, [a], { view_of: a, nb: a.nb })
}

/** Side by side along the first axis (ggml_concat). */
export function concat(a: Tensor, b: Tensor): Tensor {
  return newTensor('compute', a.type, [a.ne[0] + b.ne[0], a.ne[1], a.ne[2], a.ne[3]], [a, b])
}

/** A contiguous copy, of another shape or type where asked (ggml_cont, ggml_cast). */
export function cont(a: Tensor, ne: Shape = a.ne, type: TensorType = a.type): Tensor {
  return newTensor('compute', type, ne, [a])
}

export function flashAttention(q: Tensor, k: Tensor, v: Tensor, mask: Tensor | null, sinks?: Tensor): Tensor {
  const src = [q, k, v, ...(mask === null ? [] : [mask]), ...(sinks === undefined ? [] : [sinks])]
  return newTensor('flash', 'f32', [v.ne[0], q.ne[2], q.ne[1], q.ne[3]], src)
}

export function reshape(a: Tensor, ...ne: readonly number[]): Tensor {
  return newTensor('view', a.type, shape(ne), [a], { view_of: a })
}

/** Strides in bytes for the dimensions above the first; those left out follow from the ones before. */
export function view(a: Tensor, ne: readonly number[], strides: readonly number[] = []): Tensor {
  const [n0, n1, n2, n3] = shape(ne)
  const nb0 = rowBytes(a.type, 1)
  const nb1 = strides[0] ?? rowBytes(a.type, n0)
  const nb2 = strides[1] ?? nb1 * n1
  const nb3 = strides[2] ?? nb2 * n2
  return newTensor('view', a.type, [n0, n1, n2, n3], [a], { view_of: a, nb: [nb0, nb1, nb2, nb3] })
}

/** Axis i of `a` becomes axis `axes[i]` (ggml_permute). */
export function permute(a: Tensor, axes: readonly [number, number, number, number]): Tensor {
  const ne: [number, number, number, number] = [1, 1, 1, 1]
  const nb: [number, number, number, number] = [0, 0, 0, 0]
  for (let i = 0; i < 4; i++) {
    const to = axes[i] ?? i
    ne[to] = a.ne[i] ?? 1
    nb[to] = a.nb[i] ?? 0
  }
  return newTensor('view', a.type, ne, [a], { view_of: a, nb })
}

export function transpose(a: Tensor): Tensor {
  return permute(a, [1, 0, 2, 3])
}
