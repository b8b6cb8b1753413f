import fc from 'fast-check'
import { afterEach, expect, it } from 'vitest'
import { estimateThroughput } from '../../shared/estimate/throughput/estimate-throughput.ts'
import { catalogModel } from '../../shared/model/catalog/index.ts'
import { listProfiles, setOwnProfiles } from '../../shared/profile/database.ts'
import { HardwareFileSchema } from '../../shared/profile/device-row.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { matchProfile } from '../../shared/profile/match-profile.ts'
import { parseProfileFile } from '../../shared/profile/parse-profile-file.ts'
import { profileFromSnapshot } from '../../shared/profile/profile-from-snapshot.ts'
import { targetFromSnapshot } from '../../shared/profile/target-from-snapshot.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { GIB } from '../../shared/units.ts'
import { userErrorOf } from '../helpers/thrown.ts'
import { gpu, mac, snapshot } from './snapshots.ts'

afterEach(() => setOwnProfiles([]))
const DATE = '2026-11-28'
const SETTINGS = { backend: 'cpu', n_ctx: 4096 } as const

it('takes bandwidth from the profile that the machine matches, cores and memory from the machine', () => {
  const file = profileFromSnapshot(mac('Apple M3 Max', 64), { id: 'studio', date: DATE })
  expect(file).toMatchObject({ category: 'apple', date: DATE })
  expect(file.devices).toMatchObject([
    { id: 'studio', vendor: 'apple', unified: true, memory_gb: [64], memory_bandwidth_gb_s: 400, backends: ['metal'] },
  ])
  setOwnProfiles([file])
  expect(targetFromProfile(findProfile('studio')).host.total_bytes).toBe(64 * GIB)
})

it('takes what was measured for a CPU that nobody knows, and finds the machine again', () => {
  const base = snapshot({ cpu: { name: 'Example 9 9999 16-Core Processor', vendor: 'unknown' } })
  const seen = { read_gb_s: 41.5, copy_gb_s: 30, threads: 8, seconds: 1, method: 'test' }
  const machine = { ...base, measured_bandwidth: seen }
  const file = profileFromSnapshot(machine, { date: DATE })
  expect(file.devices).toMatchObject([
    { id: 'cpu_example_9_9999_16_core_processor', memory_bandwidth_gb_s: 41.5, vendor: 'generic' },
  ])
  expect(file.devices[0]?.sources).toContain('bandwidth: read test with 8 threads (test)')
  setOwnProfiles([file])
  expect(matchProfile(machine).profile).toMatchObject({ id: file.devices[0]?.id, own: true })
})

it.each([
  ['avx512f', { cpu_type: 'x86_64', capabilities: ['avx2', 'avx512f'] }],
  ['neon', { cpu_type: 'arm64', capabilities: ['neon', 'dotprod'] }],
])('of a CPU that nobody knows (%s) leaves the machine as fast as detection finds it', (_, more) => {
  const machine = { ...snapshot({ cpu: { name: 'Example 9 9999 16-Core Processor', vendor: 'unknown' } }), ...more }
  const speed = () => {
    const target = targetFromSnapshot(machine)
    const facts = catalogModel('qwen3-8b', 'Q4_K_M')
    return { target, ...estimateThroughput(facts, { ...SETTINGS, n_threads: target.cpu.usable_cores }, target) }
  }
  const before = speed()
  expect(before.tg?.tokens_per_s).toBeGreaterThan(0)
  setOwnProfiles([profileFromSnapshot(machine, { id: 'mine', date: DATE })])
  const after = speed()
  expect(after.target).toMatchObject({ profile_id: 'mine', host: before.target.host })
  expect(after.target.notes).toContainEqual(expect.stringContaining('your own profile mine'))
  expect([after.tg, after.pp]).toEqual([before.tg, before.pp])
})

it.each([
  ['a CPU', { cpu: { name: 'Example 9 9999 16-Core Processor' } }],
  ['a card', { gpus: [gpu()] }],
])('of a machine with %s leaves no more RAM than the machine itself', (_, more) => {
  const machine = snapshot({ ...more, memory: { total_bytes: 23.53 * GIB } })
  setOwnProfiles([profileFromSnapshot(machine, { id: 'mine', date: DATE })])
  const { host } = targetFromProfile(findProfile('mine'))
  expect(host.total_bytes).toBe(23.5 * GIB)
  expect(host.usable?.bytes).toBeLessThanOrEqual(targetFromSnapshot(machine).host.usable?.bytes ?? 0)
})

