import type { ModelFacts, TensorGroup } from '../../../shared/model/facts.ts'

/** The same model with other keys. */
export function withKeys(facts: ModelFacts, keys: ModelFacts['hparams']): ModelFacts {
  return { ...facts, hparams: { ...facts.hparams, ...keys } }
}

/** The model's first `n` layers. */
export function withLayers(facts: ModelFacts, n: number): ModelFacts {
  const hparams = Object.fromEntries(
    Object.entries(facts.hparams).map(([key, value]) => [key, Array.isArray(value) ? value.slice(0, n) : value]),
  )
  const tensors = facts.tensors.flatMap((group) => {
    if (group.layers === undefined) return [group]
    const layers = group.layers
      .filter(([first]) => first < n)
      .map(([first, last]): [number, number] => [first, Math.min(last, n - 1)])
    return layers.length === 0 ? [] : [{ ...group, layers }]
  })
  return { ...facts, hparams: { ...hparams, block_count: n }, tensors }
}

/** Q, K and V of every layer in one matrix, as newer conversions may write them. */
export function withFusedHeads(facts: ModelFacts): ModelFacts {
  const layersOf = (group: TensorGroup) =>
    (group.layers ?? []).flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, i) => first + i))
  const parts = facts.tensors.filter(({ name }) => /^blk\.%d\.attn_[qkv]\.weight$/.test(name))
  const rows = new Map<number, number>()
  for (const part of parts) for (const il of layersOf(part)) rows.set(il, (rows.get(il) ?? 0) + (part.shape[1] ?? 0))
  const [like] = parts
  if (like === undefined) throw new Error('no separate heads')
  const fused = [...rows].map(([il, width]): TensorGroup => {
    return { ...like, name: 'blk.%d.attn_qkv.weight', shape: [like.shape[0] ?? 0, width], layers: [[il, il]] }
  })
  return { ...facts, tensors: [...facts.tensors.filter((group) => !parts.includes(group)), ...fused] }
}
