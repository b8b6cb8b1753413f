import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { checkConfig, inspectConfig } from '../../shared/validate/check-config.ts'
import { withValue } from '../../shared/validate/fix-search.ts'
import { configText, LLAMA_8B, target } from './cases.ts'

const settings: fc.Arbitrary<RuntimeConfig['settings']> = fc.record(
  {
    n_ctx: fc.integer({ min: 256, max: 200_000 }),
    n_gpu_layers: fc.integer({ min: -1, max: 40 }),
    n_batch: fc.integer({ min: 1, max: 4096 }),
    n_ubatch: fc.integer({ min: 1, max: 4096 }),
    n_threads: fc.integer({ min: 1, max: 64 }),
    n_parallel: fc.integer({ min: 1, max: 8 }),
    flash_attn: fc.constantFrom('on', 'off', 'auto'),
    cache_type_k: fc.constantFrom('f16', 'q8_0', 'q4_0'),
    cache_type_v: fc.constantFrom('f16', 'q8_0', 'q4_0'),
    offload_kqv: fc.boolean(),
  },
  { requiredKeys: [] },
)

const targets = fc.array(
  fc.record({
    vram: fc.array(fc.double({ min: 1, max: 48, noNaN: true }), { maxLength: 2 }),
    ram: fc.double({ min: 1, max: 64, noNaN: true }),
  }),
  { minLength: 1, maxLength: 3 },
)

test('a fix that is offered ends its finding on each target that has it, and adds no error on any', () => {
  fc.assert(
    fc.property(settings, targets, fc.constantFrom('cuda', 'cpu'), (chosen, machines, backend) => {
      const all = machines.map((machine, index) => target({ ...machine, id: `t${index}` }))
      const input = { file: 'c.json', targets: all, facts: LLAMA_8B }
      const before = checkConfig({ ...input, text: configText(chosen, { backend }) })
      const errors = new Set(before.findings.map(({ rule, target: id }) => `${rule} ${id}`))
      for (const { rule, path, fix, target: where } of before.findings) {
        if (fix === undefined || before.config === null) continue
        const text = JSON.stringify(withValue(before.config, fix.path, fix.value as string | number | boolean))
        const after = inspectConfig({ ...input, text }).report.findings
        const left = after.filter(
          (other) => other.rule === rule && other.target === where && String(other.path) === String(path),
        )
        expect(left).toEqual([])
        const added = after.filter(
          ({ severity, rule: id, target: on }) => severity === 'error' && !errors.has(`${id} ${on}`),
        )
        expect(added).toEqual([])
      }
    }),
    { numRuns: 25 },
  )
})
