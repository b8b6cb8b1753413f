import { describe, expect, it } from 'vitest'
import { parseMacDisplays, parseMacHardware } from '../../../shared/hardware/probes/macos-profiler.ts'
import { levelClasses, parseSysctl, parseVmStat } from '../../../shared/hardware/probes/macos-sysctl.ts'
import { parseSiCpu, parseSiGraphics, parseSiMem } from '../../../shared/hardware/probes/systeminformation.ts'
import { parseWindowsGpus, parseWindowsMachine } from '../../../shared/hardware/probes/windows-cim.ts'
import { simdOf } from '../../../shared/hardware/simd.ts'
import * as desktop from '../samples/desktop.ts'

const GIB = 1024 ** 3
const MIB = 1024 ** 2

describe('sysctl', () => {
  it('orders levels by number, and reads the limit for GPU memory', () => {
    // Values alone, as `sysctl -n` prints them.
    expect(parseSysctl('Apple M9 Max\n')).toMatchObject({ brand: 'Apple M9 Max', model: null })
    expect(parseSysctl('hw.model: Mac99,1')).toMatchObject({ brand: null, model: 'Mac99,1' })
    const seen = parseSysctl(desktop.SYSCTL_APPLE)
    expect(seen).toMatchObject({
      brand: 'Apple M9 Max',
      memory_bytes: 51_539_607_552,
      physical: 16,
      logical: 16,
      wired_limit_bytes: 40_960 * MIB,
    })
    expect(levelClasses(seen?.levels ?? [])).toEqual({ performance: 12, efficiency: 4 })
    expect(simdOf(seen?.flags ?? [])).toEqual(['neon', 'dotprod', 'i8mm'])
  })

  it('counts no efficiency cores where no level is called so', () => {
    const seen = parseSysctl(desktop.SYSCTL_SUPER)
    expect(levelClasses(seen?.levels ?? [])).toEqual({ performance: 18, efficiency: 0 })
    expect(seen?.wired_limit_bytes).toBeNull()
  })

  it('takes the last of unnamed levels for the slow one, and knows nothing when a count is missing', () => {
    const level = (physical: number | null) => ({ name: null, physical })
    expect(levelClasses([level(8), level(2)])).toEqual({ performance: 8, efficiency: 2 })
    expect(levelClasses([level(4), level(null)])).toBeNull()
    expect(levelClasses([])).toBeNull()
  })

  it('reads an Intel Mac', () => {
    const seen = parseSysctl(desktop.SYSCTL_INTEL)
    expect(seen).toMatchObject({ physical: 4, logical: 8, levels: [] })
    expect(simdOf(seen?.flags ?? [])).toEqual(['sse3', 'avx', 'avx2', 'bmi2', 'f16c', 'fma'])
  })

  it('adds the pages that can be had', () => {
    expect(parseVmStat(desktop.VM_STAT)).toBe(34_000 * 16_384)
    expect(parseVmStat('')).toBeNull()
  })
})

describe('system_profiler', () => {
  it('reads four numbers of cores as all, super, efficiency, performance', () => {
    expect(parseMacHardware(desktop.MAC_HARDWARE)).toEqual({
      model: 'Mac99,1',
      chip: 'Apple M9 Pro',
      memory_bytes: 48 * GIB,
      cores: 15,
      performance: 15,
      efficiency: 0,
      super_cores: 5,
    })
    expect(parseMacHardware(desktop.MAC_HARDWARE_TEXT)).toMatchObject({
      chip: 'Apple M9',
      cores: 10,
      performance: 4,
      efficiency: 6,
      memory_bytes: 24 * GIB,
    })
  })

  it('tells GPUs from displays and frame buffers', () => {
    expect(parseMacDisplays(desktop.MAC_DISPLAYS)).toMatchObject([
      { vendor: 'apple', name: 'Apple M9 Pro', cores: 20, metal: 'metal4', integrated: true, vram_bytes: null },
    ])
    expect(parseMacDisplays(desktop.MAC_DISPLAYS_TEXT)).toMatchObject([
      { vendor: 'amd', name: 'AMD Radeon Pro 7777M', vram_bytes: 4 * GIB, metal: 'metal2' },
    ])
  })
})

