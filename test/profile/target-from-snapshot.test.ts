import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HardwareSnapshot } from '../../shared/hardware/snapshot.ts'
import { listProfiles } from '../../shared/profile/database.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import { snapshotCores } from '../../shared/profile/usable-cores.ts'
import { GIB, MIB } from '../../shared/units.ts'
import { board, gpu, mac, snapshot } from './snapshots.ts'

describe('targetFromSnapshot', () => {
  it('takes sizes from the machine and speeds from the profile', () => {
    const target = targetFromSnapshot(snapshot({ gpus: [gpu()], memory: { total_bytes: 64 * GIB } }))
    expect(target).toMatchObject({
      id: 'nvidia_rtx_4090',
      profile_id: 'nvidia_rtx_4090',
      origin: 'snapshot',
      backend: 'cuda',
    })
    expect(target.devices).toMatchObject([
      { name: 'CUDA0 (NVIDIA GeForce RTX 4090)', total_bytes: 24564 * MIB, bandwidth_gb_s: 1008, fp16_tflops: 165.2 },
    ])
    expect(target.host).toMatchObject({ total_bytes: 64 * GIB, bandwidth_gb_s: 89.6, assumed: false })
    expect(target.cpu).toMatchObject({ physical_cores: 16, performance_cores: 8, usable_cores: 8, assumed: false })
  })

  it('does not plan around what is in use right now', () => {
    const busy = snapshot({ gpus: [gpu({ vram_free_bytes: 0 })], memory: { available_bytes: 0 } })
    const idle = snapshot({ gpus: [gpu()] })
    expect(targetFromSnapshot(busy)).toEqual(targetFromSnapshot(idle))
  })

  it('lists every card of the backend with the most memory, and keeps a desktop on the first only', () => {
    const small = gpu({ vendor: 'amd', backend: 'rocm', name: 'AMD Radeon RX 7600', vram_bytes: 8 * GIB })
    const { devices, backend } = targetFromSnapshot(
      snapshot({ gpus: [small, gpu(), gpu({ name: 'NVIDIA GeForce RTX 3090' })] }),
    )
    expect(backend).toBe('cuda')
    expect(devices.map(({ name, bandwidth_gb_s }) => [name, bandwidth_gb_s])).toEqual([
      ['CUDA0 (NVIDIA GeForce RTX 4090)', 1008],
      ['CUDA1 (NVIDIA GeForce RTX 3090)', 936],
    ])
    expect((devices[1]?.usable?.bytes ?? 0) - (devices[0]?.usable?.bytes ?? 0)).toBe(512 * MIB)
  })

  it('says which card of another vendor the plan leaves out', () => {
    const amd = gpu({ vendor: 'amd', backend: 'rocm', name: 'AMD Radeon RX 7900 XTX', vram_bytes: 20 * GIB })
    const inside = gpu({ vendor: 'intel', name: 'Intel UHD 770', backend: 'vulkan', integrated: true, unified: true })
    const { notes, devices } = targetFromSnapshot(snapshot({ gpus: [gpu(), amd, inside] }))
    expect(devices).toHaveLength(1)
    expect(notes).toEqual(['AMD Radeon RX 7900 XTX is left out: it needs rocm, the plan is for cuda.'])
  })

  it.each<[string, Partial<HardwareSnapshot>, string]>([
    ['ram_gb', { ram_gb: 0 }, 'memory.total_bytes says 32 GiB'],
    ['ram_gb', { ram_gb: 1e300 }, 'memory.total_bytes says 32 GiB'],
    ['vram_gb', { vram_gb: 48 }, 'gpus says 24 GiB'],
    ['cpu_cores_performance', { cpu_cores_performance: 0 }, 'cpu.performance_cores says 8'],
    ['cpu_cores_efficiency', { cpu_cores_efficiency: 4 }, 'cpu.efficiency_cores says 8'],
    ['platform', { platform: 'apple_silicon_m3_16gb' }, 'its hardware says nvidia_rtx_4090'],
  ])('says that an edited %s does not count', (key, edit, what) => {
    const seen = { ...snapshot({ gpus: [gpu()] }), platform: 'nvidia_rtx_4090', vram_gb: 24 }
    expect(targetFromSnapshot(seen).notes).toEqual([])
    const edited = targetFromSnapshot({ ...seen, ...edit })
    expect(edited.notes).toEqual([expect.stringContaining(what)])
    expect(edited.notes[0]).toContain(`The snapshot's ${key} is `)
    expect(edited).toEqual({ ...targetFromSnapshot(seen), notes: edited.notes })
  })

  it('leaves the GPU in the processor out beside a card', () => {
    const inside = gpu({ vendor: 'amd', name: 'AMD Radeon 780M', backend: 'vulkan', integrated: true, unified: true })
    const target = targetFromSnapshot(snapshot({ gpus: [inside, gpu()] }))
    expect(target.unified).toBe(false)
    expect(target.devices).toHaveLength(1)
  })

  it('leaves an unknown GPU in the processor out, and says so', () => {
    const inside = gpu({ vendor: 'intel', name: 'Intel UHD 770', backend: 'vulkan', integrated: true, unified: true })
    const target = targetFromSnapshot(snapshot({ gpus: [inside] }))
    expect(target).toMatchObject({ backend: 'cpu', devices: [], id: 'cpu_intel_core_i7_13700k' })
    expect(target.notes.join(' ')).toContain('Intel UHD 770 is left out')
  })

  it("takes Metal's working set as the Mac states it, else by rule", () => {
    const plain = mac('Apple M3', 16)
    expect(targetFromSnapshot(plain).devices[0]?.usable?.bytes).toBe(Math.floor((16 * GIB * 2) / 3))
    const raised = { ...plain, gpus: plain.gpus.map((one) => ({ ...one, usable_bytes: 14 * GIB })) }
    expect(targetFromSnapshot(raised).devices[0]?.usable?.bytes).toBe(14 * GIB)
    expect(targetFromSnapshot(plain)).toMatchObject({ unified: true, host: { bandwidth_gb_s: 100 } })
  })

  it('binds a GPU that shares the RAM to the limit of a container', () => {
    const free = board('Orin (nvgpu)', 'NVIDIA Jetson AGX Orin Developer Kit', 62841)
    const limited = { ...free, memory: { ...free.memory, limit_bytes: 8 * GIB } }
    expect(targetFromSnapshot(free).devices[0]?.usable?.bytes).toBeGreaterThan(50 * GIB)
    expect(targetFromSnapshot(limited).devices[0]?.usable?.bytes).toBeLessThan(8 * GIB)
    expect(targetFromSnapshot(limited).devices[0]?.usable?.source).toContain('container')
  })

  it('takes memory that the firmware set aside for a GPU in the processor as its own', () => {
    const amd = gpu({
      vendor: 'amd',
      name: 'Radeon 8060S Graphics',
      backend: 'vulkan',
      integrated: true,
      vram_bytes: 96 * GIB,
    })
    const target = targetFromSnapshot(snapshot({ gpus: [amd], memory: { total_bytes: 30 * GIB } }))
    expect(target).toMatchObject({ id: 'amd_ryzen_ai_max_395_128gb', unified: false, host: { total_bytes: 30 * GIB } })
    expect(target.devices).toMatchObject([{ total_bytes: 96 * GIB, usable: { bytes: 94 * GIB }, bandwidth_gb_s: 256 }])
  })

  it('gives a GPU in the processor half of the RAM, or what the driver was raised to', () => {
    const amd = gpu({
      vendor: 'amd',
      name: 'Radeon 8060S Graphics',
      backend: 'vulkan',
      integrated: true,
      unified: true,
    })
    const usable = (usable_bytes: number | null): number | undefined =>
      targetFromSnapshot(snapshot({ gpus: [{ ...amd, usable_bytes }], memory: { total_bytes: 124 * GIB } })).devices[0]
        ?.usable?.bytes
    expect(usable(null)).toBe(61.5 * GIB)
    expect(usable(62 * GIB)).toBe(61.5 * GIB)
    expect(usable(108 * GIB)).toBe(107.5 * GIB)
  })

  it('counts unknown hardware to a slow class, and says so', () => {
    const target = targetFromSnapshot(
      snapshot({ gpus: [gpu({ name: 'NVIDIA GeForce RTX 9999', vram_bytes: 64 * GIB })], cpu: { name: 'x' } }),
    )
    expect(target).toMatchObject({ id: 'generic_gpu', profile_id: null, host: { bandwidth_gb_s: 51.2 } })
    expect(target.devices).toMatchObject([{ total_bytes: 64 * GIB, bandwidth_gb_s: 128, fp16_tflops: null }])
    expect(target.notes.join(' ')).toMatch(/not in the data base.*generic_gpu/)
    expect(target.notes.join(' ')).toContain('bandwidth of generic_cpu is assumed')
  })

  it('takes the memory of a known card from its profile where the machine does not say, else leaves it unknown', () => {
    const known = targetFromSnapshot(snapshot({ gpus: [gpu({ vram_bytes: null })] }))
    expect(known.devices[0]?.total_bytes).toBe(24 * GIB)
    expect(known.notes.join(' ')).toContain('taken from its profile')
    const unknown = targetFromSnapshot(snapshot({ gpus: [gpu({ vram_bytes: null, name: 'NVIDIA Graphics Device' })] }))
    expect(unknown.devices).toMatchObject([{ total_bytes: null, usable: null }])
  })

  it('does not give a slice of a server the bandwidth of the whole', () => {
    const slice = snapshot({
      cpu: { name: 'AMD EPYC 7763 64-Core Processor', physical_cores: 2, performance_cores: 2, efficiency_cores: 0 },
    })
    expect(targetFromSnapshot(slice).host.bandwidth_gb_s).toBe(40)
  })

  describe('the bandwidth that detect --measure found', () => {
    const seen = (read_gb_s: number) => ({ read_gb_s, copy_gb_s: 5, threads: 8, seconds: 1, method: 'test' })
    const bandwidth = (read_gb_s: number, name?: string) => {
      const base = snapshot(name === undefined ? {} : { cpu: { name, vendor: 'unknown' } })
      return targetFromSnapshot({ ...base, measured_bandwidth: seen(read_gb_s) })
    }

    it('counts where the data base knows none, and says so', () => {
      const target = bandwidth(41.5, 'Example 9 9999')
      expect(target.host.bandwidth_gb_s).toBe(41.5)
      expect(target.notes.join(' ')).toContain('41.5 GB/s that 8 threads read in a test on this machine')
    })

    it('yields to the data sheet, unless the machine is far from it', () => {
      expect(bandwidth(70).host.bandwidth_gb_s).toBe(89.6)
      const single = bandwidth(38)
      expect(single.host.bandwidth_gb_s).toBe(38)
      expect(single.notes.join(' ')).toContain('one memory channel of two')
    })
  })

  it('halves the RAM of a phone and keeps its micro-batch down', () => {
    const phone = snapshot({ cpu: { name: 'SM8650' }, os: { platform: 'android' }, memory: { total_bytes: 12 * GIB } })
    expect(targetFromSnapshot(phone)).toMatchObject({
      is_mobile: true,
      sustained_n_ubatch: 16,
      host: { usable: { bytes: 6 * GIB } },
    })
  })
})

