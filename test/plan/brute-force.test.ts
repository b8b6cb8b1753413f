import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UseCase } from '../../shared/config/runtime-config.ts'
import { budgetLines } from '../../shared/estimate/budget.ts'
import { estimateMemory } from '../../shared/estimate/estimate-memory.ts'
import { resolveSettings } from '../../shared/estimate/memory-settings.ts'
import { estimateThroughput } from '../../shared/estimate/throughput/estimate-throughput.ts'
import { catalogModel, findCatalogEntry } from '../../shared/model/catalog/index.ts'
import type { ModelFacts } from '../../shared/model/facts.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import { choiceFromCatalog } from '../../shared/plan/choose-model.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { precisionLoss } from '../../shared/plan/precision-loss.ts'
import type { Target } from '../../shared/profile/target.ts'
import { madeUpTarget } from './targets.ts'

// The grid and the objective of docs/planning.md, written down a second time and without the planner's code.
const WISHES = {
  general: {
    precision: 'Q4_K_M',
    n_ctx: 8192,
    n_batch: 2048,
    n_ubatch: 512,
    decode: 1,
    prompt: 0.25,
    context: 0.5,
    loss: 8,
  },
  long_context: {
    precision: 'Q4_K_M',
    n_ctx: 16384,
    n_batch: 1024,
    n_ubatch: 512,
    decode: 0.75,
    prompt: 0.25,
    context: 1,
    loss: 8,
  },
  speed: {
    precision: 'Q3_K_M',
    n_ctx: 8192,
    n_batch: 2048,
    n_ubatch: 1024,
    decode: 2,
    prompt: 0.5,
    context: 0.5,
    loss: 4,
  },
  quality: {
    precision: 'Q5_K_M',
    n_ctx: 8192,
    n_batch: 2048,
    n_ubatch: 512,
    decode: 0.5,
    prompt: 0.25,
    context: 0.5,
    loss: 30,
  },
} as const

const PRECISIONS = ['Q5_K_M', 'Q4_K_M', 'IQ4_XS', 'Q3_K_M', 'IQ3_M', 'IQ3_XXS', 'IQ2_M']

type Point = { precision: string; n_ctx: number; cache: 'f16' | 'q8_0'; n_ubatch: number; ngl: number; ncmoe: number }

function worth(point: Point, facts: ModelFacts, target: Target, use_case: UseCase, grown: boolean): number | null {
  const wish = WISHES[use_case]
  const settings = resolveSettings(
    {
      n_ctx: point.n_ctx,
      n_batch: wish.n_batch,
      n_ubatch: point.n_ubatch,
      n_gpu_layers: point.ngl,
      n_cpu_moe: point.ncmoe,
      flash_attn: point.cache === 'f16' ? 'auto' : 'on',
      cache_type_k: point.cache,
      cache_type_v: point.cache,
    },
    readHparams(facts),
    'server',
  )
  const estimate = estimateMemory(facts, settings, { devices: point.ngl === 0 ? 0 : target.devices.length })
  const over = budgetLines(estimate, target).some(({ need_bytes, usable }) => need_bytes > 0.9 * (usable?.bytes ?? 0))
  if (over) return null
  const backend = point.ngl === 0 ? 'cpu' : target.backend
  const speed = estimateThroughput(facts, { ...settings, n_threads: target.cpu.performance_cores, backend }, target)
  const reached = grown ? point.n_ctx : Math.min(point.n_ctx, wish.n_ctx)
  return (
    wish.decode * Math.log2(speed.tg?.tokens_per_s ?? 1) +
    wish.prompt * Math.log2(speed.pp?.tokens_per_s ?? 1) +
    wish.context * Math.log2(reached / wish.n_ctx) -
    wish.loss * (precisionLoss(point.precision) + (point.cache === 'f16' ? 0 : 0.002)) -
    (point.precision === wish.precision ? 0 : 0.3)
  )
}

function contexts(use_case: UseCase, train: number): number[] {
  const most = use_case === 'long_context' ? train : Math.min(WISHES[use_case].n_ctx, train)
  const all = new Set([most])
  for (let n = 512; n < most; n *= 2)
    for (const value of [n, 1.5 * n]) if (value < most && value % 256 === 0) all.add(value)
  return [...all]
}

