// What a row was measured on beside its device's name: the variant of the chip, the driver.

/** GPU cores of the variant that a profile's peak is stated for, where rows come from smaller ones too. */
const GPU_CORES = { 'apple-m1': 8, 'apple-m2-max': 38 }

/**
 * TFLOPS at the rate that all cards of a generation state alike, as in shared/estimate/throughput/whole-time.ts: quantised
 * prompts run at GeForce's rate on workstation cards too, those in 16 bits at the full one.
 */
export const peakOf = ({ fp16_tflops, fp16_full_rate }, format) =>
  fp16_tflops * (fp16_full_rate === true && format !== 'f16' && format !== 'bf16' ? 0.5 : 1)

/** A driver that reads prompts unlike the usual one of its backend; no setting names it, so that only the fit knows. */
export const driverOf = ({ backend, notes }) => (backend === 'vulkan' && /amdvlk/i.test(notes) ? 'amdvlk' : null)

/** Share of the stated peak that the row's own variant has: `(30-core GPU, 32 GB)`, `8P+4E+30GPU`. */
export function coresUsed({ hardware_id, hardware_name, backend }) {
  const named = /(\d+)(?:-core )?GPU/.exec(hardware_name)
  const full = GPU_CORES[hardware_id]
  return named === null || full === undefined || backend !== 'metal' ? 1 : Number(named[1]) / full
}
