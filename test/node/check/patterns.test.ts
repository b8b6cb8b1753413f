import { expect, test } from 'vitest'
import { readPattern } from '../../../shared/node/check/patterns.ts'

test('a pattern may exclude, and say what its files are', () => {
  expect(readPattern('!configs/{a,b}.json')).toEqual({ glob: 'configs/{a,b}.json', excludes: true, format: null })
  expect(readPattern('runtime-config=odd.name')).toEqual({
    glob: 'odd.name',
    excludes: false,
    format: 'runtime-config',
  })
})

test.each(['*a'.repeat(30), '{1..100000}', '{a..z}{a..z}', '{a,{b,{c,d}}}'.repeat(4)])(
  '%s is refused: it stands for too many',
  (pattern) => {
    expect(() => readPattern(pattern)).toThrow('stands for too many')
  },
)

test('what a shell would read as all but these is not taken for what is left out', () => {
  expect(() => readPattern('!(a).json')).toThrow('is an extended pattern')
  expect(readPattern('!./(a).json')).toMatchObject({ excludes: true })
})
