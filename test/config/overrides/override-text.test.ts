import { describe, expect, test } from 'vitest'
import { bufferDevice, OverrideTextSchema } from '../../../shared/config/overrides/override-text.ts'

describe('an entry of override_tensor', () => {
  test.each([
    'ffn_.*_exps=CPU',
    'blk\\.[0-3]\\..*=CUDA1',
    '^output=MTL0_Private',
    'attn=RPC0[192.168.1.4:50052]',
    'attn=RPC3[a:1]',
  ])('takes %s', (text) => {
    expect(OverrideTextSchema.safeParse(text).success).toBe(true)
  })

  test.each([
    'ffn_.*_exps',
    '=CPU',
    'a=',
    'a=CPU=CPU',
    'a b=CPU',
    'a,b=CPU',
    "a'=CPU",
    'a;=CPU',
    'a\n=CPU',
    '(=CPU',
    'a=CUDA_Host',
    'a=RPC0[]',
  ])('refuses %s', (text) => {
    expect(OverrideTextSchema.safeParse(text).success).toBe(false)
  })

  test('counts devices of rpc-servers before those of the machine', () => {
    expect(bufferDevice('CPU')).toBeNull()
    expect(bufferDevice('CUDA1')).toBe(1)
    expect(bufferDevice('CUDA1', ['a:1', 'b:2'])).toBe(3)
    expect(bufferDevice('RPC0[b:2]', ['a:1', 'b:2'])).toBe(1)
    expect(bufferDevice('RPC0[c:3]', ['a:1', 'b:2'])).toBe(-1)
    // Once a device: two behind the first address, one behind the second.
    const devices = ['a:1', 'a:1', 'b:2']
    expect(
      ['RPC0[a:1]', 'RPC1[a:1]', 'RPC2[a:1]', 'RPC0[b:2]', 'CUDA0'].map((one) => bufferDevice(one, devices)),
    ).toEqual([0, 1, -1, 2, 3])
  })
})
