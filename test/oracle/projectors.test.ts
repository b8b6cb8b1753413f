import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { imageEdges } from '../../shared/estimate/extras/vision/image-limits.ts'
import { visionCompute } from '../../shared/estimate/extras/vision/vision-compute.ts'
import { projectorFacts } from '../../shared/estimate/extras/vision/vision-facts.ts'
import { tensorBytes } from '../../shared/model/tensor-types.ts'
import { padTo } from '../../shared/units.ts'
import { headerOf } from '../estimate/extras/gguf-header.ts'
import { projectorTower, type Tower, towerFile, type TowerId, TOWER_IDS } from '../estimate/extras/projector-files.ts'
import { writeGguf } from '../helpers/gguf-writer.ts'
import { askProjectors, type ProjectorBytes } from './breakdown.ts'
import { engineMissing } from './engine-missing.ts'
import { randomTowers } from './random-towers.ts'

const COUNT = 100
const SEED = Number(process.env['ORACLE_SEED'] ?? 1)
const WAYS = [
  { devices: 1, flash: true },
  { devices: 1, flash: false },
  { devices: 0, flash: true },
  { devices: 0, flash: false },
] as const

type Asked = { readonly name: string; readonly tower: Tower }

describe.skipIf(engineMissing('breakdown'))('compute buffers of projectors against llama.cpp', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lp-tui-projectors-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('those shaped as the published ones', async () => {
    const towers = TOWER_IDS.map((id: TowerId) => ({ name: id, tower: projectorTower(id) }))
    expect(await differences(folder, towers)).toEqual([])
  })

  test(`${COUNT} of random sizes, by the seed ${SEED}`, async () => {
    const towers = randomTowers(COUNT, SEED).map(({ kind, sizes, tower }) => ({
      name: `${kind} ${JSON.stringify(sizes)}`,
      tower,
    }))
    expect(await differences(folder, towers)).toEqual([])
  })
})

/** What llama.cpp says other than we, tower by tower and way by way. */
async function differences(folder: string, towers: readonly Asked[]): Promise<unknown[]> {
  const cases = towers.flatMap(({ tower }, at) => {
    const mmproj = join(folder, `${at}.gguf`)
    writeTower(tower, mmproj)
    return WAYS.map((way) => ({ mmproj, ...way }))
  })
  const theirs = await askProjectors(cases)
  const ours = await Promise.all(towers.flatMap(({ tower }) => WAYS.map((way) => bytesOf(tower, way))))
  return ours.flatMap((own, at) => {
    const other = theirs[at]
    const { name = '' } = towers[Math.floor(at / WAYS.length)] ?? {}
    const equal = other !== undefined && !('error' in other) && other.device === own.device && other.host === own.host
    return equal ? [] : [{ name, ...WAYS[at % WAYS.length], ours: own, theirs: other }]
  })
}

/** A file as long as the tower's own, without its weights. */
function writeTower(tower: Tower, path: string): void {
  const [keys, tensors] = towerFile(tower)
  const header = writeGguf({ keys, tensors: tensors.map(([name, type, shape]) => ({ name, type, shape })), data: 0 })
  writeFileSync(path, header)
  truncateSync(
    path,
    header.length + tensors.reduce((sum, [, type, shape]) => sum + padTo(tensorBytes(type, shape), 32), 0),
  )
}

async function bytesOf(tower: Tower, { devices, flash }: (typeof WAYS)[number]): Promise<ProjectorBytes> {
  const [keys, tensors] = towerFile(tower)
  const facts = projectorFacts(await headerOf('tower.gguf', keys, tensors))
  if (facts.vision === null) throw new Error('no vision tower')
  const { warmup, n_merge } = imageEdges(facts.vision)
  const { device, host } = visionCompute(facts, facts.vision, warmup, n_merge, flash, devices > 0)
  // llama.cpp adds up the tensors' own bytes, without what aligns them.
  const weights = tensors.reduce((sum, [, type, shape]) => sum + tensorBytes(type, shape), 0)
  return devices > 0 ? { device: weights + device, host } : { device: 0, host: weights + device }
}
