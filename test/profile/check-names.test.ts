import { describe, expect, it } from 'vitest'
import { withCheckNames } from '../../shared/profile/check-names.ts'
import { findTarget } from '../../shared/profile/find-target.ts'
import type { Target } from '../../shared/profile/target.ts'

const box = (ram: number): Target => {
  const target = findTarget('generic_cpu')
  return { ...target, origin: 'snapshot', host: { ...target.host, total_bytes: ram } }
}

/** name -> ids */
function idsOf(loaded: Record<string, readonly Target[]>): Record<string, string[]> {
  const named = withCheckNames(Object.entries(loaded).map(([name, targets]) => ({ name, targets })))
  return Object.fromEntries([...named].map(([name, targets]) => [name, targets.map(({ id }) => id)]))
}

describe('withCheckNames', () => {
  it('names a machine by its file, and keeps what kind it is', () => {
    const named = withCheckNames([{ name: 'fleet/build-server.json', targets: [box(1)] }])
    expect(named.get('fleet/build-server.json')).toMatchObject([{ id: 'build-server', platform: 'generic_cpu' }])
  })

  it('leaves profiles and this machine as they are, under any of their names', () => {
    const card = findTarget('nvidia_rtx_3060')
    expect(idsOf({ nvidia_rtx_3060_12gb: [card], nvidia_rtx_3060: [card], auto: [box(1)] })).toEqual({
      nvidia_rtx_3060_12gb: ['nvidia_rtx_3060'],
      nvidia_rtx_3060: ['nvidia_rtx_3060'],
      auto: ['generic_cpu'],
    })
  })

  it('gives files of one name their folder, and one machine one id', () => {
    expect(idsOf({ 'a/box.json': [box(1)], 'b/box.json': [box(2)], './a/box.json': [box(1)] })).toEqual({
      'a/box.json': ['box'],
      'b/box.json': ['b/box'],
      './a/box.json': ['box'],
    })
  })

  it('lets a file make way for the profile of its name', () => {
    expect(idsOf({ 'own/generic_cpu.json': [box(1)], generic_cpu: [findTarget('generic_cpu')] })).toEqual({
      'own/generic_cpu.json': ['own/generic_cpu'],
      generic_cpu: ['generic_cpu'],
    })
  })

  it('shows nothing of a hostile name that a report could take for its own', () => {
    const [[id = '']] = Object.values(idsOf({ 'a|`<b>\n::error::x](y).json': [box(1)] })) as [string[]]
    expect(id).toMatch(/^[\w./-]+$/)
    expect(idsOf({ 'é.json': [box(1)], 'ü.json': [box(2)] })).toEqual({ 'é.json': ['_'], 'ü.json': ['generic_cpu'] })
  })

  it('names machines of a cluster by their files', () => {
    const pair = { ...box(1), id: 'generic_cpu+nvidia_rtx_3060' }
    expect(idsOf({ 'fleet/a.json, nvidia_rtx_3060': [pair], 'rack.yml': [{ ...pair, notes: [] }] })).toEqual({
      'fleet/a.json, nvidia_rtx_3060': ['a+nvidia_rtx_3060'],
      'rack.yml': ['rack'],
    })
  })
})
