/** llama.cpp back-ends that we plan for. `cpu` is available everywhere. */
export const BACKENDS = ['cuda', 'metal', 'rocm', 'vulkan', 'sycl', 'cpu'] as const
export type Backend = (typeof BACKENDS)[number]
