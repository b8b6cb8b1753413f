import { afterEach, describe, expect, it, vi } from 'vitest'
import { detect } from '../../shared/hardware/detect.ts'
import type { Host } from '../../shared/hardware/host.ts'
import { HardwareSnapshotSchema } from '../../shared/hardware/snapshot.ts'
import { fakeHost, filesOf } from './fake-host.ts'
import { windowsGpus, windowsMachine } from '../../shared/hardware/probes/windows-cim.ts'
import * as desktop from './samples/desktop.ts'
import * as gpu from './samples/gpu.ts'
import * as linux from './samples/linux.ts'

const GIB = 1024 ** 3
const MIB = 1024 ** 2

async function snapshotOf(host: Host) {
  const snapshot = await detect(host)
  expect(() => HardwareSnapshotSchema.parse(snapshot)).not.toThrow()
  return snapshot
}

describe('Linux', () => {
  it('joins what the system says about a hybrid CPU and two cards', async () => {
    const csv = gpu.NVIDIA_CSV.split('\n').slice(0, 2).join('\n')
    const snapshot = await snapshotOf(
      fakeHost({
        commands: { 'nvidia-smi': csv, lspci: gpu.LSPCI_NN, lscpu: linux.LSCPU_JSON },
        files: {
          '/proc/cpuinfo': linux.CPUINFO_X86,
          '/proc/meminfo': linux.MEMINFO,
          '/proc/self/status': linux.STATUS,
          ...filesOf(linux.TOPOLOGY_HYBRID),
          ...filesOf(gpu.SYS_DRM),
        },
      }),
    )
    expect(snapshot).toMatchObject({
      platform: 'unknown',
      display_name: 'NVIDIA Example RTX 77',
      cpu_type: 'x86_64',
      gpu_type: 'cuda',
      ram_gb: 31.1,
      cpu_cores_performance: 4,
      cpu_cores_efficiency: 8,
    })
    expect(snapshot.cpu).toMatchObject({
      name: 'Intel(R) Xeon(R) Gold 9999X CPU @ 2.70GHz',
      physical_cores: 12,
      logical_cores: 16,
      affinity_cores: 12,
      quota_cores: null,
    })
    expect(snapshot.gpus.map(({ name, vram_bytes, backend }) => [name, vram_bytes, backend])).toEqual([
      ['NVIDIA Example RTX 77', 24_564 * MIB, 'cuda'],
      ['Radeon RX 9999 XT/9999', 17_163_091_968, 'vulkan'],
      ['Intel GPU 8086:e2ff', 25_669_140_480, 'vulkan'],
      ['Intel Arc Graphics 150X / 160X', 32_560_412 * 1024, 'vulkan'],
    ])
    expect(snapshot.capabilities).toEqual(expect.arrayContaining(['avx512_vnni', 'amx_int8', 'cuda', 'vulkan']))
    expect(snapshot.capabilities).not.toContain('avx_vnni')
    expect(snapshot.notes).toEqual([])
  })

  it('reports the limits of a container, and counts no GPU that it cannot open', async () => {
    const { '/proc/self/cgroup': own, ...cgroup } = {
      '/proc/self/cgroup': '0::/a/b\n',
      ...filesOf(linux.CGROUP_V2),
    }
    const host = fakeHost({
      files: {
        '/proc/self/cgroup': own,
        ...cgroup,
        '/.dockerenv': '',
        '/proc/meminfo': linux.MEMINFO,
        ...filesOf(gpu.SYS_DRM),
        ...filesOf(gpu.SYS_PCI.replaceAll('0x10de', '0x1002')),
      },
    })
    const snapshot = await snapshotOf(host)
    expect(snapshot.os.container).toBe(true)
    expect(snapshot.cpu.quota_cores).toBe(1.5)
    expect(snapshot.memory).toEqual({
      total_bytes: 32_560_412 * 1024,
      limit_bytes: 4 * GIB,
      available_bytes: 2 * GIB,
    })
    expect(snapshot.gpus).toEqual([])
    expect(snapshot.notes.join(' ')).toContain('no /dev/dri/renderD*')
  })

  it('replaces a card with MIG on by its instances', async () => {
    const rows = gpu.NVIDIA_CSV.split('\n')
    const snapshot = await snapshotOf(
      fakeHost({
        commands: {
          'nvidia-smi': [rows[0], rows[4]].join('\n'),
          'nvidia-smi -q -x': gpu.NVIDIA_Q,
          'nvidia-smi -L': gpu.NVIDIA_L,
        },
      }),
    )
    expect(snapshot.gpus.map(({ name, vram_bytes }) => [name, vram_bytes])).toEqual([
      ['NVIDIA X900 MIG 3g.40gb', 40_448 * MIB],
      ['NVIDIA X900 MIG 1g.10gb', 9856 * MIB],
    ])
  })

  it('reads the plain report of an nvidia-smi that does not know a field', async () => {
    const old = 'Field "compute_cap" is not a valid field to query.\n'
    const snapshot = await snapshotOf(
      fakeHost({
        commands: {
          'nvidia-smi': { state: 'ok', stdout: old, stderr: '', exit_code: 2 },
          'nvidia-smi -q -x': gpu.NVIDIA_Q.replace(
            / {4}MIG Devices[\s\S]*?(?= {4}FB Memory Usage\n {8}Total +: 8)/,
            '',
          ),
        },
      }),
    )
    expect(snapshot.gpus).toMatchObject([{ name: 'NVIDIA X900', vram_bytes: 81_920 * MIB, driver: '611.10' }])
  })

  it('says why an NVIDIA card cannot be used', async () => {
    const words = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that ..."
    const snapshot = await snapshotOf(
      fakeHost({
        commands: { 'nvidia-smi': { state: 'ok', stdout: words, stderr: '', exit_code: 9 } },
        files: filesOf(gpu.SYS_PCI),
      }),
    )
    expect(snapshot.gpus).toMatchObject([{ name: 'NVIDIA GPU 10de:2fff', vram_bytes: null }])
    expect(snapshot.vram_gb).toBeNull()
    expect(snapshot.notes[0]).toContain('could not reach the NVIDIA driver')
    expect(snapshot.notes[1]).toContain('The memory of NVIDIA GPU 10de:2fff is unknown')
  })

  it.each([
    ['garbage', { state: 'ok', stdout: '\u0001\u0002 what\n', stderr: '', exit_code: 0 }],
    ['an error in other words', { state: 'ok', stdout: '', stderr: 'cannot open shared object file', exit_code: 127 }],
    ['a crash', { state: 'failed', reason: 'ended by SIGSEGV' }],
  ] as const)('makes a note of an nvidia-smi that gives %s', async (_name, answer) => {
    const snapshot = await snapshotOf(fakeHost({ commands: { 'nvidia-smi': answer } }))
    expect(snapshot.gpus).toEqual([])
    expect(snapshot.notes).toEqual([expect.stringContaining('nvidia-smi failed or its answer could not be read')])
  })

  it('counts cores by lscpu -p where /sys cannot be read', async () => {
    const snapshot = await snapshotOf(
      fakeHost({
        commands: { 'lscpu -p=CPU,CORE,SOCKET,NODE': linux.LSCPU_P },
        files: { '/proc/meminfo': linux.MEMINFO },
      }),
    )
    expect(snapshot.cpu).toMatchObject({ logical_cores: 4, physical_cores: 3, sockets: 2, numa_nodes: 2 })
  })

  it("says that a virtual machine's own adapter is no GPU, unless there is one", async () => {
    const adapter = '00:0f.0 VGA compatible controller [0300]: VMware SVGA II Adapter [15ad:0405]'
    const card = '03:00.0 3D controller [0302]: NVIDIA Corporation Example [10de:2fff]'
    const alone = await snapshotOf(fakeHost({ commands: { lspci: adapter } }))
    expect(alone.gpus).toEqual([])
    expect(alone.notes).toContainEqual(expect.stringContaining('The display adapter (SVGA II Adapter)'))
    const passed = await snapshotOf(fakeHost({ commands: { lspci: `${adapter}\n${card}` } }))
    expect(passed.notes.join(' ')).not.toContain('The display adapter')
  })

  it('plans Intel cards for SYCL where Level Zero lists one', async () => {
    const snapshot = await snapshotOf(fakeHost({ commands: { 'xpu-smi': gpu.XPU_SMI, 'sycl-ls': gpu.SYCL_LS } }))
    expect(snapshot.gpus.map(({ name, backend, unified }) => [name, backend, unified])).toEqual([
      ['Intel(R) UHD Graphics 7777', 'sycl', true],
      ['Intel(R) Arc(TM) B999 Graphics', 'sycl', false],
    ])
  })

  it('takes the memory that discovery does not tell from the table of xpu-smi', async () => {
    const discovery = JSON.stringify({
      device_list: [{ device_id: 0, device_name: 'Intel(R) Arc(TM) B999 Graphics', pci_bdf_address: '0000:03:00.0' }],
    })
    const commands = { 'xpu-smi discovery': discovery, 'xpu-smi': gpu.XPU_TABLE }
    const seen = await snapshotOf(fakeHost({ commands }))
    expect(seen.gpus.map(({ name, vram_bytes }) => [name, vram_bytes])).toEqual([
      ['Intel(R) Arc(TM) B999 Graphics', 12_216 * MIB],
      ['Intel(R) Arc(TM) Pro B99 Graphics', null],
    ])
    expect(seen.probes.map(({ id }) => id)).toContain('xpu-smi-table')
  })

  it("asks OpenCL for an Intel card's memory where Intel's own tool is missing, and only then", async () => {
    const card = '03:00.0 VGA compatible controller [0300]: Intel Corporation Example [Arc B999] [8086:e2ff]'
    const tools = { lspci: card, clinfo: gpu.CLINFO }
    const asked = await snapshotOf(fakeHost({ commands: tools }))
    expect(asked.gpus.map(({ vram_bytes, unified }) => [vram_bytes, unified])).toEqual([
      [24_385_683_456, false],
      // The machine's own memory, whatever share of it OpenCL names.
      [8 * 1024 ** 3, true],
    ])
    const better = await snapshotOf(fakeHost({ commands: { ...tools, 'xpu-smi': gpu.XPU_SMI } }))
    expect(better.probes.map(({ id }) => id)).not.toContain('clinfo')
    const other = '03:00.0 VGA compatible controller [0300]: NVIDIA Corporation Example [10de:2fff]'
    const elsewhere = await snapshotOf(fakeHost({ commands: { lspci: other, clinfo: gpu.CLINFO } }))
    expect(elsewhere.probes.map(({ id }) => id)).not.toContain('clinfo')
  })

  it('knows a Jetson by its board', async () => {
    const snapshot = await snapshotOf(
      fakeHost({
        arch: 'arm64',
        files: {
          '/sys/firmware/devicetree/base/model': 'NVIDIA Jetson Example Nano\u0000',
          '/proc/cpuinfo': linux.CPUINFO_ARM,
          '/proc/meminfo': linux.MEMINFO,
        },
      }),
    )
    expect(snapshot.display_name).toBe('NVIDIA Jetson Example Nano')
    expect(snapshot.cpu_type).toBe('arm64')
    expect(snapshot.cpu).toMatchObject({ name: 'Cortex-X3 + Cortex-A510', performance_cores: 1, efficiency_cores: 3 })
    expect(snapshot.gpus).toMatchObject([{ backend: 'cuda', unified: true, vram_bytes: 32_560_412 * 1024 }])
    expect(snapshot.vram_gb).toBe(snapshot.ram_gb)
  })
})

