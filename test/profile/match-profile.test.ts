import { describe, expect, it } from 'vitest'
import { genericProfile, platformId } from '../../shared/profile/derived-profile.ts'
import { listProfiles } from '../../shared/profile/database.ts'
import { matchCpu, matchProfile } from '../../shared/profile/match-profile.ts'
import { plainName } from '../../shared/profile/name-match.ts'
import { GIB, MIB } from '../../shared/units.ts'
import { board, gpu, mac, snapshot } from './snapshots.ts'

const nvidia: readonly (readonly [name: string, mib: number | null, id: string | null])[] = [
  ['NVIDIA GeForce RTX 4090', 24564, 'nvidia_rtx_4090'],
  ['NVIDIA GeForce RTX 4090 D', 24564, 'nvidia_rtx_4090_d'],
  ['NVIDIA GeForce RTX 4090 Laptop GPU', 16376, 'nvidia_rtx_4090_laptop'],
  ['NVIDIA GeForce RTX 4080', 16376, 'nvidia_rtx_4080'],
  ['NVIDIA GeForce RTX 4080 SUPER', 16376, 'nvidia_rtx_4080_super'],
  ['NVIDIA GeForce RTX 4070 Ti SUPER', 16376, 'nvidia_rtx_4070_ti_super'],
  ['NVIDIA GeForce RTX 4070 Ti', 12282, 'nvidia_rtx_4070_ti'],
  ['NVIDIA GeForce RTX 4070 SUPER', 12282, 'nvidia_rtx_4070_super'],
  ['NVIDIA GeForce RTX 4070', 12282, 'nvidia_rtx_4070'],
  ['NVIDIA GeForce RTX 4070 Laptop GPU', 8188, 'nvidia_rtx_4070_laptop'],
  ['NVIDIA GeForce RTX 4060 Ti', 16380, 'nvidia_rtx_4060_ti_16gb'],
  ['NVIDIA GeForce RTX 4060 Ti', 8188, 'nvidia_rtx_4060_ti_8gb'],
  ['NVIDIA GeForce RTX 3090', 24576, 'nvidia_rtx_3090'],
  ['NVIDIA GeForce RTX 3090 Ti', 24564, 'nvidia_rtx_3090_ti'],
  ['NVIDIA GeForce RTX 3080', 10240, 'nvidia_rtx_3080_10gb'],
  ['NVIDIA GeForce RTX 3080', 12288, 'nvidia_rtx_3080_12gb'],
  ['NVIDIA GeForce RTX 3080', null, 'nvidia_rtx_3080_10gb'],
  ['NVIDIA GeForce RTX 3080 Laptop GPU', 16384, 'nvidia_rtx_3080_laptop'],
  ['NVIDIA GeForce RTX 3060', 12288, 'nvidia_rtx_3060'],
  ['NVIDIA GeForce RTX 3060 Laptop GPU', 6144, 'nvidia_rtx_3060_laptop'],
  ['NVIDIA GeForce RTX 3070', 8192, 'nvidia_rtx_3070'],
  ['NVIDIA GeForce RTX 2080 SUPER', 8192, 'nvidia_rtx_2080_super'],
  ['NVIDIA GeForce RTX 2070 with Max-Q Design', 8192, 'nvidia_rtx_2070_max_q'],
  ['NVIDIA GeForce RTX 5090', 32607, 'nvidia_rtx_5090'],
  ['NVIDIA GeForce RTX 5090 Laptop GPU', 24463, 'nvidia_rtx_5090_laptop'],
  // A cut table cell: 24 GiB is no RTX 5090 for desktops, and the word that tells is gone.
  ['NVIDIA GeForce RTX 5090 ...', 24463, null],
  ['NVIDIA GeForce GTX 1650', 4096, 'nvidia_gtx_1650'],
  ['NVIDIA GeForce GTX 1080 Ti', 11264, 'nvidia_gtx_1080_ti'],
  ['Tesla T4', 15360, 'nvidia_tesla_t4'],
  ['Tesla P40', 24576, 'nvidia_tesla_p40'],
  ['Tesla P100-PCIE-16GB', 16384, 'nvidia_tesla_p100'],
  ['Tesla V100-SXM2-16GB', 16384, 'nvidia_tesla_v100_16gb'],
  ['Tesla V100-SXM2-32GB', 32768, 'nvidia_tesla_v100_32gb'],
  ['Tesla PG500-216', 32768, 'nvidia_tesla_v100_32gb'],
  ['NVIDIA A100-SXM4-80GB', 81920, 'nvidia_a100_80gb'],
  ['NVIDIA A100-SXM4-40GB', 40960, 'nvidia_a100_40gb'],
  ['NVIDIA A100-PCIE-40GB', 40960, 'nvidia_a100_40gb'],
  ['NVIDIA A100 80GB PCIe', 81920, 'nvidia_a100_80gb_pcie'],
  ['NVIDIA A10G', 23028, 'nvidia_a10g'],
  ['NVIDIA A10', 23028, 'nvidia_a10'],
  ['NVIDIA A40', 46068, 'nvidia_a40'],
  ['NVIDIA L4', 23034, 'nvidia_l4'],
  ['NVIDIA L40S', 46068, 'nvidia_l40s'],
  ['NVIDIA H100 80GB HBM3', 81559, 'nvidia_h100_80gb'],
  ['NVIDIA H100 PCIe', 81559, 'nvidia_h100_pcie'],
  ['NVIDIA H200', 143771, 'nvidia_h200'],
  ['NVIDIA RTX A6000', 49140, 'nvidia_rtx_a6000'],
  ['NVIDIA RTX A2000 12GB', 12282, 'nvidia_rtx_a2000_12gb'],
  ['NVIDIA RTX A2000 Laptop GPU', 4096, 'nvidia_rtx_a2000_laptop_4gb'],
  ['NVIDIA RTX 6000 Ada Generation', 49140, 'nvidia_rtx_6000_ada'],
  ['NVIDIA RTX 4000 SFF Ada Generation', 20475, 'nvidia_rtx_4000_sff_ada'],
  ['Quadro RTX 4000', 8192, 'nvidia_quadro_rtx_4000'],
  ['NVIDIA RTX PRO 6000 Blackwell Workstation Edition', 97887, 'nvidia_rtx_pro_6000_blackwell'],
  ['NVIDIA RTX PRO 6000 Blackwell Max-Q Workstation Edition', 97887, 'nvidia_rtx_pro_6000_blackwell_max_q'],
  ['NVIDIA GeForce RTX 9999', 65536, null],
  ['Quadro P400', 1998, null],
]

