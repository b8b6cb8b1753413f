import { existsSync, lstatSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UserError } from '../../errors.ts'
import type { JsonPath, LocatedFinding, Place } from '../../finding.ts'
import type { PlacedEntry } from '../../policy/apply-policy.ts'
import { type Policy, POLICY_FILE } from '../../policy/policy.ts'
import { readBaseline, readPolicy, type ReadPolicy } from '../../policy/read-policy.ts'
import { findingLine } from '../../report/text-report.ts'
import { errnoOf, fileTrouble } from '../file-trouble.ts'
import { readTextFile } from '../read-text-file.ts'
import { confine } from './confine.ts'
import { forInput } from './for-input.ts'
import { CHECK_LIMITS, type CheckRequest, type CheckWorld, inputOf, type NamedInput } from './request.ts'

/** A policy that cannot be used, with everything that is wrong with it. */
export class PolicyError extends UserError {
  readonly problems: readonly LocatedFinding[]
  /** What of it can be understood, where more may be wrong. */
  readonly rest: LoadedPolicy | null

  constructor(problems: readonly LocatedFinding[], rest: LoadedPolicy | null = null) {
    const lines = problems.map((problem) => findingLine(problem))
    super('input', lines.join('\n'))
    this.name = 'PolicyError'
    this.problems = problems
    this.rest = rest
  }
}

export type LoadedPolicy = {
  /** Null: no policy file. */
  readonly file: string | null
  /** The same as the request names it. */
  readonly name: string | null
  readonly policy: Partial<Policy>
  readonly placeOf: (path: JsonPath) => Place
  readonly baseline: readonly PlacedEntry[]
}

const START: Place = { line: 1, column: 1, end_column: 2 }

/**
 * The policy of a check and its baseline.
 * @throws PolicyError when a file says something that cannot be used; UserError when a named file cannot be read
 */
export async function loadPolicy(
  request: CheckRequest,
  world: Pick<CheckWorld, 'shownNames' | 'inputName'>,
): Promise<LoadedPolicy> {
  const text = async (name: string) => {
    const path = confine(name, request.folder, request.root)
    return { path, text: await readTextFile(path, CHECK_LIMITS.file_bytes) }
  }
  const load = async (
    name: string,
    read: typeof readPolicy,
    input: NamedInput,
  ): Promise<ReadPolicy & { file: string }> => {
    const source = await forInput(inputOf(input, request, world), () => text(name))
    const file = world.shownNames?.([source.path])(source.path) ?? name
    const found = read(source.text, file)
    if (found.problems.length > 0) {
      const { rest, placeOf } = found
      throw new PolicyError(found.problems, rest && { file, name, policy: rest, placeOf, baseline: [] })
    }
    return { ...found, file }
  }
  const name = request.policy === null ? policyAtHome(request) : request.policy
  const main = name === null || name === false ? null : await load(name, readPolicy, 'policy')
  const other = request.baseline === null ? null : await load(request.baseline, readBaseline, 'baseline')
  return {
    file: main?.file ?? null,
    name: name === false ? null : name,
    policy: main?.policy ?? {},
    placeOf: main?.placeOf ?? (() => START),
    baseline: [main, other].flatMap((one) =>
      one === null
        ? []
        : (one.policy?.baseline ?? []).map((entry, index) => ({
            entry,
            file: one.file,
            place: one.placeOf(['baseline', index]),
          })),
    ),
  }
}

/**
 * Only a name that is not there means that there is no policy: one that cannot be reached may say anything.
 * @throws UserError for a link that leads nowhere, and for a path that cannot be looked at
 */
function policyAtHome({ folder }: CheckRequest): string | null {
  for (const name of [dirname(POLICY_FILE), POLICY_FILE]) {
    const path = resolve(folder, name)
    try {
      if (!lstatSync(path).isSymbolicLink() || existsSync(path)) continue
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return null
      throw fileTrouble(name, error)
    }
    throw new UserError('input', `${name} is a symbolic link that leads nowhere`)
  }
  return POLICY_FILE
}
