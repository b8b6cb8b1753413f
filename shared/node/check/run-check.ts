import { relative, resolve, sep } from 'node:path'
import { UserError } from '../../errors.ts'
import type { LocatedFinding } from '../../finding.ts'
import { type PolicyRun, startPolicy } from '../../policy/apply-policy.ts'
import { parseHeadroom } from '../../policy/headroom.ts'
import type { BaselineEntry, Policy } from '../../policy/policy.ts'
import type { Target } from '../../profile/target.ts'
import type { Check, CheckedConfig, TimeLimit } from '../../report/check.ts'
import { showPath } from '../file-trouble.ts'
import { readTextFile } from '../read-text-file.ts'
import { confine } from './confine.ts'
import { formatOf } from './documents.ts'
import { findFiles, type FoundFile } from './find-files.ts'
import { forInput } from './for-input.ts'
import { type CheckedFile, checkedConfig, type Inspected, inspectText } from './judge.ts'
import { loadPolicy, PolicyError } from './load-policy.ts'
import { loadTargets, type LoadedTargets } from './load-targets.ts'
import { localCommand } from './local-command.ts'
import { factsSource } from './model-facts.ts'
import { CHECK_LIMITS, type CheckRequest, type CheckWorld, inputOf, type NamedInput } from './request.ts'

/** A file that could not be read, or a folder that could not be searched. */
export type UnreadFile = { readonly file: string; readonly message: string }

export type CheckRun = {
  readonly check: Check
  readonly files: readonly CheckedFile[]
  readonly unread: readonly UnreadFile[]
  /** A file as reports name it; null where they name it as it was found. */
  readonly nameOf: (path: string) => string | null
  /** One limit for judging, and for all fixes that are looked for afterwards. */
  readonly time: TimeLimit
  /** What was looked for; of interest when it matched nothing. */
  readonly patterns: readonly string[]
  /** What the policy says beyond the check itself; empty without one. */
  readonly policy: Partial<Policy>
  /** Judges another version of a file as this run did; null facts where nothing is known of the model. */
  readonly inspect: (file: CheckedFile, text: string) => Promise<readonly Inspected[]>
  /** The same levels and baseline, for findings of another version. */
  readonly policyAgain: () => PolicyRun
}

/**
 * Reads the policy, finds the files, judges every config on its targets.
 * @throws PolicyError for a policy that cannot be used; UserError for a request that cannot be met. What a config file
 * holds never throws, and one that cannot be read is a finding.
 */
