import { UserError } from '../../errors.ts'
import { didYouMean } from '../../nearest.ts'
import { baseType, bitsPerWeight, isPrecision, PRECISION_NAMES, type Precision } from './quantize/precision.ts'

type PrecisionInfo = {
  readonly name: Precision
  /** Bits per weight of the type that most weights get; the mix as a whole has a little more. */
  readonly bits_per_weight: number
}

/** Every precision a catalog model can have, from the smallest file to the largest. */
export const PRECISIONS: readonly PrecisionInfo[] = PRECISION_NAMES.map((name) => ({
  name,
  bits_per_weight: bitsPerWeight(baseType(name)),
}))

/** Architectures whose makers publish one small format and nothing better: their experts are trained in it. */
export const NATIVE_PRECISION: Readonly<Record<string, Precision>> = { 'gpt-oss': 'MXFP4_MOE' }

/** Other names of the same mixes (tools/quantize/quantize.cpp QUANT_OPTIONS; file names of gpt-oss). */
const SAME_AS: Readonly<Record<string, Precision>> = {
  Q3_K: 'Q3_K_M',
  Q4_K: 'Q4_K_M',
  Q5_K: 'Q5_K_M',
  MXFP4: 'MXFP4_MOE',
  FP16: 'F16',
  FP32: 'F32',
}

/**
 * The precision that a name means, whatever its case.
 * @throws UserError that lists the names.
 */
export function parsePrecision(text: string): Precision {
  const name = text.trim().toUpperCase().replaceAll('-', '_')
  const precision = SAME_AS[name] ?? name
  if (isPrecision(precision)) return precision
  throw new UserError(
    'usage',
    `No precision is named ${JSON.stringify(text.slice(0, 40))}.${didYouMean(name, PRECISION_NAMES)}`,
    `Precisions, smallest first: ${PRECISION_NAMES.join(', ')}.`,
  )
}
