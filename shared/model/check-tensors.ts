import { UserError } from '../errors.ts'
import { labelOf, type ModelFacts, type TensorGroup } from './facts.ts'
import type { Hparams } from './hparams.ts'

/** Draft models that may use the token table of the model that they draft for (eagle3.cpp, dflash.cpp). */
const BORROWS_TOKENS = new Set(['dflash', 'eagle3'])

const LAYER = /(?:^|\.)blk\.%d\./
/** Projections that only a layer with heads has. */
const QUERY = /\.attn_(?:q|qkv|q_a|q_b)\.weight$/
/** Any matrix of an attention: a layer without queries of its own still has its output. */
const ATTENTION = /\.attn_(?:q|k|v|qkv|q_a|q_b|kv_a_mqa|kv_b|k_b|v_b|output)\.weight$/
/** Matrices after the attention; RWKV calls them channel mix. */
const FEED_FORWARD = /\.(?:ffn_(?!.*norm)\w+|channel_mix_\w+)\.weight$/

/**
 * Refuses facts that list only part of a model, as a file cut or edited by hand does: sizes added up from them would
 * be too small and look like a pass. llama.cpp would miss the tensors (llama_model_loader::create_tensor) or find some
 * that no layer takes (done_getting_tensors).
 * @throws UserError that names the first layer or tensor that is wrong
 */
export function checkTensors(facts: ModelFacts, hparams: Hparams): void {
  const refuse = (what: string): never => {
    throw new UserError('input', `${labelOf(facts)}: ${what}.`, 'The file is damaged, or its facts were edited.')
  }
  for (const group of facts.tensors) checkRanges(group, hparams, refuse)
  const names = new Set(facts.tensors.map(({ name }) => name))
  if (!names.has('token_embd.weight') && !names.has('output.weight') && !BORROWS_TOKENS.has(facts.architecture)) {
    refuse('the model has no token table (token_embd.weight)')
  }

  const any = layersWith(facts, LAYER)
  const feedForward = layersWith(facts, FEED_FORWARD)
  const attention = layersWith(facts, ATTENTION)
  const queries = layersWith(facts, QUERY)
  for (let il = 0; il < hparams.n_layer; il++) {
    const heads = hparams.n_head[il] ?? 0
    const n_ff = Math.max(hparams.n_ff[il] ?? 0, hparams.n_ff_exp)
    // A pruned model may say of a layer that nothing is in it: no heads and no width (deci.cpp).
    if (!any.has(il) && (heads > 0 || n_ff > 0 || hparams.is_recr[il])) refuse(`layer ${il} has no tensors`)
    if (queries.has(il) && heads === 0) refuse(`layer ${il} has attention tensors but attention.head_count is 0`)
    if (feedForward.size > 0 && (hparams.n_ff[il] ?? 0) > 0 && !feedForward.has(il)) {
      refuse(`layer ${il} has no feed-forward tensors, though others have and feed_forward_length is not 0`)
    }
    const attends = heads > 0 && (hparams.n_head_kv[il] ?? 0) > 0 && !hparams.is_recr[il]
    if (attention.size > 0 && attends && hparams.has_kv[il] && !attention.has(il)) {
      refuse(`layer ${il} has no attention tensors, though others have and it has heads`)
    }
  }
}

/** Ranges ascend without overlap, below `block_count`: otherwise layers would count twice, or not at all. */
function checkRanges({ name, layers }: TensorGroup, hparams: Hparams, refuse: (what: string) => never): void {
  if (layers === undefined) {
    if (name.includes('%d')) refuse(`${name} does not say which layers have it`)
    return
  }
  if (!name.includes('%d') || layers.length === 0) refuse(`the layers of ${name} are not those of a tensor`)
  // An encoder's or a codec's own blocks are counted by keys of their own.
  const end = name.startsWith('blk.') ? hparams.n_layer_all : Number.POSITIVE_INFINITY
  let next = 0
  for (const [first, last] of layers) {
    if (first < next || last < first) refuse(`the layers of ${name} are not ascending (${first} to ${last})`)
    if (last >= end) refuse(`${name} is listed for layer ${last}, but block_count is ${end}`)
    next = last + 1
  }
}

function layersWith({ tensors }: ModelFacts, pattern: RegExp): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { name, layers = [] } of tensors) {
    if (!pattern.test(name)) continue
    for (const [first, last] of layers) for (let il = first; il <= last; il++) found.add(il)
  }
  return found
}
