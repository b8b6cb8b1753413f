import { describe, expect, it } from 'vitest'
import { detect } from '../../shared/hardware/detect.ts'
import { choiceFromCatalog } from '../../shared/plan/choose-model.ts'
import { findCatalogEntry } from '../../shared/model/catalog/index.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import { GIB } from '../../shared/units.ts'
import { fakeHost } from './fake-host.ts'

const CORES = 64

/** A server with two sockets of 32 cores, as a container sees it: all of /proc and /sys, and limits of its own. */
function server(limits: Record<string, string>) {
  const cpus = Array.from({ length: CORES }, (_, cpu) => cpu)
  const topology = cpus.flatMap((cpu): [string, string][] => [
    [`/sys/devices/system/cpu/cpu${cpu}/topology/core_cpus_list`, String(cpu)],
    [`/sys/devices/system/cpu/cpu${cpu}/topology/physical_package_id`, cpu < 32 ? '0' : '1'],
  ])
  const blocks = cpus.map(
    (cpu) =>
      `processor\t: ${cpu}\nmodel name\t: AMD EPYC 7543 32-Core Processor\nflags\t\t: sse3 ssse3 avx avx2 fma f16c bmi2\n`,
  )
  return fakeHost({
    files: {
      '/proc/cpuinfo': blocks.join('\n'),
      '/proc/meminfo': `MemTotal: ${256 * 1024 ** 2} kB\nMemAvailable: ${200 * 1024 ** 2} kB\n`,
      '/sys/devices/system/cpu/online': `0-${CORES - 1}`,
      '/sys/devices/system/node/online': '0-1',
      ...Object.fromEntries(topology),
      ...limits,
    },
  })
}

async function plannedOn(limits: Record<string, string>) {
  const snapshot = await detect(server(limits))
  const target = targetFromSnapshot(snapshot)
  const model = choiceFromCatalog(findCatalogEntry('qwen3-0.6b'), 'Q4_K_M')
  const plan = makePlan({ target, model, intent: { use_case: 'general' } })
  return { snapshot, target, threads: plan.config.settings.n_threads }
}

const V2 = {
  '/proc/self/cgroup': '0::/kubepods/pod1/c1\n',
  '/sys/fs/cgroup/kubepods/pod1/cpu.max': 'max 100000',
  '/sys/fs/cgroup/kubepods/pod1/c1/memory.max': 'max',
}
const V1 = {
  '/proc/self/cgroup': '4:memory:/docker/c1\n3:cpu,cpuacct:/docker/c1\n0::/docker/c1\n',
  '/sys/fs/cgroup/cpu/docker/c1/cpu.cfs_period_us': '100000',
  '/sys/fs/cgroup/memory/docker/c1/memory.limit_in_bytes': '9223372036854771712',
}

describe('a container with 2 of 64 cores plans 2 threads', () => {
  it.each([
    ['quota of cgroup v2', { ...V2, '/sys/fs/cgroup/kubepods/pod1/c1/cpu.max': '200000 100000' }],
    ['quota of a folder above', { ...V2, '/sys/fs/cgroup/kubepods/cpu.max': '200000 100000' }],
    ['quota of its own root', { '/proc/self/cgroup': '0::/\n', '/sys/fs/cgroup/cpu.max': '200000 100000' }],
    ['quota of cgroup v1', { ...V1, '/sys/fs/cgroup/cpu/docker/c1/cpu.cfs_quota_us': '200000' }],
    ['a fraction more', { ...V2, '/sys/fs/cgroup/kubepods/pod1/c1/cpu.max': '290000 100000' }],
    ['affinity', { '/proc/self/status': 'Name:\tnode\nCpus_allowed_list:\t5,40\n' }],
    [
      'affinity below the quota',
      {
        ...V2,
        '/sys/fs/cgroup/kubepods/pod1/c1/cpu.max': '800000 100000',
        '/proc/self/status': 'Cpus_allowed_list:\t0-1\n',
      },
    ],
  ])('%s', async (_, limits) => {
    const { threads, target } = await plannedOn(limits)
    expect(threads).toBe(2)
    expect(target.cpu.usable_cores).toBe(2)
  })

  it('half a core is one thread, no limit one socket', async () => {
    const half = { ...V2, '/sys/fs/cgroup/kubepods/pod1/c1/cpu.max': '50000 100000' }
    expect((await plannedOn(half)).threads).toBe(1)
    expect((await plannedOn(V2)).threads).toBe(32)
    expect((await plannedOn({ ...V1, '/sys/fs/cgroup/cpu/docker/c1/cpu.cfs_quota_us': '-1' })).threads).toBe(32)
  })

  it('its memory limit is the budget', async () => {
    const limits = { ...V2, '/sys/fs/cgroup/kubepods/memory.max': String(4 * GIB) }
    const { snapshot, target } = await plannedOn(limits)
    expect(snapshot.memory).toMatchObject({ total_bytes: 256 * GIB, limit_bytes: 4 * GIB })
    expect(target.host.usable.bytes).toBeLessThan(4 * GIB)
    expect(target.host.usable.source).toContain("container's limit")
  })
})
