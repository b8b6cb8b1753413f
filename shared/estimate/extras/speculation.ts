import { UserError } from '../../errors.ts'
import type { CacheType } from '../../config/settings.ts'
import type { ModelFacts } from '../../model/facts.ts'
import { weightNames } from '../graph/weight-names.ts'

/** `--spec-type` (common/speculative.cpp). */
export const SPEC_TYPES = [
  'none',
  'draft-simple',
  'draft-eagle3',
  'draft-mtp',
  'draft-dflash',
  'draft-dspark',
  'ngram-simple',
  'ngram-map-k',
  'ngram-map-k4v',
  'ngram-mod',
  'ngram-cache',
] as const
export type SpecType = (typeof SPEC_TYPES)[number]

/** Speculative decoding as llama.cpp is told about it; what is absent has its default. */
export type Speculation = {
  /** Absent: what the draft model is made for. */
  readonly spec_type?: SpecType
  /** `--spec-draft-n-max`: tokens that a draft model drafts ahead. */
  readonly spec_draft_n_max?: number
  /** `--spec-draft-model`: facts of a model of its own. */
  readonly draft?: ModelFacts
  /** `--spec-draft-ngl`; -1 or absent: all. */
  readonly draft_n_gpu_layers?: number
  readonly draft_cache_type_k?: CacheType
  readonly draft_cache_type_v?: CacheType
}

/** common/common.h, common_params_speculative_draft. */
const DEFAULT_N_MAX = 3

/** Tokens drafted ahead at most, by type (common_speculative_n_max with the defaults of common/common.h). */
const NGRAM_N_MAX: Partial<Record<SpecType, number>> = {
  'ngram-simple': 48,
  'ngram-map-k': 48,
  'ngram-map-k4v': 48,
  'ngram-mod': 64,
  'ngram-cache': 8,
}

/** Types whose target keeps states to go back to (common_params_speculative::need_n_rs_seq). */
const ROLLS_BACK = new Set<SpecType>(['draft-mtp', 'draft-eagle3', 'draft-dflash', 'draft-dspark'])
/** Architectures whose recurrent state can go back (llm_arch_supports_rs_rollback, src/llama-arch.cpp). */
const ROLLBACK_ARCHITECTURES = new Set([
  'bailingmoe3',
  'deepseek4',
  'kimi-k3',
  'lfm2',
  'lfm2moe',
  'nemotron_h',
  'nemotron_h_moe',
  'qwen35',
  'qwen35moe',
  'qwen4exp',
])

/** What speculation comes to for one model. */
export type ResolvedSpeculation = {
  readonly type: SpecType
  /** Tokens drafted ahead of each step. */
  readonly n_draft: number
  /** States that the target's recurrent layers keep to go back to. */
  readonly n_rs_seq: number
  readonly draft: ModelFacts | null
}

/**
 * The type of speculation, from the draft model where it is not named (common_speculative_types_from_gguf). A plain draft
 * model counts as `draft-simple`; llama-server wants that said, or it drops the draft after loading it.
 * @throws UserError for a type that this model, or this set of files, cannot do
 */
export function resolveSpeculation(model: ModelFacts, speculation: Speculation): ResolvedSpeculation {
  const { draft = null, spec_draft_n_max = DEFAULT_N_MAX } = speculation
  const type = speculation.spec_type ?? (draft === null ? 'none' : typeOfDraft(draft))
  const needs_draft = type !== 'draft-mtp' && type.startsWith('draft-')
  if (needs_draft && draft === null) {
    throw new UserError('usage', `speculation of the type ${type} needs a draft model`, 'Name it with --model-draft.')
  }
  if (type === 'draft-mtp' && draft === null && predictionLayers(model).length === 0) {
    const message = `${model.name} has no prediction layer (nextn), so it cannot speculate with draft-mtp by itself`
    throw new UserError('usage', message, 'Take a file with the MTP layers, or a draft model (--model-draft).')
  }
  if (type === 'draft-simple' && draft !== null) checkVocabulary(model, draft)
  const n_draft = type === 'none' ? 0 : (NGRAM_N_MAX[type] ?? spec_draft_n_max)
  const rolls_back = ROLLS_BACK.has(type) && ROLLBACK_ARCHITECTURES.has(model.architecture)
  return { type, n_draft, n_rs_seq: rolls_back ? spec_draft_n_max : 0, draft: type === 'none' ? null : draft }
}

/** SPEC_VOCAB_MAX_SIZE_DIFFERENCE of common/speculative.cpp: with more, tokens of the one are not tokens of the other. */
const VOCABULARY_DIFFERENCE = 128

function checkVocabulary(model: ModelFacts, draft: ModelFacts): void {
  const [own, other] = [Number(model.hparams['vocab_size']), Number(draft.hparams['vocab_size'])]
  if (Math.abs(own - other) <= VOCABULARY_DIFFERENCE) return
  const message = `${draft.source} has ${other} tokens in its vocabulary and the model ${own}, so it cannot draft for it`
  throw new UserError('input', message, 'Give a smaller model of the same family.')
}

function typeOfDraft(draft: ModelFacts): SpecType {
  if (draft.architecture === 'dflash') {
    return draft.tensors.some(({ name }) => name === 'markov_w1.weight') ? 'draft-dspark' : 'draft-dflash'
  }
  if (draft.architecture === 'eagle3') return 'draft-eagle3'
  return predictionLayers(draft).length > 0 ? 'draft-mtp' : 'draft-simple'
}

/** The layers that predict tokens beyond the next one; llama.cpp loads them only for `draft-mtp`. */
export function predictionLayers(facts: ModelFacts): number[] {
  const projection = weightNames(facts).get('blk.%d.nextn.eh_proj.weight') ?? []
  return projection.flatMap((weight, il) => (weight === undefined ? [] : [il]))
}