const PHONE = snapshot({
  cpu: { name: 'Qualcomm Snapdragon 8 Gen 3', vendor: 'qualcomm', physical_cores: 8 },
  os: { platform: 'android' },
  memory: { total_bytes: 12 * GIB },
  cpu_type: 'arm64',
})

it.each([
  ['RTX 4090', snapshot({ gpus: [gpu()] })],
  ['A100', snapshot({ gpus: [gpu({ name: 'NVIDIA A100-SXM4-80GB', vram_bytes: 80 * GIB })] })],
  ['M3 Max', mac('Apple M3 Max', 64)],
  ['i7-13700K', snapshot()],
  ['Snapdragon', PHONE],
])('of a device of the data base (%s) is judged, and as fast, as the device itself', (_, machine) => {
  const facts = catalogModel('llama-2-7b', 'Q4_0')
  const seen = () => {
    const target = targetFromSnapshot(machine)
    const notes = target.notes.filter((note) => !note.includes('your own profile'))
    const { backend } = target
    const speed = estimateThroughput(facts, { backend, n_ctx: 4096, n_threads: target.cpu.usable_cores }, target)
    return { ...target, id: '', profile_id: '', display_name: '', notes, speed }
  }
  const before = seen()
  const file = profileFromSnapshot(machine, { id: 'mine', date: DATE })
  setOwnProfiles([file])
  expect(matchProfile(machine).profile?.id).toBe('mine')
  expect(seen()).toEqual(before)
  // As a target of its own, and made again of a machine that it matches by now.
  const named = targetFromProfile(findProfile('mine'))
  const speed = estimateThroughput(facts, { backend: before.backend, n_ctx: 4096 }, named)
  expect([speed.tg?.basis, speed.pp?.basis]).toEqual([before.speed.tg?.basis, before.speed.pp?.basis])
  expect(profileFromSnapshot(machine, { id: 'mine', date: DATE }).devices[0]?.measured_as).toBe(
    file.devices[0]?.measured_as,
  )
})

it('wins over the data base for the same name, and goes when it is taken back', () => {
  const before = listProfiles().length
  const machine = snapshot({ gpus: [gpu()] })
  setOwnProfiles([profileFromSnapshot(machine, { id: 'my_4090', date: DATE })])
  expect(listProfiles()).toHaveLength(before + 1)
  expect(matchProfile(machine).profile?.id).toBe('my_4090')
  setOwnProfiles([])
  expect(matchProfile(machine).profile?.id).toBe('nvidia_rtx_4090')
})

it('refuses files with an id of the data base, and what is no profile', async () => {
  const file = profileFromSnapshot(snapshot({ gpus: [gpu()] }), { id: 'nvidia_tesla_t4', date: DATE })
  expect((await userErrorOf(() => parseProfileFile(JSON.stringify(file), 'a.json'))).message).toContain(
    '"nvidia_tesla_t4" already',
  )
  expect((await userErrorOf(() => parseProfileFile('{', 'a.json'))).message).toContain('not valid JSON')
  expect((await userErrorOf(() => parseProfileFile('{"category":"cpu","devices":[]}', 'a.json'))).message).toContain(
    'devices',
  )
})

it('makes a valid row of any machine', () => {
  const name = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(name, name, fc.boolean(), fc.nat(2 ** 41), fc.nat(300), (cpu, card, unified, bytes, cores) => {
      const counts = { physical_cores: cores, performance_cores: cores, efficiency_cores: 0, logical_cores: 2 * cores }
      const machine = snapshot({
        cpu: { name: cpu, ...counts },
        gpus: bytes % 2 === 0 ? [] : [gpu({ name: card, unified, integrated: unified, vram_bytes: bytes })],
        memory: { total_bytes: bytes },
      })
      const file = profileFromSnapshot(machine, { date: DATE })
      expect(HardwareFileSchema.safeParse(file).error).toBeUndefined()
    }),
  )
})