describe('other systems', () => {
  it('looks at a Mac', async () => {
    const snapshot = await snapshotOf(
      fakeHost({
        platform: 'darwin',
        arch: 'arm64',
        commands: {
          sysctl: desktop.SYSCTL_APPLE,
          vm_stat: desktop.VM_STAT,
          'system_profiler -json SPDisplaysDataType': desktop.MAC_DISPLAYS,
        },
      }),
    )
    expect(snapshot).toMatchObject({
      display_name: 'Apple M9 Max',
      gpu_type: 'metal',
      ram_gb: 48,
      vram_gb: 48,
      cpu_cores_performance: 12,
      cpu_cores_efficiency: 4,
    })
    expect(snapshot.gpus).toMatchObject([{ usable_bytes: 40_960 * MIB, unified: true }])
    expect(snapshot.memory.available_bytes).toBe(34_000 * 16_384)
  })

  it('looks at a Windows machine', async () => {
    const snapshot = await snapshotOf(
      fakeHost({
        platform: 'windows',
        commands: Object.fromEntries(
          [desktop.WINDOWS_MACHINE, desktop.WINDOWS_GPUS].map((text, at) => [windowsCommand(at), text]),
        ),
      }),
    )
    expect(snapshot.cpu).toMatchObject({ physical_cores: 16, logical_cores: 32, vendor: 'amd' })
    expect(snapshot.gpus[0]).toMatchObject({ name: 'AMD Radeon RX 9999 XT', vram_bytes: 17_095_983_104 })
    expect(snapshot.gpus[1]).toMatchObject({ name: 'Intel(R) Arc(TM) B999 Graphics', vram_bytes: null })
    expect(snapshot.notes.join(' ')).toContain('The memory of Intel(R) Arc(TM) B999 Graphics is unknown')
  })

  it('looks at a phone', async () => {
    const snapshot = await snapshotOf(
      fakeHost({
        platform: 'android',
        arch: 'arm64',
        commands: { getprop: linux.GETPROP },
        files: { '/proc/cpuinfo': linux.CPUINFO_ARM, ...filesOf(gpu.MOBILE_GPU) },
      }),
    )
    expect(snapshot.display_name).toBe('Example Phone 12 Ultra')
    expect(snapshot.cpu.name).toBe('EX9990')
    expect(snapshot.gpus).toMatchObject([{ name: 'Adreno 799', vendor: 'qualcomm', backend: 'vulkan', unified: true }])
  })

  it('gives a snapshot of a machine that answers nothing', async () => {
    const snapshot = await snapshotOf(fakeHost({ platform: 'other', arch: 'riscv64' }))
    expect(snapshot).toMatchObject({ display_name: 'Basic CPU', cpu_type: 'riscv64', gpus: [], ram_gb: 8 })
    expect(snapshot.cpu).toMatchObject({ physical_cores: 4, logical_cores: 4 })
  })
})

