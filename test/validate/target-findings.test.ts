import { describe, expect, test } from 'vitest'
import type { Target } from '../../shared/profile/target.ts'
import { ruleOf } from '../../shared/validate/rules/index.ts'
import { type Checked, problem, type Told, told } from './cases.ts'

const MIXED = { physical_cores: 8, performance_cores: 4, efficiency_cores: 4, usable_cores: 4 }
const amd: Partial<Target> = { backend: 'rocm', backends: ['rocm', 'vulkan'] }

describe('a finding on a target names its key, its numbers and a fix', () => {
  test.each<[string, Checked, Told]>([
    [
      'a backend that is not there',
      { rest: { backend: 'rocm' } },
      {
        rule: 'LP303',
        target: 'box',
        at: 'backend',
        args: { backend: 'rocm', has: ['cuda', 'cpu'] },
        said: 'The target has no rocm backend; it has cuda, cpu. A config is for one kind of hardware.',
        fix: 'backend = cuda',
      },
    ],
    [
      'every target has the CPU',
      { on: [{ rest: amd }] },
      {
        rule: 'LP303',
        target: 'box',
        at: 'backend',
        args: { backend: 'cuda', has: ['rocm', 'vulkan', 'cpu'] },
        said: 'The target has no cuda backend; it has rocm, vulkan, cpu. A config is for one kind of hardware.',
        fix: 'backend = rocm',
      },
    ],
    [
      'layers with backend cpu',
      { settings: { n_gpu_layers: 10 }, rest: { backend: 'cpu' } },
      {
        rule: 'LP308',
        target: 'box',
        at: 'settings.n_gpu_layers',
        args: { n_gpu_layers: 10, backend: 'cpu' },
        said: 'n_gpu_layers is 10, but backend cpu uses no GPU.',
        fix: 'settings.n_gpu_layers = 0',
      },
    ],
    [
      'layers where the backend finds no GPU',
      { settings: { n_gpu_layers: -1 }, on: [{ vram: [], rest: { backends: ['cuda', 'cpu'] } }] },
      {
        rule: 'LP308',
        target: 'box',
        at: 'settings.n_gpu_layers',
        args: { n_gpu_layers: -1, backend: 'cuda' },
        said: 'n_gpu_layers is -1, but the target has no GPU.',
        fix: 'settings.n_gpu_layers = 0',
      },
    ],
    [
      'one layer left',
      { settings: { n_gpu_layers: 32 } },
      {
        rule: 'LP306',
        target: 'box',
        at: 'settings.n_gpu_layers',
        args: { n_gpu_layers: 32, all: 33 },
        said: 'n_gpu_layers 32 leaves one layer on the CPU: with the output layer there are 33, and all fit.',
        fix: 'settings.n_gpu_layers = -1',
      },
    ],
    [
      'threads over the cores of a profile',
      { settings: { n_threads: 9 } },
      {
        rule: 'LP201',
        target: 'box',
        at: 'settings.n_threads',
        args: { key: 'n_threads', threads: 9, cores: 8, detected: false, assumed: false },
        said: 'n_threads is 9; the target has 8 physical cores.',
        fix: 'settings.n_threads = 8',
      },
    ],
    [
      'prompt threads over the cores of a machine that was looked at',
      { settings: { n_threads_batch: 16 }, on: [{ rest: { origin: 'snapshot' } }] },
      {
        rule: 'LP201',
        target: 'box',
        at: 'settings.n_threads_batch',
        args: { key: 'n_threads_batch', threads: 16, cores: 8, detected: true, assumed: false },
        said: 'n_threads_batch is 16; the target has 8 cores to use, after affinity and any quota.',
        fix: 'settings.n_threads_batch = 8',
      },
    ],
    [
      'threads over a CPU that is only assumed',
      { settings: { n_threads: 9 }, on: [{ cpu: { assumed: true } }] },
      {
        rule: 'LP201',
        target: 'box',
        at: 'settings.n_threads',
        args: { key: 'n_threads', threads: 9, cores: 8, detected: false, assumed: true },
        said: 'n_threads is 9; the CPU assumed for this target has 8 physical cores.',
        fix: 'settings.n_threads = 8',
      },
    ],
    [
      'threads on efficiency cores',
      { settings: { n_threads: 6 }, on: [{ cpu: MIXED }] },
      {
        rule: 'LP202',
        target: 'box',
        at: 'settings.n_threads',
        args: { threads: 6, performance: 4, efficiency: 4 },
        said: 'n_threads is 6; the target has 4 performance cores, and its 4 efficiency cores would hold them back.',
        fix: 'settings.n_threads = 4',
      },
    ],
    [
      'a micro-batch that a phone does not sustain',
      { settings: { n_ubatch: 64 }, on: [{ rest: { sustained_n_ubatch: 16 } }] },
      {
        rule: 'LP203',
        target: 'box',
        at: 'settings.n_ubatch',
        args: { n_ubatch: 64, sustained: 16, explicit: true },
        said: 'n_ubatch is 64; this device sustains 16 without throttling.',
        fix: 'settings.n_ubatch = 16',
      },
    ],
    [
      'the default micro-batch, cut to the batch',
      { settings: { n_batch: 128 }, on: [{ rest: { sustained_n_ubatch: 16 } }] },
      {
        rule: 'LP203',
        target: 'box',
        at: 'settings.n_ubatch',
        args: { n_ubatch: 128, sustained: 16, explicit: false },
        said: 'n_ubatch is 128 by default; this device sustains 16 without throttling.',
        fix: 'settings.n_ubatch = 16',
      },
    ],
    [
      'device memory that nobody knows',
      { settings: { n_ctx: 256, n_gpu_layers: 1 }, on: [{ vram: [null] }] },
      {
        rule: 'LP011',
        target: 'box',
        at: 'backend',
        args: { device: 'gpu 0', need: expect.any(Number) as number },
        said: expect.stringMatching(
          /^Not judged: \d+\.\d GiB would go to gpu 0, whose memory size is unknown\.$/,
        ) as string,
      },
    ],
    [
      'a server of a cluster, checked on one machine',
      { settings: { rpc_servers: ['10.0.0.2:50052'] } },
      {
        rule: 'LP204',
        target: 'box',
        at: 'settings.rpc_servers',
        args: { asked: 1, has: 0 },
        said: 'rpc-servers in the config: 1; in the target: 0. The devices are not those that it was made for.',
      },
    ],
  ])('%s', (_, input, expected) => {
    expect(told(input)).toEqual([expected])
  })
})