/** The best worth on the whole grid, every number of layers and experts included. */
function bruteForce(id: string, target: Target, use_case: UseCase): number {
  const wish = WISHES[use_case]
  // Where everything that is wished for fits, the precision is kept.
  const wished = catalogModel(id, wish.precision)
  const all = target.devices.length > 0 ? readHparams(wished).n_layer_all + 1 : 0
  const asWished: Point = {
    ...wish,
    n_ctx: Math.min(wish.n_ctx, readHparams(wished).n_ctx_train),
    cache: 'f16',
    ngl: all,
    ncmoe: 0,
  }
  const keeps = worth(asWished, wished, target, use_case, false) !== null
  const precisions = keeps
    ? [wish.precision]
    : PRECISIONS.filter((name) => precisionLoss(name) >= precisionLoss(wish.precision))
  let best = -Infinity
  for (const precision of precisions) {
    const facts = catalogModel(id, precision)
    const hparams = readHparams(facts)
    const layers = hparams.n_layer_all + 1
    for (const n_ctx of contexts(use_case, hparams.n_ctx_train)) {
      for (const cache of ['f16', 'q8_0'] as const) {
        for (const n_ubatch of [1024, 512, 256, 128, 64].filter((n) => n <= wish.n_ubatch)) {
          for (let ngl = 0; ngl <= (target.devices.length > 0 ? layers : 0); ngl++) {
            const experts = hparams.n_expert > 0 && ngl > 0 ? hparams.n_layer : 0
            for (const ncmoe of ngl === layers ? range(experts) : [0, experts]) {
              const value = worth(
                { precision, n_ctx, cache, n_ubatch, ngl, ncmoe },
                facts,
                target,
                use_case,
                use_case === 'long_context',
              )
              if (value !== null && value > best) best = value
            }
          }
        }
      }
    }
  }
  return best
}

function range(most: number): number[] {
  return Array.from({ length: most + 1 }, (_, n) => n)
}

function worthOfPlan(plan: Plan, use_case: UseCase): number {
  const { settings, metadata, model } = plan.config
  const facts = model ?? catalogModel('qwen3-0.6b', 'Q4_K_M')
  const all = readHparams(facts).n_layer_all + 1
  const ngl = plan.config.backend === 'cpu' ? 0 : settings.n_gpu_layers === -1 ? all : (settings.n_gpu_layers ?? 0)
  const point: Point = {
    precision: metadata?.precision ?? '',
    n_ctx: settings.n_ctx ?? 0,
    cache: settings.cache_type_k === 'q8_0' ? 'q8_0' : 'f16',
    n_ubatch: settings.n_ubatch ?? 0,
    ngl,
    ncmoe: settings.n_cpu_moe ?? 0,
  }
  const value = worth(point, facts, plan.target, use_case, use_case === 'long_context')
  expect(value, 'the plan fits').not.toBeNull()
  return value ?? -Infinity
}

// More, with another seed: PLAN_RUNS=50 PLAN_SEED=3 npx vitest run test/plan/brute-force.test.ts
const RUNS = Number(process.env['PLAN_RUNS'] ?? 4)
const SEED = Number(process.env['PLAN_SEED'] ?? 20)

describe('the plan is unbeatable on the grid of docs/planning.md', () => {
  const machines = fc.record({
    vram: fc.option(fc.integer({ min: 1, max: 24 }), { nil: undefined }),
    ram: fc.integer({ min: 4, max: 48 }),
    gpu_bandwidth: fc.integer({ min: 100, max: 1500 }),
  })
  const models = fc.constantFrom('qwen3-0.6b', 'llama-3.2-3b', 'llama-3.1-8b')
  const useCases = fc.constantFrom<UseCase>('general', 'long_context', 'speed', 'quality')

  it('for random machines, dense models and use cases', () => {
    fc.assert(
      fc.property(machines, models, useCases, ({ vram, ram, gpu_bandwidth }, id, use_case) => {
        const target = madeUpTarget({ ram, gpu_bandwidth, ...(vram === undefined ? {} : { vram: [vram] }) })
        const best = bruteForce(id, target, use_case)
        const make = () => makePlan({ target, model: choiceFromCatalog(findCatalogEntry(id)), intent: { use_case } })
        if (best === -Infinity) {
          expect(make).toThrow(/does not fit/)
          return
        }
        expect(worthOfPlan(make(), use_case)).toBeGreaterThanOrEqual(best - 1e-6)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  }, 3_600_000)

  it('for a model with experts on a GPU that cannot hold them', () => {
    const target = madeUpTarget({ ram: 32, vram: [10], gpu_bandwidth: 600 })
    const plan = makePlan({
      target,
      model: choiceFromCatalog(findCatalogEntry('qwen3-30b-a3b')),
      intent: { use_case: 'general', precision: 'Q4_K_M', n_ctx: 8192 },
    })
    expect(plan.config.settings.n_cpu_moe).toBeGreaterThan(0)
    expect(plan.config.settings.n_gpu_layers).toBe(-1)
  })
})
