import fc from 'fast-check'
import { expect, test } from 'vitest'
import Output from '../../node_modules/ink/build/output.js'
import { joined } from '../../cli/tui/terminal/joined-output.ts'

const WIDTH = 24
const HEIGHT = 5

type Cell = { readonly sign: string; readonly style: string }

/** What a terminal shows of a line: each sign with its style, without plain blanks at the end. */
function cells(line: string): Cell[] {
  const shown: Cell[] = []
  let style: Record<string, string> = {}
  // oxlint-disable-next-line no-control-regex -- that is what colours are
  for (const [, codes, sign = ''] of line.matchAll(/\u001B\[([\d;]*)m|(.)/gu)) {
    if (codes === undefined)
      shown.push({ sign, style: JSON.stringify(Object.values(style).toSorted((a, b) => Number(a) - Number(b))) })
    for (const code of codes?.split(';') ?? []) {
      if (code === '0' || code === '') style = {}
      else if (code === '22') style = without(style, 'weight')
      else if (code === '27') style = without(style, 'inverse')
      else if (code === '39') style = without(style, 'colour')
      else style = { ...style, [code === '7' ? 'inverse' : code === '36' ? 'colour' : 'weight']: code }
    }
  }
  while (shown.at(-1)?.sign === ' ' && shown.at(-1)?.style === '[]') shown.pop()
  return shown
}

function without(style: Record<string, string>, name: string): Record<string, string> {
  const { [name]: _gone, ...rest } = style
  return rest
}

const sign = fc.constantFrom('a', 'Z', ' ', '7', '\u2500', '\u203a', '\u2713', '\u00E9', '\u4F60', '\u{1F600}')
const styled = fc
  .tuple(fc.string({ unit: sign, minLength: 1, maxLength: 8 }), fc.constantFrom('', '1', '2', '7', '36'))
  .map(([text, code]) => {
    const end = { '': '', '1': '22', '2': '22', '7': '27', '36': '39' }[code]
    return code === '' ? text : `\u001B[${code}m${text}\u001B[${end}m`
  })
const line = fc.array(styled, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(''))
const operation = fc.oneof(
  { weight: 6, arbitrary: fc.record({ x: fc.nat(WIDTH), y: fc.nat(HEIGHT), lines: fc.array(line, { maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ y1: fc.nat(2), y2: fc.integer({ min: 2, max: HEIGHT }) }) },
  { weight: 1, arbitrary: fc.constant('unclip' as const) },
)
const upper = (text: string) => text.replaceAll('a', 'A')

test('a frame that is joined shows what Ink would have shown', () => {
  let joined_frames = 0
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 6 }), fc.boolean(), (operations, transformed) => {
      const output = new Output({ width: WIDTH, height: HEIGHT })
      for (const one of operations) {
        if (one === 'unclip') output.unclip()
        else if ('y1' in one) output.clip({ x1: 0, x2: WIDTH, y1: one.y1, y2: one.y2 })
        else output.write(one.x, one.y, one.lines.join('\n'), { transformers: transformed ? [upper] : [] })
      }
      const quick = joined(output as unknown as Parameters<typeof joined>[0])
      if (quick === null) return
      joined_frames++
      const slow = output.get()
      expect(quick.height).toBe(slow.height)
      expect(quick.output.split('\n').map(cells)).toEqual(slow.output.split('\n').map(cells))
    }),
    { numRuns: 3000 },
  )
  expect(joined_frames).toBeGreaterThan(500)
})

test('what lies on something else, is cut at its side or takes two columns is left to Ink', () => {
  const write = (x: number, text: string) => ({ type: 'write' as const, x, y: 0, text, transformers: [] })
  expect(joined({ height: 1, operations: [write(0, 'ab'), write(2, 'cd')] })?.output).toBe('abcd')
  expect(joined({ height: 1, operations: [write(0, 'ab'), write(1, 'cd')] })).toBeNull()
  expect(joined({ height: 1, operations: [write(0, '\u4F60')] })).toBeNull()
  expect(joined({ height: 1, operations: [{ type: 'clip', clip: { x1: 0, x2: 3 } }, write(2, 'cd')] })).toBeNull()
})
