import { project } from './attention.ts'
import type { GraphModel } from './graph-model.ts'
import { hparamAt } from './hparam-values.ts'
import {
  addId,
  binary,
  compute,
  cont,
  fresh,
  getRows,
  glu,
  gluSplit,
  mulMat,
  mulMatId,
  reshape,
  setRows,
  unary,
  view,
} from './ops.ts'
import type { Tensor } from './tensor.ts'

export type DenseOptions = {
  /** Operations of the activation without a gate; 1 for GELU or SiLU, 2 for squared ReLU. */
  readonly activation_ops?: number
  /** Gate and up in one matrix (`ffn_up` of twice the width). */
  readonly fused?: boolean
  /** Suffix of the weights: `_shexp` for shared experts. */
  readonly suffix?: string
  /** Key of the limit to which gate and up are clamped, by layer. */
  readonly clamped_by?: string
}

/** The smallest limit that counts (build_ffn, build_moe_ffn). */
const LEAST_LIMIT = 1e-6

/** What the gate lets through of `up`: one op, or with a limit in this layer several. */
function gate(model: GraphModel, il: number, gates: Tensor, up: Tensor, limit_key = ''): Tensor {
  if (hparamAt(model, limit_key, il) <= LEAST_LIMIT) return gluSplit(gates, up)
  return binary(unary(unary(gates)), unary(up))
}

/** llm_graph_context::build_ffn (src/llama-graph.cpp), gate in parallel where there is one. */
export function denseFeedForward(model: GraphModel, il: number, x: Tensor, options: DenseOptions = {}): Tensor {
  const suffix = options.suffix ?? ''
  const up = project(model, `ffn_up${suffix}`, il, x)
  let hidden: Tensor
  if (model.weight(`ffn_gate${suffix}.weight`, il) !== undefined) {
    hidden = gate(model, il, project(model, `ffn_gate${suffix}`, il, x), up, options.clamped_by)
  } else if (options.fused) {
    hidden = glu(up)
  } else {
    hidden = up
    for (let i = 0; i < (options.activation_ops ?? 1); i++) hidden = unary(hidden)
  }
  return project(model, `ffn_down${suffix}`, il, hidden)
}

export type ExpertOptions = {
  readonly gating: 'softmax' | 'sigmoid' | 'softmax_weight'
  /** Weights of the chosen experts are made to sum to 1. */
  readonly normalise: boolean
  readonly scaled: boolean
  /** Experts that each token uses, where layers differ in it. */
  readonly used?: number
  /** Llama 4: weights are applied before the experts, selection is by raw scores. */
  readonly weigh_first?: boolean
  /** Scores computed before (from another input than the experts'). */
  readonly scores?: Tensor
  readonly activation_ops?: number
  /** As `DenseOptions.clamped_by`. */
  readonly clamped_by?: string
}

/** llm_graph_context::build_moe_ffn (src/llama-graph.cpp). */
export function expertFeedForward(model: GraphModel, il: number, x: Tensor, options: ExpertOptions): Tensor {
  const { expand } = model
  const { n_expert, n_expert_used } = model.hparams
  const used = options.used ?? n_expert_used
  const [n_embd, n_tokens] = x.ne
  let logits = options.scores ?? mulMat(model.need('ffn_gate_inp.weight', il), x)
  const routerBias = model.weight('ffn_gate_inp.bias', il)
  if (routerBias !== undefined) logits = binary(logits, routerBias)
  const probs = options.gating === 'softmax_weight' ? logits : unary(logits)
  const selectionBias = model.weight('exp_probs_b.bias', il)
  let selection = selectionBias === undefined ? probs : binary(probs, selectionBias)
  if (options.weigh_first) selection = logits
  selection = limitGroups(model, selection)

  const sorted = fresh(selection, selection.ne, 'i32')
  const chosen = view(sorted, [used, n_tokens], [sorted.nb[1]])
  let weights = getRows(reshape(probs, 1, n_expert, n_tokens), chosen)
  if (options.gating === 'softmax_weight') {
    weights = reshape(unary(reshape(weights, used, n_tokens)), 1, used, n_tokens)
  }
  if (options.normalise) {
    const flat = reshape(weights, used, n_tokens)
    const sum = unary(fresh(flat, [1, n_tokens, 1, 1]))
    weights = reshape(binary(flat, sum), 1, used, n_tokens)
  }
  if (options.scaled) weights = unary(weights)
  expand(weights)

  let each = reshape(x, n_embd, 1, n_tokens)
  if (options.weigh_first) each = binary(compute('f32', [n_embd, used, n_tokens], each), weights)
  let experts = expertMatMul(model, 'ffn_down_exps', il, gated(model, il, each, chosen, options), chosen)
  const downBias = model.weight('ffn_down_exps.bias', il)
  if (downBias !== undefined) experts = addId(experts, downBias, chosen)
  if (!options.weigh_first) experts = binary(experts, weights)
  expand(experts)
  return sumExperts(model, experts)
}