const radeon: readonly (readonly [name: string, mib: number | null, id: string | null])[] = [
  ['AMD Radeon RX 7900 XTX', 24560, 'amd_rx_7900_xtx'],
  ['AMD Radeon RX 7900 XT', 20464, 'amd_rx_7900_xt'],
  ['Radeon RX 7900 GRE', 16368, 'amd_rx_7900_gre'],
  ['AMD Radeon RX 7600', 8176, 'amd_rx_7600'],
  ['AMD Radeon RX 7700S', 8176, 'amd_rx_7700s'],
  ['AMD Radeon RX 9070 XT', 16304, 'amd_rx_9070_xt'],
  ['AMD Radeon RX 9060 XT', 16304, 'amd_rx_9060_xt_16gb'],
  ['AMD Radeon RX 6800', 16368, 'amd_rx_6800'],
  ['AMD Radeon RX 6800 XT', 16368, 'amd_rx_6800_xt'],
  ['AMD Instinct MI300X', 196592, 'amd_mi300x'],
  ['AMD Instinct MI60 / MI50', 16368, 'amd_mi50_16gb'],
  ['Arcturus GL-XL [Instinct MI100]', 32752, 'amd_mi100'],
  ['AMD Radeon AI PRO R9700', 32624, 'amd_radeon_ai_pro_r9700'],
  // Names out of a PCI data base list all that a chip is sold as: the memory size tells them apart.
  ['Navi 31 [Radeon RX 7900 XT/7900 XTX/7900 GRE/7900M]', 24560, 'amd_rx_7900_xtx'],
  ['Navi 31 [Radeon RX 7900 XT/7900 XTX/7900 GRE/7900M]', 20464, 'amd_rx_7900_xt'],
  ['Navi 31 [Radeon RX 7900 XT/7900 XTX/7900 GRE/7900M]', 16368, 'amd_rx_7900_gre'],
  ['Navi 33 [Radeon RX 7600/7600 XT/7600M XT/7600S/7700S / PRO W7600]', 8176, 'amd_rx_7600'],
  ['Navi 33 [Radeon RX 7600/7600 XT/7600M XT/7600S/7700S / PRO W7600]', 16368, 'amd_rx_7600_xt'],
  ['Navi 21 [Radeon RX 6800/6800 XT / 6900 XT]', 16368, 'amd_rx_6800'],
  ['Navi 32 [Radeon RX 7700 XT / 7800 XT]', 12272, 'amd_rx_7700_xt'],
  ['AMD Radeon RX 6700 XT', 12272, 'amd_rx_6700_xt'],
  ['AMD Radeon RX 6700', 10224, 'amd_rx_6700'],
  ['AMD Radeon HD 5450', 512, null],
]

