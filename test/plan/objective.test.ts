import { describe, expect, test } from 'vitest'
import type { Speed, ThroughputEstimate } from '../../shared/estimate/throughput-estimate.ts'
import { catalogModel } from '../../shared/model/catalog/index.ts'
import type { Choice } from '../../shared/plan/candidate.ts'
import { worthOf } from '../../shared/plan/objective.ts'
import { precisionLoss, Q8_CACHE_LOSS } from '../../shared/plan/precision-loss.ts'
import { wishOf } from '../../shared/plan/wish.ts'

const facts = catalogModel('qwen3-30b-a3b', 'Q4_K_M')
const general = wishOf({ use_case: 'general' }, 262_144)
const long = wishOf({ use_case: 'long_context' }, 262_144)
const choice: Choice = {
  precision: 'Q4_K_M',
  n_ctx: 8192,
  cache_type: 'f16',
  n_ubatch: 512,
  n_gpu_layers: 49,
  n_cpu_moe: 0,
}
const speed = (tg: number | null, pp: number | null): ThroughputEstimate => {
  const of = (tokens_per_s: number) => ({ tokens_per_s }) as Speed
  return { tg: tg === null ? null : of(tg), pp: pp === null ? null : of(pp) }
}
const worth = (more: Partial<Choice>, at = speed(1, 1), wish = general) =>
  worthOf({ ...choice, ...more }, facts, at, wish)
const LOSS = 8 * precisionLoss('Q4_K_M')

describe('the worth of a choice, in doublings of decode speed', () => {
  test.each<[string, () => number, number]>([
    ['twice the decode speed', () => worth({}, speed(64, 1)) - worth({}, speed(32, 1)), 1],
    ['four times the prompt speed', () => worth({}, speed(1, 400)) - worth({}, speed(1, 100)), 0.5],
    ['no prompt speed counts like one token', () => worth({}, speed(8, null)) - worth({}, speed(8, 1)), 0],
    ['half the wished context', () => worth({ n_ctx: 4096 }) - worth({}), -0.5],
    ['more than the wished context', () => worth({ n_ctx: 16_384 }) - worth({}), 0],
    [
      'more than the wished context where it may grow',
      () => worth({ n_ctx: 65_536 }, speed(1, 1), long) - worth({ n_ctx: 16_384 }, speed(1, 1), long),
      2,
    ],
    ['a quantised cache', () => worth({ cache_type: 'q8_0' }) - worth({}), -8 * Q8_CACHE_LOSS],
    [
      'another precision',
      () => worth({ precision: 'Q3_K_M' }) - worth({}),
      -8 * (precisionLoss('Q3_K_M') - precisionLoss('Q4_K_M')) - 0.3,
    ],
    ['all as wished, at a token a second', () => worth({}), -LOSS],
  ])('%s', (_, actual, expected) => {
    expect(actual()).toBeCloseTo(expected, 12)
  })
})

describe('where nothing tells the speed', () => {
  const unknown = (more: Partial<Choice>) => worth(more, speed(null, 1))

  test.each<[string, () => number, number]>([
    ['nothing offloaded', () => unknown({ n_gpu_layers: 0 }), Math.log2(1e4) - LOSS],
    ['experts that no device asked for', () => unknown({ n_gpu_layers: 0, n_cpu_moe: 48 }), Math.log2(1e4) - LOSS],
    ['all offloaded', () => unknown({}), Math.log2(1e5) - LOSS],
    ['all experts kept back', () => unknown({ n_cpu_moe: 49 }), Math.log2(1e4 * (1 + 9 / 2)) - LOSS],
    ['a part', () => unknown({ n_gpu_layers: 7 }), Math.log2(1e4 * (1 + 9 / 7)) - LOSS],
  ])('%s', (_, actual, expected) => {
    expect(actual()).toBeCloseTo(expected, 12)
  })
})

test('the loss of a precision: measured, or none for a name without a row', () => {
  expect([precisionLoss('Q4_K_M'), precisionLoss('MXFP4'), precisionLoss('toString')]).toEqual([0.031273, 0, 0])
})
