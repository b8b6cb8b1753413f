/** Number of weights as people write it: `8B`, `0.6B`, `1.2B`, `31B`, `23M`. */
export function parameterLabel(n_params: number): string {
  const billions = n_params / 1e9
  if (billions >= 9.95) return `${Math.round(billions)}B`
  if (billions >= 0.0995) return `${Number(billions.toFixed(1))}B`
  return `${Number((n_params / 1e6).toPrecision(2))}M`
}
