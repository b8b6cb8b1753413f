import type { Backend } from '../backend.ts'

/** A number with its origin: what a budget or a speed rests on. */
export type Sourced = { readonly bytes: number; readonly source: string }

/** A GPU-like device as llama.cpp would list it. */
export type TargetDevice = {
  readonly name: string
  readonly backend: Backend
  /** Null where the machine does not say; then nothing can be put on it. */
  readonly total_bytes: number | null
  /** What an engine can really allocate. */
  readonly usable: Sourced | null
  readonly bandwidth_gb_s: number | null
  readonly fp16_tflops: number | null
  /** The rpc-server that offers it, and the link to it; absent for a device of the machine itself. */
  readonly remote?: {
    readonly address: string
    readonly link_gbit_s: number
    /** Round trip. */
    readonly latency_ms: number
    /** Of its own GPU, for the figures that its speed is estimated with. */
    readonly generation: string | null
  }
}

/** What a plan is made for and a config is judged on: a profile, a snapshot, or the numbers a user typed. */
export type Target = {
  readonly id: string
  /** The id by kind of machine, where a check shows it by another name. */
  readonly platform?: string
  readonly display_name: string
  readonly origin: 'profile' | 'snapshot'
  /** Profile id that bandwidths and speeds come from; null for hardware we do not know. */
  readonly profile_id: string | null
  /** The backend to plan for. */
  readonly backend: Backend
  /** All that can run here. */
  readonly backends: readonly Backend[]
  /** In llama.cpp's order; empty for CPU-only targets. */
  readonly devices: readonly TargetDevice[]
  /** Devices and host share one memory: their needs add up. */
  readonly unified: boolean
  readonly host: {
    readonly total_bytes: number
    readonly usable: Sourced
    readonly bandwidth_gb_s: number | null
    /** The profile assumes this host: the real machine's may differ. */
    readonly assumed: boolean
  }
  readonly cpu: {
    readonly name: string
    readonly physical_cores: number
    readonly performance_cores: number
    readonly efficiency_cores: number
    /** Cores that a container's quota, the affinity mask and one NUMA node leave; at least 1. */
    readonly usable_cores: number
    readonly capabilities: readonly string[]
    readonly assumed: boolean
  }
  readonly is_mobile: boolean
  /** Largest micro-batch that the device sustains without throttling; null when it has no such limit. */
  readonly sustained_n_ubatch: number | null
  /** What was assumed or is unknown, one sentence each. */
  readonly notes: readonly string[]
}
