import { describe, expect, it } from 'vitest'
import { listProfiles } from '../../shared/profile/database.ts'
import { findProfile, profileNamed } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { GIB } from '../../shared/units.ts'
import { userErrorOf } from '../helpers/thrown.ts'

/** Every platform that the data base has promised from its first draft on: memory GB, GB/s, performance + efficiency cores. */
const promised: readonly (readonly [id: string, gb: number, gb_s: number, cores: string, backend: string])[] = [
  ['apple_silicon_m1_8gb', 8, 68.25, '4+4', 'metal'],
  ['apple_silicon_m1_16gb', 16, 68.25, '4+4', 'metal'],
  ['apple_silicon_m2_8gb', 8, 100, '4+4', 'metal'],
  ['apple_silicon_m2_16gb', 16, 100, '4+4', 'metal'],
  ['apple_silicon_m2_24gb', 24, 100, '4+4', 'metal'],
  ['apple_silicon_m3_8gb', 8, 100, '4+4', 'metal'],
  ['apple_silicon_m3_16gb', 16, 100, '4+4', 'metal'],
  ['apple_silicon_m3_24gb', 24, 100, '4+4', 'metal'],
  ['apple_silicon_m3_pro_36gb', 36, 150, '6+6', 'metal'],
  ['apple_silicon_m3_max_36gb', 36, 300, '10+4', 'metal'],
  ['apple_silicon_m3_max_64gb', 64, 400, '12+4', 'metal'],
  ['apple_silicon_m3_ultra_96gb', 96, 819, '24+8', 'metal'],
  ['apple_silicon_m3_ultra_512gb', 512, 819, '24+8', 'metal'],
  ['apple_silicon_m4_16gb', 16, 120, '4+6', 'metal'],
  ['apple_silicon_m4_24gb', 24, 120, '4+6', 'metal'],
  ['apple_silicon_m4_32gb', 32, 120, '4+6', 'metal'],
  ['apple_silicon_m4_pro_64gb', 64, 273, '10+4', 'metal'],
  ['apple_silicon_m4_max_36gb', 36, 410, '10+4', 'metal'],
  ['apple_silicon_m4_max_128gb', 128, 546, '12+4', 'metal'],
  ['nvidia_rtx_3060', 12, 360, '8+0', 'cuda'],
  ['nvidia_rtx_3070', 8, 448, '8+0', 'cuda'],
  ['nvidia_rtx_3080_10gb', 10, 760, '8+0', 'cuda'],
  ['nvidia_rtx_3080_12gb', 12, 912, '8+0', 'cuda'],
  ['nvidia_rtx_3090', 24, 936, '8+0', 'cuda'],
  ['nvidia_rtx_4080', 16, 716.8, '8+0', 'cuda'],
  ['nvidia_rtx_4090', 24, 1008, '8+0', 'cuda'],
  ['nvidia_tesla_t4', 16, 320, '16+0', 'cuda'],
  ['nvidia_tesla_v100_16gb', 16, 900, '16+0', 'cuda'],
  ['nvidia_tesla_v100_32gb', 32, 900, '16+0', 'cuda'],
  ['nvidia_a100_40gb', 40, 1555, '16+0', 'cuda'],
  ['nvidia_a100_80gb', 80, 2039, '16+0', 'cuda'],
  ['jetson_nano_4gb', 4, 25.6, '4+0', 'cuda'],
  ['jetson_xavier_nx_8gb', 8, 59.7, '6+0', 'cuda'],
  ['jetson_xavier_nx_16gb', 16, 59.7, '6+0', 'cuda'],
  ['jetson_agx_xavier_32gb', 32, 136.5, '8+0', 'cuda'],
  ['jetson_orin_nano_4gb', 4, 34, '6+0', 'cuda'],
  ['jetson_orin_nano_8gb', 8, 68, '6+0', 'cuda'],
  ['jetson_orin_nx_16gb', 16, 102.4, '8+0', 'cuda'],
  ['jetson_agx_orin_32gb', 32, 204.8, '8+0', 'cuda'],
  ['jetson_agx_orin_64gb', 64, 204.8, '12+0', 'cuda'],
  ['amd_rx_7900_xt', 20, 800, '8+0', 'rocm'],
  ['amd_rx_7900_xtx', 24, 960, '8+0', 'rocm'],
  ['amd_mi250', 128, 3277, '16+0', 'rocm'],
  ['amd_mi300x', 192, 5325, '16+0', 'rocm'],
  ['cpu_intel_core_i5_12400', 32, 76.8, '6+0', 'cpu'],
  ['cpu_intel_core_i7_13700k', 32, 89.6, '8+8', 'cpu'],
  ['cpu_intel_core_i9_13900k', 32, 89.6, '8+16', 'cpu'],
  ['cpu_intel_xeon_ice_lake', 256, 204.8, '32+0', 'cpu'],
  ['cpu_amd_ryzen_9_3950x', 32, 51.2, '16+0', 'cpu'],
  ['cpu_amd_ryzen_9_5950x', 32, 51.2, '16+0', 'cpu'],
  ['cpu_amd_ryzen_9_7950x', 32, 83.2, '16+0', 'cpu'],
  ['cpu_amd_threadripper_3970x', 128, 102.4, '32+0', 'cpu'],
  ['cpu_aws_graviton3', 128, 307.2, '64+0', 'cpu'],
  ['cpu_ampere_altra', 128, 204.8, '80+0', 'cpu'],
  ['generic_cpu_arm64', 8, 25.6, '4+0', 'cpu'],
  ['phone_snapdragon_8_gen_3', 12, 76.8, '6+2', 'cpu'],
  ['generic_cpu', 16, 51.2, '4+0', 'cpu'],
  ['generic_gpu', 8, 128, '8+0', 'vulkan'],
]

