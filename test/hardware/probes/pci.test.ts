import { describe, expect, it } from 'vitest'
import { integratedByName } from '../../../shared/hardware/pci.ts'
import { parseSyclLs, parseXpuSmi } from '../../../shared/hardware/probes/intel-gpu.ts'
import { parseClinfo } from '../../../shared/hardware/probes/clinfo.ts'
import { parseLspci } from '../../../shared/hardware/probes/lspci.ts'
import { parseMobileGpu } from '../../../shared/hardware/probes/mobile-gpu.ts'
import { parseSysPci } from '../../../shared/hardware/probes/sys-pci.ts'
import { parseNvidiaTable } from '../../../shared/hardware/probes/nvidia-table.ts'
import { parseXpuTable } from '../../../shared/hardware/probes/xpu-table.ts'
import { parseVulkaninfo } from '../../../shared/hardware/probes/vulkaninfo.ts'
import * as gpu from '../samples/gpu.ts'

describe('lspci', () => {
  it('takes display controllers by class, whatever the names say', () => {
    expect(parseLspci(gpu.LSPCI_NN)).toMatchObject([
      {
        vendor: 'intel',
        name: 'Intel Arc Graphics 150X / 160X',
        chip: 'Example Lake',
        pci_id: '8086:64ff',
        driver: 'xe',
        integrated: true,
        not_gpu: null,
      },
      { vendor: 'amd', name: 'Radeon RX 9999 XT/9999', chip: 'Navi 99', pci_id: '1002:7fff', integrated: false },
      { vendor: 'nvidia', name: null, pci_id: '10de:2fff', pci_address: '0000:0a:00.0', integrated: null },
      { not_gpu: 'management' },
    ])
  })

  it('reads lines without ids: the vendor by its name, the device by the number that stands for one', () => {
    expect(parseLspci(gpu.LSPCI_PLAIN)).toMatchObject([
      { vendor: 'nvidia', name: null, pci_id: '10de:2fff', pci_address: '0000:1a:00.0' },
      { not_gpu: 'management' },
      { vendor: 'intel', name: 'UHD Graphics', chip: 'CometLake', integrated: true },
    ])
  })

  it("takes AMD's processing accelerators, and no other maker's", () => {
    const lines = `05:00.0 Processing accelerators: Advanced Micro Devices, Inc. [AMD/ATI] Example Sea [Instinct MI999X]
06:00.0 Processing accelerators: Example Corporation Gaudy9
07:00.0 Processing accelerators [1200]: Advanced Micro Devices, Inc. [AMD/ATI] Device [1002:74ff]
08:00.0 Processing accelerators [1200]: Advanced Micro Devices, Inc. [AMD] Neural Example [1022:17ff]`
    expect(parseLspci(lines)?.map(({ vendor, name, pci_address }) => [vendor, name, pci_address])).toEqual([
      ['amd', 'Instinct MI999X', '0000:05:00.0'],
      ['amd', null, '0000:07:00.0'],
    ])
    const folder = '/sys/bus/pci/devices/0000'
    const files = ['05:00.0', '06:00.0'].map(
      (address, at) => `${folder}:${address}/class: 0x120000
${folder}:${address}/vendor: ${at === 0 ? '0x1002' : '0x1da3'}
${folder}:${address}/device: 0x74ff`,
    )
    expect(parseSysPci(files.join('\n'))).toMatchObject([{ vendor: 'amd', pci_id: '1002:74ff', not_gpu: null }])
  })

  it('reads quoted lines and records; virtual adapters are no GPUs', () => {
    expect(parseLspci(gpu.LSPCI_MM)).toMatchObject([
      { vendor: 'intel', name: 'HD Graphics 777', pci_id: '8086:5916', not_gpu: null },
      { not_gpu: 'virtual' },
    ])
    expect(parseLspci(gpu.LSPCI_RECORDS)).toMatchObject([
      { not_gpu: 'virtual', name: 'SVGA II Adapter', vendor_name: 'VMware' },
      { vendor: 'nvidia', pci_id: '10de:2fff', driver: 'nvidia', not_gpu: null },
    ])
  })

  it('reads numbers alone, and vendors that stand in one line with their device', () => {
    const lines = `01:00.0 0300: 10de:2fff (rev a1)
00:02.0 VGA compatible controller: Device 1234:1111 (rev 02)
00:03.0 VGA compatible controller: Red Hat, Inc. Virtio 1.0 GPU (rev 01)
00:04.0 VGA compatible controller: ASPEED Technology, Inc. ASPEED Graphics Family (rev 41)
00:05.0 0200: 10de:2ffe (rev a1)`
    expect(parseLspci(lines)).toMatchObject([
      { vendor: 'nvidia', pci_id: '10de:2fff', name: null, not_gpu: null },
      { not_gpu: 'virtual', name: 'Bochs virtual VGA', vendor_name: 'QEMU' },
      { not_gpu: 'virtual', name: 'Virtio 1.0 GPU', vendor_name: 'Red Hat, Inc.' },
      { not_gpu: 'management', name: 'ASPEED Graphics Family' },
    ])
  })

  it('answers "none" for a bus without display controllers, nothing for other text', () => {
    expect(parseLspci('00:00.0 Host bridge: Intel Corporation Device 1234')).toEqual([])
    expect(parseLspci('pcilib: Cannot open /proc/bus/pci')).toBeNull()
  })
})

