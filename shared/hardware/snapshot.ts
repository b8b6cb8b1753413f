import * as z from 'zod'
import { BACKENDS } from '../backend.ts'

const text = z.string().max(300)
const count = z.int().min(0).max(1_000_000)
const bytes = z
  .int()
  .min(0)
  .max(2 ** 53 - 1)

/** One GPU as detection saw it. Unknown values are null, never guessed. */
export const GpuSchema = z.strictObject({
  vendor: z.enum(['nvidia', 'amd', 'intel', 'apple', 'qualcomm', 'arm', 'other']),
  name: text,
  /** Total memory of the device; null where the machine does not say. Equal to RAM on unified machines. */
  vram_bytes: bytes.nullable(),
  /** Free at the time of detection; null where unknown. */
  vram_free_bytes: bytes.nullable(),
  /** What the engine can really allocate, where the machine states it (Metal's working set, a MIG slice). */
  usable_bytes: bytes.nullable(),
  /** The device shares the machine's RAM. */
  unified: z.boolean(),
  integrated: z.boolean(),
  driver: text.nullable(),
  backend: z.enum(BACKENDS),
  /** CUDA compute capability (`8.9`) or AMD gfx target (`gfx1100`). */
  architecture: text.nullable(),
  /** Which probe it comes from. */
  source: text,
})
export type Gpu = z.infer<typeof GpuSchema>

/** What `lp-tui detect --measure` saw of the machine's memory. GB are 10^9 bytes. */
const MeasuredBandwidthSchema = z.strictObject({
  read_gb_s: z.number().positive().max(1e6),
  /** Bytes read and bytes written together. */
  copy_gb_s: z.number().positive().max(1e6),
  threads: count,
  seconds: z.number().min(0),
  /** What measured it. */
  method: text,
})
export type MeasuredBandwidth = z.infer<typeof MeasuredBandwidthSchema>

const ProbeResultSchema = z.strictObject({
  id: text,
  state: z.enum(['ok', 'failed', 'timeout', 'absent', 'skipped']),
  ms: z.number().min(0),
  note: text.optional(),
})
export type ProbeResult = z.infer<typeof ProbeResultSchema>

/**
 * What detection saw on one machine; also a file format (`lp-tui detect --output`).
 * `*_gb` fields are GiB with one decimal, for people; the `*_bytes` fields decide.
 */
export const HardwareSnapshotSchema = z.strictObject({
  schema_version: z.literal(1),
  kind: z.literal('hardware_snapshot'),
  /** Profile id that the machine matched, e.g. `apple_silicon_m3_16gb`; `generic_cpu` or `generic_gpu` when unknown. */
  platform: text,
  display_name: text,
  os: z.strictObject({
    platform: z.enum(['linux', 'darwin', 'windows', 'android', 'other']),
    release: text,
    wsl: z.boolean(),
    container: z.boolean(),
  }),
  /** `x86_64`, `arm64`, ... */
  cpu_type: text,
  /** Backend of the first GPU, null without one. */
  gpu_type: z.enum(BACKENDS).nullable(),
  ram_gb: z.number().min(0),
  /** Sum over all GPUs; null when there are none or none says. Unified: RAM. */
  vram_gb: z.number().min(0).nullable(),
  cpu_cores_performance: count,
  cpu_cores_efficiency: count,
  /** SIMD and GPU capabilities: `avx2`, `avx512_vnni`, `neon`, `dotprod`, `i8mm`, `cuda`, `metal`, ... */
  capabilities: z.array(text).max(200),
  cpu: z.strictObject({
    vendor: text,
    name: text,
    physical_cores: count,
    performance_cores: count,
    efficiency_cores: count,
    logical_cores: count,
    sockets: count.nullable(),
    numa_nodes: count.nullable(),
    /** CPUs that this process may run on (affinity, cpuset); null where unknown. */
    affinity_cores: count.nullable(),
    /** CPU quota of the container in cores (may be a fraction); null without a limit. */
    quota_cores: z.number().min(0).max(1_000_000).nullable(),
  }),
  memory: z.strictObject({
    total_bytes: bytes,
    /** Free for new allocations now; null where unknown. */
    available_bytes: bytes.nullable(),
    /** Memory limit of the container; null without one. */
    limit_bytes: bytes.nullable(),
  }),
  /** Absent unless it was asked for: a plan takes the data base's figure for hardware that it knows. */
  measured_bandwidth: MeasuredBandwidthSchema.optional(),
  gpus: z.array(GpuSchema).max(256),
  probes: z.array(ProbeResultSchema).max(200),
  /** What could not be seen and what that means, one sentence each. */
  notes: z.array(z.string().max(500)).max(200),
})
export type HardwareSnapshot = z.infer<typeof HardwareSnapshotSchema>
