import { describe, expect, it } from 'vitest'
import {
  correctionBy,
  correctionFor,
  deviceResidual,
  type EvidenceRow,
  evidenceOf,
} from '../../../shared/estimate/throughput/evidence.ts'
import { estimateThroughput } from '../../../shared/estimate/throughput/estimate-throughput.ts'
import { catalogModel, listCatalog, PRECISIONS } from '../../../shared/model/catalog/index.ts'
import { listProfiles } from '../../../shared/profile/database.ts'
import { findProfile } from '../../../shared/profile/find-profile.ts'
import { targetFromProfile } from '../../../shared/profile/target-from-profile.ts'
import { DENSE, EXPERTS } from './round-numbers.ts'

const rowId = (profile: string) => findProfile(profile).row.id
const targetOf = (profile: string) => targetFromProfile(findProfile(profile))

describe('what rows of other models say of a device', () => {
  const row = { ratio: Math.E, format: 'q4', moe: false, n_params: 8e9 } as const
  const model = { format: 'q4', moe: false, n_params: 4e9 } as const
  // As if half a row more agreed with the class.
  it.each([
    ['nothing without rows', [], model, 0],
    ['one row of the same format', [row], model, 1 / 1.5],
    ['one of another format counts a fifth', [row], { ...model, format: 'k' as const }, 0.2 / 0.7],
    ['one of experts for a dense model three tenths', [row], { ...model, moe: true }, 0.3 / 0.8],
    [
      'one of the same model in another format four fifths',
      [row],
      { ...model, format: 'k' as const, n_params: 8e9 },
      0.8 / 1.3,
    ],
    ['one of the same model to half a per cent', [row], { ...model, n_params: 8.03e9 }, 4 / 4.5],
    ['one that is further off', [row], { ...model, n_params: 8.05e9 }, 1 / 1.5],
    ['rows of both signs cancel', [row, { ...row, ratio: 1 / Math.E }], model, 0],
    ['two rows weigh more than one', [row, row], model, 2 / 2.5],
  ] as const)('%s', (_, rows, of, residual) => {
    expect(deviceResidual(rows, of)).toBeCloseTo(residual, 12)
  })
})

describe('what rows say of a model', () => {
  const facts = { ...DENSE, n_params: 8e9, precision: 'Q4_0' }
  const row: EvidenceRow = {
    model: 'other',
    n_layer: 10,
    n_params: 8e9,
    moe: false,
    quant: 'Q4_0',
    format: 'f16',
    speed: 100,
    low: 90,
    high: 120,
    rows: 3,
    ratio: 1.2,
    build: 'b1',
    source: 'a log',
  }
  const of = (rows: readonly Partial<EvidenceRow>[], model = facts) =>
    correctionBy(
      rows.map((one) => ({ ...row, ...one })),
      model,
      'tg128',
    )

  it('is nothing without rows', () => {
    expect(of([])).toBeNull()
  })

  it('of this very model: its own ratio and extremes', () => {
    expect(of([{}])).toEqual({
      factor: 1.2,
      knowledge: 'same',
      seen: { low: 0.9, high: 1.2 },
      same: true,
      source: 'tg128 of other Q4_0: 100 tokens/s (median of 3), build b1, a log',
    })
    expect(of([{ rows: 1, build: '' }])?.source).toBe('tg128 of other Q4_0: 100 tokens/s, a log')
  })

  it.each([
    ['of as many layers and about as many weights', { n_params: 8.03e9 }, 'same', true],
    ['of other layers: as large, not the same', { n_layer: 12 }, 'similar', true],
    ['within a tenth of its size', { n_params: 8.7e9 }, 'similar', true],
    ['beyond it', { n_params: 8.9e9 }, 'similar', false],
    ['in another format', { quant: 'Q4_1' }, 'similar', false],
  ] as const)('%s', (_, one, knowledge, same) => {
    expect(of([one])).toMatchObject({ knowledge, same })
  })

  it('of one as large is named, else the number of models', () => {
    expect(of([{ n_layer: 12 }])?.source).toBe(
      'scaled by tg128 of other Q4_0: 100 tokens/s (median of 3), build b1, a log',
    )
    expect(of([{ quant: 'F16' }])?.source).toBe('scaled by 1 measured model on this device')
    expect(of([{ quant: 'F16' }, { quant: 'F16' }])?.source).toBe('scaled by 2 measured models on this device')
  })

  it('is that of the nearest in size', () => {
    const far = { n_params: 8.6e9, ratio: 3 }
    expect(of([far, {}])).toMatchObject({ factor: 1.2, knowledge: 'same' })
    expect(of([{}, far])).toMatchObject({ factor: 1.2, knowledge: 'same' })
    expect(
      of([
        { n_params: 7.4e9, model: 'smaller' },
        { ...far, model: 'larger' },
        { n_layer: 1, model: 'near' },
      ])?.source,
    ).toMatch(/of near Q4_0/)
  })

  it('of others is weighed by format, kind and size', () => {
    // One row of the same format, not of the same size: e^(ln 1.2 / 1.5).
    expect(of([{ n_params: 3e9 }])?.factor).toBeCloseTo(1.2 ** (1 / 1.5), 12)
    expect(of([{ n_params: 3e9, format: 'k' }])?.factor).toBeCloseTo(1.2 ** (0.2 / 0.7), 12)
    expect(of([{ n_params: 3e9, moe: true }])?.factor).toBeCloseTo(1.2 ** (0.3 / 0.8), 12)
    const experts = { ...EXPERTS, n_params: 8e9, precision: 'Q4_0' }
    expect(of([{ n_params: 3e9, moe: true }], experts)?.factor).toBeCloseTo(1.2 ** (1 / 1.5), 12)
    expect(of([{ n_params: 3e9 }], experts)?.factor).toBeCloseTo(1.2 ** (0.3 / 0.8), 12)
    expect(of([{ n_layer: 12 }])?.factor).toBeCloseTo(1.2 ** (4 / 4.5), 12)
  })
})