const cpus: readonly (readonly [name: string, id: string | null])[] = [
  ['13th Gen Intel(R) Core(TM) i7-13700K', 'cpu_intel_core_i7_13700k'],
  ['Intel(R) Core(TM) i9-14900K', 'cpu_intel_core_i9_14900k'],
  ['12th Gen Intel(R) Core(TM) i7-12700H', 'cpu_intel_core_i7_12700h'],
  ['11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz', 'cpu_intel_core_11th_gen_mobile'],
  ['Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz', 'cpu_intel_core_8th_9th_gen'],
  ['Intel(R) Core(TM) Ultra 7 155H', 'cpu_intel_core_ultra_7_155h'],
  ['Intel(R) N100', 'cpu_intel_n100'],
  ['Intel(R) Xeon(R) Platinum 8375C CPU @ 2.90GHz', 'cpu_intel_xeon_ice_lake'],
  ['Intel(R) Xeon(R) Platinum 8480+', 'cpu_intel_xeon_sapphire_rapids'],
  ['Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz', 'cpu_intel_xeon_cascade_lake'],
  ['Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz', 'cpu_intel_xeon_e5_v4'],
  ['AMD Ryzen 9 7950X 16-Core Processor', 'cpu_amd_ryzen_9_7950x'],
  ['AMD Ryzen 9 7950X3D 16-Core Processor', 'cpu_amd_ryzen_9_7950x'],
  ['AMD Ryzen 5 3600 6-Core Processor', 'cpu_amd_ryzen_5_3600'],
  ['AMD Ryzen 7 7840HS w/ Radeon 780M Graphics', 'cpu_amd_ryzen_7_7840hs'],
  ['AMD Ryzen 7 5700U with Radeon Graphics', 'cpu_amd_ryzen_zen2_apu'],
  ['AMD Ryzen Threadripper 3970X 32-Core Processor', 'cpu_amd_threadripper_3970x'],
  ['AMD EPYC 7763 64-Core Processor', 'cpu_amd_epyc_milan'],
  ['AMD EPYC 7R13 Processor', 'cpu_amd_epyc_milan'],
  ['AMD EPYC 9654 96-Core Processor', 'cpu_amd_epyc_genoa'],
  ['AMD EPYC 7742 64-Core Processor', 'cpu_amd_epyc_rome'],
  ['AWS Graviton3', 'cpu_aws_graviton3'],
  ['Neoverse-N1', 'cpu_ampere_altra'],
  ['QEMU Virtual CPU version 2.5+', null],
  ['', null],
]