describe('promised platforms', () => {
  it.each(promised)('%s has %d GB and %d GB/s', (id, gb, gb_s, cores, backend) => {
    const profile = findProfile(id)
    const { cpu } = targetFromProfile(profile)
    expect(profile).toMatchObject({ id, memory_gb: gb, memory_bandwidth_gb_s: gb_s, backend })
    expect(`${cpu.performance_cores}+${cpu.efficiency_cores}`).toBe(cores)
  })

  it('has no M3 with 32 GB, no RTX 4080 with 24 GB and no RX 7900 for two cards at once', () => {
    for (const id of ['apple_silicon_m3_32gb', 'nvidia_rtx_4080_24gb', 'amd_rx_7900'])
      expect(profileNamed(id)).toBeUndefined()
  })

  it('has at least ten kinds in each category of hardware that is sold', () => {
    const count = new Map<string, number>()
    for (const { category } of listProfiles()) count.set(category, (count.get(category) ?? 0) + 1)
    count.delete('generic')
    expect(count.size).toBe(8)
    for (const [category, kinds] of count) expect(kinds, category).toBeGreaterThanOrEqual(10)
  })
})

describe('findProfile', () => {
  it.each([
    ['nvidia_rtx_4090', 'nvidia_rtx_4090'],
    ['  NVIDIA_RTX_4090 ', 'nvidia_rtx_4090'],
    ['rtx-4090', 'nvidia_rtx_4090'],
    ['rtx-3080', 'nvidia_rtx_3080_10gb'],
    ['rtx-3080-12gb', 'nvidia_rtx_3080_12gb'],
    ['apple-m3-16gb', 'apple_silicon_m3_16gb'],
    // Without a size the smallest is meant.
    ['apple_silicon_m3', 'apple_silicon_m3_8gb'],
    ['nvidia_rtx_3080', 'nvidia_rtx_3080_10gb'],
    ['apple-m3-max-30c', 'apple_silicon_m3_max_36gb'],
    ['jetson_orin_nano', 'jetson_orin_nano_4gb'],
    ['intel-i7-13700', 'cpu_intel_core_i7_13700k'],
  ])('%s is %s', (name, id) => expect(findProfile(name).id).toBe(id))

  it('names the nearest ids', async () => {
    const error = await userErrorOf(() => findProfile('nvidia_rtx_409'))
    expect(error).toMatchObject({ kind: 'usage' })
    expect(error.message).toContain('nvidia_rtx_4090')
  })

  it('cuts what was typed', async () => {
    const error = await userErrorOf(() => findProfile('x'.repeat(5000)))
    expect(error.message.length).toBeLessThan(300)
  })
})

