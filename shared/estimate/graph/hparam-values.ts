import type { GraphModel } from './graph-model.ts'

/** A key of the model's file that only graphs ask for; `fallback` where the file has none. */
export function hparamNumber({ facts }: GraphModel, key: string, fallback = 0): number {
  const value = facts.hparams[key]
  return typeof value === 'number' ? value : fallback
}

export function hparamFlag({ facts }: GraphModel, key: string, fallback: boolean): boolean {
  const value = facts.hparams[key]
  return typeof value === 'boolean' ? value : fallback
}

/** Whether the experts' weights are scaled: by anything but 0 (no key) and 1 (llm_graph_context::build_moe_ffn). */
export function scalesExperts(model: GraphModel): boolean {
  const scale = hparamNumber(model, 'expert_weights_scale')
  return scale !== 0 && scale !== 1
}
