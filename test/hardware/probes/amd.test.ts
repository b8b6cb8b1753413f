import { describe, expect, it } from 'vitest'
import {
  parseAmdSmiCsv,
  parseAmdSmiMonitor,
  parseAmdSmiJson,
  parseAmdSmiTable,
  parseAmdSmiText,
} from '../../../shared/hardware/probes/amd-smi.ts'
import { parseRocmSmiCsv, parseRocmSmiJson, parseRocmSmiText } from '../../../shared/hardware/probes/rocm-smi.ts'
import { gpusOfAgents, parseRocminfo } from '../../../shared/hardware/probes/rocminfo.ts'
import { parseSysDrm } from '../../../shared/hardware/probes/sys-drm.ts'
import * as gpu from '../samples/gpu.ts'

const MIB = 1024 ** 2

describe('rocm-smi', () => {
  it('reads JSON behind a warning; numbers are no names, five digits no gfx target', () => {
    const seen = parseRocmSmiJson(gpu.ROCM_JSON)
    expect(seen?.[0]).toMatchObject({
      index: 0,
      name: 'Radeon RX 9999 XT',
      vram_bytes: 17_163_091_968,
      vram_free_bytes: 17_000_000_000,
      shared_bytes: 33_554_432_000,
      architecture: 'gfx1299',
      pci_address: '0000:03:00.0',
      driver: '6.12.1',
      integrated: false,
    })
    expect(seen?.[1]).toMatchObject({ index: 1, name: null, vram_bytes: null, architecture: null })
  })

  it('reads CSV by its header', () => {
    const seen = parseRocmSmiCsv(gpu.ROCM_CSV)
    expect(seen?.map((card) => [card.name, card.vram_bytes, card.architecture, card.integrated])).toEqual([
      ['Radeon RX 7600X', 8_573_157_376, 'gfx1102', false],
      ['Raphael', 536_870_912, 'gfx1036', true],
    ])
  })

  it('is null for an error', () => {
    expect(parseRocmSmiJson('ERROR:root:Driver not initialized (amdgpu not found in modules)')).toBeNull()
  })
})

describe('amd-smi', () => {
  it('reads JSON; MB are MiB; N/A is unknown', () => {
    const seen = parseAmdSmiJson(gpu.AMD_JSON)
    expect(seen?.[0]).toMatchObject({
      name: 'AMD Instinct MI399X',
      vram_bytes: 196_288 * MIB,
      architecture: 'gfx942',
      driver: '6.14.14',
      compute_units: 304,
    })
    expect(seen?.[1]).toMatchObject({
      name: 'AMD Radeon 888M Graphics',
      vram_bytes: null,
      architecture: null,
      integrated: true,
    })
    expect(parseAmdSmiJson(`{"gpu_data": ${gpu.AMD_JSON}}`)).toEqual(seen)
  })

  it('reads the sizes of old releases, in words of their own', () => {
    const old = [
      { gpu: 0, asic: { market_name: 'MI210' }, bus: { bdf: '0000:63:00.0' }, vram: { vram_size_mb: 65_536 } },
    ]
    expect(parseAmdSmiJson(JSON.stringify(old))).toMatchObject([{ name: 'MI210', vram_bytes: 65_536 * MIB }])
  })

  it('reads text by sections', () => {
    expect(parseAmdSmiText(gpu.AMD_TEXT)).toMatchObject([
      {
        name: 'AMD Radeon RX 9999 XT',
        architecture: 'gfx1201',
        vram_bytes: 16_304 * MIB,
        driver: '6.12.12',
        pci_address: '0000:03:00.0',
      },
    ])
  })

  it('reads the table with its two lines a card', () => {
    const seen = parseAmdSmiTable(gpu.AMD_TABLE)
    expect(seen?.rocm).toBe('7.2.0')
    expect(seen?.gpus.map((card) => [card.name, card.vram_bytes, card.integrated])).toEqual([
      ['AMD Radeon RX 9999 XT', 16_304 * MIB, false],
      ['...adeon 888M Graphics', 1024 * MIB, true],
    ])
  })
})

describe('rocminfo', () => {
  it('tells GPUs from CPUs and NPUs, and the memory of a card from that of the machine', () => {
    const seen = parseRocminfo(gpu.ROCMINFO)
    expect(seen?.map((agent) => [agent.kind, agent.name])).toEqual([
      ['cpu', null], // a pool whose agent was cut away
      ['cpu', 'AMD Example 9 w/ Radeon 888M'],
      ['gpu', 'gfx1201'],
      ['other', 'aie9'],
    ])
    expect(gpusOfAgents(seen ?? [])).toMatchObject([
      {
        name: 'AMD Radeon RX 9999 XT',
        architecture: 'gfx1201',
        vram_bytes: 16_695_296 * 1024,
        pci_address: '0000:03:00.0',
      },
    ])
  })

  it('reads a chip id that older releases print as a number alone', () => {
    const agent = (id: string): string =>
      `  Name:                    gfx902\n  Device Type:             GPU\n  Chip ID:                 ${id}\n`
    expect(parseRocminfo(agent('5597'))).toMatchObject([{ chip_id: '0x15dd' }])
    expect(parseRocminfo(agent('0(0x0)'))).toMatchObject([{ chip_id: '0x0' }])
  })

  it("does not take an APU's pool for memory of its own", () => {
    const apu = { kind: 'gpu', name: 'gfx1150', marketing_name: 'AMD Radeon 890M Graphics', pool_bytes: 64 * 1024 ** 3 }
    expect(gpusOfAgents([{ ...apu, kind: 'gpu', bdf_id: null, chip_id: null }])[0]?.vram_bytes).toBeNull()
  })
})

