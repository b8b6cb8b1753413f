import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namePattern } from '../../../shared/config/overrides/name-pattern.ts'

/** Expressions of all that is understood, and names over the same few letters, so that many match. */
const pattern = fc.letrec<{ whole: string; part: string; one: string }>((tie) => ({
  whole: fc.oneof(
    { maxDepth: 3 },
    tie('part'),
    fc.tuple(tie('part'), tie('part')).map((parts) => parts.join('|')),
  ),
  part: fc.array(tie('one'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  one: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('a', 'b', '1', '.', '\\.', '[ab]', '[^a]', '[0-9]', '\\d', '\\W', '[a\\d-]'),
    fc.constantFrom('^', '$'),
    fc.constantFrom('a*', 'b+', '1?', '.{1,2}', 'a{2}', 'b{1,}', '.*?'),
    tie('whole').map((text) => `(${text})`),
    fc.tuple(tie('whole'), fc.constantFrom('*', '+', '?', '{0,2}')).map(([text, count]) => `(?:${text})${count}`),
  ),
}))
const name = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', '1', '.', '-') })

describe('a pattern over tensor names', () => {
  test('is found where the regular expression of the same text is', () => {
    fc.assert(
      fc.property(pattern.whole, name, (text, given) => {
        expect(namePattern(text).found(given)).toBe(new RegExp(text).test(given))
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['blk\\.[0-3]\\..*', 'blk.2.attn_q.weight', true],
    ['blk\\.[0-3]\\..*', 'blk.20.attn_q.weight', false],
    ['^output\\.weight', 'blk.0.attn_output.weight', false],
    ['ffn_(up|down)_exps', 'blk.7.ffn_down_exps.weight', true],
  ])('%s in %s: %s', (text, given, found) => {
    expect(namePattern(text).found(given)).toBe(found)
  })

  test.each([
    ['', 'characters'],
    ['a'.repeat(1001), 'characters'],
    ['(a', 'a ( without its )'],
    ['a)', 'a ) without its ('],
    ['[a', 'a [ without its ]'],
    ['*a', 'nothing stands before *'],
    ['a**', 'nothing stands before *'],
    ['a{', 'must hold counts'],
    ['a{3,1}', 'the second count is less'],
    ['[b-a]', 'runs backwards'],
    ['(?=a)', '(?:'],
    ['\\b', '\\b is not known'],
    ['^*', 'an edge cannot repeat'],
    ['[[:digit:]]', 'are not read'],
    ['('.repeat(200), 'too many groups'],
    ['((a{900}){900}){900}', 'too large'],
  ])('refuses %s', (text, why) => {
    expect(() => namePattern(text)).toThrow(why)
  })

  test('takes no longer for patterns that backtracking drowns in', () => {
    const hostile = namePattern('^((a*)*|(a|a)*b?)*$')
    // With backtracking this line never ends.
    expect(hostile.found(`${'a'.repeat(400)}!`)).toBe(false)
  })
})
