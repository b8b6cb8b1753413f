import { expect, test } from 'vitest'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { configContext } from '../../shared/validate/config-context.ts'
import { LLAMA_8B, withHparams } from './cases.ts'

const config: RuntimeConfig = { backend: 'cuda', model_path: 'm.gguf', settings: { n_ctx: 4096 } }
const on = { devices: 1, backend: 'cuda' }

test('what one config asked for serves others of the same model and settings', () => {
  const facts = { ...LLAMA_8B }
  const first = configContext(config, facts)
  const second = configContext({ ...config, model_path: 'other.gguf' }, facts)
  expect(second.estimateOn({ ...on })).toBe(first.estimateOn({ ...on }))
  expect(first.withConfig(config).estimateOn(on)).toBe(first.estimateOn(on))
})

test('settings, devices, backends and models are kept apart', () => {
  const first = configContext(config, LLAMA_8B)
  const base = first.estimateOn(on)
  const others = [
    configContext({ ...config, settings: { n_ctx: 8192 } }, LLAMA_8B).estimateOn(on),
    first.estimateOn({ ...on, devices: 2 }),
    first.estimateOn({ devices: 0, backend: 'cpu' }),
    configContext(config, withHparams({ 'attention.head_count_kv': 32 }, LLAMA_8B)).estimateOn(on),
  ]
  expect(base?.devices).toHaveLength(1)
  for (const other of others) expect(other).not.toEqual(base)
  expect(others.map((other) => other?.devices.length)).toEqual([1, 2, 0, 1])
})

test('the embedded facts are those of the config, until others are given', () => {
  expect(configContext(config).model).toBeNull()
  expect(configContext(config).estimateOn(on)).toBeNull()
  const embedded = { ...config, model: LLAMA_8B }
  expect(configContext(embedded).model?.facts).toBe(LLAMA_8B)
  const given = withHparams({ context_length: 256 })
  expect(configContext(embedded, given).model?.facts).toBe(given)
  expect(configContext(embedded, given).withConfig(embedded).model?.facts).toBe(given)
})

test('facts that no model can have are trouble; a fault of ours is thrown', () => {
  const odd = configContext(config, withHparams({ block_count: 'many' }))
  expect(odd).toMatchObject({ model: null, trouble: expect.stringContaining('block_count') })
  const broken = { ...LLAMA_8B, tensors: null } as unknown as typeof LLAMA_8B
  expect(() => configContext(config, broken)).toThrow(TypeError)
})
