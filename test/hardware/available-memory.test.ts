import { expect, test } from 'vitest'
import { readAvailableMemory } from '../../shared/hardware/available-memory.ts'
import { GIB } from '../../shared/units.ts'
import { fakeHost } from './fake-host.ts'

const MEMINFO = 'MemTotal:       16777216 kB\nMemFree:         1000000 kB\nMemAvailable:    8388608 kB\n'

test('Linux says what is available, a container what is left under its limit', async () => {
  const files = { '/proc/meminfo': MEMINFO }
  expect(await readAvailableMemory(fakeHost({ files }), 1)).toBe(8 * GIB)
  const limited = {
    ...files,
    '/proc/self/cgroup': '0::/',
    '/sys/fs/cgroup/memory.max': `${4 * GIB}`,
    '/sys/fs/cgroup/memory.current': `${3 * GIB}`,
    '/sys/fs/cgroup/memory.stat': `anon 1\ninactive_file ${GIB}`,
  }
  expect(await readAvailableMemory(fakeHost({ files: limited }), 1)).toBe(2 * GIB)
})

test('a Mac says a percentage; without it nothing is known, since what Node calls free is not what is free', async () => {
  const basics = { total_memory: 16 * GIB }
  const commands = { 'sysctl -n kern.memorystatus_level': '50\n' }
  expect(await readAvailableMemory(fakeHost({ platform: 'darwin', basics, commands }), 1)).toBe(8 * GIB)
  expect(await readAvailableMemory(fakeHost({ platform: 'darwin', basics }), GIB)).toBeNull()
})

test('elsewhere what the system calls free counts', async () => {
  expect(await readAvailableMemory(fakeHost({ platform: 'windows' }), 3 * GIB)).toBe(3 * GIB)
})
