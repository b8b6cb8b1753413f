import { describe, expect, it } from 'vitest'
import { type BudgetLine, budgetLines, fits, lineOf } from '../../shared/estimate/budget.ts'
import { type LoadGroup, linesTogether, processOverhead } from '../../shared/estimate/together.ts'
import type { MemoryBreakdown, MemoryEstimate } from '../../shared/estimate/memory-estimate.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import type { Target, TargetDevice } from '../../shared/profile/target.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { MIB } from '../../shared/units.ts'

const profile = targetFromProfile(findProfile('rtx-4090'))
const [card] = profile.devices
if (card === undefined) throw new Error('no card')

const part = (model: number, context = 0, compute = 0): MemoryBreakdown => ({ model, context, compute })
const estimate = (devices: MemoryBreakdown[], host: MemoryBreakdown): MemoryEstimate => ({
  program: 'server',
  basis: 'exact',
  bound: 0,
  devices,
  host,
  engine: 'x',
})
const device = (name: string, bytes: number | null, remote?: TargetDevice['remote']): TargetDevice => ({
  ...card,
  name,
  usable: bytes === null ? null : { bytes, source: 'test' },
  ...(remote && { remote }),
})
const machine = (devices: readonly TargetDevice[], host: number, unified = false): Target => ({
  ...profile,
  devices,
  unified,
  host: { ...profile.host, usable: { bytes: host, source: 'test' } },
})
const shown = (lines: readonly BudgetLine[]) =>
  lines.map(({ kind, name, need_bytes, state }) => `${kind} ${name} ${need_bytes} ${state}`)

describe('what a config needs of a memory', () => {
  it.each([
    [900, 'fits'],
    [901, 'near'],
    [1000, 'near'],
    [1001, 'over'],
  ])('%d of 1000 bytes: %s', (need, state) => {
    expect(lineOf('host', 'RAM', part(need), { bytes: 1000, source: 'test' }).state).toBe(state)
  })

  it('is the sum of its parts; nothing fits anywhere, and something in an unknown memory is unknown', () => {
    const line = lineOf('device', 'gpu', part(1, 20, 300), { bytes: 1000, source: 'test' })
    expect(line).toMatchObject({ need_bytes: 321, state: 'fits', kind: 'device', name: 'gpu' })
    expect(lineOf('device', 'gpu', part(0), null).state).toBe('fits')
    expect(lineOf('device', 'gpu', part(1), null).state).toBe('unknown')
    expect(lineOf('device', 'gpu', part(Number.NaN), { bytes: 1000, source: 'test' }).state).toBe('unknown')
  })

  it('fits only where every memory has room', () => {
    const at = (need: number) => lineOf('host', 'RAM', part(need), { bytes: 1000, source: 'test' })
    expect([fits([at(1), at(2)]), fits([at(1), at(950)]), fits([at(2000), at(1)])]).toEqual([true, false, false])
    expect(fits([at(1), lineOf('device', 'gpu', part(1), null)])).toBe(false)
  })
})

describe('the memories of a machine', () => {
  const need = estimate([part(100, 20, 3), part(200)], part(50, 6))

  it('are its devices that the estimate is about, and its RAM', () => {
    const three = machine([device('a', 1000), device('b', 210), device('c', 1)], 55)
    expect(shown(budgetLines(need, three))).toEqual(['device a 123 fits', 'device b 200 near', 'host RAM 56 over'])
    expect(shown(budgetLines(estimate([], part(9)), three))).toEqual(['host RAM 9 fits'])
  })

  it('that the estimate says nothing of are not needed', () => {
    const two = [device('a', 1000), device('b', 1000)]
    expect(shown(budgetLines(estimate([part(5)], part(1)), machine(two, 10), two))).toEqual([
      'device a 5 fits',
      'device b 0 fits',
      'host RAM 1 fits',
    ])
  })

  it('are one where devices and host share it', () => {
    const [, , shared] = budgetLines(need, machine([device('a', 1000), device('b', 1000)], 400, true))
    expect(shared).toMatchObject({ kind: 'host', name: 'shared memory', state: 'near' })
    expect(shared?.need).toEqual(part(350, 26, 3))
  })

  it('of other machines do not share it', () => {
    const remote = { address: 'a:1', link_gbit_s: 1, latency_ms: 1, generation: null }
    const both = machine([device('a', 1000), device('b', 1000, remote)], 400, true)
    expect(budgetLines(need, both)[2]?.need).toEqual(part(150, 26, 3))
  })
})