it('experts among measured models are known as such', () => {
  const rows = evidenceOf(rowId('rtx-4090'), 'cuda', 'tg128')
  expect(rows.find(({ model }) => model === 'llama-2-7b')?.moe).toBe(false)
  const all = listProfiles().flatMap(({ row }) => evidenceOf(row.id, 'cuda', 'tg128'))
  expect(all.find(({ model }) => /gpt-oss|30b-a3b/.test(model))?.moe).toBe(true)
  expect(all.every(({ source }) => source !== '')).toBe(true)
})

describe('a device that was measured', () => {
  it('has the measured speed itself for the very model and format', () => {
    const known = new Set(listCatalog().map((entry) => entry.id))
    const formats = new Set<string>(PRECISIONS.map(({ name }) => name))
    const off: number[] = []
    for (const { id, row } of listProfiles()) {
      const target = targetFromProfile(findProfile(id))
      if (target.devices.length !== 1) continue
      for (const measured of evidenceOf(row.id, target.backend, 'tg128')) {
        if (!known.has(measured.model) || !formats.has(measured.quant)) continue
        const facts = catalogModel(measured.model, measured.quant)
        // Rows of a model that the catalog knows in another size are of another one.
        if (facts.n_params !== measured.n_params && Math.abs(measured.n_params / facts.n_params - 1) > 0.004) continue
        if (facts.hparams['block_count'] !== measured.n_layer) continue
        const { tg } = estimateThroughput(facts, {}, target)
        if (tg?.basis !== 'measured on the same hardware' || tg.source.startsWith('scaled')) continue
        off.push(Math.abs(tg.tokens_per_s / measured.speed - 1))
        expect(tg.low).toBeLessThanOrEqual(tg.tokens_per_s * (measured.low / measured.speed) * (1 + 1e-9))
      }
    }
    expect(off.length).toBeGreaterThan(100)
    // A device's row may be of a machine whose memory is not quite that of the profile.
    expect(off.filter((one) => one < 0.05).length).toBeGreaterThan(0.95 * off.length)
  })

  it('names its row', () => {
    const found = correctionFor(rowId('rtx-4090'), 'cuda', 'tg128', catalogModel('llama-2-7b', 'Q4_0'))
    expect(found).toMatchObject({ knowledge: 'same', same: true })
    expect(found?.source).toMatch(/^tg128 of llama-2-7b Q4_0: [\d.]+ tokens\/s/)
    expect(found?.source).toMatch(/tokens\/s(?: \(median of \d+\))?(?:, build \S+)?, \S/)
  })

  it('says so where only another model, or another size, was measured on it', () => {
    const rows = evidenceOf(rowId('rtx-4090'), 'cuda', 'tg128')
    const other = correctionFor(rowId('rtx-4090'), 'cuda', 'tg128', catalogModel('qwen2.5-0.5b', 'Q4_K_M'))
    expect(other).toMatchObject({ knowledge: 'similar', same: false, seen: null })
    expect(other?.source).toBe(`scaled by ${rows.length} measured models on this device`)
    expect(
      correctionFor(rowId('nvidia_rtx_4060_ti_16gb'), 'cuda', 'pp512', catalogModel('llama-2-7b', 'Q4_0')),
    ).toBeNull()
  })

  it('keeps what rows say of one test and of one backend apart', () => {
    const facts = catalogModel('llama-2-7b', 'Q4_0')
    const source = (backend: 'rocm' | 'vulkan', test: 'tg128' | 'pp512') =>
      correctionFor(rowId('rx-7900-xtx'), backend, test, facts)?.source
    expect(source('rocm', 'tg128')).toContain('tg128 of llama-2-7b Q4_0: 168.615 tokens/s (median of 2)')
    expect(source('rocm', 'pp512')).toContain('pp512 of llama-2-7b Q4_0: ')
    expect(source('vulkan', 'tg128')).not.toBe(source('rocm', 'tg128'))
    expect(source('vulkan', 'tg128')).toContain('tg128 of llama-2-7b Q4_0: ')
  })
})

describe('rows are of whole models on one device', () => {
  const facts = catalogModel('llama-2-7b', 'Q4_0')
  const basis = (asked: object, more: object = {}) =>
    estimateThroughput(facts, asked, { ...targetOf('rtx-4090'), ...more }).tg?.basis

  it('and say nothing of a split model, two devices or another machine', () => {
    const [card] = targetOf('rtx-4090').devices
    if (card === undefined) throw new Error('no card')
    expect(basis({})).toBe('measured on the same hardware')
    // Nothing is kept or moved anywhere by these.
    expect(basis({ offload_kqv: false })).toBe('measured on the same hardware')
    expect(basis({ n_cpu_moe: 99 })).toBe('measured on the same hardware')
    expect(basis({ n_gpu_layers: 20 })).toBe('model')
    expect(basis({}, { profile_id: 'nobody' })).toBe('model')
    expect(basis({ n_gpu_layers: 0 })).toBe('model')
    expect(basis({}, { devices: [card, card] })).toBe('model')
    // The second takes no layer, and still the machine is another.
    expect(basis({ tensor_split: [1, 0] }, { devices: [card, card] })).toBe('model')
    expect(basis({}, { profile_id: null })).toBe('model')
  })
})
