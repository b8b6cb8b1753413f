/** The middle value; the mean of the two in the middle where the count is even. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Standard deviation of a sample; NaN of fewer than two. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1))
}

export type Interval = { readonly low: number; readonly high: number }

/** Quantiles of Student's t at 97.5 %, by degrees of freedom from 1; the normal one beyond. */
const T975 = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131]
const Z975 = 1.96

/**
 * Critical values of Wilcoxon's signed-rank statistic, two-sided 5 %, for 6 to 20 pairs (Wilcoxon 1945, the usual
 * table): so many Walsh averages lie outside the interval on either side.
 */
const SIGNED_RANK = [0, 2, 3, 5, 8, 10, 13, 17, 21, 25, 29, 34, 40, 46, 52]
const FEWEST_FOR_RANKS = 6

/**
 * 95 % interval of the centre of paired differences. From six pairs on by ranks (Hodges and Lehmann), which one run that
 * something disturbed does not spoil; with fewer by Student's t. Unbounded below two pairs.
 */
export function pairedInterval(differences: readonly number[]): Interval {
  const n = differences.length
  if (n < 2) return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  const cut = SIGNED_RANK[Math.min(n, FEWEST_FOR_RANKS + SIGNED_RANK.length - 1) - FEWEST_FOR_RANKS]
  if (n < FEWEST_FOR_RANKS || n >= FEWEST_FOR_RANKS + SIGNED_RANK.length || cut === undefined) {
    const half = ((T975[n - 2] ?? Z975) * deviation(differences)) / Math.sqrt(n)
    const centre = mean(differences)
    return { low: centre - half, high: centre + half }
  }
  const walsh = differences.flatMap((a, i) => differences.slice(i).map((b) => (a + b) / 2)).sort((a, b) => a - b)
  return { low: walsh[cut] ?? Number.NaN, high: walsh[walsh.length - 1 - cut] ?? Number.NaN }
}
