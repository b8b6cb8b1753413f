/** `CUDA0 (NVIDIA GeForce RTX 4090)` -> `CUDA0` and `RTX 4090`: what people say of it. */
export function deviceLabel(name: string): { readonly id: string; readonly product: string } {
  const match = /^(\S+) \((.+)\)$/.exec(name)
  const product = (match?.[2] ?? name).replace(/^(NVIDIA GeForce|NVIDIA|AMD Radeon|AMD|Intel\(R\)|Intel) /i, '')
  return { id: match?.[1] ?? '', product }
}
