import { describe, expect, test } from 'vitest'
import { bufferDevice, OverrideTextSchema } from '../../../shared/config/overrides/override-text.ts'

describe('an entry of override_tensor', () => {
  test.each(['ffn_.*_exps=CPU', 'blk\\.[0-3]\\..*=CUDA1', '^output=MTL0_Private', 'attn=RPC0[192.168.1.4:50052]'])(
    'takes %s',
    (text) => {
      expect(OverrideTextSchema.safeParse(text).success).toBe(true)
    },
  )

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
  })
})