describe('matchProfile', () => {
  it.each(nvidia)('%s with %s MiB is %s', (name, mib, id) => {
    const card = gpu({ name, vram_bytes: mib === null ? null : mib * MIB })
    expect(matchProfile(snapshot({ gpus: [card] })).profile?.id ?? null).toBe(id)
  })

  it.each(radeon)('%s with %s MiB is %s', (name, mib, id) => {
    const card = gpu({ vendor: 'amd', backend: 'rocm', name, vram_bytes: mib === null ? null : mib * MIB })
    expect(matchProfile(snapshot({ gpus: [card] })).profile?.id ?? null).toBe(id)
  })

  it.each(cpus)('CPU %s is %s', (name, id) => {
    expect(matchProfile(snapshot({ cpu: { name } })).profile?.id ?? null).toBe(id)
  })

  it.each([
    ['Apple M1', 8, 'apple_silicon_m1_8gb'],
    ['Apple M3', 16, 'apple_silicon_m3_16gb'],
    ['Apple M3 Pro', 18, 'apple_silicon_m3_pro_18gb'],
    ['Apple M3 Max', 36, 'apple_silicon_m3_max_36gb'],
    ['Apple M3 Max', 64, 'apple_silicon_m3_max_64gb'],
    ['Apple M2 Ultra', 192, 'apple_silicon_m2_ultra_192gb'],
    ['Apple M4', 32, 'apple_silicon_m4_32gb'],
    ['Apple M9', 32, null],
  ])('%s with %d GiB is %s', (chip, gib, id) => {
    // "MacBook Pro" must not make an M3 an M3 Pro.
    expect(matchProfile(mac(chip, gib, 'MacBook Pro')).profile?.id ?? null).toBe(id)
  })

  it.each([
    ['Orin (nvgpu)', 'NVIDIA Jetson Orin Nano Developer Kit', 7620, 'jetson_orin_nano_8gb'],
    [
      'Orin (nvgpu)',
      'NVIDIA Jetson Orin Nano Engineering Reference Developer Kit Super',
      7620,
      'jetson_orin_nano_8gb_super',
    ],
    ['Orin (nvgpu)', 'NVIDIA Jetson Orin NX Engineering Reference Developer Kit', 15656, 'jetson_orin_nx_16gb'],
    ['Orin (nvgpu)', 'NVIDIA Jetson AGX Orin Developer Kit', 62841, 'jetson_agx_orin_64gb'],
    ['Orin (nvgpu)', '', 62841, 'jetson_agx_orin_64gb'],
    ['NVIDIA Tegra X1', 'NVIDIA Jetson Nano Developer Kit', 3956, 'jetson_nano_4gb'],
    ['Xavier', 'NVIDIA Jetson Xavier NX Developer Kit', 7771, 'jetson_xavier_nx_8gb'],
    ['Xavier', 'Jetson-AGX', 31920, 'jetson_agx_xavier_32gb'],
    ['NVIDIA Thor', 'NVIDIA Jetson AGX Thor Developer Kit', 125772, 'jetson_thor_t5000'],
    ['NVIDIA GB10', 'NVIDIA DGX Spark', 122567, 'nvidia_gb10'],
  ])('board: %s, %s, %d MiB is %s', (name, display_name, mib, id) => {
    expect(matchProfile(board(name, display_name, mib)).profile?.id).toBe(id)
  })

  it('takes the CPU for a GPU in the processor that no profile knows, and the GPU where one does', () => {
    const intel = gpu({
      vendor: 'intel',
      name: 'Intel(R) UHD Graphics 770',
      backend: 'vulkan',
      integrated: true,
      unified: true,
    })
    expect(matchProfile(snapshot({ gpus: [intel] })).profile?.id).toBe('cpu_intel_core_i7_13700k')
    const amd = gpu({ vendor: 'amd', name: 'AMD Radeon Graphics', backend: 'vulkan', integrated: true, unified: true })
    const name = 'AMD Ryzen AI MAX+ 395 w/ Radeon 8060S'
    const halo = snapshot({ gpus: [amd], cpu: { name }, memory: { total_bytes: 125 * GIB } })
    expect(matchProfile(halo).profile?.id).toBe('amd_ryzen_ai_max_395_128gb')
  })

  it('prefers the card to the GPU in the processor and to the CPU', () => {
    const inside = gpu({ vendor: 'amd', name: 'AMD Radeon 780M', backend: 'vulkan', integrated: true, unified: true })
    const match = matchProfile(snapshot({ gpus: [inside, gpu()] }))
    expect(match.profile?.id).toBe('nvidia_rtx_4090')
    expect(match.confidence).toBeGreaterThan(0.9)
    expect(match.reasons.join(' ')).toContain('24.0 GiB is the 24 GB variant')
  })

  it('does not take the CPU for an unknown card', () => {
    const match = matchProfile(snapshot({ gpus: [gpu({ name: 'NVIDIA GeForce RTX 9999' })] }))
    expect(match).toMatchObject({ profile: null, confidence: 0 })
    expect(match.reasons).toHaveLength(1)
  })

  it('never takes a laptop part for the desktop part of the same number', () => {
    const desktop = listProfiles().filter(({ category, row }) => category === 'nvidia-desktop' && !row.is_mobile)
    expect(desktop.length).toBeGreaterThan(60)
    for (const { row, memory_gb } of desktop.filter(({ row: { id } }) => /_(?:rtx_[2-5]|gtx_1)/.test(id))) {
      for (const suffix of ['Laptop GPU', 'with Max-Q Design']) {
        const name = `${row.display_name.replace(/ \(.*/, '')} ${suffix}`
        const { profile } = matchProfile(snapshot({ gpus: [gpu({ name, vram_bytes: memory_gb * GIB })] }))
        expect(profile === null || profile.row.is_mobile, `${name} is not ${profile?.id}`).toBe(true)
      }
    }
  })

  it('knows one of the two devices of an MI250', () => {
    const half = gpu({ vendor: 'amd', backend: 'rocm', name: 'AMD Instinct MI250', vram_bytes: 65520 * MIB })
    expect(matchProfile(snapshot({ gpus: [half] }))).toMatchObject({ profile: { id: 'amd_mi250' }, confidence: 0.95 })
  })

  it('is less sure of a memory size that is not sold', () => {
    const match = matchProfile(snapshot({ gpus: [gpu({ name: 'NVIDIA GeForce RTX 4090 D', vram_bytes: 48 * GIB })] }))
    expect(match).toMatchObject({ profile: { id: 'nvidia_rtx_4090_d' }, confidence: 0.5 })
  })

  it('knows a board by its name where the CPU has none', () => {
    const pi = snapshot({
      cpu: { name: 'Cortex-A76' },
      display_name: 'Raspberry Pi 5 Model B Rev 1.0',
      memory: { total_bytes: 7.9 * GIB },
    })
    expect(matchCpu(pi).profile?.id).toBe('raspberry_pi_5_8gb')
  })

  it('knows a phone by its chip', () => {
    const phone = snapshot({ cpu: { name: 'SM8650' }, os: { platform: 'android' }, cpu_type: 'arm64' })
    expect(matchProfile(phone).profile?.id).toBe('phone_snapdragon_8_gen_3')
  })
})

