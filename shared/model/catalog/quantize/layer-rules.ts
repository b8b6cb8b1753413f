import type { TensorType } from '../../tensor-types.ts'
import type { MixModel } from './mix.ts'
import type { Precision } from './precision.ts'
import type { TensorRole } from './role.ts'

/** Where a tensor stands while the quantiser goes through the file. */
export type Place = {
  readonly precision: Precision
  readonly base: TensorType
  readonly model: MixModel
  readonly layer: number
  /** How many tensors of the same role came before. */
  readonly index: number
  /** How many value-like projections the file has. */
  readonly valueCount: number
}

/** undefined: no rule of its own, the base type. */
type Rule = (place: Place) => TensorType | undefined
type RuleByPrecision = Partial<Record<Precision, Rule>>

/** The first and last eighth of the layers and every third between: those that a `_M` mix gives more bits. */
function getsMoreBits(i: number, n: number): boolean {
  const eighth = Math.floor(n / 8)
  return i < eighth || i >= Math.floor((7 * n) / 8) || (i - eighth) % 3 === 2
}

const isEightExperts = ({ model }: Place) => model.expert_count === 8
const isFalcon = ({ model }: Place) => model.architecture === 'falcon'
const sharesValues = ({ model }: Place) => model.gqa >= 4

/**
 * The position of a feed-forward tensor: its layer where there are experts, else the count so far, which differs
 * where some layers have no feed-forward part (hybrids).
 */
const ffnPosition = ({ model, layer, index }: Place) => (model.expert_count > 1 ? layer : index)
const inFirst = (part: number) => (place: Place) => ffnPosition(place) < Math.floor(place.model.block_count / part)
const inFirstEighth = inFirst(8)
const inFirstSixteenth = inFirst(16)
const ffnGetsMoreBits = (place: Place) => getsMoreBits(ffnPosition(place), place.model.block_count)
const inMiddle = (place: Place) =>
  !inFirstEighth(place) && ffnPosition(place) < Math.floor((7 * place.model.block_count) / 8)

const always =
  (type: TensorType): Rule =>
  () =>
    type
const when =
  (test: (place: Place) => boolean, type: TensorType, otherwise?: TensorType): Rule =>
  (place) =>
    test(place) ? type : otherwise

const VALUE: RuleByPrecision = {
  Q2_K: when(sharesValues, 'q4_K', 'q3_K'),
  Q2_K_S: when(sharesValues, 'q4_K'),
  IQ3_XXS: when(sharesValues, 'q4_K', 'iq3_s'),
  IQ3_XS: when(sharesValues, 'q4_K'),
  IQ3_S: when(sharesValues, 'q4_K'),
  IQ3_M: always('q4_K'),
  Q3_K_M: when(({ index }) => index < 2, 'q5_K', 'q4_K'),
  Q3_K_L: always('q5_K'),
  IQ4_NL: when(sharesValues, 'q5_K'),
  IQ4_XS: when(sharesValues, 'q5_K'),
  Q4_K_S: when(({ index }) => index < 4, 'q5_K'),
  Q4_K_M: when(({ index, valueCount }) => getsMoreBits(index, valueCount), 'q6_K'),
  Q5_K_M: when(({ index, valueCount }) => getsMoreBits(index, valueCount), 'q6_K'),
}

/** Architectures whose 80-layer models count as "70B" and get larger values (LLM_TYPE_70B in src/models). */
const SEVENTY_B_ARCHITECTURES: ReadonlySet<string> = new Set(['llama', 'qwen2', 'deci', 'olmo'])

function isSeventyB({ architecture, block_count, gqa }: MixModel): boolean {
  return block_count === 80 && SEVENTY_B_ARCHITECTURES.has(architecture) && (architecture !== 'llama' || gqa > 1)
}

const value: Rule = (place) => {
  if (isEightExperts(place)) return 'q8_0'
  const wanted = VALUE[place.precision]?.(place) ?? place.base
  return isSeventyB(place.model) && (wanted === 'q3_K' || wanted === 'q4_K') ? 'q5_K' : wanted
}

const QUERY: RuleByPrecision = { IQ3_XS: always('iq3_xxs'), IQ3_XXS: always('iq2_s') }

