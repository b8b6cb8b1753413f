import { describe, expect, it } from 'vitest'
import { parseCgroup, parseCpuMax, parseSelfCgroup } from '../../../shared/hardware/probes/cgroup.ts'
import { parseDeviceTreeModel } from '../../../shared/hardware/probes/device-tree.ts'
import { parseGetprop } from '../../../shared/hardware/probes/getprop.ts'
import { parseMeminfo } from '../../../shared/hardware/probes/proc-meminfo.ts'
import { parseSurroundings } from '../../../shared/hardware/probes/surroundings.ts'
import * as linux from '../samples/linux.ts'

const GIB = 1024 ** 3

describe('/proc/meminfo', () => {
  it('reads total and available memory', () => {
    expect(parseMeminfo(linux.MEMINFO)).toEqual({
      total_bytes: 32_560_412 * 1024,
      available_bytes: 20_114_008 * 1024,
      available_stated: true,
      node: null,
    })
  })

  it('estimates what is available on kernels that do not say: free + cache that can be dropped', () => {
    expect(parseMeminfo(linux.MEMINFO_OLD)?.available_bytes).toBe((100_000 + 20_000 + 300_000 - 40_000) * 1024)
  })

  it("reads one NUMA node's file, and nothing from other text", () => {
    expect(parseMeminfo('Node 0 MemTotal:        2054748 kB\nNode 0 MemFree: 1 kB')?.total_bytes).toBe(2_054_748 * 1024)
    expect(parseMeminfo('MemTotal: lots')).toBeNull()
  })
})

describe('cgroup', () => {
  it('takes a v2 line beside v1 controllers for the hybrid that it is', () => {
    expect(parseSelfCgroup(linux.SELF_CGROUP_HYBRID)).toEqual({
      version: 1,
      cpu: '/job.slice',
      memory: '/job.slice/run-1',
    })
    expect(parseSelfCgroup('0::/user.slice\n')).toEqual({ version: 2, cpu: '/user.slice', memory: '/user.slice' })
    expect(parseSelfCgroup('')).toBeNull()
  })

  it('holds the tightest limit on the way up, and does not count cache as used', () => {
    expect(parseCgroup(linux.CGROUP_V2)).toEqual({
      quota_cores: 1.5,
      memory_limit_bytes: 4 * GIB,
      memory_used_bytes: 2 * GIB,
    })
  })

  it("knows v1's words for no limit", () => {
    expect(parseCgroup(linux.CGROUP_V1_FREE)).toEqual({
      quota_cores: null,
      memory_limit_bytes: null,
      memory_used_bytes: null,
    })
  })

  it.each([
    ['50000 100000', 0.5],
    ['max 100000', null],
    ['200000', 2],
    ['-1 100000', null],
    ['0 0', null],
    ['', null],
  ])('cpu.max %j is %j cores', (text, cores) => {
    expect(parseCpuMax(text)).toBe(cores)
  })
})

describe('surroundings', () => {
  it('tells WSL from a container', () => {
    expect(parseSurroundings(linux.SURROUNDINGS_WSL)).toEqual({ wsl: true, container: false })
    expect(parseSurroundings('/.dockerenv:present')).toEqual({ wsl: false, container: true })
    expect(parseSurroundings('/proc/1/cgroup:12:cpu:/kubepods/burstable/pod1')).toEqual({ wsl: false, container: true })
    expect(
      parseSurroundings(
        '/proc/self/mountinfo:702 623 0:51 / / rw,relatime - overlay overlay rw,lowerdir=/var/lib/containerd/x/1/fs',
      ),
    ).toEqual({ wsl: false, container: true })
    expect(
      parseSurroundings('/proc/self/mountinfo:40 29 0:30 / /var/lib/docker/overlay2/x/merged rw - overlay overlay rw'),
    ).toEqual({ wsl: false, container: false })
    expect(parseSurroundings('')).toBeNull()
  })
})

describe('boards and phones', () => {
  it('drops the NUL byte behind a device-tree model', () => {
    expect(parseDeviceTreeModel('Example Pi 9 Model B Rev 1.0\u0000')).toBe('Example Pi 9 Model B Rev 1.0')
    expect(parseDeviceTreeModel('\u0000')).toBeNull()
  })

  it('reads getprop and build.prop', () => {
    expect(parseGetprop(linux.GETPROP)).toEqual({
      maker: 'Example',
      model: 'Phone 12 Ultra',
      platform: 'exampleboard',
      soc: 'EX9990',
    })
    expect(parseGetprop(linux.BUILD_PROP)).toEqual({ maker: null, model: 'Tablet [8]', platform: 'mt0001', soc: null })
    expect(parseGetprop('sh: getprop: not found')).toBeNull()
  })
})
