import { NO_CPU, NOTHING, type Sight } from './sight.ts'
import { vendorOf } from './cpu.ts'
import { gpuReport, type GpuReport } from './gpu-report.ts'
import type { Host } from './host.ts'
import { ask } from './probe.ts'
import { macosDisplays, macosHardware } from './probes/macos-profiler.ts'
import { levelClasses, macosSysctl, macosVmStat } from './probes/macos-sysctl.ts'
import { firstKnown, originsOf } from './origins.ts'
import { simdOf } from './simd.ts'
import type { ProbeResult } from './snapshot.ts'

/** Asks a Mac. sysctl is fast and knows the cores; system_profiler knows the GPU. */
export async function seeDarwin(host: Host, log: ProbeResult[]): Promise<Sight> {
  const [sysctl, available, hardware, displays] = await Promise.all([
    ask(host, macosSysctl, log),
    ask(host, macosVmStat, log),
    ask(host, macosHardware, log),
    ask(host, macosDisplays, log),
  ])
  const name = sysctl?.brand ?? hardware?.chip ?? null
  const { performance, efficiency } = hardware ?? {}
  const profiled =
    typeof performance === 'number' && typeof efficiency === 'number' ? { performance, efficiency } : null
  const gpus = displays ?? appleGpu(name)
  return {
    ...NOTHING,
    cpu: {
      ...NO_CPU,
      name,
      vendor: vendorOf(name),
      logical: sysctl?.logical ?? hardware?.cores ?? null,
      physical: sysctl?.physical ?? hardware?.cores ?? null,
      classes: levelClasses(sysctl?.levels ?? []) ?? profiled,
      simd: simdOf(sysctl?.flags ?? []),
      origins: originsOf({
        name: firstKnown([sysctl?.brand, macosSysctl.id], [hardware?.chip, macosHardware.id]),
        logical: firstKnown([sysctl?.logical, macosSysctl.id], [hardware?.cores, macosHardware.id]),
        physical: firstKnown([sysctl?.physical, macosSysctl.id], [hardware?.cores, macosHardware.id]),
        classes: firstKnown(
          [levelClasses(sysctl?.levels ?? []), `${macosSysctl.id}: names of the performance levels`],
          [profiled, macosHardware.id],
        ),
      }),
    },
    memory: { total_bytes: sysctl?.memory_bytes ?? hardware?.memory_bytes ?? null, available_bytes: available },
    memory_origin: sysctl?.memory_bytes ? macosSysctl.id : macosHardware.id,
    gpus: [{ source: displays ? macosDisplays.id : macosSysctl.id, reports: gpus }],
    gpus_answered: displays !== null || gpus.length > 0,
    gpu_limit_bytes: sysctl?.wired_limit_bytes ?? null,
    board: name,
  }
}

/** Every Apple chip has its GPU inside, so its name is enough where system_profiler is silent. */
function appleGpu(chip: string | null): GpuReport[] {
  return chip !== null && /^Apple M\d/.test(chip) ? [gpuReport({ vendor: 'apple', name: chip, integrated: true })] : []
}