describe('models loaded together', () => {
  const usable = { bytes: 10_000 * MIB, source: 'test' }
  const lines = (gpu: MemoryBreakdown, host: MemoryBreakdown) => [
    lineOf('device', 'gpu', gpu, usable),
    lineOf('host', 'RAM', host, usable),
  ]
  const all = new Map([
    ['chat', lines(part(100, 20, 3), part(7))],
    ['code', lines(part(200, 10, 1), part(5))],
    ['draft', lines(part(50), part(9))],
    ['cpu', [lineOf('host', 'RAM', part(400, 40, 4), usable)]],
  ])
  const together = (...groups: LoadGroup[]) =>
    linesTogether(all, groups, 'cuda').map(({ line, parts }) => [
      line.name,
      line.need_bytes,
      parts.map(({ name, bytes }) => `${name} ${bytes}`).join(),
    ])
  const stay = (...members: string[]): LoadGroup => ({ swap: false, members })
  const swap = (...members: string[]): LoadGroup => ({ swap: true, members })
  /** The least that logs of CUDA devices show of a further process: 451 MiB (profiles/driver-overhead). */
  const process = 451 * MIB

  it('hold what logs of real devices show, per further process', () => {
    expect(processOverhead('cuda')).toBe(process)
    expect(processOverhead('cpu')).toBe(0)
  })

  it('need the sum on each memory, and a process more on the device', () => {
    expect(together(stay('chat'))).toEqual([
      ['gpu', 123, 'chat 123'],
      ['RAM', 7, 'chat 7'],
    ])
    expect(together(stay('chat', 'code'), stay('draft'))).toEqual([
      ['gpu', 123 + 211 + 50 + 2 * process, 'chat 123,code 211,draft 50'],
      ['RAM', 21, 'chat 7,code 5,draft 9'],
    ])
  })

  it('of a group that swaps need what the largest needs, of each memory its own', () => {
    expect(together(swap('chat', 'code', 'draft'))).toEqual([
      ['gpu', 211, 'code 211'],
      ['RAM', 9, 'draft 9'],
    ])
    expect(together(swap('chat', 'code'), stay('draft'))).toEqual([
      ['gpu', 211 + 50 + process, 'code 211,draft 50'],
      ['RAM', 16, 'chat 7,draft 9'],
    ])
    expect(together(swap('code', 'chat'))[0]).toEqual(['gpu', 211, 'code 211'])
  })

  it('keep model, context and compute apart, the further process with compute', () => {
    const [gpu] = linesTogether(all, [stay('chat', 'code')], 'cuda')
    expect(gpu?.line.need).toEqual(part(300, 30, 4 + process))
    expect(gpu?.line).toMatchObject({ kind: 'device', usable, state: 'fits' })
  })

  it('on the CPU alone take RAM only, whatever comes first', () => {
    const expected = [
      ['gpu', 123 + process, 'chat 123'],
      ['RAM', 451, 'cpu 444,chat 7'],
    ]
    expect(together(stay('cpu', 'chat'))).toEqual(expected)
    expect(together(stay('cpu'))).toEqual([['RAM', 444, 'cpu 444']])
  })

  it('are not judged where one is not known', () => {
    expect(together(stay('chat', 'nobody'))).toEqual([])
    expect(linesTogether(new Map([...all, ['empty', []]]), [stay('chat', 'empty')], 'cuda')).toEqual([])
  })
})