/** A matrix of the chosen experts, with a scale for each expert where the model has one (build_lora_mm_id). */
function expertMatMul(model: GraphModel, name: string, il: number, x: Tensor, chosen: Tensor): Tensor {
  const product = mulMatId(model.need(`${name}.weight`, il), x, chosen)
  const scale = model.weight(`${name}.scale`, il)
  if (scale === undefined) return product
  const [n_expert] = scale.ne
  const repeated = compute('f32', [1, n_expert, x.ne[2]], reshape(scale, 1, n_expert))
  return binary(product, getRows(repeated, chosen))
}

/** Gate and up of the chosen experts, and the activation. */
function gated(model: GraphModel, il: number, each: Tensor, chosen: Tensor, options: ExpertOptions): Tensor {
  const both = model.weight('ffn_gate_up_exps.weight', il)
  if (both !== undefined) {
    const gate_up = mulMatId(both, each, chosen)
    const half = [gate_up.ne[0] / 2, gate_up.ne[1], gate_up.ne[2]]
    const strides = [gate_up.nb[1], gate_up.nb[2]]
    return gluSplit(view(gate_up, half, strides), view(gate_up, half, strides))
  }
  const biased = (name: string) => {
    const product = expertMatMul(model, name, il, each, chosen)
    const bias = model.weight(`${name}.bias`, il)
    return bias === undefined ? product : addId(product, bias, chosen)
  }
  const up = biased('ffn_up_exps')
  if (model.weight('ffn_gate_exps.weight', il) !== undefined)
    return gate(model, il, biased('ffn_gate_exps'), up, options.clamped_by)
  let hidden = up
  for (let i = 0; i < (options.activation_ops ?? 1); i++) hidden = unary(hidden)
  return hidden
}

/** Only the best groups of experts stay in the selection (DeepSeek V3, GLM 4.5, Ling). */
function limitGroups(model: GraphModel, selection: Tensor): Tensor {
  const { n_expert } = model.hparams
  const groups = Number(model.facts.hparams['expert_group_count'] ?? 0)
  const used = Number(model.facts.hparams['expert_group_used_count'] ?? 0)
  if (groups <= 1) return selection
  const n_tokens = selection.ne[1]
  const per = n_expert / groups
  const grouped = reshape(selection, per, groups, n_tokens)
  const best = fresh(grouped, grouped.ne, 'i32')
  const two = view(best, [2, groups, n_tokens], [best.nb[1], best.nb[2]])
  const scores = getRows(reshape(grouped, 1, per, groups, n_tokens), two)
  const summed = fresh(reshape(scores, 2, groups, n_tokens), [1, groups, n_tokens, 1])
  const flat = reshape(summed, groups, n_tokens)
  const order = fresh(flat, flat.ne, 'i32')
  const kept = view(order, [used, n_tokens], [order.nb[1]])
  const rows = getRows(grouped, kept)
  const masked = unary(grouped)
  return reshape(setRows(masked, rows, kept), n_expert, n_tokens)
}

/** The experts' results one by one: the views first, then the sums, so that few live at a time. */
function sumExperts(model: GraphModel, experts: Tensor): Tensor {
  const [n_embd, used, n_tokens] = experts.ne
  const parts = Array.from({ length: used }, () => view(experts, [n_embd, n_tokens], [experts.nb[2]]))
  for (const part of parts) model.expand(part)
  let sum = parts[0] as Tensor
  for (const part of parts.slice(1)) {
    sum = binary(sum, part)
    model.expand(sum)
  }
  return used === 1 ? cont(sum) : sum
}
