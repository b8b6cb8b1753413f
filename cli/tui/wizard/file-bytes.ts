import { tensorBytes, type ModelFacts } from '../core.ts'

/** Bytes of a model's weights in its file; header and vocabulary, a few MiB, come on top. */
export function fileBytes({ tensors }: ModelFacts): number {
  return tensors.reduce((sum, { type, shape, layers }) => {
    const count = layers?.reduce((n, [first, last]) => n + last - first + 1, 0) ?? 1
    return sum + tensorBytes(type, shape) * count
  }, 0)
}
