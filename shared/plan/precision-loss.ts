/**
 * Mean Kullback-Leibler divergence from the unquantised model, in nats per token: what a precision costs in quality.
 * Measured on Llama 3 8B: llama.cpp tools/perplexity/README.md, "LLaMA 3 8b Scoreboard" (rows without an importance
 * matrix where there are such; IQ types always need one). Other models differ, but the order holds.
 */
const KLD: Readonly<Record<string, number>> = {
  F32: 0,
  BF16: 0,
  F16: 0.000551,
  Q8_0: 0.001355,
  Q6_K: 0.005452,
  Q5_K_M: 0.010762,
  Q5_K_S: 0.016595,
  Q5_1: 0.018045,
  Q5_0: 0.022239,
  Q4_K_M: 0.031273,
  IQ4_NL: 0.035742,
  IQ4_XS: 0.036334,
  Q4_K_S: 0.043136,
  Q4_1: 0.071683,
  Q4_0: 0.07194,
  Q3_K_L: 0.087176,
  Q3_K_M: 0.101913,
  IQ3_M: 0.102534,
  IQ3_S: 0.111278,
  IQ3_XS: 0.138693,
  IQ3_XXS: 0.183625,
  Q3_K_S: 0.228217,
  IQ2_M: 0.325989,
  Q2_K_S: 0.40336,
  IQ2_S: 0.439197,
  Q2_K: 0.445132,
  IQ2_XS: 0.54629,
  IQ2_XXS: 0.812022,
}

/**
 * Loss of a Q8_0 cache. Not measured in that table: a policy value, small but not zero, so that an f16 cache is kept
 * wherever it costs nothing else.
 */
export const Q8_CACHE_LOSS = 0.002

/** Loss of a precision in nats per token; 0 for names without a row (a model's native format loses nothing). */
export function precisionLoss(precision: string): number {
  return Object.hasOwn(KLD, precision) ? (KLD[precision] ?? 0) : 0
}
