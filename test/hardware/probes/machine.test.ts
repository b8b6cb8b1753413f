import { describe, expect, it } from 'vitest'
import { detect } from '../../../shared/hardware/detect.ts'
import { parseCompatible } from '../../../shared/hardware/probes/device-tree.ts'
import { parseDmi } from '../../../shared/hardware/probes/dmi.ts'
import { parseFree } from '../../../shared/hardware/probes/free.ts'
import { parseJetsonClocks, parseNvpmodel, parseTegraRelease } from '../../../shared/hardware/probes/jetson.ts'
import { parseLscpuText } from '../../../shared/hardware/probes/lscpu.ts'
import { migProfile } from '../../../shared/hardware/probes/mig-profile.ts'
import { memoryWithoutCpus, parseNumactl, parseNumaNodes } from '../../../shared/hardware/probes/numa.ts'
import { cudaOfDriver } from '../../../shared/hardware/probes/nvidia-cuda.ts'
import { parseNvidiaTopo } from '../../../shared/hardware/probes/nvidia-topo.ts'
import { parseRocmSmiTable } from '../../../shared/hardware/probes/rocm-smi-table.ts'
import { parseVulkanHeaps } from '../../../shared/hardware/probes/vulkaninfo.ts'
import { GIB, MIB } from '../../../shared/units.ts'
import { fakeHost, filesOf } from '../fake-host.ts'
import { VULKAN_HEAPS } from '../samples/engine.ts'
import * as gpu from '../samples/gpu.ts'
import * as machine from '../samples/machine.ts'

describe('NUMA nodes', () => {
  it('reads numactl and the folders', () => {
    expect(parseNumactl(machine.NUMACTL)).toEqual([
      { node: 0, cpus: [0, 2, 4, 6], total_bytes: 16_000 * MIB, free_bytes: 15_000 * MIB },
      { node: 8, cpus: [1, 3, 5, 7], total_bytes: 16_100 * MIB, free_bytes: 100 * MIB },
      { node: 252, cpus: [], total_bytes: 15_360 * MIB, free_bytes: 15_359 * MIB },
    ])
    expect(memoryWithoutCpus(parseNumactl(machine.NUMACTL) ?? [])).toBe(15_360 * MIB)
    expect(parseNumaNodes(machine.NUMA_FOLDERS)).toMatchObject([
      { node: 0 },
      { node: 1, cpus: [], total_bytes: 96 * GIB },
    ])
  })

  it("does not count a GPU's memory as RAM where it is a node of its own", async () => {
    const host = {
      files: {
        ...filesOf(machine.NUMA_FOLDERS),
        '/proc/meminfo': 'MemTotal: 301989888 kB\nMemAvailable: 300000000 kB',
      },
      commands: { 'nvidia-smi': gpu.NVIDIA_CSV },
    }
    const grace = await detect(fakeHost({ ...host, arch: 'arm64' }))
    expect(grace.memory).toMatchObject({ total_bytes: 192 * GIB, available_bytes: 192 * GIB })
    expect(grace.cpu.numa_nodes).toBe(1)
    // On x86 memory without CPUs is an expander, which is RAM.
    expect((await detect(fakeHost(host))).memory.total_bytes).toBe(288 * GIB)
  })

  it('takes nodes without CPUs for no places to compute', () => {
    expect(parseLscpuText(machine.LSCPU_FAKE_NUMA)).toMatchObject({ numa_nodes: 3, cpu_nodes: 1 })
  })
})

describe('nvidia-smi topo -m', () => {
  it('reads links and nodes behind terminal escapes', () => {
    expect(parseNvidiaTopo(machine.TOPO)).toEqual({
      gpus: 3,
      links: [
        { a: 0, b: 1, link: 'NV4' },
        { a: 0, b: 2, link: 'SYS' },
        { a: 1, b: 2, link: 'SYS' },
      ],
      numa: [0, 0, 1],
    })
    expect(parseNvidiaTopo('ERROR: Option -m is missing its value.')).toBeNull()
    const copied = `        GPU0    GPU1    CPU Affinity    NUMA Affinity
GPU0     X      PHB     0-15            0
GPU1    PHB      X      16-31           1`
    const links = [{ a: 0, b: 1, link: 'PHB' }]
    expect(parseNvidiaTopo(copied)).toEqual({ gpus: 2, links, numa: [0, 1] })
  })

  it('becomes a note where there are several cards', async () => {
    const commands = { 'nvidia-smi topo -m': machine.TOPO, 'nvidia-smi': gpu.NVIDIA_CSV }
    const { notes } = await detect(fakeHost({ commands }))
    expect(notes).toContainEqual('NVIDIA GPUs on different CPU sockets, slow to each other: 0-2, 1-2.')
  })
})

