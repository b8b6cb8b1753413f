import { describe, expect, it } from 'vitest'
import { migDevices } from '../../../shared/hardware/nvidia.ts'
import { nvidiaTrouble, parseNvidiaCsv } from '../../../shared/hardware/probes/nvidia-csv.ts'
import { parseNvidiaList } from '../../../shared/hardware/probes/nvidia-list.ts'
import { parseNvidiaQuery, parseNvidiaXml } from '../../../shared/hardware/probes/nvidia-report.ts'
import { parseNvidiaTable } from '../../../shared/hardware/probes/nvidia-table.ts'
import * as gpu from '../samples/gpu.ts'

const MIB = 1024 ** 2

describe('nvidia-smi --query-gpu', () => {
  it('leaves out a card whose cells are an error, and takes no error for a version', () => {
    const seen = parseNvidiaCsv(
      `index, name, memory.total [MiB], memory.free [MiB], driver_version
0, NVIDIA Example RTX 77, 24564 MiB, [Unknown Error], 611.10
1, [GPU is lost], [GPU is lost], [GPU is lost], [GPU is lost]
2, NVIDIA Example RTX 77, 24564 MiB, 20000 MiB, [Unknown Error]`,
    )
    expect(seen?.map(({ index, vram_free_bytes, driver }) => [index, vram_free_bytes, driver])).toEqual([
      [0, null, '611.10'],
      [2, 20_000 * MIB, null],
    ])
  })

  it('reads the rows around an error line', () => {
    const seen = parseNvidiaCsv(gpu.NVIDIA_CSV)
    expect(seen?.map((card) => card.index)).toEqual([0, 2, 3])
    expect(seen?.[0]).toMatchObject({
      name: 'NVIDIA Example RTX 77',
      vram_bytes: 24_564 * MIB,
      vram_free_bytes: 23_500 * MIB,
      driver: '590.10',
      architecture: '8.9',
      pci_address: '0000:0a:00.0',
      integrated: false,
      memory_not_counted: false,
      mig_enabled: false,
    })
  })

  it('leaves memory unknown that is not counted', () => {
    expect(parseNvidiaCsv(gpu.NVIDIA_CSV)?.[1]).toMatchObject({
      vram_bytes: null,
      vram_free_bytes: null,
      memory_not_counted: true,
      integrated: true,
      pci_address: '000f:01:00.0',
    })
  })

  it('reads rows without a header: total, used and free need not add up', () => {
    expect(parseNvidiaCsv(gpu.NVIDIA_CSV_BARE)?.[0]).toMatchObject({
      name: 'Example RTX 4000',
      vram_bytes: 8192 * MIB,
      used_bytes: 4096 * MIB,
      vram_free_bytes: 3900 * MIB,
    })
  })

  it('reads rows that begin with the name', () => {
    expect(parseNvidiaCsv('NVIDIA Example RTX 77, 24564 MiB, 590.10\n')).toMatchObject([
      { name: 'NVIDIA Example RTX 77', index: null, vram_bytes: 24_564 * MIB, driver: '590.10' },
    ])
  })

  it.each([
    ['No devices were found', 'no-devices'],
    ["NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.", 'driver-not-loaded'],
    ['Failed to initialize NVML: Driver/library version mismatch', 'version-mismatch'],
    ['Field "compute_cap" is not a valid field to query.', 'unknown-field'],
    ['Failed to initialize NVML: Driver Not Loaded', 'driver-not-loaded'],
    ['Failed to initialize NVML: Unknown Error', 'no-access'],
    ['Failed to initialize NVML: GPU access blocked by the operating system', 'no-access'],
    ["NVIDIA-SMI couldn't find libnvidia-ml.so library in your system.", 'no-library'],
    ['all is well', null],
  ])('%s', (text, trouble) => {
    expect(nvidiaTrouble(text)).toBe(trouble)
    expect(parseNvidiaCsv(text)).toBeNull()
  })
})

it('reads sizes that were asked for without a name, and no other lone column', () => {
  const sizes = 'memory.total [MiB], memory.used [MiB]\n24576 MiB, 1200 MiB\n8192 MiB, 4 MiB\n'
  expect(parseNvidiaCsv(sizes)?.map(({ name, vram_bytes }) => [name, vram_bytes])).toEqual([
    [null, 24_576 * MIB],
    [null, 8192 * MIB],
  ])
  expect(parseNvidiaCsv('memory.total [MiB]\n24576 MiB\n')).toMatchObject([{ vram_bytes: 24_576 * MIB }])
  expect(parseNvidiaCsv('driver_version\n590.10\n')).toBeNull()
})

