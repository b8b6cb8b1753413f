import type { Target, TargetDevice } from '../../shared/profile/target.ts'
import { GIB } from '../../shared/units.ts'

/** A target made up for a test: GiB and GB/s as given, one device per entry of `vram`. */
export function madeUpTarget(options: {
  ram: number
  vram?: readonly number[]
  unified?: boolean
  cores?: number
  gpu_bandwidth?: number
  ram_bandwidth?: number
  sustained_n_ubatch?: number
}): Target {
  const backend = options.vram === undefined ? 'cpu' : options.unified ? 'metal' : 'cuda'
  const device = (gib: number, index: number): TargetDevice => ({
    name: `GPU ${index}`,
    backend,
    total_bytes: gib * GIB,
    usable: { bytes: gib * GIB, source: 'made up' },
    bandwidth_gb_s: options.gpu_bandwidth ?? 500,
    fp16_tflops: 50,
  })
  return {
    id: 'made_up',
    display_name: 'Made-up machine',
    origin: 'profile',
    profile_id: null,
    backend,
    backends: backend === 'cpu' ? ['cpu'] : [backend, 'cpu'],
    devices: (options.vram ?? []).map(device),
    unified: options.unified ?? false,
    host: {
      total_bytes: options.ram * GIB,
      usable: { bytes: options.ram * GIB, source: 'made up' },
      bandwidth_gb_s: options.ram_bandwidth ?? 60,
      assumed: false,
    },
    cpu: {
      name: 'Made-up CPU',
      physical_cores: options.cores ?? 8,
      performance_cores: options.cores ?? 8,
      efficiency_cores: 0,
      usable_cores: options.cores ?? 8,
      capabilities: ['avx2'],
      assumed: false,
    },
    is_mobile: options.sustained_n_ubatch !== undefined,
    sustained_n_ubatch: options.sustained_n_ubatch ?? null,
    notes: [],
  }
}
