import { describe, expect, it } from 'vitest'
import { parseBenchRecords } from '../../shared/hardware/engine/bench-records.ts'
import { parseBenchTable } from '../../shared/hardware/engine/bench-table.ts'
import { parseEngineDevices, totalVram } from '../../shared/hardware/engine/engine-devices.ts'
import { parseEngineCall } from '../../shared/hardware/engine/engine-call.ts'
import { parseLoadLog } from '../../shared/hardware/engine/load-log.ts'
import { lastTable, parseMemoryTable, tablePhase } from '../../shared/hardware/engine/memory-table.ts'
import { parseOllamaLog } from '../../shared/hardware/engine/ollama-log.ts'
import * as engine from './samples/engine.ts'

describe("the engine's own devices", () => {
  it('joins its list with its start lines, whatever their order', () => {
    expect(parseEngineDevices(engine.DEVICES_CUDA)).toMatchObject([
      { id: 'CUDA0', name: 'NVIDIA Example 3080', total_mib: 10_000, free_mib: 9000, architecture: '8.6' },
      { id: 'CUDA1', name: 'NVIDIA Example PRO / 40', total_mib: 24_026, free_mib: 23_795, architecture: '12.0' },
    ])
    expect(totalVram(engine.DEVICES_CUDA)).toBe(34_027)
  })

  it('cuts the features off a gfx target and takes no size that has wrapped', () => {
    expect(parseEngineDevices(engine.DEVICES_ROCM)).toMatchObject([
      { id: 'ROCm0', name: 'AMD Example MI60 / MI50', architecture: 'gfx906', total_mib: 16_368, free_mib: null },
    ])
  })

  it('reads Vulkan and Metal', () => {
    expect(parseEngineDevices(engine.DEVICES_VULKAN)).toMatchObject([
      { id: 'Vulkan0', name: 'AMD Radeon 888M Graphics (RADV GFX1199)', driver: 'radv', unified: true },
      { id: 'Vulkan1', name: 'NVIDIA Example RTX', driver: 'NVIDIA', unified: false },
    ])
    // 26800.60 MB of 10^6 bytes.
    expect(parseEngineDevices(engine.DEVICES_METAL)).toMatchObject([{ id: 'MTL0', total_mib: 25_559, unified: true }])
    expect(parseEngineDevices('error: no such option')).toBeNull()
  })
})

describe('devices of older and rarer builds', () => {
  it.each([
    [
      'a line without VMM',
      '  Device 0: NVIDIA Example 66, compute capability 7.5',
      { id: 'CUDA0', architecture: '7.5' },
    ],
    [
      'the lines of a log at start',
      '0.00.123.456 I   - CUDA0   : NVIDIA Example 77 (24124 MiB, 23860 MiB free)\n0.00.123.457 I   - CPU     : Example (64000 MiB, 64000 MiB free)',
      { id: 'CUDA0', name: 'NVIDIA Example 77', total_mib: 24_124, free_mib: 23_860 },
    ],
    ['Metal without a number', '  Metal: Apple M9 (10922 MiB, 10900 MiB free)', { id: 'Metal', total_mib: 10_922 }],
    ['OpenCL', '  GPUOpenCL: QUALCOMM Example(TM) (0 MiB, 0 MiB free)', { id: 'GPUOpenCL', free_mib: 0 }],
    [
      'the table of SYCL, in 10^6 bytes',
      '| 1| [level_zero:gpu:1]|   Intel Example B|  12.55|    512|    1024|   32| 16225M|   1.6.31294+20    |',
      { id: 'SYCL1', name: 'Intel Example B', total_mib: 15_473 },
    ],
    [
      'its older form, in bytes',
      '| 0|[level_zero:gpu:0]|    Intel(R) Example(TM) A|       1.3|        512|    1024|     32|    16225243136|',
      { id: 'SYCL0', name: 'Intel(R) Example(TM) A', total_mib: 15_473 },
    ],
  ])('%s', (_, line, expected) => expect(parseEngineDevices(line)).toMatchObject([expected]))

  it('tells a list without devices from no list', () => {
    expect(parseEngineDevices('Available devices:\n  (none)\n')).toEqual([])
    expect(parseEngineDevices('  (none)\n')).toBeNull()
  })
})

