import type { Host } from './host.ts'
import { ask } from './probe.ts'
import { clockHealth } from './probes/cpu-clocks.ts'
import { gpuHwmon } from './probes/gpu-hwmon.ts'
import { macosTherm } from './probes/macos-therm.ts'
import { nvidiaHealth, nvidiaHealthReport } from './probes/nvidia-health.ts'
import { raspberryThrottled } from './probes/raspberry.ts'
import { rocmSmiTable } from './probes/rocm-smi-table.ts'
import { tegraHealth, tegrastats } from './probes/tegrastats.ts'
import { thermalZones } from './probes/thermal-zones.ts'
import { xpuDump } from './probes/xpu-dump.ts'
import type { ProbeResult } from './snapshot.ts'

/**
 * Why a device runs slower than it could. `thermal`: too hot; `power`: at its power limit; `power_brake`: the power
 * supply told it to; `hardware`: the device says no more than that; `undervoltage`: the supply is too weak (Raspberry
 * Pi); `capped`: the system allows no higher clock (cooling, a power mode, or someone's setting).
 */
export type ThrottleReason = 'thermal' | 'power' | 'power_brake' | 'hardware' | 'undervoltage' | 'capped'

/** How one device is doing at one moment. Null where the machine does not say. */
export type HealthReading = {
  /** Which probe said it. */
  readonly source: string
  readonly kind: 'gpu' | 'cpu' | 'soc'
  /** The device's own name, or that of the sensor. */
  readonly device: string
  /** nvidia-smi's, xpu-smi's or the kernel's number of the card; null for a machine's only device. */
  readonly index: number | null
  readonly temperature_c: number | null
  /** Temperature from which the device slows itself down. */
  readonly limit_c: number | null
  readonly clock_mhz: number | null
  readonly max_clock_mhz: number | null
  /** Reasons that hold now; empty when there is none or when nothing tells. An idle GPU may give some too. */
  readonly throttled: readonly ThrottleReason[]
  readonly power_w: number | null
  readonly power_limit_w: number | null
  readonly memory_used_bytes: number | null
  readonly memory_free_bytes: number | null
  /** Share of the time in which the device was busy, 0 to 100. */
  readonly busy_percent: number | null
  /** Times that the CPU has been slowed by heat since it was started: compare two readings. */
  readonly throttle_events: number | null
}

/**
 * How this machine's devices are doing: temperature, clocks, power, memory in use and what slows them. All probes side
 * by side; what does not answer is left out. A look takes as long as the slowest vendor tool (nvidia-smi: 20 to 100 ms).
 */
export async function readHealth(host: Host, log: ProbeResult[] = []): Promise<HealthReading[]> {
  const [nvidia, gpus, xpu, tegra, zones, clocks, pi, mac] = await Promise.all([
    seeNvidiaHealth(host, log),
    seeAmdHealth(host, log),
    ask(host, xpuDump, log),
    ask(host, tegrastats, log),
    ask(host, thermalZones, log),
    ask(host, clockHealth, log),
    ask(host, raspberryThrottled, log),
    ask(host, macosTherm, log),
  ])
  const jetson = tegra === null ? [] : [tegraHealth(tegra)]
  return [nvidia, gpus, xpu, jetson, zones, clocks, pi, mac].flatMap((readings) => readings ?? [])
}

/** The kernel's sensors; AMD's tool, which is slow, where they cannot be read. */
async function seeAmdHealth(host: Host, log: ProbeResult[]): Promise<HealthReading[] | null> {
  return (await ask(host, gpuHwmon, log)) ?? ask(host, rocmSmiTable, log)
}

/** By fields; the full report where this driver does not know one of them. */
async function seeNvidiaHealth(host: Host, log: ProbeResult[]): Promise<HealthReading[] | null> {
  const readings = await ask(host, nvidiaHealth, log)
  const answered = log.find(({ id }) => id === nvidiaHealth.id)?.state === 'failed'
  return readings ?? (answered ? ask(host, nvidiaHealthReport, log) : null)
}