describe('targetFromProfile', () => {
  it('gives a card its memory and an assumed host', () => {
    const target = targetFromProfile(findProfile('nvidia_rtx_4090'))
    expect(target).toMatchObject({
      origin: 'profile',
      backend: 'cuda',
      backends: ['cuda', 'vulkan', 'cpu'],
      unified: false,
    })
    expect(target.devices).toMatchObject([
      { name: 'CUDA0 (NVIDIA GeForce RTX 4090)', total_bytes: 24 * GIB, bandwidth_gb_s: 1008, fp16_tflops: 165.2 },
    ])
    expect(target.host).toMatchObject({ total_bytes: 32 * GIB, bandwidth_gb_s: 51.2, assumed: true })
    expect(target.cpu).toMatchObject({ usable_cores: 8, assumed: true })
    expect(target.notes).toHaveLength(1)
  })

  it('assumes a server around every accelerator for servers, whoever makes it', () => {
    const { host, cpu } = targetFromProfile(findProfile('nvidia_h100_80gb'))
    const instincts = listProfiles().filter(({ row }) => /^(?:vega20|cdna\d)$/.test(row.generation) && !row.unified)
    expect(instincts.length).toBeGreaterThanOrEqual(9)
    for (const profile of instincts) expect(targetFromProfile(profile), profile.id).toMatchObject({ host, cpu })
    expect(host.total_bytes).toBe(128 * GIB)
  })

  it('lets CPU and GPU of a Mac share one memory', () => {
    const target = targetFromProfile(findProfile('apple_silicon_m3_16gb'))
    expect(target).toMatchObject({ unified: true, backend: 'metal', notes: [] })
    expect(target.devices[0]?.usable?.bytes).toBe(Math.floor((16 * GIB * 2) / 3))
    expect(target.host).toMatchObject({ total_bytes: 16 * GIB, bandwidth_gb_s: 100, assumed: false })
    expect(target.cpu).toMatchObject({ physical_cores: 8, performance_cores: 4, usable_cores: 4, assumed: false })
  })

  it('shows a card with two chips as the two devices that the driver lists', () => {
    const { devices } = targetFromProfile(findProfile('amd_mi250'))
    expect(devices.map(({ name, total_bytes, bandwidth_gb_s }) => [name, total_bytes, bandwidth_gb_s])).toEqual([
      ['ROCm0 (AMD Instinct MI250)', 64 * GIB, 1638.5],
      ['ROCm1 (AMD Instinct MI250)', 64 * GIB, 1638.5],
    ])
  })

  it('gives a CPU no device, and says that its memory is assumed', () => {
    const target = targetFromProfile(findProfile('cpu_amd_ryzen_9_7950x'))
    expect(target).toMatchObject({
      devices: [],
      unified: false,
      backends: ['cpu'],
      host: { assumed: true, bandwidth_gb_s: 83.2 },
    })
    expect(target.notes.join(' ')).toContain('32 GB of memory are assumed')
  })

  it('marks phones and low-power modes, and nothing else, as throttling', () => {
    const throttled = listProfiles().filter((profile) => targetFromProfile(profile).sustained_n_ubatch !== null)
    expect(throttled.map(({ category }) => category).filter((category) => category !== 'mobile')).toEqual([
      'nvidia-edge',
      'nvidia-edge',
    ])
    expect(throttled.every((profile) => targetFromProfile(profile).is_mobile)).toBe(true)
  })

  it('never promises more than there is, on any profile', () => {
    for (const profile of listProfiles()) {
      const target = targetFromProfile(profile)
      expect(target.host.usable.bytes, profile.id).toBeGreaterThan(0)
      expect(target.host.usable.bytes, profile.id).toBeLessThan(target.host.total_bytes)
      expect(target.cpu.usable_cores, profile.id).toBeGreaterThanOrEqual(1)
      expect(target.cpu.usable_cores, profile.id).toBeLessThanOrEqual(target.cpu.performance_cores)
      for (const { usable, total_bytes } of target.devices) {
        expect(usable?.bytes ?? 0, profile.id).toBeGreaterThan(0.4 * (total_bytes ?? 0))
        expect(usable?.bytes ?? 0, profile.id).toBeLessThan(total_bytes ?? 0)
        expect(usable?.source.length ?? 0).toBeGreaterThan(10)
      }
    }
  })
})
