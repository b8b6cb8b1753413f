import type { Gpu, HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { GIB } from '../../shared/units.ts'

/** A card in a desktop, 24 GiB, as `nvidia-smi` reports it, changed by `over`. */
export function gpu(over: Partial<Gpu> = {}): Gpu {
  return {
    vendor: 'nvidia',
    name: 'NVIDIA GeForce RTX 4090',
    vram_bytes: 24564 * 1024 ** 2,
    vram_free_bytes: null,
    usable_bytes: null,
    unified: false,
    integrated: false,
    driver: null,
    backend: 'cuda',
    architecture: null,
    source: 'nvidia-smi',
    ...over,
  }
}

type Over = {
  readonly cpu?: Partial<HardwareSnapshot['cpu']>
  readonly memory?: Partial<HardwareSnapshot['memory']>
  readonly os?: Partial<HardwareSnapshot['os']>
  readonly gpus?: Gpu[]
  readonly display_name?: string
  readonly cpu_type?: string
}

/** A desktop with a Core i7-13700K, 32 GiB and no GPU, changed by `over`. */
export function snapshot(over: Over = {}): HardwareSnapshot {
  const memory = { total_bytes: 32 * GIB, available_bytes: null, limit_bytes: null, ...over.memory }
  return {
    schema_version: 1,
    kind: 'hardware_snapshot',
    platform: 'unknown',
    display_name: over.display_name ?? '',
    os: { platform: 'linux', release: '6.8.0', wsl: false, container: false, ...over.os },
    cpu_type: over.cpu_type ?? 'x86_64',
    gpu_type: over.gpus?.[0]?.backend ?? null,
    ram_gb: memory.total_bytes / GIB,
    vram_gb: null,
    cpu_cores_performance: 8,
    cpu_cores_efficiency: 8,
    capabilities: ['avx2'],
    cpu: {
      vendor: 'intel',
      name: '13th Gen Intel(R) Core(TM) i7-13700K',
      physical_cores: 16,
      performance_cores: 8,
      efficiency_cores: 8,
      logical_cores: 24,
      sockets: 1,
      numa_nodes: 1,
      affinity_cores: null,
      quota_cores: null,
      ...over.cpu,
    },
    memory,
    gpus: over.gpus ?? [],
    probes: [],
    notes: [],
  }
}

/** A Mac: one GPU that shares `gib` of RAM. */
export function mac(chip: string, gib: number, display_name = 'Mac'): HardwareSnapshot {
  const apple = gpu({
    vendor: 'apple',
    name: chip,
    vram_bytes: gib * GIB,
    unified: true,
    integrated: true,
    backend: 'metal',
  })
  return snapshot({
    gpus: [apple],
    display_name,
    cpu: { name: chip, vendor: 'apple' },
    memory: { total_bytes: gib * GIB },
    os: { platform: 'darwin' },
    cpu_type: 'arm64',
  })
}

/** A Jetson or GB10: `nvidia-smi` gives no memory, the board's name stands in the device tree. */
export function board(name: string, display_name: string, mib: number): HardwareSnapshot {
  const total_bytes = mib * 1024 ** 2
  const shared = gpu({ name, vram_bytes: total_bytes, unified: true, integrated: true })
  return snapshot({
    gpus: [shared],
    display_name,
    cpu: { name: 'Cortex-A78AE' },
    memory: { total_bytes },
    cpu_type: 'arm64',
  })
}
