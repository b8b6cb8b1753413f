import type { ModelFacts, TensorGroup } from '../../../shared/model/facts.ts'

type NewTensor = Pick<TensorGroup, 'name' | 'shape'> & Partial<Pick<TensorGroup, 'type'>>

/** The same model with other tensors in place of some, in the same layers. */
export function withTensors(facts: ModelFacts, table: Readonly<Record<string, readonly NewTensor[]>>): ModelFacts {
  const tensors = facts.tensors.flatMap((group) => {
    const others = Object.hasOwn(table, group.name) ? table[group.name] : undefined
    return others === undefined ? [group] : others.map((tensor) => ({ ...group, ...tensor }))
  })
  return { ...facts, tensors }
}

/** The same model without some keys. */
export function withoutKeys(facts: ModelFacts, keys: readonly string[]): ModelFacts {
  return { ...facts, hparams: Object.fromEntries(Object.entries(facts.hparams).filter(([key]) => !keys.includes(key))) }
}

/** Q, K and V of the layers without heads for K in one tensor (Kimi Linear). */
export function withOneProjection(facts: ModelFacts): ModelFacts {
  const heads = facts.hparams['attention.head_count_kv']
  const isRecurrent = (il: number) => Array.isArray(heads) && heads[il] === 0
  const tensors = facts.tensors.flatMap((group) => {
    if (!/attn_[qkv]\.weight$/.test(group.name)) return [group]
    const all = (group.layers ?? []).flatMap(([a, b]) => Array.from({ length: b - a + 1 }, (_, i) => a + i))
    const within = (layers: readonly number[]) => layers.map((il): [number, number] => [il, il])
    const [recurrent, attention] = [all.filter(isRecurrent), all.filter((il) => !isRecurrent(il))]
    const kept = attention.length === 0 ? [] : [{ ...group, layers: within(attention) }]
    if (!group.name.endsWith('attn_q.weight') || recurrent.length === 0) return kept
    const [n_embd = 0, width = 0] = group.shape
    return [
      ...kept,
      { ...group, name: 'blk.%d.attn_qkv.weight', shape: [n_embd, 3 * width], layers: within(recurrent) },
    ]
  })
  return { ...facts, tensors }
}