describe('/sys/class/drm', () => {
  it("reads the kernel's word on AMD and Intel cards and skips management controllers", () => {
    expect(parseSysDrm(gpu.SYS_DRM)).toMatchObject([
      {
        vendor: 'amd',
        pci_id: '1002:7fff',
        pci_address: '0000:03:00.0',
        vram_bytes: 17_163_091_968,
        vram_free_bytes: 17_000_000_000,
        shared_bytes: 33_554_432_000,
        driver: 'amdgpu',
      },
      { vendor: 'intel', vram_bytes: 25_669_140_480, pci_address: '0000:07:00.0' },
    ])
    expect(parseSysDrm('')).toBeNull()
  })
})

describe('other words of amd-smi', () => {
  it('reads list and metric, as text and as JSON', () => {
    const list = 'GPU: 0\n    BDF: 0000:03:00.0\n    UUID: 1\n\nGPU: 1\n    BDF: 0000:0c:00.0\n'
    expect(parseAmdSmiText(list)?.map(({ index, pci_address }) => [index, pci_address])).toEqual([
      [0, '0000:03:00.0'],
      [1, '0000:0c:00.0'],
    ])
    expect(parseAmdSmiJson('[{"gpu": 1, "bdf": "0000:0c:00.0"}]')).toMatchObject([
      { index: 1, pci_address: '0000:0c:00.0' },
    ])
    const metric = 'GPU: 0\n    MEM_USAGE:\n        TOTAL_VRAM: 24560 MB\n        FREE_VRAM: 23508 MB\n'
    const sizes = [{ vram_bytes: 24_560 * MIB, vram_free_bytes: 23_508 * MIB }]
    expect(parseAmdSmiText(metric)).toMatchObject(sizes)
    const usage = { total_vram: { value: 24_560, unit: 'MB' }, free_vram: { value: 23_508, unit: 'MB' } }
    expect(parseAmdSmiJson(JSON.stringify({ gpu_data: [{ gpu: 0, mem_usage: usage }] }))).toMatchObject(sizes)
  })

  it('reads static as CSV, whose cells hold commas', () => {
    const rows = `gpu,market_name,vendor_name,target_graphics_version,bdf,size
0,AMD Radeon RX 9999 XT,"Advanced Micro Devices, Inc.",gfx1299,0000:03:00.0,16304 MB
1,cut`
    expect(parseAmdSmiCsv(rows)).toMatchObject([
      { name: 'AMD Radeon RX 9999 XT', architecture: 'gfx1299', vram_bytes: 16_304 * MIB, pci_address: '0000:03:00.0' },
    ])
    expect(parseAmdSmiCsv('gpus: none')).toBeNull()
  })

  it('reads the memory of monitor', () => {
    const apart =
      'GPU  POWER  GPU_TEMP  VRAM_USED  VRAM_TOTAL\n  0  148 W  44 °C  283 MB  196300 MB\n  1  N/A  N/A  N/A  N/A\n'
    const joined = 'GPU  POWER   GPU_T  GFX%     VRAM_USAGE\n  3   18 W   34 °C   0 %    0.3/ 32.0 GB\n'
    expect(parseAmdSmiMonitor(apart)).toMatchObject([{ index: 0, vram_bytes: 196_300 * MIB }])
    expect(parseAmdSmiMonitor(joined)).toMatchObject([{ index: 3, vram_bytes: 32_768 * MIB }])
    expect(parseAmdSmiMonitor('GPU  POWER\n 0  18 W')).toBeNull()
  })

  it('reads rocm-smi as text', () => {
    const text = `============================ ROCm System Management Interface ============================
GPU[0]\t\t: Card Series: \t\tAMD Radeon RX 9999 XT
GPU[0]\t\t: Card Model: \t\t0x7fff
GPU[0]\t\t: GFX Version: \t\tgfx1299
GPU[0]\t\t: VRAM Total Memory (B): 17163091968
GPU[0]\t\t: VRAM Total Used Memory (B): 163091968
GPU[1]\t\t: PCI Bus: 0000:0C:00.0
`
    expect(parseRocmSmiText(text)).toMatchObject([
      {
        index: 0,
        name: 'AMD Radeon RX 9999 XT',
        architecture: 'gfx1299',
        vram_bytes: 17_163_091_968,
        used_bytes: 163_091_968,
      },
      { index: 1, name: null, pci_address: '0000:0c:00.0' },
    ])
    expect(parseRocmSmiText('GPU: none')).toBeNull()
  })

  it("reads rocm-smi rows whose maker's name has a comma, and names in another column", () => {
    const rows = `device,Card series,Card model,Card vendor,VRAM Total Memory (B)
card0,0x1234,Instinct MI999X,Advanced Micro Devices, Inc. [AMD/ATI],34342961152`
    expect(parseRocmSmiCsv(rows)).toMatchObject([{ name: 'Instinct MI999X', vram_bytes: 34_342_961_152 }])
  })
})
