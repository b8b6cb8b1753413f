import { describe, expect, it } from 'vitest'
import { readHealth } from '../../shared/hardware/health.ts'
import { parseCpuClocks } from '../../shared/hardware/probes/cpu-clocks.ts'
import { parseGpuHwmon } from '../../shared/hardware/probes/gpu-hwmon.ts'
import { parsePmsetTherm } from '../../shared/hardware/probes/macos-therm.ts'
import {
  parseNvidiaHealth,
  parseNvidiaHealthReport,
  throttleReasons,
} from '../../shared/hardware/probes/nvidia-health.ts'
import { parseRaspberryThrottled } from '../../shared/hardware/probes/raspberry.ts'
import { parseTegrastats, tegraHealth } from '../../shared/hardware/probes/tegrastats.ts'
import { parseThermalZones, zoneHealth } from '../../shared/hardware/probes/thermal-zones.ts'
import { parseXpuDump } from '../../shared/hardware/probes/xpu-dump.ts'
import { GIB, MIB } from '../../shared/units.ts'
import { fakeHost } from './fake-host.ts'
import * as sample from './samples/health.ts'

describe('nvidia-smi', () => {
  it('reads each card by fields', () => {
    expect(parseNvidiaHealth(sample.NVIDIA_HEALTH)).toMatchObject([
      {
        index: 0,
        temperature_c: 84,
        clock_mhz: 2100,
        max_clock_mhz: 3105,
        throttled: ['power', 'thermal'],
        power_w: 449.31,
        power_limit_w: 450,
        memory_used_bytes: 20480 * MIB,
        memory_free_bytes: 3600 * MIB,
        busy_percent: 99,
      },
      { index: 1, throttled: [] },
      { index: 3, device: 'NVIDIA GB10', clock_mhz: null, throttled: [], memory_used_bytes: null, power_limit_w: null },
    ])
  })

  it('reads older spellings, single reasons and the margin to the limit', () => {
    expect(parseNvidiaHealth(sample.NVIDIA_HEALTH_FIELDS)).toMatchObject([
      { limit_c: 87, clock_mhz: 1200, throttled: ['thermal'], power_w: 512.5, memory_used_bytes: 60000 * MIB },
    ])
  })

  it.each([
    ['0x0000000000000000', []],
    ['0x0000000000000001', []], // idle
    ['0x0000000000000102', []], // clocks that someone set
    ['0x0000000000000004', ['power']],
    ['0x0000000000000008', ['hardware']],
    ['0x0000000000000048', ['thermal']],
    ['0x0000000000000088', ['power_brake']],
    ['0xffffffffffffffff', ['power', 'thermal', 'power_brake']],
    ['[N/A]', []],
  ])('reads the mask %s', (mask, reasons) => expect(throttleReasons(mask)).toEqual(reasons))

  it('reads the reports', () => {
    expect(parseNvidiaHealthReport(sample.NVIDIA_HEALTH_XML)).toMatchObject([
      {
        temperature_c: 88,
        limit_c: 93,
        clock_mhz: 1200,
        max_clock_mhz: 2100,
        throttled: ['power', 'power_brake'],
        power_w: 139.8,
        power_limit_w: 140,
        memory_free_bytes: GIB,
        busy_percent: 98,
      },
    ])
    expect(parseNvidiaHealthReport(sample.NVIDIA_HEALTH_Q)).toMatchObject([
      { device: 'Tesla V100-PCIE-32GB', limit_c: 83, throttled: ['thermal'], power_w: 201.1, power_limit_w: 250 },
    ])
  })
})

describe('tegrastats', () => {
  it('reads the last whole line', () => {
    const seen = parseTegrastats(sample.TEGRASTATS)
    expect(seen).toEqual({
      ram_used_bytes: 6000 * MIB,
      ram_total_bytes: 7620 * MIB,
      cores: 6,
      online_cores: 4,
      gpu_busy_percent: 97,
      gpu_mhz: 624,
      temperatures: { cpu: 61.25, soc2: 58.5, gpu: 63.5, tj: 63.5 },
      power_w: 14.2,
    })
  })

  it('tells temperatures from loads and leaves the PMIC out', () => {
    const seen = parseTegrastats(sample.TEGRASTATS_OLD)
    expect(seen?.temperatures).toEqual({ pll: 46.5, cpu: 49, gpu: 47, ao: 57.5, thermal: 48.25 })
    expect(seen && tegraHealth(seen)).toMatchObject({ temperature_c: 57.5, clock_mhz: 460, power_w: 4.5 })
  })
})