const key: Rule = (place) => (isEightExperts(place) ? 'q8_0' : QUERY[place.precision]?.(place))

const DOWN: RuleByPrecision = {
  Q2_K: always('q3_K'),
  Q2_K_S: when(inFirstEighth, 'q4_K'),
  IQ3_XXS: when(inFirstEighth, 'q4_K', 'q3_K'),
  IQ3_M: when((place) => inFirstEighth(place) || (isEightExperts(place) && ffnGetsMoreBits(place)), 'q4_K'),
  Q3_K_M: (place) => {
    if (inFirstSixteenth(place)) return 'q5_K'
    return !isFalcon(place) || ffnGetsMoreBits(place) ? 'q4_K' : 'q3_K'
  },
  Q3_K_L: when(isFalcon, 'q4_K', 'q5_K'),
  IQ4_NL: when(inFirstEighth, 'q5_K'),
  IQ4_XS: when(inFirstEighth, 'q5_K'),
  Q4_K_S: when((place) => !isFalcon(place) && inFirstEighth(place), 'q5_K'),
  Q4_K_M: (place) => {
    if (!isFalcon(place)) return ffnGetsMoreBits(place) ? 'q6_K' : undefined
    if (inFirstSixteenth(place)) return 'q6_K'
    return ffnGetsMoreBits(place) ? 'q5_K' : 'q4_K'
  },
  Q5_K_M: when(ffnGetsMoreBits, 'q6_K'),
}

const ATTENTION_OUTPUT: RuleByPrecision = {
  Q2_K: always('q3_K'),
  IQ3_XXS: always('iq3_s'),
  IQ3_M: always('q4_K'),
  Q3_K_M: always('q4_K'),
  Q3_K_L: always('q5_K'),
}

const EIGHT_EXPERTS_OUTPUT_Q5: ReadonlySet<Precision> = new Set([
  'Q2_K',
  'IQ3_XXS',
  'IQ3_XS',
  'IQ3_S',
  'IQ3_M',
  'Q3_K_S',
  'Q3_K_M',
  'IQ4_NL',
  'IQ4_XS',
  'Q4_K_S',
  'Q4_K_M',
])

const attentionOutput: Rule = (place) => {
  if (isFalcon(place)) return place.precision === 'Q3_K_L' ? 'q4_K' : undefined
  if (isEightExperts(place)) return EIGHT_EXPERTS_OUTPUT_Q5.has(place.precision) ? 'q5_K' : undefined
  return ATTENTION_OUTPUT[place.precision]?.(place)
}

const upOrGate: Rule = (place) => (place.precision === 'IQ3_XS' && inMiddle(place) ? 'iq3_xxs' : undefined)

/** Rules for all precisions but IQ2_*. Source: src/llama-quant.cpp llama_tensor_get_type_impl(). */
export const LAYER_RULES: Partial<Record<TensorRole, Rule>> = {
  attn_v: value,
  attn_k: key,
  attn_q: (place) => QUERY[place.precision]?.(place),
  attn_output: attentionOutput,
  ffn_down: (place) => DOWN[place.precision]?.(place),
  ffn_gate: upOrGate,
  ffn_up: upOrGate,
}

/** IQ2_S and IQ2_M lift the sensitive tensors to iq3_s, IQ2_XXS and IQ2_XS to q2_K. */
const lifted = ({ precision }: Place): TensorType => (precision === 'IQ2_S' || precision === 'IQ2_M' ? 'iq3_s' : 'q2_K')

/** Rules for IQ2_*. Same source. */
export const LOW_BIT_RULES: Partial<Record<TensorRole, Rule>> = {
  attn_v: (place) => (sharesValues(place) || place.model.expert_count >= 4 ? 'q4_K' : lifted(place)),
  attn_k: when(isEightExperts, 'q4_K'),
  // Counted by tensor, not by layer, even where there are experts.
  ffn_down: (place) => (place.index < Math.floor(place.model.block_count / 8) ? lifted(place) : undefined),
  attn_output: (place) => {
    if (isEightExperts(place)) return 'q5_K'
    return lifted(place) === 'iq3_s' ? 'iq3_s' : undefined
  },
}
