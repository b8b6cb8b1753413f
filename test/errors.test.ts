import { expect, test } from 'vitest'
import { inOneLine, UserError } from '../shared/errors.ts'

test.each([
  ['The folder x does not exist', 'Create it first.', 'The folder x does not exist. Create it first.'],
  ['There is no such profile.', 'List them.', 'There is no such profile. List them.'],
  ['which model?', '--model FILE', 'which model? --model FILE'],
  ['x does not exist', undefined, 'x does not exist'],
])('%s + %s', (message, hint, line) => {
  expect(inOneLine(new UserError('input', message, hint))).toBe(line)
})
