import * as core from '@actions/core'
import * as z from 'zod'
import { didYouMean, UserError } from '../shared/index.ts'

const lines = z
  .string()
  .max(100_000)
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )

/** The Action's inputs; defaults live here, not in action.yml. */
const InputsSchema = z.strictObject({
  configs: lines,
  targets: lines,
  'fail-on': z.enum(['error', 'warning', 'never']),
  annotations: z.enum(['all', 'errors', 'none']),
  'if-no-files-found': z.enum(['error', 'warn', 'ignore']),
  'working-directory': z.string().max(4096),
})
export type Inputs = z.infer<typeof InputsSchema>

const DEFAULTS = {
  configs: '',
  targets: '',
  'fail-on': 'error',
  annotations: 'all',
  'if-no-files-found': 'error',
  'working-directory': '.',
} as const satisfies Record<keyof Inputs, string>

export const INPUT_NAMES = Object.keys(DEFAULTS) as (keyof Inputs)[]

/**
 * All inputs, checked together.
 * @throws UserError that lists every problem
 */
export function readInputs(): Inputs {
  const given = Object.fromEntries(INPUT_NAMES.map((name) => [name, core.getInput(name) || DEFAULTS[name]]))
  const parsed = InputsSchema.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path }) => problemOf(String(path[0]), given))
    throw new UserError('usage', problems.join(' '))
  }
  const missing = (['configs', 'targets'] as const).filter((name) => parsed.data[name].length === 0)
  if (missing.length > 0) {
    throw new UserError(
      'usage',
      `The input ${missing.join(' and ')} is empty.`,
      'Give one entry a line, e.g. configs/*.json and nvidia_rtx_3060.',
    )
  }
  return parsed.data
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'fail-on': ['error', 'warning', 'never'],
  annotations: ['all', 'errors', 'none'],
  'if-no-files-found': ['error', 'warn', 'ignore'],
}

function problemOf(name: string, given: Readonly<Record<string, string>>): string {
  const choices = CHOICES[name]
  if (choices === undefined) return `The input ${name} is too long.`
  const value = (given[name] ?? '').slice(0, 40)
  return `The input ${name} is ${JSON.stringify(value)}, which is none of ${choices.join(', ')}.${didYouMean(value, choices)}`
}