export async function runCheck(request: CheckRequest, world: CheckWorld, inside = ''): Promise<CheckRun> {
  const start = world.now()
  const { seconds } = CHECK_LIMITS
  const time: TimeLimit = { seconds, isOver: () => world.now() - start > seconds * 1000 }
  const loaded = await loadPolicy(request, world).catch((error: unknown) => withTargetTroubles(error, request, world))
  const { policy } = loaded
  const headroom = headroomOf(request.vram_headroom ?? policy['vram-headroom'])
  const named = <T>(key: NamedInput, work: () => Promise<T>) => forInput(inputOf(key, request, world), work)
  const targets = await named('targets', () => loadTargets(request, loaded, world, headroom))
  const found = await named('configs', () => findFiles(request, loaded))
  const nameOf =
    world.shownNames?.([...found.files, ...found.closed].map(({ file }) => resolve(request.folder, file))) ??
    (() => null)
  const models = request.models ?? policy.models ?? []
  const facts = await named('models', () => factsSource(models, request.folder, request.root))
  const today = new Date(start).toISOString().slice(0, 10)
  const baseline = loaded.baseline.map((one) => ({ ...one, entry: withId(one.entry, targets) }))
  const policyAgain = () => startPolicy(policy.rules ?? {}, baseline, today)
  const rules = policyAgain()

  const configs: CheckedConfig[] = []
  const files: CheckedFile[] = []
  const unread: UnreadFile[] = []
  const own: LocatedFinding[] = [...found.findings]
  const notRead = (one: UnreadFile) => {
    unread.push(one)
    own.push(runFinding('LP905', one.file, { message: one.message }))
  }
  for (const { file, message } of found.closed)
    notRead({ file: nameOf(resolve(request.folder, file)) ?? file, message })
  const seen = new Map<string, Target>()
  let pairs = 0
  const pins = targets.engines
  const inspect = (one: CheckedFile, text: string) => inspectText(one, text, facts, pins)
  for (const [index, one] of found.files.entries()) {
    if (time.isOver()) {
      const args = { left: found.files.length - index, files: found.files.length, seconds }
      own.push(runFinding('LP906', loaded.file ?? '', args))
      break
    }
    // oxlint-disable-next-line no-await-in-loop -- one file in memory at a time
    const checked = await readOne(one, request, nameOf, async (text) => {
      const on = one.targets === null || request.targets !== null ? targets.common : targets.named(one.targets)
      return on ?? ownTargets(text, world)
    })
    if (one.by_default && ('message' in checked || formatOf(checked.text, checked.file) === null)) continue
    if ('message' in checked) {
      notRead(checked)
      continue
    }
    pairs += checked.targets.length
    if (pairs > CHECK_LIMITS.pairs) {
      const most = CHECK_LIMITS.pairs.toLocaleString('en-US')
      throw new UserError('usage', `the files and targets make more than the ${most} pairs that one check takes`)
    }
    for (const target of checked.targets) seen.set(target.id, target)
    files.push(checked)
    // oxlint-disable-next-line no-await-in-loop -- as above
    for (const [at, inspected] of (await inspect(checked, checked.text)).entries()) {
      configs.push(checkedConfig(checked, at, inspected, rules, pins))
    }
  }
  return {
    check: {
      configs,
      targets: seen,
      engines: new Map([...seen.keys()].flatMap((id) => (pins.has(id) ? [[id, pins.get(id) ?? '']] : []))),
      own: [...own, ...rules.findings()],
      known: rules.known(),
      policy_file: loaded.file,
      fail_on: request.fail_on ?? policy['fail-on'] ?? 'error',
      command: localCommand(request, loaded.name, inside),
    },
    files,
    unread,
    nameOf,
    time,
    patterns: found.patterns,
    policy,
    inspect,
    policyAgain,
  }
}

/** A policy with a wrong key may name wrong targets, too: all of it is told at once. */
async function withTargetTroubles(error: unknown, request: CheckRequest, world: CheckWorld): Promise<never> {
  if (!(error instanceof PolicyError) || error.rest === null) throw error
  try {
    await loadTargets(request, error.rest, world, null)
  } catch (more) {
    if (!(more instanceof PolicyError)) throw error
    throw new PolicyError([...error.problems, ...more.problems].sort((a, b) => a.place.line - b.place.line))
  }
  throw error
}

async function readOne(
  { file, format }: FoundFile,
  { folder, root }: CheckRequest,
  nameOf: CheckRun['nameOf'],
  targetsOf: (text: string) => Promise<readonly Target[]>,
): Promise<CheckedFile | UnreadFile> {
  let path = resolve(folder, file)
  const shown = nameOf(path) ?? file
  const name = relative(folder, path).split(sep).join('/')
  let text: string
  try {
    path = confine(file, folder, root)
    text = await readTextFile(path, CHECK_LIMITS.file_bytes)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { file: shown, message: error.message.replaceAll(showPath(path), showPath(file)) }
  }
  return { path, file: shown, name, format, text, targets: await targetsOf(text) }
}

function ownTargets(text: string, { ownTargets: own }: CheckWorld): Promise<readonly Target[]> {
  if (own === undefined) {
    throw new UserError(
      'usage',
      'no targets: neither the policy nor the input targets names one',
      'Give one profile id or snapshot file a line, e.g. nvidia_rtx_3060_12gb.',
    )
  }
  return own(text)
}

function withId(entry: BaselineEntry, { idOf }: LoadedTargets): BaselineEntry {
  return entry.target === undefined ? entry : { ...entry, target: idOf(entry.target) }
}

function headroomOf(text: string | undefined): ReturnType<typeof parseHeadroom> {
  if (text === undefined) return null
  const headroom = parseHeadroom(text)
  if (headroom === null) {
    throw new UserError(
      'usage',
      `${JSON.stringify(text.slice(0, 40))} is no size for head-room`,
      'Write 512MiB, 1.5GiB or 5% (at most 50%).',
    )
  }
  return headroom
}

function runFinding(rule: string, file: string, args: LocatedFinding['args']): LocatedFinding {
  return { rule, severity: 'error', path: [], args, file, place: { line: 1, column: 1, end_column: 2 } }
}
