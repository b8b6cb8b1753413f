import type { GraphModel } from './graph-model.ts'
import { getRows } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** In the last layer only the rows that give logits go on; in all others the tensors as they are. */
export function lastRows(model: GraphModel, il: number, out_ids: Tensor, ...tensors: Tensor[]): Tensor[] {
  return il === model.hparams.n_layer - 1 ? tensors.map((tensor) => getRows(tensor, out_ids)) : tensors
}