describe('Windows', () => {
  it('reads processors and memory', () => {
    expect(parseWindowsMachine(desktop.WINDOWS_MACHINE)).toEqual({
      cpu: 'Example Ryzen 9 9999X 16-Core Processor',
      physical: 16,
      logical: 32,
      sockets: 1,
      memory: { total_bytes: 33_261_680 * 1024, available_bytes: 20_000_000 * 1024 },
    })
  })

  it('believes the registry, never a run-over AdapterRAM, nor one of memory that is shared', () => {
    const seen = parseWindowsGpus(desktop.WINDOWS_GPUS)
    expect(seen?.map((card) => [card.name, card.vram_bytes, card.capped, card.integrated])).toEqual([
      ['AMD Radeon RX 9999 XT', 17_095_983_104, true, false],
      ['Intel(R) Arc(TM) B999 Graphics', null, true, false],
      ['NVIDIA Example GT 10', 2 * GIB, false, null],
      ['AMD Radeon(TM) 888M', null, false, true],
    ])
  })

  it('finds properties that a bare ConvertTo-Json put one level down', () => {
    expect(parseWindowsGpus(desktop.WINDOWS_GPUS_NESTED)).toMatchObject([
      { vendor: 'nvidia', name: 'NVIDIA Example RTX 77', capped: true, vram_bytes: null },
    ])
    expect(parseWindowsGpus('Get-CimInstance : Access denied')).toBeNull()
  })
})

describe('systeminformation', () => {
  it('takes zeros and empty strings for unknown', () => {
    expect(
      parseSiCpu({ manufacturer: 'AMD', brand: 'EPYC 7777', cores: 8, physicalCores: 0, flags: 'avx2 fma' }),
    ).toEqual({
      name: 'AMD EPYC 7777',
      vendor: 'amd',
      logical: 8,
      physical: null,
      classes: null,
      sockets: null,
      simd: ['avx2', 'fma'],
    })
    expect(parseSiCpu({ brand: '', cores: 0 })).toBeNull()
    expect(parseSiMem({ total: 16 * GIB, available: 20 * GIB })).toEqual({
      total_bytes: 16 * GIB,
      available_bytes: 16 * GIB,
    })
    expect(parseSiMem(null)).toBeNull()
  })

  it('does not believe sizes at the end of 32 bits, nor shared ones', () => {
    const graphics = {
      controllers: [
        { vendor: 'NVIDIA', model: 'NVIDIA Example RTX 77', vram: 4095, memoryTotal: 24_564 },
        { vendor: 'Advanced Micro Devices, Inc.', model: 'Radeon RX 9999 XT', vram: 4095 },
        { vendor: 'Intel', model: 'UHD Graphics 7777', vram: 1024, vramDynamic: true },
        { vendor: 'ASPEED', model: 'ASPEED Graphics Family', vram: 16 },
      ],
    }
    expect(parseSiGraphics(graphics)?.map((card) => [card.name, card.vram_bytes, card.integrated])).toEqual([
      ['NVIDIA Example RTX 77', 24_564 * MIB, false],
      ['Radeon RX 9999 XT', null, false],
      ['UHD Graphics 7777', null, true],
    ])
  })
})

it('reads a Mac in another language by what the values look like', () => {
  const german = `Hardware:

    Hardware-Übersicht:

      Modellname: MacBook Pro
      Modell-Identifizierung: MacBookPro99,3
      Chip: Apple M9 Pro
      Gesamtanzahl der Kerne: 8 (6 Leistung und 2 Effizienz)
      Speicher: 16 GB
`
  expect(parseMacHardware(german)).toEqual({
    model: 'MacBookPro99,3',
    chip: 'Apple M9 Pro',
    memory_bytes: 16 * 1024 ** 3,
    cores: 8,
    performance: 6,
    efficiency: 2,
    super_cores: null,
  })
})

it('reads the counts of a Mac under the names that only name the most there can be', () => {
  const seen = parseSysctl('hw.physicalcpu_max: 8\nhw.perflevel0.physicalcpu_max: 5\nhw.perflevel1.physicalcpu_max: 3')
  expect(seen?.physical).toBe(8)
  expect(levelClasses(seen?.levels ?? [])).toEqual({ performance: 5, efficiency: 3 })
})
