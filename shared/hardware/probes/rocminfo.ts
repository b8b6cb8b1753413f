import type { Probe } from '../probe.ts'
import { gpuReport, type GpuReport } from '../gpu-report.ts'
import { integratedByName } from '../pci.ts'
import { cleanName, coreCount, keyValue, linesOf, sizeInBytes, wholeNumber } from '../text.ts'

export type RocmAgent = {
  readonly kind: 'cpu' | 'gpu' | 'other'
  /** `gfx1100` for GPUs; the marketing name for CPUs. */
  readonly name: string | null
  readonly marketing_name: string | null
  /** Largest global pool, bytes. A CPU agent's is the machine's memory. */
  readonly pool_bytes: number | null
  readonly bdf_id: number | null
  /** PCI device id: `0x1586`. */
  readonly chip_id: string | null
}

type OpenAgent = { -readonly [Key in keyof RocmAgent]: RocmAgent[Key] }

/**
 * Reads rocminfo. An agent begins at a name that is not indented further than the first one was; deeper names are
 * instruction sets (`amdgcn-amd-amdhsa--gfx1100`, `gfx11-generic`). Pools in front of the first name are those of an
 * agent that was cut away, which is the CPU: never of the GPU that follows.
 */
export function parseRocminfo(text: string): RocmAgent[] | null {
  const agents: OpenAgent[] = []
  let level: number | null = null
  for (const line of linesOf(text)) {
    const pair = keyValue(line)
    if (!pair) continue
    const [key, value] = pair
    const indent = line.length - line.trimStart().length
    const agent = agents.at(-1)
    if (key === 'Name' && !value.startsWith('amdgcn-') && (level === null || indent <= level)) {
      level ??= indent
      const gfx = /^gfx[0-9a-f]{3,4}$/.exec(value)?.[0]
      agents.push({
        kind: gfx ? 'gpu' : 'other',
        name: cleanName(value),
        marketing_name: null,
        pool_bytes: null,
        bdf_id: null,
        chip_id: null,
      })
    } else if (!agent && key !== 'Size') continue
    else if (!agent) {
      agents.push({
        kind: 'cpu',
        name: null,
        marketing_name: null,
        pool_bytes: sizeInBytes(value),
        bdf_id: null,
        chip_id: null,
      })
    } else if (key === 'Marketing Name') agent.marketing_name = cleanName(value)
    else if (key === 'Device Type' && value === 'CPU') agent.kind = 'cpu'
    else if (key === 'Device Type' && value !== 'GPU') agent.kind = 'other'
    else if (key === 'BDFID') agent.bdf_id = coreCount(value)
    else if (key === 'Chip ID') agent.chip_id = chipId(value)
    else if (key === 'Size') {
      const bytes = sizeInBytes(value)
      if (bytes !== null && bytes > (agent.pool_bytes ?? 0)) agent.pool_bytes = bytes
    }
  }
  return agents.length > 0 ? agents.slice(0, 256) : null
}

/** `5510(0x1586)`; the decimal number alone before ROCm 3. */
function chipId(text: string): string | null {
  const id = wholeNumber(/^\d{1,5}/.exec(text)?.[0], 0xff_ff)
  return /\((0x[0-9a-f]{1,4})\)$/i.exec(text)?.[1]?.toLowerCase() ?? (id ? `0x${id.toString(16)}` : null)
}

/** The GPUs among the agents. On an APU the pool is the machine's memory, so it says nothing about the GPU. */
export function gpusOfAgents(agents: readonly RocmAgent[]): GpuReport[] {
  return agents
    .filter((agent) => agent.kind === 'gpu')
    .map((agent) => {
      const integrated = agent.marketing_name === null ? null : integratedByName('amd', agent.marketing_name)
      return gpuReport({
        vendor: 'amd',
        name: agent.marketing_name,
        vram_bytes: integrated === false ? agent.pool_bytes : null,
        architecture: agent.name,
        pci_address: agent.bdf_id === null ? null : addressOf(agent.bdf_id),
        integrated,
      })
    })
}

/** Bus, device and function in one number (HSA's BDFID), in domain 0. */
function addressOf(id: number): string | null {
  if (id === 0 || id > 0xffff) return null
  const hex = (value: number): string => value.toString(16).padStart(2, '0')
  return `0000:${hex(id >> 8)}:${hex((id >> 3) & 31)}.${id & 7}`
}

export const rocminfo: Probe<RocmAgent[]> = {
  id: 'rocminfo',
  platforms: ['linux'],
  command: 'rocminfo',
  args: [],
  parse: parseRocminfo,
}