describe('systeminformation', () => {
  it('is not asked when the direct probes answered', async () => {
    const silent = {
      cpu: vi.fn<() => Promise<unknown>>(),
      mem: vi.fn<() => Promise<unknown>>(),
      graphics: vi.fn<() => Promise<unknown>>(),
    }
    await snapshotOf(
      fakeHost({
        commands: { lscpu: linux.LSCPU_JSON },
        files: { '/proc/meminfo': linux.MEMINFO, ...filesOf(gpu.SYS_PCI) },
        systeminformation: silent,
      }),
    )
    expect([silent.cpu, silent.mem, silent.graphics].map((call) => call.mock.calls.length)).toEqual([0, 0, 0])
  })

  it('fills the gaps, and its failure is written down', async () => {
    const snapshot = await snapshotOf(
      fakeHost({
        platform: 'other',
        systeminformation: {
          cpu: async () => ({ manufacturer: 'Intel', brand: 'Example 5', cores: 8, physicalCores: 4, flags: 'avx2' }),
          mem: async () => ({ total: 16 * GIB, available: 4 * GIB }),
          graphics: () => Promise.reject(new Error('timeout: no answer within 1500 ms')),
        },
      }),
    )
    expect(snapshot.cpu).toMatchObject({ name: 'Intel Example 5', physical_cores: 4, logical_cores: 8 })
    expect(snapshot.memory).toMatchObject({ total_bytes: 16 * GIB, available_bytes: 4 * GIB })
    expect(snapshot.capabilities).toEqual(['avx2'])
    expect(snapshot.probes.find((probe) => probe.id === 'systeminformation-graphics')?.state).toBe('timeout')
  })
})