describe('one fix for several machines is the least of what they bear', () => {
  test.each<[string, Checked, string, string]>([
    [
      'threads',
      {
        settings: { n_threads: 40 },
        on: [16, 6, 12].map((physical_cores) => ({ id: `${physical_cores}`, cpu: { physical_cores } })),
      },
      'LP201',
      'settings.n_threads = 6',
    ],
    [
      'performance cores',
      {
        settings: { n_threads: 7 },
        on: [6, 2, 4].map((performance_cores) => ({
          id: `${performance_cores}`,
          cpu: { ...MIXED, performance_cores },
        })),
      },
      'LP202',
      'settings.n_threads = 2',
    ],
    [
      'micro-batch',
      { on: [64, 16, 32].map((sustained_n_ubatch) => ({ id: `${sustained_n_ubatch}`, rest: { sustained_n_ubatch } })) },
      'LP203',
      'settings.n_ubatch = 16',
    ],
  ])('%s', (_, input, rule, fix) => {
    expect(told(input, rule).map((finding) => finding.fix)).toEqual([fix, fix, fix])
  })
})

test('a backend to change to is the CPU only where there is no GPU', () => {
  const rule = ruleOf('LP303')
  const on = [
    { rest: amd },
    { vram: [], rest: { backends: ['cpu'] } },
    { rest: { ...amd, backends: ['rocm', 'cpu'] } },
  ] as const
  const values = (machines: Checked['on']) =>
    rule?.scope === 'target' ? rule.fixes?.(problem({ on: machines ?? [] })) : undefined
  expect(values(on)).toEqual([{ path: ['backend'], values: ['rocm', 'vulkan', 'cpu'] }])
  expect(values([on[0], on[2]])).toEqual([{ path: ['backend'], values: ['rocm', 'vulkan'] }])
})

test('a fix looks at the targets that have the finding, not at those that have another', () => {
  const on = [
    { id: 'mixed', cpu: MIXED },
    { id: 'small', vram: [1], cpu: { performance_cores: 0, efficiency_cores: 8 } },
  ]
  const found = told({ settings: { n_threads: 6 }, on })
  expect(found.map(({ rule, target }) => `${rule} ${target}`).toSorted()).toEqual(['LP101 small', 'LP202 mixed'])
  expect(found.find(({ rule }) => rule === 'LP202')?.fix).toBe('settings.n_threads = 4')
})
