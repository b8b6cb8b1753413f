import { describe, expect, it } from 'vitest'
import { detectAndExplain } from '../../shared/hardware/detect.ts'
import { shortly } from '../../shared/hardware/shortly.ts'
import { GIB } from '../../shared/units.ts'
import { fakeHost, filesOf } from './fake-host.ts'
import * as gpu from './samples/gpu.ts'
import * as linux from './samples/linux.ts'

describe('explanations', () => {
  it('say for each fact which probe was believed and by which rule', async () => {
    const csv = gpu.NVIDIA_CSV.split('\n').slice(0, 2).join('\n')
    const { explanation } = await detectAndExplain(
      fakeHost({
        commands: { 'nvidia-smi': csv, lspci: gpu.LSPCI_NN, lscpu: linux.LSCPU_JSON },
        files: {
          '/proc/cpuinfo': linux.CPUINFO_X86,
          '/proc/meminfo': linux.MEMINFO,
          ...filesOf(linux.TOPOLOGY_HYBRID),
        },
      }),
    )
    const why = Object.fromEntries(explanation.beliefs.map(({ fact, why: reason }) => [fact, reason]))
    expect(why).toMatchObject({
      cpu: 'proc-cpuinfo',
      cores: 'sys-topology: the kernel lists both kinds',
      ram: 'proc-meminfo',
      'gpu 0 memory': 'nvidia-smi',
      'gpu 0 backend': 'the way of nvidia GPUs',
    })
    const smi = explanation.probes.find(({ id }) => id === 'nvidia-smi')
    expect(smi?.said).toContain('name=NVIDIA Example RTX 77')
    expect(explanation.probes.findLast(({ state }) => state === 'absent')?.said).toBeUndefined()
  })

  it('say where nothing told, and that unknown memory is unknown', async () => {
    const { explanation, snapshot } = await detectAndExplain(fakeHost({ commands: { lspci: gpu.LSPCI_PLAIN } }))
    const of = (fact: string) => explanation.beliefs.find((belief) => belief.fact === fact)
    expect(of('ram')?.why).toContain('Node')
    expect(of('gpu 0 memory') ?? of('gpu memory')).toMatchObject({ value: 'unknown' })
    expect(snapshot.probes.every((probe) => !('said' in probe))).toBe(true)
  })
})

it('puts any value into one line', () => {
  expect(shortly({ name: 'X', total_bytes: 8 * GIB, gone: null, off: false, list: [1, 2] })).toBe(
    'name=X, total=8.0 GiB, list=1 2',
  )
  expect(shortly(Array.from({ length: 5000 }, (_, at) => ({ at }))).length).toBeLessThanOrEqual(400)
})