describe('snapshotCores', () => {
  const base = snapshot().cpu
  it.each([
    [{}, 16, 8, 8],
    [{ quota_cores: 4.5 }, 4, 4, 4],
    [{ quota_cores: 0.3 }, 1, 1, 1],
    [{ affinity_cores: 6 }, 6, 6, 6],
    [{ affinity_cores: 24 }, 16, 8, 8],
    [{ physical_cores: 64, performance_cores: 64, efficiency_cores: 0, numa_nodes: 4 }, 64, 64, 16],
    [{ physical_cores: 64, performance_cores: 64, efficiency_cores: 0, numa_nodes: 4, quota_cores: 8 }, 8, 8, 8],
    [{ physical_cores: 0, performance_cores: 0, efficiency_cores: 0, logical_cores: 4 }, 4, 4, 4],
    [{ physical_cores: 0, performance_cores: 0, efficiency_cores: 0, logical_cores: 0 }, 1, 1, 1],
  ])('%j gives %d physical, %d performance and %d usable cores', (over, physical, performance, usable) => {
    expect(snapshotCores({ ...base, ...over }).cores).toMatchObject({
      physical_cores: physical,
      performance_cores: performance,
      usable_cores: usable,
    })
  })
})

const bytes = fc.integer({ min: 0, max: 2 ** 42 })
const cores = fc.integer({ min: 0, max: 512 })
const someName = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom(...listProfiles().map(({ display_name }) => display_name)),
)
const someGpu = fc.record({
  vendor: fc.constantFrom('nvidia', 'amd', 'intel', 'apple', 'other'),
  name: someName,
  vram_bytes: fc.option(bytes),
  usable_bytes: fc.option(bytes),
  unified: fc.boolean(),
  integrated: fc.boolean(),
  backend: fc.constantFrom('cuda', 'metal', 'rocm', 'vulkan', 'sycl', 'cpu'),
})
const someSnapshot = fc
  .record({
    cpu: fc.record({
      name: someName,
      physical_cores: cores,
      performance_cores: cores,
      efficiency_cores: cores,
      logical_cores: cores,
      numa_nodes: fc.option(fc.integer({ min: 0, max: 16 })),
      affinity_cores: fc.option(cores),
      quota_cores: fc.option(fc.double({ min: 0, max: 512, noNaN: true })),
    }),
    memory: fc.record({ total_bytes: bytes, limit_bytes: fc.option(bytes) }),
    gpus: fc.array(someGpu, { maxLength: 4 }),
  })
  .map(({ gpus, ...rest }) => snapshot({ ...rest, gpus: gpus.map((one) => gpu(one)) }))

it('makes a sound target of any snapshot', () => {
  fc.assert(
    fc.property(someSnapshot, (seen) => {
      const { cpu, host, devices, backend, backends } = targetFromSnapshot(seen)
      expect(cpu.usable_cores).toBeGreaterThanOrEqual(1)
      expect(cpu.usable_cores).toBeLessThanOrEqual(cpu.performance_cores)
      expect(cpu.performance_cores + cpu.efficiency_cores).toBeLessThanOrEqual(cpu.physical_cores)
      expect(host.usable.bytes).toBeGreaterThanOrEqual(0)
      expect(host.usable.bytes).toBeLessThanOrEqual(seen.memory.total_bytes)
      expect(backends).toContain(backend)
      expect(new Set(devices.map(({ name }) => name.split(' ')[0])).size).toBe(devices.length)
      for (const { usable, total_bytes } of devices) {
        expect(usable === null).toBe(total_bytes === null)
        expect(usable?.bytes ?? 0).toBeGreaterThanOrEqual(0)
        expect(usable?.bytes ?? 0).toBeLessThanOrEqual(total_bytes ?? 0)
      }
    }),
    { numRuns: 150 },
  )
})
