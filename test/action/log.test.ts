import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { logLine } from '../../action/log.ts'
import { parseV1, parseV2 } from './run-action.ts'

test('no line is a command to the runner, in either form', () => {
  const part = fc.constantFrom(
    '::',
    '##[',
    ']',
    'error',
    'stop-commands',
    ' ',
    '\t',
    '\u2028',
    '\uFEFF',
    '\u200B',
    '%0A',
    'a',
    '#',
    '[',
    ':',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const line = logLine(parts.join(''))
      expect(line).not.toMatch(/[\r\n]/)
      expect(parseV2(line, () => true)).toBeNull()
      expect(parseV1(line, () => true)).toBeNull()
    }),
    { numRuns: 5000 },
  )
})

test('ordinary lines stay as they are', () => {
  const line = 'configs/chat.json:12:3: error LP101 (nvidia_rtx_3060): Needs 7.3 GiB; GPU leaves 5.6 GiB.'
  expect(logLine(line)).toBe(line)
})
