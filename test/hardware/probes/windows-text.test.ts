import { describe, expect, it } from 'vitest'
import { detect } from '../../../shared/hardware/detect.ts'
import { parseDxdiag, parseSysteminfo } from '../../../shared/hardware/probes/windows-report.ts'
import { parseWmicGpus, parseWmicMachine } from '../../../shared/hardware/probes/windows-text.ts'
import { GIB, KIB, MIB } from '../../../shared/units.ts'
import { fakeHost } from '../fake-host.ts'
import * as machine from '../samples/machine.ts'

describe('wmic', () => {
  it('reads tables at the places of their titles, and believes no size of 4 GiB', () => {
    expect(parseWmicGpus(machine.WMIC_GPUS)).toMatchObject([
      { vendor: 'nvidia', name: 'NVIDIA Example RTX 77', vram_bytes: null, capped: true, pci_id: '10de:2684' },
      { vendor: 'intel', name: 'Intel(R) UHD Graphics 770', vram_bytes: null, integrated: true },
    ])
  })

  it('reads comma-separated rows, bare and quoted', () => {
    const bare =
      'Node,AdapterRAM,Name\r\r\nBOX,4293918720,NVIDIA Example RTX 77\r\r\nBOX,536870912,Intel(R) UHD Graphics 7'
    expect(parseWmicGpus(bare)).toMatchObject([
      { vendor: 'nvidia', name: 'NVIDIA Example RTX 77', vram_bytes: null, capped: true },
      { vendor: 'intel', name: 'Intel(R) UHD Graphics 7', integrated: true },
    ])
    const quoted = '"Name","AdapterRAM","DriverVersion"\r\n"NVIDIA Example, 77","2147483648","31.0.15.2802"'
    expect(parseWmicGpus(quoted)).toMatchObject([
      { name: 'NVIDIA Example, 77', vram_bytes: 2 * GIB, driver: '31.0.15.2802' },
    ])
  })

  it('reads lists, and counts no adapter without a GPU', () => {
    expect(parseWmicGpus(machine.WMIC_GPU_LIST)).toMatchObject([
      { name: 'NVIDIA GeForce Example 50', vram_bytes: 2 * GIB, capped: false, driver: '31.0.15.2802' },
    ])
  })

  it('reads the CPU and the memory', () => {
    expect(parseWmicMachine(machine.WMIC_CPU)).toEqual({
      cpu: 'AMD Example 9 9999 16-Core Processor',
      physical: 16,
      logical: 32,
      sockets: 1,
      memory: { total_bytes: 66_968_164 * KIB, available_bytes: 40_000_000 * KIB },
    })
  })

  it('stands in where PowerShell is forbidden', async () => {
    const commands = {
      'wmic path win32_VideoController get Name,AdapterRAM,DriverVersion,PNPDeviceID /format:list':
        machine.WMIC_GPU_LIST,
      wmic: machine.WMIC_CPU,
    }
    const snapshot = await detect(fakeHost({ platform: 'windows', commands }))
    expect(snapshot).toMatchObject({
      cpu: { physical_cores: 16 },
      gpus: [{ vram_bytes: 2 * GIB, source: 'wmic-gpus' }],
    })
  })
})

describe('reports that people paste', () => {
  it('tells own from shared memory', () => {
    expect(parseDxdiag(machine.DXDIAG)).toMatchObject([
      { name: 'AMD Radeon 888M', dedicated_bytes: 8448 * MIB, shared_bytes: 12_197 * MIB, integrated: true },
      { name: 'NVIDIA GeForce RTX 77', dedicated_bytes: 24_340 * MIB },
    ])
    expect(parseDxdiag('nothing')).toBeNull()
  })

  it.each([
    ['8 GiB of RAM set aside', 8448, true],
    ["Intel's share", 128, true],
    ['a card of 8 GiB, a little kept by its driver', 8031, null],
    ['a card of 96 GiB', 97_251, null],
  ])('knows what no card has: %s', (_, mib, integrated) => {
    const sizes = `Dedicated Memory: ${mib} MB\nShared Memory: 16231 MB\nDisplay Memory: ${mib + 16_231} MB`
    expect(parseDxdiag(sizes)).toMatchObject([{ name: null, integrated }])
  })

  it.each([
    [machine.SYSTEMINFO_DE, 6143],
    [machine.SYSTEMINFO_FR, 32_678],
    ['Total Physical Memory:     8,075 MB', 8075],
    ['Total Physical Memory:     8075 MB', 8075],
  ])('reads systeminfo in any language', (text, mib) => expect(parseSysteminfo(text)).toBe(mib * MIB))
})

describe('sizes in the registry, as people paste them', () => {
  const list = `
DriverDesc                       : NVIDIA GeForce RTX 77
HardwareInformation.qwMemorySize : 25753026560
`
  const table = `
DriverDesc            HardwareInformation.qwMemorySize
----------            --------------------------------
NVIDIA GeForce RTX 77                      25753026560
`
  const query = `
HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968}\\0000
    DriverDesc    REG_SZ    NVIDIA GeForce RTX 77
    HardwareInformation.qwMemorySize    REG_QWORD    0x5ff000000

HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Class\\{4d36e968}\\0001
    DriverDesc    REG_SZ    Example Basic Display
`
  it.each([
    ['Get-ItemProperty', list],
    ['a table of it', table],
    ['reg query', query],
  ])('%s', (_, text) => {
    const expected = [{ name: 'NVIDIA GeForce RTX 77', vram_bytes: 25_753_026_560, adapter_ram: null }]
    expect(parseWmicGpus(text)).toMatchObject(expected)
  })

  it('does not believe a megabyte of AdapterRAM', () => {
    expect(parseWmicGpus('Name=Intel(R) Arc(TM) B999 Graphics\nAdapterRAM=1048576')).toMatchObject([
      { vram_bytes: null },
    ])
  })
})

describe("a Windows machine's RAM by other classes", () => {
  it.each([
    ['TotalPhysicalMemory\n34257350656', 34_257_350_656],
    ['TotalPhysicalMemory : 34257350656', 34_257_350_656],
    ['Capacity\n17179869184\n17179869184', 34_359_738_368],
    ['Capacity=17179869184\n\nCapacity=8589934592', 25_769_803_776],
  ])('%j', (text, bytes) => expect(parseWmicMachine(text)?.memory.total_bytes).toBe(bytes))
})
