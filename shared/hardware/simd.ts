/**
 * Instruction sets that llama.cpp has kernels for, by the names of its build options and system-info line
 * (ggml/src/ggml-cpu: `ggml_cpu_has_*`), and the flags under which the systems report them.
 */
const NAMES: readonly (readonly [name: string, ...flags: string[]])[] = [
  ['sse3', 'pni', 'sse3'],
  ['ssse3', 'ssse3'],
  ['avx', 'avx', 'avx1.0'],
  ['avx2', 'avx2'],
  ['avx_vnni', 'avx_vnni'],
  ['avx512f', 'avx512f'],
  ['avx512bw', 'avx512bw'],
  ['avx512_vbmi', 'avx512vbmi', 'avx512_vbmi'],
  ['avx512_vnni', 'avx512_vnni', 'avx512vnni'],
  ['avx512_bf16', 'avx512_bf16'],
  ['amx_int8', 'amx_int8'],
  ['amx_bf16', 'amx_bf16'],
  ['bmi2', 'bmi2'],
  ['f16c', 'f16c'],
  ['fma', 'fma'],
  ['neon', 'asimd', 'neon', 'advsimd', 'arm64'],
  ['dotprod', 'asimddp', 'feat_dotprod'],
  ['fp16', 'asimdhp', 'fphp', 'feat_fp16', 'neon_fp16'],
  ['bf16', 'bf16', 'feat_bf16'],
  ['i8mm', 'i8mm', 'feat_i8mm'],
  ['sve', 'sve'],
  ['sve2', 'sve2'],
  ['sme', 'sme', 'feat_sme'],
  ['rvv', 'rvv'],
  ['vsx', 'vsx'],
]

/** What instruction sets are called in snapshots and in the data base. */
export const SIMD_NAMES: readonly string[] = NAMES.map(([name]) => name)

/** The instruction sets behind a system's CPU flags (`asimddp` -> `dotprod`), in a fixed order. */
export function simdOf(flags: Iterable<string>): string[] {
  const present = new Set([...flags].map((flag) => flag.toLowerCase()))
  return NAMES.filter(([, ...aliases]) => aliases.some((flag) => present.has(flag))).map(([name]) => name)
}
