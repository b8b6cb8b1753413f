import type { ModelFacts } from './facts.ts'

/** Tensors that only a layer with a recurrent state has: the convolution before it (src/llama-arch.cpp LLM_TENSOR_NAMES). */
const CONVOLUTION = /^blk\.(%d|\d+)\.(ssm_conv1d|shortconv\.conv)/

/** Which layers keep a recurrent state, as their tensors show it: for architectures whose rule is not known here. */
export function layersWithState({ tensors }: ModelFacts, n_layer_all: number): boolean[] {
  const ranges = tensors.flatMap(({ name, layers }) => (CONVOLUTION.test(name) ? (layers ?? []) : []))
  return Array.from({ length: n_layer_all }, (_, il) => ranges.some(([from, to]) => from <= il && il <= to))
}
