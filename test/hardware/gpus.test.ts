import { describe, expect, it } from 'vitest'
import { gpuReport, pciAddress } from '../../shared/hardware/gpu-report.ts'
import { mergeGpus, type GpuContext } from '../../shared/hardware/gpus.ts'

const GIB = 1024 ** 3
const context: GpuContext = {
  ram_bytes: 64 * GIB,
  rocm: false,
  level_zero: false,
  gpu_limit_bytes: null,
  platform: 'linux',
}

describe('one device for each real card', () => {
  it('joins reports by address, the better source first', () => {
    const gpus = mergeGpus(
      [
        {
          source: 'nvidia-smi',
          complete_for: 'nvidia',
          reports: [gpuReport({ vendor: 'nvidia', name: 'A', vram_bytes: 8 * GIB, pci_address: '0000:01:00.0' })],
        },
        {
          source: 'lspci',
          reports: [
            gpuReport({ vendor: 'amd', name: 'Radeon RX 9', pci_address: '0000:03:00.0' }),
            gpuReport({ vendor: 'nvidia', name: 'GA999 [A]', pci_id: '10de:2fff', pci_address: '0000:01:00.0' }),
            gpuReport({ vendor: 'nvidia', name: 'lent to a virtual machine', pci_address: '0000:02:00.0' }),
          ],
        },
      ],
      context,
    )
    expect(gpus.map((gpu) => [gpu.name, gpu.source, gpu.vram_bytes])).toEqual([
      ['A', 'nvidia-smi', 8 * GIB],
      ['Radeon RX 9', 'lspci', null],
    ])
  })

  it('joins reports without addresses in order, and adds none to a vendor that is counted', () => {
    const gpus = mergeGpus(
      [
        { source: 'one', reports: [gpuReport({ vendor: 'amd', vram_bytes: GIB }), gpuReport({ vendor: 'amd' })] },
        {
          source: 'two',
          reports: ['First', 'Second', 'Third'].map((name) => gpuReport({ vendor: 'amd', name: `${name} RX 1` })),
        },
        { source: 'three', reports: [gpuReport({ vendor: 'intel', name: 'UHD Graphics' })] },
      ],
      context,
    )
    expect(gpus.map((gpu) => gpu.name)).toEqual(['First RX 1', 'Second RX 1', 'UHD Graphics'])
  })

  it('keeps cards with different ids apart', () => {
    const gpus = mergeGpus(
      [
        { source: 'one', reports: [gpuReport({ vendor: 'amd', name: 'RX 1', pci_id: '1002:0001' })] },
        {
          source: 'two',
          reports: [gpuReport({ vendor: 'amd', name: 'Graphics', pci_id: '1002:0002', pci_address: '0000:05:00.0' })],
        },
      ],
      context,
    )
    expect(gpus).toHaveLength(2)
  })

  it.each([
    ['00000000:0C:00.0', '0000:0c:00.0'],
    ['0c:00.0', '0000:0c:00.0'],
    ['0000000F:01:00.0', '000f:01:00.0'],
    ['N/A', null],
  ])('spells %s as %s', (text, address) => {
    expect(pciAddress(text)).toBe(address)
  })
})

describe('memory and back-end', () => {
  const only = (report: Parameters<typeof gpuReport>[0], more: Partial<GpuContext> = {}) =>
    mergeGpus([{ source: 'test', reports: [gpuReport(report)] }], { ...context, ...more })[0]

  it('leaves unknown memory unknown', () => {
    expect(only({ vendor: 'nvidia', name: 'X', memory_not_counted: true })).toMatchObject({
      vram_bytes: null,
      usable_bytes: null,
      unified: false,
      backend: 'cuda',
    })
  })

  it('gives a unified part the memory of the machine', () => {
    expect(only({ vendor: 'nvidia', name: 'NVIDIA GB10', memory_not_counted: true })).toMatchObject({
      vram_bytes: 64 * GIB,
      unified: true,
      integrated: true,
    })
  })

  it('states what Apple users set, and nothing otherwise', () => {
    expect(only({ vendor: 'apple', name: 'Apple M9' })).toMatchObject({
      vram_bytes: 64 * GIB,
      usable_bytes: null,
      unified: true,
      backend: 'metal',
    })
    expect(only({ vendor: 'apple', name: 'Apple M9' }, { gpu_limit_bytes: 50 * GIB })?.usable_bytes).toBe(50 * GIB)
  })

  it('adds what the driver may lend to an APU, unless firmware set a large part aside', () => {
    const apu = { vendor: 'amd', name: 'AMD Radeon 780M Graphics' } as const
    expect(only({ ...apu, vram_bytes: GIB / 2, shared_bytes: 16 * GIB })).toMatchObject({
      vram_bytes: 64 * GIB,
      usable_bytes: 16.5 * GIB,
      unified: true,
    })
    expect(only({ ...apu, vram_bytes: 96 * GIB, shared_bytes: 16 * GIB })).toMatchObject({
      vram_bytes: 96 * GIB,
      usable_bytes: null,
      unified: false,
    })
  })

  it('chooses the back-end by vendor and by what is installed', () => {
    expect(only({ vendor: 'amd', name: 'RX 1' })?.backend).toBe('vulkan')
    expect(only({ vendor: 'amd', name: 'RX 1' }, { rocm: true })?.backend).toBe('rocm')
    expect(only({ vendor: 'amd', name: 'RX 1', architecture: 'gfx1100' })?.backend).toBe('rocm')
    expect(only({ vendor: 'intel', name: 'Arc A770' })?.backend).toBe('vulkan')
    expect(only({ vendor: 'intel', name: 'Arc A770' }, { level_zero: true })?.backend).toBe('sycl')
    expect(only({ vendor: 'amd', name: 'Radeon Pro 1' }, { platform: 'darwin' })?.backend).toBe('metal')
  })

  it('names a nameless card by its number', () => {
    expect(only({ vendor: 'nvidia', pci_id: '10de:2fff' })?.name).toBe('NVIDIA GPU 10de:2fff')
  })
})