describe('memory tables', () => {
  const rows = parseMemoryTable(engine.MEMORY_TABLE) ?? []

  it('reads every row behind any prefix, and numbers that have wrapped', () => {
    expect(rows).toHaveLength(5)
    expect(rows[0]).toEqual({
      device: 'SYCL0',
      name: 'Intel(R) Example(TM) B',
      total: 16_304,
      free: 15_902,
      self: 6217,
      model: 2502,
      context: 2811,
      compute: 903,
      unaccounted: -5816,
    })
    expect(rows[1]).toMatchObject({ device: 'Host', name: null, total: null, free: null, self: 19_041 })
    expect(rows[2]).toMatchObject({ device: 'RPC0', free: -14 })
  })

  it('keeps the last row of each device', () => {
    expect(lastTable(rows).map(({ device, self }) => [device, self])).toEqual([
      ['Host', 19_041],
      ['RPC0', 8569],
      ['SYCL0', 5000],
      ['CPU_REPACK', 1400],
    ])
  })

  it('reads rows of one line, and buffers with a dash in their name', () => {
    const flat =
      '| - CUDA0 (RTX 77) | 97247 = 4022 + ( 92472 = 87766 + 84 + 4621) + 753 | x: | - Host | 1204 = 1100 + 0 + 104 | x: | - HTP0-REPACK | 504 = 504 + 0 + 0 |'
    expect(parseMemoryTable(flat)?.map(({ device, self, unaccounted }) => [device, self, unaccounted])).toEqual([
      ['CUDA0', 92_472, 753],
      ['Host', 1204, null],
      ['HTP0-REPACK', 504, null],
    ])
  })

  it('tells a projection from what is allocated', () => {
    expect(tablePhase(rows)).toBe('projected')
    expect(tablePhase(parseMemoryTable(engine.MEMORY_TABLE_OLD) ?? [])).toBe('allocated')
    expect(tablePhase(rows.filter(({ device }) => device === 'Host'))).toBeNull()
  })

  it('reads the older form', () => {
    expect(parseMemoryTable(engine.MEMORY_TABLE_OLD)).toMatchObject([
      { device: 'CUDA0', name: 'RTX 77', total: 24_080, unaccounted: 451 },
      { device: 'CPU', total: 515_628, free: null, self: 72, context: 57, unaccounted: null },
    ])
  })
})

describe('load logs', () => {
  it('sums nothing: each buffer by device', () => {
    expect(parseLoadLog(engine.LOAD_LOG)).toMatchObject({
      build: 6123,
      commit: 'abcdef12',
      devices: [{ id: 'CUDA0', architecture: '8.9' }],
      n_ctx: 8192,
      model_size: '4.68 GiB (4.91 BPW)',
      ftype: 'Q4_K - Medium',
      model: { CPU_Mapped: [100.5, 181.31], CUDA0: [4403.49] },
      cache: { CUDA0: [1024, 12.5] },
      compute: { CUDA0: [296], CUDA_Host: [24.01] },
      output: { CUDA_Host: [0.58] },
      threads: 8,
      logical_cores: 16,
      projected_mib: 5120,
      free_mib: 23_000,
    })
  })

  it('names a buffer of another machine by its address', () => {
    const lines =
      'load_tensors: RPC0[10.0.0.9:50052] model buffer size =   900.25 MiB\nmain: n_ctx=512, batch_size=2048'
    expect(parseLoadLog(lines)).toMatchObject({ model: { 'RPC0[10.0.0.9:50052]': [900.25] }, n_ctx: 512 })
  })

  it('reads older logs and the fork', () => {
    expect(parseLoadLog(engine.LOAD_LOG_OLD)).toMatchObject({
      build: 3673,
      commit: '4084ca73',
      devices: [{ id: 'MTL0', name: 'Apple M9 Max', free_mib: 57_343 }],
      n_ctx: 4096,
      model_size: '21.603 GiB (5.664 BPW)',
      ftype: 'Q5_K - Medium',
      model: { CUDA_Split: [21_608.65], CPU: [510.04] },
    })
    expect(parseLoadLog('nothing of interest')).toBeNull()
  })
})

it('reads a table of llama-bench and leaves out rows that were cut', () => {
  const seen = parseBenchTable(engine.BENCH_TABLE)
  expect(seen).toMatchObject({ build: 9193, commit: '1a68ec937' })
  expect(seen?.rows).toMatchObject([
    { backend: 'Vulkan,RPC', test: 'pp512', speed: '1045.00 ± 7.30', tokens_per_s: 1045, deviation: 7.3 },
    { test: 'tg128', tokens_per_s: 46.33 },
  ])
  // Behind the prefixes of docker and a quoted mail.
  for (const prefix of ['bench-1  | ', '> ', 'Jan 01 00:00:00 host bench[77]: ']) {
    expect(parseBenchTable(engine.BENCH_TABLE.replaceAll(/^(?=\||build)/gm, prefix))).toEqual(seen)
  }
  // The same without its head, as people paste it.
  const rows = engine.BENCH_TABLE.split('\n').slice(3).join('\n')
  expect(parseBenchTable(rows)).toEqual(seen)
  expect(parseBenchTable('| a | b | c | d | e | 1.00 ± 0.10 |')).toBeNull()
  expect(parseBenchTable('out of memory')).toBeNull()
})