describe('kernel sensors', () => {
  it('takes the hottest zone of each kind, in any unit', () => {
    const zones = parseThermalZones(sample.THERMAL_ZONES) ?? []
    expect(zones).toHaveLength(4)
    expect(zoneHealth(zones)).toMatchObject([
      { kind: 'gpu', device: 'gpuss-0', temperature_c: 61.2, limit_c: null, throttled: [] },
      { kind: 'cpu', device: 'cpu-1-3', temperature_c: 96.2, limit_c: 95, throttled: ['thermal'] },
      { kind: 'soc', device: 'skin-therm', temperature_c: 41 },
    ])
  })

  it('sees a clock that the system holds down', () => {
    expect(parseCpuClocks(sample.CPU_CLOCKS)).toMatchObject([
      { clock_mhz: 1900, max_clock_mhz: 2850, throttled: ['capped'], throttle_events: 17 },
    ])
  })

  it('reads the sensors of an AMD card', () => {
    expect(parseGpuHwmon(sample.GPU_HWMON)).toMatchObject([
      {
        device: 'amdgpu card1',
        index: 1,
        temperature_c: 101,
        limit_c: 100,
        clock_mhz: 1500,
        max_clock_mhz: 2124,
        throttled: ['thermal'],
        power_w: 203,
        power_limit_w: 203,
        memory_used_bytes: GIB,
        busy_percent: 87,
      },
    ])
  })
})

it('reads xpu-smi dump: the first sample of each card, blanks as unknown', () => {
  expect(parseXpuDump(sample.XPU_DUMP)).toMatchObject([
    { index: 0, busy_percent: null, power_w: 51.2, clock_mhz: 2400, temperature_c: null },
    { index: 1, busy_percent: 97.5, power_w: null, temperature_c: 66 },
  ])
})

it.each([
  ['throttled=0x0', []],
  ['throttled=0x50005', ['undervoltage', 'thermal']],
  ['throttled=0x50000', []], // in the past
  ['throttled=0x2', ['capped']],
])('reads a Raspberry Pi: %s', (text, throttled) => {
  expect(parseRaspberryThrottled(text)).toMatchObject([{ throttled }])
})

it.each([
  [sample.PMSET_INTEL, ['thermal']],
  [sample.PMSET_APPLE, []],
  ['Thermal Warning Level = 1', ['thermal']],
])('reads pmset -g therm', (text, throttled) => expect(parsePmsetTherm(text)).toMatchObject([{ throttled }]))

describe('a look at the whole machine', () => {
  it('joins all probes', async () => {
    const host = fakeHost({
      commands: { 'nvidia-smi': sample.NVIDIA_HEALTH },
      files: {
        '/sys/class/thermal/thermal_zone0/type': 'x86_pkg_temp',
        '/sys/class/thermal/thermal_zone0/temp': '64000',
      },
    })
    const readings = await readHealth(host)
    expect(readings.map(({ kind, temperature_c }) => [kind, temperature_c])).toEqual([
      ['gpu', 84],
      ['gpu', 41],
      ['gpu', 52],
      ['cpu', 64],
    ])
  })

  it('falls back to the report where the driver does not know a field', async () => {
    const host = fakeHost({
      commands: {
        'nvidia-smi -q -x': sample.NVIDIA_HEALTH_XML,
        'nvidia-smi': 'Field "clocks_throttle_reasons.active" is not a valid field to query.',
      },
    })
    expect(await readHealth(host)).toMatchObject([{ device: 'NVIDIA RTX A4000', temperature_c: 88 }])
  })

  it('is empty on a machine that says nothing', async () => {
    expect(await readHealth(fakeHost({}))).toEqual([])
    expect(await readHealth(fakeHost({ platform: 'windows' }))).toEqual([])
  })
})
