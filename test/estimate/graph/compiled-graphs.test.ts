import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hparamsOf } from '../../../shared/estimate/compiled-model.ts'
import { contextSize } from '../../../shared/estimate/context-size.ts'
import { graphBuilder } from '../../../shared/estimate/graph/architectures/index.ts'
import { compiledSizes } from '../../../shared/estimate/graph/compiled-graphs.ts'
import { graphModel } from '../../../shared/estimate/graph/graph-model.ts'
import { replayCompute } from '../../../shared/estimate/graph/replay.ts'
import { layerDevices } from '../../../shared/estimate/layer-device.ts'
import { resolveSettings } from '../../../shared/estimate/memory-settings.ts'
import { pipelineCopies } from '../../../shared/estimate/pipeline-copies.ts'
import type { PlacedRun } from '../../../shared/estimate/placed-run.ts'
import type { Settings } from '../../../shared/config/settings.ts'
import { catalogModel } from '../../../shared/model/catalog/index.ts'
import type { Program } from '../../../shared/program.ts'

const MODELS = ['qwen3-8b', 'llama-3.1-8b', 'qwen2.5-0.5b', 'qwen3-30b-a3b', 'starcoder2-7b', 'olmo-2-7b', 'phi-4']

type Asked = { model: string; program: Program; devices: number; settings: Settings }

function question({ model, program, devices, settings }: Asked): PlacedRun {
  const facts = catalogModel(model, 'Q4_K_M')
  const hparams = hparamsOf(facts)
  const resolved = resolveSettings(settings, hparams, program)
  const where = layerDevices(hparams, resolved, { devices })
  const flash = resolved.flash_attn === 'on'
  const size = contextSize(hparams, resolved)
  return { facts, hparams, size, settings: resolved, where, n_devices: devices, flash }
}

/** As often as it takes until the structure is compiled. */
function compiled(asked: Asked): number[] | null {
  const one = question(asked)
  const build = graphBuilder(one.facts.architecture)
  if (build === undefined) throw new Error(`no graph of ${asked.model}`)
  let sizes: number[] | null = null
  for (let i = 0; i < 30 && sizes === null; i++) sizes = compiledSizes(build, one, pipelineCopies(one))
  return sizes
}

function replayed(asked: Asked): number[] {
  const run = question(asked)
  const build = graphBuilder(run.facts.architecture)
  if (build === undefined) throw new Error(`no graph of ${asked.model}`)
  return replayCompute(build, graphModel(run), pipelineCopies(run))
}

const asked: fc.Arbitrary<Omit<Asked, 'model'>> = fc.record({
  program: fc.constantFrom('server', 'cli'),
  devices: fc.constantFrom(0, 1, 1, 2),
  settings: fc.record({
    n_ctx: fc.oneof(
      fc.integer({ min: 1, max: 200_000 }),
      fc.integer({ min: 1, max: 64 }).map((n) => n * 256),
    ),
    n_ubatch: fc.oneof(
      fc.integer({ min: 1, max: 64 }).map((n) => n * 32),
      fc.integer({ min: 1, max: 2048 }),
    ),
    n_gpu_layers: fc.constantFrom(-1, 0, 1, 17, 30),
    flash_attn: fc.constantFrom('on', 'off'),
    n_parallel: fc.constantFrom(1, 1, 2, 3, 4, 8),
    offload_kqv: fc.boolean(),
    kv_unified: fc.boolean(),
  }),
})

describe('compiledSizes', () => {
  it.each(MODELS)('is what a whole replay gives: %s', { timeout: 60_000 }, (model) => {
    let answers = 0
    fc.assert(
      fc.property(asked, (drawn) => {
        const one = { ...drawn, model }
        const sizes = compiled(one)
        if (sizes === null) return
        answers++
        expect(sizes).toEqual(replayed(one))
      }),
      { numRuns: 45 },
    )
    expect(answers).toBeGreaterThan(0)
  })

  it.each(MODELS)('compiles the graph of %s, with and without flash attention, on both programs', (model) => {
    for (const program of ['server', 'cli'] as const) {
      for (const flash_attn of ['on', 'off'] as const) {
        const settings: Settings = { n_ctx: 8192, n_ubatch: 256, n_gpu_layers: 20, flash_attn }
        const one: Asked = { model, program, devices: 1, settings }
        expect(compiled(one)).toEqual(replayed(one))
      }
    }
  })

  it('leaves micro-batches that fill no whole blocks to a replay', () => {
    const settings: Settings = { n_ctx: 8192, n_ubatch: 100, flash_attn: 'on' }
    expect(compiled({ model: 'qwen3-8b', program: 'server', devices: 1, settings })).toBeNull()
  })
})
