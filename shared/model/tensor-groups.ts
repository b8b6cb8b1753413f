import type { TensorGroup } from './facts.ts'
import type { TensorType } from './tensor-types.ts'

export type NamedTensor = { readonly name: string; readonly type: TensorType; readonly shape: readonly number[] }

/** `blk.12.attn_q.weight`, also behind a prefix (`dec.blk.0.`, `v.blk.0.`); numbers up to 9999 as the facts allow. */
const LAYER = /^((?:\w+\.)*blk\.)(0|[1-9]\d{0,3})(?=\.)/

/** Tensors that differ only in their layer, as one group; groups in the order of their first tensors. */
export function groupTensors(tensors: Iterable<NamedTensor>): TensorGroup[] {
  const groups = new Map<string, { group: TensorGroup; layers: number[] }>()
  for (const { name, type, shape } of tensors) {
    const match = LAYER.exec(name)
    const pattern = match === null ? name : `${match[1]}%d${name.slice(match[0].length)}`
    // Only a layer can make two tensors one: without a layer the name is the tensor's own, whatever is in it.
    const id = `${match === null ? 'one' : 'many'} ${pattern} ${type} ${shape.join('x')}`
    const known = groups.get(id)
    const entry = known ?? { group: { name: pattern, type, shape: [...shape] }, layers: [] }
    if (known === undefined) groups.set(id, entry)
    if (match !== null) entry.layers.push(Number(match[2]))
  }
  return Array.from(groups.values(), ({ group, layers }) =>
    layers.length === 0 ? group : { ...group, layers: toRanges(layers) },
  )
}

/** Ascending inclusive ranges that hold exactly these numbers. */
function toRanges(numbers: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last !== undefined && last[1] === n - 1) last[1] = n
    else ranges.push([n, n])
  }
  return ranges
}

/** Every tensor of the groups, group by group, layers ascending: the inverse of `groupTensors` but for the order. */
export function* expandGroups(groups: readonly TensorGroup[]): Generator<NamedTensor> {
  for (const { name, type, shape, layers } of groups) {
    if (layers === undefined) yield { name, type, shape }
    for (const [first, last] of layers ?? []) {
      for (let layer = first; layer <= last; layer++) yield { name: name.replace('%d', String(layer)), type, shape }
    }
  }
}