describe('/sys/bus/pci', () => {
  it('reads cards that have no driver', () => {
    expect(parseSysPci(gpu.SYS_PCI)).toMatchObject([
      { vendor: 'nvidia', pci_id: '10de:2fff', pci_address: '0000:0a:00.0', not_gpu: null },
      { not_gpu: 'management' },
    ])
    expect(parseSysPci('/sys/bus/pci/devices/0000:00:00.0/vendor:0x8086')).toEqual([])
    expect(parseSysPci('')).toBeNull()
  })
})

describe('vulkaninfo', () => {
  it('skips software renderers and layers over other drivers', () => {
    expect(parseVulkaninfo(gpu.VULKAN)).toMatchObject([
      { vendor: 'nvidia', name: 'NVIDIA Example RTX 77', pci_id: '10de:2704', integrated: false, driver: '590.10' },
      { vendor: 'intel', name: 'Intel(R) UHD Graphics 7777', pci_id: null, integrated: true },
    ])
    expect(parseVulkaninfo('ERROR: vkCreateInstance failed')).toBeNull()
  })
})

describe('Intel and phone tools', () => {
  it('reads both forms of sycl-ls behind time stamps', () => {
    expect(parseSyclLs(gpu.SYCL_LS)).toEqual(['Intel(R) Arc(TM) B999 Graphics', 'Intel(R) UHD Graphics 7777'])
    expect(parseSyclLs('[native_cpu:cpu][native_cpu:0] SYCL Native CPU')).toEqual([])
    expect(parseSyclLs('')).toBeNull()
  })

  it('reads xpu-smi', () => {
    expect(parseXpuSmi(gpu.XPU_SMI)).toMatchObject([
      { name: 'Intel(R) UHD Graphics 7777', pci_address: '0000:00:02.0', integrated: true, vram_bytes: null },
      {
        name: 'Intel(R) Arc(TM) B999 Graphics',
        pci_id: '8086:e2ff',
        integrated: false,
        vram_bytes: 24_480 * 1024 ** 2,
      },
    ])
    expect(parseXpuSmi('No device discovered')).toEqual([])
    expect(parseXpuSmi('')).toBeNull()
  })

  it("reads clinfo: Intel's GPUs once each, memory only of a card that shares none with the machine", () => {
    expect(parseClinfo(gpu.CLINFO)).toMatchObject([
      {
        name: 'Intel(R) Arc(TM) B999 Graphics',
        pci_address: '0000:03:00.0',
        pci_id: '8086:e2ff',
        integrated: false,
        vram_bytes: 24_385_683_456,
      },
      { name: 'Intel(R) UHD Graphics 7777', pci_address: '0000:00:02.0', integrated: true, vram_bytes: null },
    ])
    expect(parseClinfo(gpu.CLINFO_RAW)).toMatchObject([
      { name: 'Intel(R) Arc(TM) A888 Graphics', pci_address: null, integrated: false, vram_bytes: 8_053_063_680 },
    ])
    const unsaid = gpu.CLINFO.replaceAll(/^.*Unified memory.*$/gm, '')
    expect(parseClinfo(unsaid)?.map(({ vram_bytes }) => vram_bytes)).toEqual([null, null])
    expect(parseClinfo('Number of platforms                               0')).toEqual([])
    expect(parseClinfo('Number of platforms:\t\t\t\t 1\n  Name:\t\t\t\t gfx1199')).toEqual([])
    expect(parseClinfo('clinfo: command not found')).toBeNull()
  })

  it('names an Adreno as people do', () => {
    expect(parseMobileGpu(gpu.MOBILE_GPU)).toMatchObject([{ vendor: 'qualcomm', name: 'Adreno 799', integrated: true }])
    expect(parseMobileGpu('/sys/class/misc/mali0/device/gpuinfo:Mali-G710 10 cores r0p1 0xA862')).toMatchObject([
      { vendor: 'arm', name: 'Mali-G710' },
    ])
  })
})

