const CACHE_TYPES = ['f16', 'q8_0', 'q4_0']
const MICRO_BATCHES = [64, 128, 256, 512, 1024, 2048]
const LONGEST = 131_072

/**
 * `count` settings of which no two are equal, in an order without pattern: contexts (every 256 tokens, as llama.cpp pads
 * them), layers on the device, types of the cache, micro-batches.
 * @param {number} slots layers, the output among them
 * @param {number} count
 */
export function distinctSettings(slots, count) {
  const contexts = LONGEST / 256
  const total = contexts * (slots + 1) * CACHE_TYPES.length * MICRO_BATCHES.length
  if (count > total) throw new Error(`only ${total} settings differ`)
  // Steps of a size that shares no factor with the total meet every combination once.
  let step = Math.floor(total * 0.618)
  while (commonFactor(step, total) > 1) step++
  return Array.from({ length: count }, (_, i) => {
    let rest = (i * step) % total
    const take = (n) => {
      const index = rest % n
      rest = Math.floor(rest / n)
      return index
    }
    const n_ctx = 256 * (1 + take(contexts))
    const n_gpu_layers = take(slots + 1)
    const type = CACHE_TYPES[take(CACHE_TYPES.length)]
    const n_ubatch = MICRO_BATCHES[take(MICRO_BATCHES.length)]
    return { n_ctx, n_gpu_layers, n_ubatch, cache_type_k: type, cache_type_v: type, flash_attn: 'on' }
  })
}

function commonFactor(a, b) {
  return b === 0 ? a : commonFactor(b, a % b)
}
