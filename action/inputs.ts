import * as core from '@actions/core'
import * as z from 'zod'
import { UserError } from '../shared/errors.ts'
import { didYouMean, nearestNames } from '../shared/nearest.ts'
import { parseHeadroom } from '../shared/policy/headroom.ts'
import { ANNOTATIONS, FAIL_ON, IF_NO_FILES_FOUND, SUMMARIES } from '../shared/policy/policy.ts'

const lines = z
  .string()
  .max(100_000)
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
const path = z.string().max(4096)

/** The Action's inputs. What is not given is null, so that the policy file's word counts, and then the default. */
const InputsSchema = z.strictObject({
  configs: lines.nullable(),
  targets: lines.nullable(),
  models: lines.nullable(),
  policy: path.nullable(),
  'fail-on': z.enum(FAIL_ON).nullable(),
  'vram-headroom': z
    .string()
    .refine((text) => parseHeadroom(text) !== null)
    .nullable(),
  baseline: path.nullable(),
  annotations: z.enum(ANNOTATIONS).nullable(),
  summary: z.enum(SUMMARIES).nullable(),
  'sarif-file': path.nullable(),
  'report-file': path.nullable(),
  'fix-file': path.nullable(),
  'base-report': path.nullable(),
  'if-no-files-found': z.enum(IF_NO_FILES_FOUND).nullable(),
  'working-directory': path.nullable(),
})
export type Inputs = z.infer<typeof InputsSchema>

export const INPUT_NAMES = Object.keys(InputsSchema.shape) as (keyof Inputs)[]

/**
 * All inputs, checked together.
 * @throws UserError that lists every problem
 */
export function readInputs(env: Readonly<Record<string, string | undefined>>): Inputs {
  const given = Object.fromEntries(INPUT_NAMES.map((name) => [name, core.getInput(name) || null]))
  const parsed = InputsSchema.safeParse(given)
  const problems = [
    ...misspelt(env),
    ...(parsed.success ? [] : parsed.error.issues.map(({ path: at }) => problemOf(String(at[0]), given))),
  ]
  if (problems.length > 0 || !parsed.success) throw new UserError('usage', problems.join(' '))
  return parsed.data
}

/** The runner only warns of an input that the Action does not have; a slip would then check something else. */
function misspelt(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set(INPUT_NAMES.map((name) => `INPUT_${name.toUpperCase()}`))
  return Object.keys(env).flatMap((name) => {
    if (!name.startsWith('INPUT_') || known.has(name)) return []
    const asked = name.slice('INPUT_'.length).toLowerCase()
    const near = nearestNames(asked, INPUT_NAMES)
    // Something else of that name in the environment is no slip.
    return near.length === 0 ? [] : [`There is no input ${asked.slice(0, 40)}.${didYouMean(asked, INPUT_NAMES)}`]
  })
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'fail-on': FAIL_ON,
  annotations: ANNOTATIONS,
  summary: SUMMARIES,
  'if-no-files-found': IF_NO_FILES_FOUND,
}

function problemOf(name: string, given: Readonly<Record<string, string | null>>): string {
  const value = (given[name] ?? '').slice(0, 40)
  if (name === 'vram-headroom') {
    return `The input vram-headroom is ${JSON.stringify(value)}; write 512MiB, 1.5GiB or 5% (at most 50%).`
  }
  const choices = CHOICES[name]
  if (choices === undefined) return `The input ${name} is too long.`
  return `The input ${name} is ${JSON.stringify(value)}, which is none of ${choices.join(', ')}.${didYouMean(value, choices)}`
}
