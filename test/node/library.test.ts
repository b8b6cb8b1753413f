import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  catalogModel,
  checkConfig,
  detect,
  estimateMemory,
  estimateThroughput,
  exportConfig,
  findTarget,
  choiceFromCatalog,
  findCatalogEntry,
  makePlan,
  matchProfile,
  readGguf,
  targetFromProfile,
} from '../../shared/node/library.ts'
import { fakeHost } from '../hardware/fake-host.ts'
import { ranged, serve } from '../helpers/range-server.ts'
import { fixtureFacts, fixtureHeader, fixtureSize, sparseGguf } from '../helpers/sparse-gguf.ts'
import { tempFolder } from '../helpers/temp-folder.ts'

const facts = catalogModel('llama-3.1-8b', 'Q4_K_M')

describe('the library', () => {
  it('reads a model from a path, a URL and bytes alike', async () => {
    const id = 'smollm2-135m.Q4_K_M'
    const header = fixtureHeader(id)
    const { origin } = await serve({ '/m.gguf': ranged(header, fixtureSize(id)) })
    const bytes = { size: fixtureSize(id), name: id, read: async (at: number, n: number) => header.slice(at, at + n) }
    const expected = { ...(await fixtureFacts(id)), source: expect.anything() }
    const read = await Promise.all([
      readGguf(await sparseGguf(id, await tempFolder())),
      readGguf(new URL(`${origin}/m.gguf`)),
      readGguf(bytes),
    ])
    for (const one of read) expect({ ...one, source: 'any' }).toEqual(expected)
  })

  it('fills the gaps of settings as a runtime config does', () => {
    const placement = { devices: 1 }
    const given = { n_ctx: 8192, n_batch: 2048, n_ubatch: 512, n_gpu_layers: 33, n_parallel: 1 }
    const server = estimateMemory(facts, { n_ctx: 8192 }, placement)
    expect(server).toEqual(estimateMemory(facts, { ...given, program: 'server' }, placement))
    expect(server).toMatchObject({ program: 'server', basis: 'exact' })
    expect(estimateMemory(facts, { n_ctx: 8192, n_gpu_layers: -1, tensor_split: undefined }, placement)).toEqual(server)
    const cli = estimateMemory(facts, { program: 'cli', n_ctx: 8192 }, placement)
    expect(cli.devices[0]?.compute).toBeGreaterThan(server.devices[0]?.compute ?? Infinity)
  })

  it('takes a profile, a snapshot or a target as hardware', async () => {
    const profile = findTarget('NVIDIA_RTX_4090')
    const settings = { n_ctx: 8192 }
    const speed = estimateThroughput(facts, settings, profile)
    expect(speed.tg?.tokens_per_s).toBeGreaterThan(50)
    expect(estimateThroughput(facts, settings, targetFromProfile(profile))).toEqual(speed)

    const snapshot = await detect(fakeHost({}))
    expect(matchProfile(snapshot).profile).toBeDefined()
    const choice = choiceFromCatalog(findCatalogEntry('smollm2-135m'))
    for (const target of [profile, snapshot, targetFromProfile(profile)]) {
      const { config } = makePlan({ target, model: choice, intent: { use_case: 'general' } })
      const text = JSON.stringify(config)
      expect(checkConfig({ text, file: 'a.json', targets: [target] }).findings).toEqual([])
      expect(exportConfig(config, 'llama-server')).toContain('llama-server')
    }
  })

  it('names the nearest ids, and what is no model', async () => {
    expect(() => findTarget('nvidia_rtx_409')).toThrow(/nvidia_rtx_4090/)
    const file = join(await tempFolder(), 'a.gguf')
    await writeFile(file, 'text')
    await expect(readGguf(file)).rejects.toThrow(/a\.gguf/)
  })
})
