import { describe, expect, test } from 'vitest'
import { catalogModel } from '../../shared/model/catalog/catalog.ts'
import { choiceFromFacts } from '../../shared/plan/choose-model.ts'
import { makePlan } from '../../shared/plan/make-plan.ts'
import { reasonSentence } from '../../shared/report/reason-sentence.ts'
import { checkConfig } from '../../shared/validate/check-config.ts'
import { type Checked, configText, type Machine, target, told } from './cases.ts'

const AMX = ['avx2', 'avx512f', 'avx512_vnni', 'amx_int8']
const XEON: Machine = { vram: [], ram: 64, cpu: { capabilities: AMX } }
const latent = (precision: string) => catalogModel('deepseek-v2-lite', precision)

describe('LP207: weights of latent attention on AMX', () => {
  // attn_k_b has 128 columns: K types need 256 there, so Q4_K_M keeps it in q5_0, which AMX does not take.
  test.each<[string, string, Checked]>([
    ['attn_k_b.weight', 'Q8_0', {}],
    ['attn_k_b.weight', 'Q8_0', { settings: { flash_attn: 'off' } }],
    ['attn_k_b.weight', 'F16', {}],
    ['attn_v_b.weight', 'Q4_K_M', {}],
    // Devices of rpc-servers bring no host memory of their own.
    [
      'attn_k_b.weight',
      'Q8_0',
      { rest: { backend: 'metal' }, settings: { n_gpu_layers: 5 }, on: [{ ...XEON, vram: [64], unified: true }] },
    ],
  ])('%s of %s', (tensor, precision, { rest = { backend: 'cpu' }, on = [XEON], settings }) => {
    const found = told({ rest, on, facts: latent(precision), ...(settings && { settings }) }, 'LP207')
    expect(found).toMatchObject([{ at: 'settings.use_extra_bufts', args: { tensor } }])
    expect(found[0]?.said).toBe(
      `llama.cpp ends with an assertion here: it packs ${tensor} for AMX and cannot multiply it.`,
    )
    expect(found[0]?.fix).toBe('settings.use_extra_bufts = false')
  })

  const cpu = { backend: 'cpu' } as const
  test.each<[string, string, Checked]>([
    ['is not packed', 'Q8_0', { rest: cpu, settings: { use_extra_bufts: false } }],
    ['has no type that AMX takes', 'BF16', { rest: cpu }],
    ['has a contiguous input without flash attention', 'Q4_K_M', { rest: cpu, settings: { flash_attn: 'off' } }],
    ['is on a processor without AMX', 'Q8_0', { rest: cpu, on: [{ ...XEON, cpu: { capabilities: ['avx512f'] } }] }],
    ['lies in memory that CUDA pins', 'Q8_0', { settings: { n_gpu_layers: 5 }, on: [{ ...XEON, vram: [64] }] }],
    [
      'lies on a GPU',
      'Q8_0',
      { rest: { backend: 'metal' }, settings: { n_gpu_layers: -1 }, on: [{ ...XEON, vram: [64], unified: true }] },
    ],
  ])('is silent where the weight %s (%s)', (_, precision, { rest, settings, on = [XEON] }) => {
    const facts = latent(precision)
    expect(told({ facts, on, ...(rest && { rest }), ...(settings && { settings }) }, 'LP207')).toEqual([])
  })

  test('is silent for models that have no such weights', () => {
    expect(told({ rest: cpu, on: [XEON] }, 'LP207')).toEqual([])
  })
})

describe('a plan for such a processor', () => {
  const machine = target(XEON)
  const planned = (id: string) =>
    makePlan({
      target: machine,
      model: choiceFromFacts(catalogModel(id, 'Q8_0'), 'm.gguf'),
      intent: { use_case: 'general' },
    })

  test('does without packed weights, says why, and passes the check', () => {
    const { config, reasons } = planned('deepseek-v2-lite')
    expect(config.settings.use_extra_bufts).toBe(false)
    const reason = reasons.find(({ key }) => key === 'use_extra_bufts')
    expect(reason && reasonSentence(reason)).toContain('AMX')
    const text = JSON.stringify(config)
    expect(checkConfig({ text, file: 'c.json', targets: [machine] }).findings).toEqual([])
  })

  test('packs the weights of other models', () => {
    expect(planned('llama-3.1-8b').config.settings).not.toHaveProperty('use_extra_bufts')
  })
})

test('a config may call it what the option is called, and is told the name', () => {
  const text = configText({ no_repack: true } as object)
  const { findings } = checkConfig({ text, file: 'c.json', targets: [] })
  expect(findings.map(({ rule, args }) => [rule, args['near']])).toContainEqual(['LP005', ['use_extra_bufts']])
})