describe("ollama's log", () => {
  const GIB = 1024 ** 3

  it('keeps the latest of each device, and a free size below zero', () => {
    expect(parseOllamaLog(engine.OLLAMA_LOG)).toEqual({
      gpus: [
        {
          id: 'GPU-aaaa',
          library: 'cuda',
          name: 'NVIDIA Example 77',
          total_bytes: 15.5 * GIB,
          free_bytes: 14 * GIB,
          architecture: '8.9',
          integrated: null,
        },
        {
          id: 'GPU-bbbb',
          library: 'cuda',
          name: 'NVIDIA Example 66',
          total_bytes: 6 * GIB,
          free_bytes: -0.5 * GIB,
          architecture: '7.5',
          integrated: null,
        },
      ],
      ram_total_bytes: 62 * GIB,
      ram_free_bytes: 48.5 * GIB,
      layers: 41,
      layers_on_gpu: 29,
    })
  })

  it('reads the newer form, and nothing from other text', () => {
    expect(parseOllamaLog(engine.OLLAMA_LOG_NEW)).toMatchObject({
      gpus: [{ id: '0', library: 'vulkan', name: 'AMD Radeon 888M', free_bytes: 30.5 * GIB, integrated: true }],
      ram_free_bytes: 50.5 * GIB,
      layers: null,
    })
    const offload = 'level=INFO msg=offload library=cpu layers.requested=-1 layers.model=49 layers.offload=12'
    expect(parseOllamaLog(offload)).toMatchObject({ gpus: [], layers: 49, layers_on_gpu: 12 })
    expect(parseOllamaLog('msg="llama runner started"')).toBeNull()
  })
})

describe('the command above a log', () => {
  it.each([
    ['llama-server -hf owner/Example-9B-GGUF:Q4_K_M -c 4096', { model: 'Example-9B Q4_K_M', n_ctx: 4096, build: null }],
    [
      '$ CUDA_VISIBLE_DEVICES=0 ./build/bin/llama-cli \\\n  --model "/a b/Example-9B-Q8_0-00001-of-00003.gguf" \\\n  --ctx-size=0',
      { model: 'Example-9B-Q8_0', n_ctx: null, build: null },
    ],
    ['C:\\llama-b4077-bin-win\\llama-bench.exe -m D:\\m\\x.gguf', { model: 'x', n_ctx: null, build: 4077 }],
    ['llama-cli start (b3999), second card off', { model: null, n_ctx: null, build: 3999 }],
  ])('%s', (text, expected) => {
    expect(parseEngineCall(text)).toEqual(expected)
  })

  it('is of no other program', () => {
    expect(parseEngineCall('docker run -m 8g -c 512 image')).toBeNull()
  })
})

describe('llama-bench for programs', () => {
  const names = 'build_commit,build_number,backends,model_type,n_prompt,n_gen,n_depth,avg_ts,stddev_ts'
  const first = ['abcdef12', '9870', 'CUDA,RPC', 'llama 8B "x"', '512', '0', '0', '1045.004', '7.301']
  const second = ['abcdef12', '9870', 'CUDA,RPC', "it's", '0', '128', '4096', '46.33', '0.02']
  const rows = [
    { model: 'llama 8B "x"', backend: 'CUDA,RPC', test: 'pp512', speed: '1045.00 ± 7.30', tokens_per_s: 1045.004 },
    { model: "it's", test: 'tg128 @ d4096', speed: '46.33 ± 0.02', deviation: 0.02 },
  ]
  const object = (values: readonly string[]): string =>
    JSON.stringify(Object.fromEntries(names.split(',').map((name, at) => [name, values[at]])))
  const quoted = (values: readonly string[], quote: string): string =>
    values.map((value) => `${quote}${value.replaceAll(quote, quote + quote)}${quote}`).join(quote === '"' ? ',' : ', ')
  const insert = (values: readonly string[]): string =>
    `INSERT INTO llama_bench (${names.replaceAll(',', ', ')}) VALUES (${quoted(values, "'")});`

  it.each([
    ['json', `load_backend: loaded CUDA\n[\n${object(first)},\n${object(second)}\n]\n`],
    ['jsonl', `${object(first)}\n${object(second)}\n`],
    ['csv', `${names}\n${quoted(first, '"')}\n${quoted(second, '"')}\n"cut","row"\n`],
    ['sql', `CREATE TABLE IF NOT EXISTS llama_bench (\n);\n\n${insert(first)}\n${insert(second)}\n`],
  ])('%s', (_, text) => {
    const seen = parseBenchRecords(text)
    expect(seen).toMatchObject({ build: 9870, commit: 'abcdef12' })
    expect(seen?.rows).toMatchObject(rows)
  })

  it('leaves tables and other JSON alone', () => {
    expect(parseBenchRecords(engine.BENCH_TABLE)).toBeNull()
    expect(parseBenchRecords('[{"avg_ts": 1}]')).toBeNull()
  })
})