describe('integrated or not, by name', () => {
  it.each([
    ['intel', 'Intel(R) Arc(TM) A770 Graphics', false],
    ['intel', 'Intel(R) Arc(TM) Pro B60 Graphics', false],
    ['intel', 'Intel(R) Data Center GPU Flex 170', false],
    ['intel', 'Intel(R) Arc(TM) 140V GPU', true],
    ['intel', 'Intel(R) Iris(R) Xe Graphics', true],
    ['amd', 'AMD Radeon RX 7900 XTX', false],
    ['amd', 'AMD Radeon Pro W7900', false],
    ['amd', 'AMD Radeon Pro 5500M', false],
    ['amd', 'AMD Radeon R9 M370X', false],
    ['amd', 'AMD Radeon R7 200 Series', false],
    ['amd', 'AMD Radeon R7 Graphics', true],
    ['amd', 'AMD Radeon Pro V620', false],
    ['amd', 'AMD Radeon(TM) RX Vega 11 Graphics', true],
    ['amd', 'Radeon RX Vega 64', false],
    ['amd', 'HawkPoint1', true],
    ['amd', 'VanGogh [AMD Custom GPU 0405]', true],
    ['amd', 'Polaris 10', false],
    ['intel', 'AlderLake-S GT1', true],
    ['intel', 'Intel(R) Arc(TM) B390 GPU', true],
    ['intel', 'Intel(R) Graphics [0xe20b]', false],
    ['intel', 'Intel(R) Graphics [0x9a49]', true],
    ['amd', 'AMD Radeon 8060S Graphics', true],
    ['amd', 'AMD Radeon(TM) Graphics', true],
    ['amd', 'AMD Instinct MI300X', false],
    ['nvidia', 'Orin (nvgpu)', true],
    ['nvidia', 'NVIDIA GeForce RTX 4090', false],
    ['nvidia', 'NVIDIA GB300', null],
  ] as const)('%s %s: %s', (vendor, name, integrated) => {
    expect(integratedByName(vendor, name)).toBe(integrated)
  })
})

describe('vulkaninfo without its headings', () => {
  it('begins a device where what each has once comes again', () => {
    const kept = `
        deviceType         = PHYSICAL_DEVICE_TYPE_INTEGRATED_GPU
        deviceName         = AMD Radeon 888M (RADV GFX1199)
        deviceType         = PHYSICAL_DEVICE_TYPE_CPU
        deviceName         = llvmpipe (LLVM 99)
        deviceType         = PHYSICAL_DEVICE_TYPE_DISCRETE_GPU
        deviceName         = NVIDIA Example RTX 77`
    expect(parseVulkaninfo(kept)?.map(({ name, integrated }) => [name, integrated])).toEqual([
      ['AMD Radeon 888M (RADV GFX1199)', true],
      ['NVIDIA Example RTX 77', false],
    ])
  })
})

it('reads xpu-smi of Windows, and addresses of one digit', () => {
  const values = (id: number): string => `  - Device ID: ${id}
  - Device Name: Intel(R) Arc(TM) B999 Graphics
  - PCI BDF Address: 0000:0${id + 3}:0.0
  - Memory Physical Size: 24480 MiB
`
  expect(parseXpuSmi(values(0) + values(1))?.map(({ pci_address, vram_bytes }) => [pci_address, vram_bytes])).toEqual([
    ['0000:03:00.0', 24_480 * 1024 ** 2],
    ['0000:04:00.0', 24_480 * 1024 ** 2],
  ])
})

it('cuts the version off a name of sycl-ls, also where no driver follows it', () => {
  const line = '[level_zero:gpu:0] Intel(R) Level-Zero, Intel(R) Data Center GPU Max 9999 1.6'
  expect(parseSyclLs(line)).toEqual(['Intel(R) Data Center GPU Max 9999'])
})

describe("Intel's table", () => {
  it("is not nvidia-smi's, joins long names, and has sizes that discovery lacks", () => {
    expect(parseXpuTable(gpu.XPU_TABLE)).toMatchObject([
      {
        name: 'Intel(R) Arc(TM) B999',
        vram_bytes: 12_216 * 1024 ** 2,
        vram_free_bytes: 11_977 * 1024 ** 2,
        pci_address: '0000:03:00.0',
        integrated: false,
      },
      { name: 'Intel(R) Arc(TM) Pro B99 Graphics', vram_bytes: null, pci_address: '0000:07:00.0' },
    ])
    expect(parseNvidiaTable(gpu.XPU_TABLE)).toBeNull()
    expect(parseXpuTable(gpu.NVIDIA_TABLE)).toBeNull()
    expect(parseXpuTable('No GPU devices found.\n')).toEqual([])
  })
})

describe('xpu-smi discovery as JSON', () => {
  const card = { device_id: 0, device_name: 'Intel(R) Arc(TM) B999 Graphics', pci_bdf_address: '0000:04:00.0' }

  it('reads the list, and one device with its memory', () => {
    const known = { ...card, pci_device_id: '0xe2ff', memory_physical_size_byte: '17079205888' }
    expect(parseXpuSmi(JSON.stringify({ device_list: [card] }))).toMatchObject([
      { name: 'Intel(R) Arc(TM) B999 Graphics', pci_address: '0000:04:00.0', vram_bytes: null, integrated: false },
    ])
    expect(parseXpuSmi(JSON.stringify(known))).toMatchObject([{ pci_id: '8086:e2ff', vram_bytes: 17_079_205_888 }])
    expect(parseXpuSmi('{"error": "no"}')).toBeNull()
  })
})
