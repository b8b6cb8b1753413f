import type { Target } from '../../profile/target.ts'
import type { Where } from '../layer-device.ts'

const BYTES_PER_VALUE = 4
const BITS = 8

/**
 * Seconds that links add to one pass over `tokens` tokens: the activations of every token (n_embd values of F32, the type of
 * a layer's output in llama.cpp) go to each rpc-server that holds layers and come back, and one answer is waited for
 * (ggml-rpc.cpp: sending tensors and the recomputation of a graph wait for none, reading a result does).
 */
export function linkSeconds(places: Iterable<Where>, target: Target, n_embd: number, tokens: number): number {
  const links = new Map<string, { readonly link_gbit_s: number; readonly latency_ms: number }>()
  for (const where of places) {
    const remote = where === 'host' ? undefined : target.devices[where]?.remote
    if (remote !== undefined) links.set(remote.address, remote)
  }
  return [...links.values()].reduce((sum, { link_gbit_s, latency_ms }) => {
    const bytes = 2 * tokens * n_embd * BYTES_PER_VALUE
    return sum + latency_ms / 1000 + (bytes * BITS) / (link_gbit_s * 1e9)
  }, 0)
}
