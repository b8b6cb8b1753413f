import type { GraphModel } from './graph-model.ts'
import { getRows } from './ops.ts'
import type { Tensor } from './tensor.ts'

type TensorsLike<T> = { [K in keyof T]: Tensor }

/** In the last layer only the rows that give logits go on; in all others the tensors as they are. */
export function lastRows<T extends readonly Tensor[]>(
  model: GraphModel,
  il: number,
  out_ids: Tensor,
  ...tensors: T
): TensorsLike<T> {
  const last = il === model.hparams.n_layer - 1
  return tensors.map((tensor) => (last ? getRows(tensor, out_ids) : tensor)) as TensorsLike<T>
}
