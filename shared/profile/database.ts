import amd from '../../profiles/hardware/amd.json' with { type: 'json' }
import apple from '../../profiles/hardware/apple.json' with { type: 'json' }
import cpu from '../../profiles/hardware/cpu.json' with { type: 'json' }
import generic from '../../profiles/hardware/generic.json' with { type: 'json' }
import intel from '../../profiles/hardware/intel.json' with { type: 'json' }
import mobile from '../../profiles/hardware/mobile.json' with { type: 'json' }
import nvidiaDatacenter from '../../profiles/hardware/nvidia-datacenter.json' with { type: 'json' }
import nvidiaDesktop from '../../profiles/hardware/nvidia-desktop.json' with { type: 'json' }
import nvidiaEdge from '../../profiles/hardware/nvidia-edge.json' with { type: 'json' }
import type { DeviceRow, HardwareFile } from './device-row.ts'
import type { HardwareProfile } from './hardware-profile.ts'

// A test checks every file against HardwareFileSchema; doing it here would cost each start of the program.
const FILES = [
  apple,
  nvidiaDesktop,
  nvidiaDatacenter,
  nvidiaEdge,
  amd,
  intel,
  cpu,
  mobile,
  generic,
] as unknown as readonly HardwareFile[]

let builtIn: readonly HardwareProfile[] | undefined
let own: readonly HardwareProfile[] = []
let all: readonly HardwareProfile[] | undefined

/**
 * Every profile: the user's own first, so that they win over equally good names, then the data base's, each device row
 * once per memory size, in the order of the files.
 */
export function listProfiles(): readonly HardwareProfile[] {
  all ??= [...own, ...builtInProfiles()]
  return all
}

/** The profiles of the data base alone. */
export function builtInProfiles(): readonly HardwareProfile[] {
  builtIn ??= FILES.flatMap((file) => file.devices.flatMap((row) => expandRow(row, file, false)))
  return builtIn
}

/** Takes the user's own profiles beside the data base's, in place of those given before. */
export function setOwnProfiles(files: readonly HardwareFile[]): void {
  own = files.flatMap((file) => file.devices.flatMap((row) => expandRow(row, file, true)))
  all = undefined
}

/**
 * One row as profiles. A product with several memory sizes gets one profile a size, with the size in its id;
 * names without a size (the row's id, aliases without `%d`) go to the smallest, so that they never promise too much.
 */
export function expandRow(row: DeviceRow, file: Omit<HardwareFile, 'devices'>, is_own: boolean): HardwareProfile[] {
  const several = row.memory_gb.length > 1
  const smallest = Math.min(...row.memory_gb)
  return row.memory_gb.map((memory_gb) => {
    const aliases = (row.aliases ?? []).flatMap((alias) =>
      alias.includes('%d') ? [alias.replace('%d', String(memory_gb))] : memory_gb === smallest ? [alias] : [],
    )
    return {
      id: several ? `${row.id}_${memory_gb}gb` : row.id,
      aliases: several && memory_gb === smallest ? [row.id, ...aliases] : aliases,
      display_name: several ? `${row.display_name} (${memory_gb} GB)` : row.display_name,
      category: file.category,
      backend: row.backends[0] ?? 'cpu',
      memory_gb,
      memory_bandwidth_gb_s: row.bandwidth_by_memory?.[String(memory_gb)] ?? row.memory_bandwidth_gb_s,
      row,
      host: row.host ?? file.host,
      thermal: row.thermal ?? file.thermal,
      date: file.date ?? null,
      own: is_own,
    }
  })
}