describe('nvidia-smi -q', () => {
  it('takes versions without their remarks, and the memory of the card, not of its instances', () => {
    const seen = parseNvidiaQuery(gpu.NVIDIA_Q)
    expect(seen).toMatchObject({ driver: '611.10', cuda: '13.4' })
    expect(seen?.gpus).toHaveLength(1)
    expect(seen?.gpus[0]).toMatchObject({
      name: 'NVIDIA X900',
      vram_bytes: 81_920 * MIB,
      vram_free_bytes: 81_000 * MIB,
      mig_enabled: true,
    })
    expect(seen?.gpus[0]?.mig).toEqual([
      { profile: null, gpu_instance: 2, vram_bytes: 40_448 * MIB, vram_free_bytes: 40_400 * MIB },
      { profile: null, gpu_instance: 2, vram_bytes: 40_448 * MIB, vram_free_bytes: 40_400 * MIB },
      { profile: null, gpu_instance: 9, vram_bytes: 9856 * MIB, vram_free_bytes: 9800 * MIB },
    ])
  })

  it('names instances by their multiprocessors and memory', () => {
    const instance = (id: number, sms: number, mib: number): string =>
      `<mig_device><gpu_instance_id>${id}</gpu_instance_id><device_attributes><shared><multiprocessor_count>${sms}` +
      `</multiprocessor_count></shared></device_attributes><fb_memory_usage><total>${mib} MiB</total></fb_memory_usage></mig_device>`
    const xml =
      '<nvidia_smi_log><gpu id="00000000:01:00.0"><product_name>NVIDIA H100 80GB HBM3</product_name><mig_devices>' +
      `${instance(1, 16, 40_448)}${instance(1, 32, 40_448)}${instance(7, 16, 9984)}</mig_devices>` +
      '<fb_memory_usage><total>81559 MiB</total></fb_memory_usage></gpu></nvidia_smi_log>'
    expect(parseNvidiaXml(xml)?.gpus[0]?.mig.map(({ profile }) => profile)).toEqual([
      '1c.3g.40gb',
      '2c.3g.40gb',
      '1g.10gb',
    ])
  })

  it('reads instances that stand under the card itself, with shared memory, as newer drivers print them', () => {
    const newer = gpu.NVIDIA_Q.replace(
      / {4}MIG Devices\n([\s\S]*?)(?= {4}FB Memory Usage\n {8}Total +: 8)/,
      (_, devices: string) => devices.replaceAll(/^ {4}/gm, '').replaceAll('FB Memory Usage', 'Shared FB Memory Usage'),
    )
    expect(newer).toContain('\n    MIG Device\n')
    expect(parseNvidiaQuery(newer)?.gpus).toEqual(parseNvidiaQuery(gpu.NVIDIA_Q)?.gpus)
  })

  it('reads the same from XML', () => {
    const seen = parseNvidiaXml(gpu.NVIDIA_XML)
    expect(seen).toMatchObject({ driver: '550.10', cuda: '12.4' })
    expect(seen?.gpus[0]).toMatchObject({
      name: 'NVIDIA X900',
      vram_bytes: 81_920 * MIB,
      pci_address: '0000:41:00.0',
      mig_enabled: true,
      mig: [{ gpu_instance: 2, vram_bytes: 40_448 * MIB }],
    })
  })
})

describe('tables from logs', () => {
  it('reads rows behind indentation and behind the prefix of a log', () => {
    const plain = parseNvidiaTable(gpu.NVIDIA_TABLE)
    for (const prefix of ['    ', 'trainer-1  | ', 'Jan 05 10:00:00 host smi[7]: ']) {
      const lines = gpu.NVIDIA_TABLE.split('\n').map((line) => `${prefix}${line}`)
      expect(parseNvidiaTable(lines.join('\n'))).toEqual(plain)
    }
  })
})

describe('MIG', () => {
  it('makes one device of each slice; compute instances of one slice share its memory', () => {
    const card = parseNvidiaCsv(gpu.NVIDIA_CSV)?.[2]
    if (!card) throw new Error('the sample has a third card')
    const devices = migDevices(card, parseNvidiaQuery(gpu.NVIDIA_Q), parseNvidiaList(gpu.NVIDIA_L))
    expect(devices.map(({ name, vram_bytes }) => [name, vram_bytes])).toEqual([
      ['NVIDIA X900 MIG 3g.40gb', 40_448 * MIB],
      ['NVIDIA X900 MIG 1g.10gb', 9856 * MIB],
    ])
  })

  it('keeps the sizes unknown where only names were listed', () => {
    const card = parseNvidiaCsv(gpu.NVIDIA_CSV)?.[2]
    if (!card) throw new Error('the sample has a third card')
    const devices = migDevices(card, null, parseNvidiaList(gpu.NVIDIA_L))
    expect(devices.map((device) => device.vram_bytes)).toEqual([null, null, null])
  })
})

describe('nvidia-smi -L and the table', () => {
  it('lists cards and the profiles of their instances', () => {
    expect(parseNvidiaList(gpu.NVIDIA_L)).toEqual([
      { index: 0, name: 'NVIDIA Example RTX 77', mig: [] },
      { index: 3, name: 'NVIDIA X900', mig: ['1c.3g.40gb', '2c.3g.40gb', '1g.10gb'] },
    ])
  })

  it("reads cards, not processes; a cut name keeps its dots; WSL's driver is the second version", () => {
    const seen = parseNvidiaTable(gpu.NVIDIA_TABLE)
    expect(seen).toMatchObject({ driver: '551.99', cuda: '12.4' })
    expect(seen?.gpus.map((card) => [card.name, card.vram_bytes, card.memory_not_counted, card.mig_enabled])).toEqual([
      ['NVIDIA Example RTX 7700 L...', 16_000 * MIB, false, false],
      ['NVIDIA GB10', null, true, false],
      ['NVIDIA X900', 81_920 * MIB, false, true],
    ])
    expect(seen?.mig).toEqual([
      { gpu: 2, gpu_instance: 3, vram_bytes: 20_096 * MIB, vram_free_bytes: (20_096 - 17) * MIB, profile: null },
    ])
  })
})
