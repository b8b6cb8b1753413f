import type { ModelFacts } from '../../../shared/model/facts.ts'

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
