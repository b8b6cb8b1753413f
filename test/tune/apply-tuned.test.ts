import { beforeAll, describe, expect, test } from 'vitest'
import { choiceFromFacts } from '../../shared/plan/choose-model.ts'
import { makePlan, type PlanRequest } from '../../shared/plan/make-plan.ts'
import { findProfile } from '../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../shared/profile/target-from-profile.ts'
import { planWithWinner, winnerFor, withMeasuredSpeed } from '../../shared/tune/apply-tuned.ts'
import { evidenceCsv } from '../../shared/tune/evidence.ts'
import type { StoredResult } from '../../shared/tune/stored-result.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { fixtureFacts } from '../helpers/sparse-gguf.ts'
import { tunedResult } from './tuned-result.ts'

let result: StoredResult
let request: PlanRequest
beforeAll(async () => {
  result = await tunedResult()
  const target = targetFromProfile(findProfile('cpu_amd_ryzen_9_7950x'))
  request = { target, model: choiceFromFacts(result.model.facts, 'm.gguf'), intent: { use_case: 'general' } }
})

describe('a stored winner', () => {
  test('is taken for its own model, use and users only, and only when it was proved', () => {
    const { digest } = result.model
    expect(winnerFor([result], digest, request)).toBe(result)
    expect(winnerFor([result], 'cccccccccccccccc', request)).toBeNull()
    expect(winnerFor([result], digest, { ...request, intent: { use_case: 'speed' } })).toBeNull()
    expect(winnerFor([result], digest, { ...request, intent: { use_case: 'general', n_parallel: 4 } })).toBeNull()
    expect(winnerFor([{ ...result, outcome: 'no_gain' }], digest, request)).toBeNull()
    expect(winnerFor([{ ...result, outcome: 'unproved' }], digest, request)).toBeNull()
  })

  test('settles its settings in the plan, each with its reason, and the config has no findings', () => {
    const plan = planWithWinner(request, result)
    expect(plan.config.settings).toMatchObject({ n_threads: 4, n_threads_batch: 8, n_ubatch: 256, poll: 0 })
    const codes = Object.fromEntries(plan.reasons.map(({ key, code }) => [key, code]))
    expect(codes).toMatchObject({
      n_threads: 'measured',
      n_threads_batch: 'measured',
      n_ubatch: 'measured',
      poll: 'measured',
    })
    expect(codes['n_ctx']).not.toBe('measured')
    expect(plan.notes.at(-1)).toContain("25 % over llama.cpp's defaults (lp-tui tune show 0123456789ab")
    const text = JSON.stringify(plan.config)
    expect(checkConfig({ text, file: 'plan', targets: [request.target] }).findings).toEqual([])
  })

  test('says how much faster in words that can be read', () => {
    const much = planWithWinner(request, { ...result, ratio: 181.2 })
    expect(much.notes.at(-1)).toContain("181 times as fast as llama.cpp's defaults (lp-tui tune show 0123456789ab")
  })

  test('gives way to what the user has set', () => {
    const plan = planWithWinner({ ...request, intent: { use_case: 'general', pins: { n_threads: 2 } } }, result)
    expect(plan.config.settings.n_threads).toBe(2)
  })
})

describe('speeds', () => {
  test('of the tuned model are those that were measured', () => {
    const plan = withMeasuredSpeed(planWithWinner(request, result), [result], result.model.digest)
    expect(plan.throughput.tg?.basis).toBe('measured here')
    expect(plan.throughput.tg?.tokens_per_s).toBeCloseTo(30, 1)
    // With the threads that the prompt was measured with, which the planner alone would not have taken.
    expect(plan.throughput.pp?.tokens_per_s).toBeCloseTo(120, 1)
    expect(plan.config.metadata?.expected_tokens_per_sec).toBeCloseTo(30, 0)
    expect(plan.config.metadata?.expected_tokens_per_sec_basis).toBe('measured here')
  })

  test('of another model are scaled, with a wider range, and say by what', async () => {
    const facts = await fixtureFacts('llama-3.1-8b.Q4_K_M')
    const plain = makePlan({ ...request, model: choiceFromFacts(facts, 'l.gguf') })
    const scaled = withMeasuredSpeed(plain, [result], 'cccccccccccccccc')
    const own = withMeasuredSpeed(planWithWinner(request, result), [result], result.model.digest)
    const wide = (speed: { high: number; low: number } | null) => (speed === null ? 0 : speed.high / speed.low)
    expect(scaled.throughput.tg?.basis).toBe('measured here')
    expect(scaled.throughput.tg?.source).toBe('scaled by qwen2.5-0.5b Q4_K_M, tuned here')
    expect(wide(scaled.throughput.tg)).toBeGreaterThan(wide(own.throughput.tg))
    expect(scaled.throughput.tg?.tokens_per_s).not.toBe(plain.throughput.tg?.tokens_per_s)
  })

  test('stay as they are without results, and after a run that proved nothing', () => {
    const plan = makePlan(request)
    const cut: StoredResult = { ...result, outcome: 'unproved', interrupted: true }
    for (const results of [[], [cut]]) {
      expect(withMeasuredSpeed(plan, results, result.model.digest).throughput).toEqual(plan.throughput)
      expect(withMeasuredSpeed(plan, results, 'cccccccccccccccc').throughput).toEqual(plan.throughput)
    }
  })
})

test('exported rows have the columns of the evidence, one row a test and side, quoted where it must be', () => {
  const lines = evidenceCsv([result]).trimEnd().split('\n')
  expect(lines[0]).toBe(
    'hardware_id,hardware_name,backend,model,quant,test,n_threads,flash_attn,tokens_per_s,build_or_date,source,test_detail,notes',
  )
  expect(lines).toHaveLength(5)
  expect(lines[3]).toBe(
    'generic_cpu,"A machine, ""quoted""",cpu,qwen2.5-0.5b,Q4_K_M,pp256,8,,120.00,abc1234,"lp-tui tune 0123456789ab, 2026-01-02",pp256-ub256,"median of 6, 117.60 to 122.40; tuned; 8 cores"',
  )
})
