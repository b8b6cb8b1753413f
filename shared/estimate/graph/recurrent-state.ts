import type { GraphModel } from './graph-model.ts'
import { copyInto, getRows, held, input, overwrite, reshape, view } from './ops.ts'
import type { Tensor } from './tensor.ts'

/** Which states the micro-batch's sequences start from (llm_graph_input_rs). */
export type RecurrentInputs = {
  readonly main: Tensor
  /** States that are only moved: none when every sequence has tokens. */
  readonly extra: Tensor
}

/** build_rs_inp_impl (src/llama-graph.cpp); the reserved graph holds all sequences. */
export function recurrentInputs({ settings }: GraphModel): RecurrentInputs {
  const copy = input('i32', settings.n_parallel)
  return { main: view(copy, [settings.n_parallel]), extra: view(copy, [0]) }
}

/** The states of one layer, one row a sequence (llama_memory_recurrent). */
export type RecurrentStates = { readonly conv: Tensor; readonly ssm: Tensor }

export function statesOf(model: GraphModel, il: number): RecurrentStates {
  const { hparams, settings, cpu } = model
  const backend = settings.offload_kqv ? model.backendOf(il) : cpu
  const rows = (width: number) => held(backend, false, 'f32', [width, settings.n_parallel])
  return { conv: rows(hparams.n_embd_r), ssm: rows(hparams.n_embd_s) }
}

/**
 * llm_graph_context::build_rs: clears one state, reads those of the micro-batch, and moves the rest (none, but an
 * operation all the same).
 * @param read what reads the states, when not as copies of the rows: an operation that takes the row numbers
 */
export function readStates(
  model: GraphModel,
  inputs: RecurrentInputs,
  all: Tensor,
  read: (states: Tensor, rows: Tensor) => Tensor = getRows,
): Tensor {
  const { expand } = model
  const width = all.ne[0]
  const states = reshape(all, width, all.ne[1])
  expand(overwrite(view(states, [width])))
  const out = read(states, inputs.main)
  expand(out)
  expand(copyInto(getRows(states, inputs.extra), view(all, [width, 0], [all.nb[1]])))
  return out
}
