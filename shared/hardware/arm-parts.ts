/**
 * ARM cores by implementer and part number of MIDR_EL1, as /proc/cpuinfo prints them. Linux gives no model name there.
 * `little`: a core that its SoC uses as the slow class. Source: the CPUs' technical reference manuals, ID register
 * chapter, and Linux arch/arm64/include/asm/cputype.h.
 */
type ArmCore = { readonly name: string; readonly little: boolean }

const LITTLE = 'little'
const PARTS: Readonly<Record<string, readonly [name: string, size?: typeof LITTLE]>> = {
  '0x41:0xc07': ['Cortex-A7', LITTLE],
  '0x41:0xc08': ['Cortex-A8'],
  '0x41:0xc09': ['Cortex-A9'],
  '0x41:0xc0d': ['Cortex-A17'],
  '0x41:0xc0e': ['Cortex-A17'],
  '0x41:0xc0f': ['Cortex-A15'],
  '0x41:0xb76': ['ARM1176'],
  '0x41:0xd03': ['Cortex-A53', LITTLE],
  '0x41:0xd04': ['Cortex-A35', LITTLE],
  '0x41:0xd05': ['Cortex-A55', LITTLE],
  '0x41:0xd07': ['Cortex-A57'],
  '0x41:0xd08': ['Cortex-A72'],
  '0x41:0xd09': ['Cortex-A73'],
  '0x41:0xd0a': ['Cortex-A75'],
  '0x41:0xd0b': ['Cortex-A76'],
  '0x41:0xd0c': ['Neoverse-N1'],
  '0x41:0xd0d': ['Cortex-A77'],
  '0x41:0xd0e': ['Cortex-A76AE'],
  '0x41:0xd40': ['Neoverse-V1'],
  '0x41:0xd41': ['Cortex-A78'],
  '0x41:0xd42': ['Cortex-A78AE'],
  '0x41:0xd44': ['Cortex-X1'],
  '0x41:0xd46': ['Cortex-A510', LITTLE],
  '0x41:0xd47': ['Cortex-A710'],
  '0x41:0xd48': ['Cortex-X2'],
  '0x41:0xd49': ['Neoverse-N2'],
  '0x41:0xd4b': ['Cortex-A78C'],
  '0x41:0xd4c': ['Cortex-X1C'],
  '0x41:0xd4d': ['Cortex-A715'],
  '0x41:0xd4e': ['Cortex-X3'],
  '0x41:0xd4f': ['Neoverse-V2'],
  '0x41:0xd80': ['Cortex-A520', LITTLE],
  '0x41:0xd81': ['Cortex-A720'],
  '0x41:0xd82': ['Cortex-X4'],
  '0x41:0xd83': ['Neoverse-V3AE'],
  '0x41:0xd84': ['Neoverse-V3'],
  '0x41:0xd85': ['Cortex-X925'],
  '0x41:0xd87': ['Cortex-A725'],
  '0x41:0xd88': ['Cortex-A520AE', LITTLE],
  '0x41:0xd89': ['Cortex-A720AE'],
  '0x41:0xd8e': ['Neoverse-N3'],
  '0x43:0x0af': ['ThunderX2'],
  '0x48:0xd01': ['Kunpeng-920'],
  '0x48:0xd40': ['Cortex-A76'],
  '0x4e:0x003': ['Denver 2'],
  '0x4e:0x004': ['Carmel'],
  '0x51:0x001': ['Oryon'],
  '0x51:0x800': ['Kryo 2xx Gold'],
  '0x51:0x801': ['Kryo 2xx Silver', LITTLE],
  '0x51:0x802': ['Kryo 3xx Gold'],
  '0x51:0x803': ['Kryo 3xx Silver', LITTLE],
  '0x51:0x804': ['Kryo 4xx Gold'],
  '0x51:0x805': ['Kryo 4xx Silver', LITTLE],
  '0x61:0x022': ['Apple Icestorm (M1)', LITTLE],
  '0x61:0x023': ['Apple Firestorm (M1)'],
  '0x61:0x024': ['Apple Icestorm (M1 Pro)', LITTLE],
  '0x61:0x025': ['Apple Firestorm (M1 Pro)'],
  '0x61:0x028': ['Apple Icestorm (M1 Max)', LITTLE],
  '0x61:0x029': ['Apple Firestorm (M1 Max)'],
  '0x61:0x032': ['Apple Blizzard (M2)', LITTLE],
  '0x61:0x033': ['Apple Avalanche (M2)'],
  '0xc0:0xac3': ['Ampere-1'],
  '0xc0:0xac4': ['Ampere-1a'],
}

/** The core behind an implementer and part number such as `0x41` and `0xd0c`; null when we do not know it. */
export function armCore(implementer: string, part: string): ArmCore | null {
  const row = PARTS[`${implementer.toLowerCase()}:${part.toLowerCase()}`]
  return row ? { name: row[0], little: row[1] === LITTLE } : null
}

const IMPLEMENTERS: Readonly<Record<string, string>> = {
  '0x41': 'arm',
  '0x42': 'broadcom',
  '0x43': 'cavium',
  '0x46': 'fujitsu',
  '0x48': 'hisilicon',
  '0x4e': 'nvidia',
  '0x50': 'apm',
  '0x51': 'qualcomm',
  '0x53': 'samsung',
  '0x61': 'apple',
  '0xc0': 'ampere',
}

/** Vendor of a core by its implementer code; null when unknown. */
export function armVendor(implementer: string): string | null {
  return IMPLEMENTERS[implementer.toLowerCase()] ?? null
}
