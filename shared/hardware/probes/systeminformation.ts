import type { CoreClasses } from '../core-classes.ts'
import { gpuReport, type GpuReport } from '../gpu-report.ts'
import type { MemoryFacts } from '../memory.ts'
import { integratedByName, vendorOfName } from '../pci.ts'
import { simdOf } from '../simd.ts'
import { cleanName, coreCount, listOf, recordOf, wholeNumber } from '../text.ts'
import { MIB } from '../../units.ts'

export type SiCpu = {
  readonly name: string | null
  readonly vendor: string | null
  readonly logical: number | null
  readonly physical: number | null
  readonly classes: CoreClasses | null
  readonly sockets: number | null
  readonly simd: readonly string[]
}

/** Reads what systeminformation's `cpu()` gives. Its zeros and empty strings mean "unknown". */
export function parseSiCpu(value: unknown): SiCpu | null {
  const cpu = recordOf(value)
  const maker = cleanName(cpu.manufacturer)
  const brand = cleanName(cpu.brand)
  if (brand === null && !coreCount(cpu.cores)) return null
  const performance = coreCount(cpu.performanceCores)
  const efficiency = coreCount(cpu.efficiencyCores)
  return {
    name: brand === null ? null : maker !== null && !brand.includes(maker) ? `${maker} ${brand}` : brand,
    vendor: /intel/i.test(maker ?? '') ? 'intel' : /amd/i.test(maker ?? '') ? 'amd' : (maker?.toLowerCase() ?? null),
    logical: coreCount(cpu.cores) || null,
    physical: coreCount(cpu.physicalCores) || null,
    classes: performance && efficiency ? { performance, efficiency } : null,
    sockets: coreCount(cpu.processors) || null,
    simd: typeof cpu.flags === 'string' ? simdOf(cpu.flags.slice(0, 20_000).split(/\s+/)) : [],
  }
}

/** Reads `mem()`; bytes. */
export function parseSiMem(value: unknown): MemoryFacts | null {
  const { total, available } = recordOf(value)
  const total_bytes = wholeNumber(total)
  if (!total_bytes) return null
  const free = wholeNumber(available)
  return { total_bytes, available_bytes: free === null ? null : Math.min(free, total_bytes) }
}

/** At and above this the 32-bit field of Windows' video controller has run over. */
const CAPPED_MIB = 4095

/** Reads `graphics()`: sizes are MiB, and on Windows come from a 32-bit field that ends at 4 GiB. */
export function parseSiGraphics(value: unknown): GpuReport[] | null {
  const { controllers } = recordOf(value)
  if (!Array.isArray(controllers)) return null
  return listOf(controllers)
    .slice(0, 64)
    .flatMap((entry) => {
      const card = recordOf(entry)
      const name = cleanName(card.model) ?? cleanName(card.name)
      const vendor = vendorOfName(`${cleanName(card.vendor) ?? ''} ${name ?? ''}`)
      if (vendor === null || name === null) return []
      const total = wholeNumber(card.memoryTotal, 2 ** 31) ?? wholeNumber(card.vram, 2 ** 31)
      const shared = card.vramDynamic === true
      const known = total !== null && total > 0 && total < CAPPED_MIB && !shared
      return [
        gpuReport({
          vendor,
          name,
          vram_bytes:
            known || (total !== null && wholeNumber(card.memoryTotal) === total && total > 0) ? total * MIB : null,
          driver: cleanName(card.driverVersion),
          integrated: shared ? true : integratedByName(vendor, name),
        }),
      ]
    })
}
