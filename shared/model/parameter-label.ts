/** Number of weights as people write it: `8B`, `0.6B`, `1.2B`, `31B`. */
export function parameterLabel(n_params: number): string {
  const billions = n_params / 1e9
  if (billions >= 9.95) return `${Math.round(billions)}B`
  const digits = billions < 0.0995 ? 3 : 1
  return `${Number(billions.toFixed(digits))}B`
}
