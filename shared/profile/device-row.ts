import * as z from 'zod'
import { BACKENDS } from '../backend.ts'

const positive = z.number().positive().max(1e6)

const CpuFactsSchema = z.strictObject({
  name: z.string().max(100).optional(),
  performance_cores: z.int().min(1).max(1024),
  efficiency_cores: z.int().min(0).max(1024),
  /** Hardware threads; physical cores when absent. */
  logical_cores: z.int().min(1).max(4096).optional(),
  /** NUMA nodes of a usual machine; 1 when absent. */
  numa_nodes: z.int().min(1).max(64).optional(),
  simd: z.array(z.string().max(32)).max(40),
})
export type CpuFacts = z.infer<typeof CpuFactsSchema>

const HostSchema = z.strictObject({
  ram_gb: positive,
  memory_bandwidth_gb_s: positive,
  cpu: CpuFactsSchema,
  source: z.string().min(1).max(300),
})

/** What heat does to a device that is held in a hand or has no fan. */
const ThermalSchema = z.strictObject({
  /** Temperature of the case from which the system slows the processor, in degrees Celsius. */
  skin_limit_c: z.number().min(20).max(80),
  /** Speed after minutes of steady work as a share of the first seconds'. */
  sustained_share: z.number().gt(0).max(1),
  /** What to do about it, one sentence. */
  advice: z.string().min(1).max(400),
  sources: z.array(z.string().min(1).max(300)).min(1).max(6),
})

/**
 * One device as the data base keeps it: `profiles/hardware/*.json`. Memory variants become one profile each
 * (`apple_silicon_m3` with 8, 16 and 24 GiB gives `apple_silicon_m3_8gb`, ...). All facts need a source.
 */
export const DeviceRowSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .max(64),
  display_name: z.string().min(1).max(100),
  vendor: z.enum([
    'apple',
    'nvidia',
    'amd',
    'intel',
    'arm',
    'ampere',
    'aws',
    'qualcomm',
    'raspberry_pi',
    'generic',
    'google',
    'samsung',
    'mediatek',
    'microsoft',
  ]),
  /** Other ids for the whole row; `%d` in an alias stands for the memory size. */
  aliases: z.array(z.string().max(64)).max(10).optional(),
  /** The backend to plan for, then the others that work. `cpu` is implied. */
  backends: z.array(z.enum(BACKENDS)).min(1).max(6),
  /** Device generation for speed classes, e.g. `ada`, `rdna3`, `apple_base`, `avx2`. */
  generation: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .max(40),
  /**
   * Memory options in GiB. A GPU's own memory, or the machine's RAM on unified and CPU-only targets
   * (there an assumption where the product has no fixed size: `memory_assumed`).
   */
  memory_gb: z.array(positive).min(1).max(16),
  memory_assumed: z.boolean().optional(),
  unified: z.boolean(),
  /** The row of the data base whose measured speeds are this device's too, where a row was made from a detected machine. */
  measured_as: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .max(64)
    .optional(),
  /** Devices that the driver shows for one product (two for an MI250); memory, bandwidth and TFLOPS are for all of them. */
  device_count: z.int().min(1).max(16).optional(),
  /** Peak memory bandwidth in GB/s (10^9 bytes); of the GPU, or of the RAM for unified and CPU-only targets. */
  memory_bandwidth_gb_s: positive.nullable(),
  /** Overrides by memory size: `{"36": 300}`. */
  bandwidth_by_memory: z.record(z.string().regex(/^\d+$/), positive).optional(),
  /** Dense FP16 peak in TFLOPS; null where unknown. */
  fp16_tflops: positive.nullable(),
  /**
   * The FP16 peak is stated at the full tensor rate, as of NVIDIA's cards for workstations and servers. GeForce cards of
   * the same chip state half of it, for they sum in FP32 at half the rate; INT8 and FP16 sums run alike on both.
   */
  fp16_full_rate: z.boolean().optional(),
  /** Absent for GPUs that sit in any machine: the row's or the category's `host` is assumed. */
  cpu: CpuFactsSchema.optional(),
  /** The machine that this GPU is assumed to sit in, where it is not the category's. */
  host: HostSchema.optional(),
  /** Usable device memory where it differs from the backend's rule; with its source. */
  usable: z.strictObject({ gb: positive, source: z.string().min(1).max(300) }).optional(),
  is_mobile: z.boolean().optional(),
  sustained_n_ubatch: z.int().min(1).max(4096).optional(),
  /** Where it differs from the file's. */
  thermal: ThermalSchema.optional(),
  /**
   * How a snapshot is recognised: lower-case words that all stand in the GPU's or CPU's name, and words that must not.
   * A word may be several names in a row (`orin nano`); `?` stands for one letter or digit, `*` for any number of them.
   */
  match: z
    .array(
      z.strictObject({
        words: z.array(z.string().min(1).max(60)).min(1).max(8),
        not: z.array(z.string().min(1).max(60)).max(12).optional(),
      }),
    )
    .max(12),
  /** Where each number comes from. */
  sources: z.array(z.string().min(1).max(400)).min(1).max(12),
})
export type DeviceRow = z.infer<typeof DeviceRowSchema>

export const HardwareFileSchema = z.strictObject({
  $schema: z.string().optional(),
  category: z.enum([
    'apple',
    'nvidia-desktop',
    'nvidia-edge',
    'nvidia-datacenter',
    'amd',
    'intel',
    'cpu',
    'mobile',
    'generic',
  ]),
  /** The day on which the rows were last gone through. */
  date: z.iso.date().optional(),
  /** The machine that a GPU of this file is assumed to sit in. */
  host: HostSchema.optional(),
  /** What heat does to the devices of this file. */
  thermal: ThermalSchema.optional(),
  devices: z.array(DeviceRowSchema).min(1),
})
export type HardwareFile = z.infer<typeof HardwareFileSchema>