describe('genericProfile', () => {
  it('counts unknown hardware to a slow class', () => {
    expect(platformId(snapshot({ gpus: [gpu({ name: 'NVIDIA GeForce RTX 9999' })] }))).toBe('generic_gpu')
    const unknown = snapshot({ cpu: { name: 'x' } })
    expect(platformId(unknown)).toBe('generic_cpu')
    expect(genericProfile(unknown, 'cpu').id).toBe('generic_cpu')
    expect(genericProfile(snapshot({ cpu: { name: 'x' }, cpu_type: 'arm64' }), 'cpu').id).toBe('generic_cpu_arm64')
    const small = snapshot({ cpu: { name: 'x', physical_cores: 2 }, memory: { total_bytes: 4 * GIB } })
    expect(genericProfile(small, 'cpu').id).toBe('generic_cpu_single_channel')
    expect(genericProfile(small, 'gpu').id).toBe('generic_gpu')
  })
})

describe('plainName', () => {
  it('drops marks, punctuation and case', () => {
    expect(plainName('13th Gen Intel(R) Core(TM) i7-13700K')).toBe('13th gen intel core i7 13700k')
    expect(plainName('Navi 21 [Radeon RX 6800/6800 XT]')).toBe('navi 21 radeon rx 6800 6800 xt')
    expect(plainName('Intel\u00ae Arc\u2122 A770')).toBe('intel arc a770')
  })
})
