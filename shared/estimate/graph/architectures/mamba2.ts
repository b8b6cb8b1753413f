import { embedTokens } from '../embedding.ts'
import type { GraphModel } from '../graph-model.ts'
import { lastRows } from '../last-rows.ts'
import { mamba2Layer } from '../mamba2-layer.ts'
import { norm } from '../norm.ts'
import { binary, input } from '../ops.ts'
import { type GraphResult, output } from '../output.ts'
import { recurrentInputs } from '../recurrent-state.ts'

/** Mamba 2: nothing but state space layers (src/models/mamba.cpp, used by mamba2.cpp too). */
export function buildMamba2(model: GraphModel): GraphResult {
  let x = embedTokens(model)
  const inputs = recurrentInputs(model)
  const out_ids = input('i32', model.n_outputs)
  for (const il of model.layers) {
    const mixed = mamba2Layer(model, inputs, il, norm(model, x, 'attn_norm', il))
    const [a, b] = lastRows(model, il, out_ids, mixed, x)
    x = binary(a, b)
  }
  return output(model, x)
}
