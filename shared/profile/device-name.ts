import type { Backend } from '../backend.ts'

const PREFIX: Record<Backend, string> = {
  cuda: 'CUDA',
  metal: 'MTL',
  rocm: 'ROCm',
  vulkan: 'Vulkan',
  sycl: 'SYCL',
  cpu: 'CPU',
}

/** A device as llama.cpp's memory table writes it (common/fit.cpp): `CUDA0 (NVIDIA GeForce RTX 4090)`. */
export function deviceName(backend: Backend, index: number, product: string): string {
  return `${PREFIX[backend]}${index} (${product})`
}
