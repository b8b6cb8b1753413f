import type { ModelFacts, TensorGroup } from '../../model/facts.ts'
import type { TensorType } from '../../model/tensor-types.ts'
import { isExpertGroup } from '../weight-table.ts'

/** One weight's type and shape. */
export type WeightShape = { readonly type: TensorType; readonly shape: readonly number[]; readonly expert: boolean }

/** Weights by name (`blk.%d.attn_q.weight`), with one entry a layer; those outside the layers at index 0. */
export type WeightNames = ReadonlyMap<string, readonly (WeightShape | undefined)[]>

const NAMES = new WeakMap<ModelFacts, WeightNames>()

/** The model's weights by name, collected on the first call for these facts. */
export function weightNames(facts: ModelFacts): WeightNames {
  const known = NAMES.get(facts)
  if (known !== undefined) return known
  const names = new Map<string, (WeightShape | undefined)[]>()
  for (const group of facts.tensors) addGroup(names, group)
  NAMES.set(facts, names)
  return names
}

function addGroup(names: Map<string, (WeightShape | undefined)[]>, group: TensorGroup): void {
  const entry = { type: group.type, shape: group.shape, expert: isExpertGroup(group) }
  const list = names.get(group.name) ?? []
  names.set(group.name, list)
  if (group.layers === undefined) list[0] = entry
  for (const [from, to] of group.layers ?? []) for (let il = from; il <= to; il++) list[il] = entry
}
