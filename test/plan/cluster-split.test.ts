import { describe, expect, test } from 'vitest'
import { fits } from '../../shared/estimate/budget.ts'
import { catalogModel } from '../../shared/model/catalog/index.ts'
import { type Choice, linesOf, type Situation, speedOf } from '../../shared/plan/candidate.ts'
import { fastestSplit } from '../../shared/plan/cluster-split.ts'
import { clusterTarget } from '../../shared/profile/cluster.ts'
import type { Target } from '../../shared/profile/target.ts'
import { WHOLE_ON_GPU } from './choices.ts'
import { madeUpTarget } from './targets.ts'

const LLAMA = catalogModel('llama-3.1-8b', 'Q4_K_M')

/** A machine of a cluster: GiB and GB/s of its GPU, and the link to the first machine. */
type Machine = readonly [vram: number, bandwidth: number, link_gbit_s?: number]

function situationOf(machines: readonly Machine[]): Situation {
  const target = clusterTarget(
    machines.map(([vram, gpu_bandwidth, link_gbit_s], at) => ({
      target: madeUpTarget({ ram: 32, vram: [vram], gpu_bandwidth }),
      ...(at > 0 && { address: `10.0.0.${at + 1}:50052` }),
      ...(link_gbit_s !== undefined && { link_gbit_s }),
    })),
  )
  return {
    target,
    n_batch: 2048,
    n_parallel: 1,
    n_threads: 8,
    program: 'server',
    tensor_split: sharesByMemory(target),
  }
}

function sharesByMemory({ devices }: Target): number[] {
  return devices.map(({ usable }) => (usable?.bytes ?? 0) / 2 ** 30)
}

/** The fastest of all ways to spread whole layers that fit, and every one of that speed. */
function bruteForce(choice: Choice, situation: Situation): { speed: number; splits: number[][] } {
  let best = { speed: 0, splits: [] as number[][] }
  for (const split of spreads(choice.n_gpu_layers, situation.target.devices.length)) {
    const on = { ...situation, tensor_split: split }
    if (!fits(linesOf(choice, LLAMA, on))) continue
    const speed = speedOf(choice, LLAMA, on).tg?.tokens_per_s ?? 0
    if (speed > best.speed * (1 + 1e-12)) best = { speed, splits: [split] }
    else if (speed > best.speed * (1 - 1e-12)) best.splits.push(split)
  }
  return best
}

function spreads(layers: number, devices: number): number[][] {
  if (devices === 1) return [[layers]]
  return Array.from({ length: layers + 1 }, (_, first) =>
    spreads(layers - first, devices - 1).map((rest) => [first, ...rest]),
  ).flat()
}

// Devices of rpc-servers come first, then those of the first machine.
describe('layers over a cluster: no other split that fits is faster', () => {
  test.each<[string, readonly Machine[]]>([
    ['two, one of which is enough', [[12, 300], [12, 300]]],
    ['two, of which the other is faster by more than its link', [[12, 100], [12, 900, 10]]],
    ['two that hold it together', [[4, 300], [3, 300]]],
    ['three, of which two are needed', [[4, 300], [3, 600, 10], [3, 150]]],
    ['three, all of which are needed', [[2.5, 150], [2.5, 300], [2.5, 600]]],
    ['three, the fastest first', [[2.5, 600], [2.5, 300], [2.5, 150]]],
  ])('%s', (_, machines) => {
    const situation = situationOf(machines)
    const best = bruteForce(WHOLE_ON_GPU, situation)
    expect(best.splits).toContainEqual(fastestSplit(WHOLE_ON_GPU, LLAMA, situation))
  })
}) // prettier-ignore

describe('the shares by memory stay', () => {
  const two = situationOf([[12, 300], [12, 300]]) // prettier-ignore

  test('on one machine, and where no layer is on a device', () => {
    const alone = { ...two, target: madeUpTarget({ ram: 32, vram: [12, 12] }) }
    expect(fastestSplit(WHOLE_ON_GPU, LLAMA, alone)).toBeNull()
    expect(fastestSplit({ ...WHOLE_ON_GPU, n_gpu_layers: 0 }, LLAMA, two)).toBeNull()
  })

  test('where they are as fast already', () => {
    expect(fastestSplit(WHOLE_ON_GPU, LLAMA, { ...two, tensor_split: [0, 33] })).toBeNull()
  })

  test('where nothing fits', () => {
    expect(fastestSplit(WHOLE_ON_GPU, LLAMA, situationOf([[1, 300], [1, 300]]))).toBeNull() // prettier-ignore
  })

  test('where no speed is known, unless they do not fit', () => {
    const unknown = (tensor_split: number[], machines: readonly Machine[]): Situation => {
      const situation = situationOf(machines)
      const devices = situation.target.devices.map((device) => ({ ...device, bandwidth_gb_s: null, fp16_tflops: null }))
      return { ...situation, target: { ...situation.target, devices }, tensor_split }
    }
    expect(fastestSplit(WHOLE_ON_GPU, LLAMA, unknown([1, 1], [[12, 1], [12, 1]]))).toBeNull() // prettier-ignore
    const mended = fastestSplit(WHOLE_ON_GPU, LLAMA, unknown([1, 30], [[4, 1], [4, 1]])) // prettier-ignore
    expect(mended?.reduce((sum, layers) => sum + layers, 0)).toBe(33)
  })
})