describe('when everything hangs', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each(['linux', 'android', 'darwin', 'windows', 'other'] as const)('%s ends within 5 s', async (platform) => {
    vi.useFakeTimers({ now: 0 })
    const never = (): Promise<never> => new Promise((_, reject) => setTimeout(() => reject(new Error('timeout')), 1500))
    const host: Host = {
      ...fakeHost({ platform, systeminformation: { cpu: never, mem: never, graphics: never } }),
      now: () => Date.now(),
      run: (_, __, limit) =>
        new Promise((resolve) => setTimeout(() => resolve({ state: 'timeout', reason: 'no answer' }), limit)),
      readText: () => new Promise((resolve) => setTimeout(() => resolve(null), 500)),
      list: () => new Promise((resolve) => setTimeout(() => resolve([]), 500)),
    }
    const looked = detect(host)
    await vi.runAllTimersAsync()
    const snapshot = await looked
    expect(Date.now()).toBeLessThan(5000)
    expect(() => HardwareSnapshotSchema.parse(snapshot)).not.toThrow()
    expect(snapshot.probes.every((probe) => probe.state !== 'ok')).toBe(true)
  })

  it('cuts a second round to the time that is left', async () => {
    vi.useFakeTimers({ now: 0 })
    const rows = gpu.NVIDIA_CSV.split('\n')
    const never = (): Promise<never> => new Promise((_, reject) => setTimeout(() => reject(new Error('timeout')), 1500))
    const host: Host = {
      ...fakeHost({ platform: 'windows', systeminformation: { cpu: never, mem: never, graphics: never } }),
      now: () => Date.now(),
      run: (command, args, limit) =>
        new Promise((resolve) => {
          const slow = command === 'nvidia-smi' && args[0]?.startsWith('--query') && limit >= 1990
          if (slow) {
            const stdout = [rows[0], rows[4]].join('\n')
            setTimeout(() => resolve({ state: 'ok', stdout, stderr: '', exit_code: 0 }), 1990)
          } else setTimeout(() => resolve({ state: 'timeout', reason: 'no answer' }), limit)
        }),
    }
    const looked = detect(host)
    await vi.runAllTimersAsync()
    const snapshot = await looked
    expect(Date.now()).toBeLessThan(5000)
    // MIG is on and nothing says how it is cut, so there is no device to plan on.
    expect(snapshot.gpus).toEqual([])
  })
})

/** The two PowerShell calls differ in their last argument alone. */
function windowsCommand(at: number): string {
  const probe = [windowsMachine, windowsGpus][at]
  return probe && 'command' in probe ? [probe.command, ...probe.args].join(' ') : ''
}