describe('Jetson', () => {
  it('reads power mode, clocks and release', () => {
    expect(parseNvpmodel(machine.NVPMODEL)).toBe('15W')
    expect(parseNvpmodel('NVPM ERROR: not root')).toBeNull()
    expect(parseJetsonClocks(machine.JETSON_CLOCKS)).toEqual({
      soc: 'tegra234',
      machine: 'NVIDIA Jetson Example Kit',
      online_cpus: 5,
      power_mode: 'MODE_15W_6CORE',
      gpu_max_mhz: 625,
      memory_max_mhz: 2133,
    })
    expect(parseTegraRelease('# R36 (release), REVISION: 4.7, GCID: 1, BOARD: generic')).toBe('36.4.7')
    const release = 'Model: NVIDIA Jetson Example Kit - Jetpack 9.1 [L4T 39.3.1]\nNV Power Mode[0]: 15W\n'
    expect([parseTegraRelease(release), parseNvpmodel(release)]).toEqual(['39.3.1', '15W'])
  })

  it('says when a power mode holds the board back', async () => {
    const files = { '/sys/firmware/devicetree/base/model': 'NVIDIA Jetson Orin Nano\u0000' }
    const { notes } = await detect(fakeHost({ files, commands: { nvpmodel: machine.NVPMODEL }, arch: 'arm64' }))
    expect(notes.join(' ')).toContain('power mode 15W')
  })
})

describe('board and firmware', () => {
  it('splits names whose NULs were lost', () => {
    const names = ['raspberrypi,5-model-b', 'brcm,bcm2712']
    expect(parseCompatible('raspberrypi,5-model-b\u0000brcm,bcm2712\u0000')).toEqual(names)
    expect(parseCompatible('raspberrypi,5-model-bbrcm,bcm2712')).toEqual(names)
    expect(parseCompatible('pine64,example-v2pine64,examplerockchip,rk9999')).toEqual([
      'pine64,example-v2',
      'pine64,example',
      'rockchip,rk9999',
    ])
    expect(parseCompatible('nvidia,p3768-0000+p3767-0005\u0000nvidia,tegra234')).toEqual([
      'nvidia,p3768-0000+p3767-0005',
      'nvidia,tegra234',
    ])
  })

  it('takes no placeholder for a name', () => {
    expect(parseDmi(machine.DMI)).toEqual({ vendor: 'NVIDIA', product: 'NVIDIA_Example_Spark', board: null })
  })
})

it.each([
  [machine.FREE_H, 'KiB', { total_bytes: 62 * GIB, available_bytes: 53 * GIB }],
  [machine.FREE_OLD, 'KiB', { total_bytes: 4_040_000 * 1024, available_bytes: 140_000 * 1024 }],
] as const)('reads free', (text, unit, memory) => expect(parseFree(text, unit)).toMatchObject(memory))

it('reads free in another language', () => {
  expect(parseFree(machine.FREE_B, 'B')?.total_bytes).toBe(67_000_000_000)
  // A decimal comma, and the wide colon of Chinese.
  const comma = parseFree(
    '          gesamt    belegt     frei\nSpeicher:   7,5Gi   665Mi   6,4Gi   181Mi   479Mi   6,5Gi',
  )
  expect(comma).toMatchObject({ total_text: '7,5Gi', total_bytes: 7.5 * GIB })
  expect(parseFree('内存：  16303428  4000000  9000000')?.total_bytes).toBe(16_303_428 * 1024)
})

it.each([
  ['590.48.01', '13.1'],
  ['551.61', '12.4'],
  ['610.57', '13.3'],
  ['470.82', '11.4'],
  ['340.10', null],
  [null, null],
])('knows the CUDA version of driver %s', (driver, cuda) => expect(cudaOfDriver(driver)).toBe(cuda))

it.each([
  ['NVIDIA H200', 143_771, 71_424, 16, 48, '1c.3g.71gb'],
  ['NVIDIA H200', 143_771, 16_384, 16, 16, '1g.18gb'],
  ['NVIDIA H100 80GB HBM3', 81_559, 40_448, 60, 60, '3g.40gb'],
  ['NVIDIA A100-SXM4-40GB', 40_960, 4864, 14, 14, '1g.5gb'],
  ['NVIDIA A30', 24_576, 11_968, 28, 28, '2g.12gb'],
])('names MIG profiles of %s', (name, card, slice, sms, all_sms, profile) => {
  const seen = migProfile({ name, vram_bytes: card * MIB }, { vram_bytes: slice * MIB, sms, all_sms })
  expect(seen).toBe(profile)
})

it.each([
  ['NVIDIA A100-SXM...', 19_968, 42, '3g.20gb'],
  ['NVIDIA A100-SXM...', 4864, 14, '1g.5gb'],
  ['NVIDIA H200', 16_384, 16, null],
])('names them without the memory of the card, where that is sure: %s, %s MiB', (name, slice, sms, profile) => {
  expect(migProfile({ name, vram_bytes: null }, { vram_bytes: slice * MIB, sms, all_sms: sms })).toBe(profile)
})

it('reads the tables of rocm-smi', () => {
  expect(parseRocmSmiTable(machine.ROCM_TABLE_OLD)).toMatchObject([
    { index: 1, temperature_c: 52, power_w: 91, power_limit_w: 220, clock_mhz: 1440, busy_percent: 98 },
    { index: 3, temperature_c: 30, busy_percent: 0 },
  ])
  expect(parseRocmSmiTable(machine.ROCM_TABLE)).toMatchObject([
    { index: 0, temperature_c: 61, power_w: 248, power_limit_w: 303, clock_mhz: 2371, busy_percent: 99 },
  ])
})

it('takes the largest heap of the device', () => {
  expect(parseVulkanHeaps(VULKAN_HEAPS)).toEqual({ device_local_bytes: 8 * GIB })
})
