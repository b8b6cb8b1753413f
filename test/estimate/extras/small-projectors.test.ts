import { describe, expect, it } from 'vitest'
import { imageEdges } from '../../../shared/estimate/extras/vision/image-limits.ts'
import { visionCompute } from '../../../shared/estimate/extras/vision/vision-compute.ts'
import { projectorFacts } from '../../../shared/estimate/extras/vision/vision-facts.ts'
import measured from '../../fixtures/memory/projectors.json' with { type: 'json' }
import { headerOf } from './gguf-header.ts'
import { towerFile } from './projector-files.ts'
import { SMALL_TOWERS, type TowerSizes } from './small-towers.ts'

/**
 * What mtmd_get_memory_usage of llama.cpp (de3ff81) says for towers of random sizes with and without what files may lack, weights
 * taken off: compute buffer with flash attention and without, on a device (and what the host needs beside it) and on the CPU.
 */
type Row = TowerSizes & {
  readonly kind: string
  readonly device: readonly number[]
  readonly host: number
  readonly cpu: readonly number[]
}

describe('compute buffers of small towers equal the measured ones', () => {
  it.each((measured as unknown as readonly Row[]).map((row, at) => [at, row.kind, row] as const))(
    '%i: %s',
    async (_, kind, row) => {
      const facts = projectorFacts(await headerOf(`${kind}.gguf`, ...towerFile(towerOf(kind, row))))
      const { vision } = facts
      if (vision === null) throw new Error('no vision tower')
      const { warmup, n_merge } = imageEdges(vision)
      const of = (flash: boolean, on_device: boolean) => visionCompute(facts, vision, warmup, n_merge, flash, on_device)
      const device = [of(true, true), of(false, true)]
      const cpu = [of(true, false), of(false, false)]
      expect({ device: device.map((one) => one.device), cpu: cpu.map((one) => one.device) }).toEqual({
        device: row.device,
        cpu: row.cpu,
      })
      expect([...device, ...cpu].map(({ host, basis }) => [host, basis])).toEqual([
        [row.host, 'replayed'],
        [row.host, 'replayed'],
        [0, 'replayed'],
        [0, 'replayed'],
      ])
    },
  )
})

function towerOf(kind: string, sizes: TowerSizes) {
  const make = SMALL_TOWERS[kind]
  if (make === undefined) throw new Error(`no such tower: ${kind}`)
  return make(sizes)
}
