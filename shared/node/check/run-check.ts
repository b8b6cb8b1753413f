import { resolve } from 'node:path'
import { UserError } from '../../errors.ts'
import type { Fix, LocatedFinding } from '../../finding.ts'
import type { ModelFacts } from '../../model/facts.ts'
import { type PolicyRun, startPolicy } from '../../policy/apply-policy.ts'
import { parseHeadroom } from '../../policy/headroom.ts'
import type { BaselineEntry, Policy } from '../../policy/policy.ts'
import type { Target } from '../../profile/target.ts'
import type { Check, CheckedConfig } from '../../report/check.ts'
import { type Inspection, inspectConfig } from '../../validate/check-config.ts'
import { showPath } from '../file-trouble.ts'
import { readTextFile } from '../read-text-file.ts'
import { confine } from './confine.ts'
import { type Document, readDocuments } from './documents.ts'
import { findFiles, type FoundFile } from './find-files.ts'
import { loadPolicy } from './load-policy.ts'
import { loadTargets, type LoadedTargets } from './load-targets.ts'
import { localCommand } from './local-command.ts'
import { type FactsSource, factsSource, type KnownFacts } from './model-facts.ts'
import { CHECK_LIMITS, type CheckRequest, type CheckWorld } from './request.ts'

/** A checked file that fixes can be written into. */
export type CheckedFile = {
  /** Where it is. */
  readonly path: string
  /** As reports name it. */
  readonly file: string
  readonly format: FoundFile['format']
  readonly text: string
  readonly targets: readonly Target[]
}

/** A file that could not be read. */
export type UnreadFile = { readonly file: string; readonly message: string }

export type CheckRun = {
  readonly check: Check
  readonly files: readonly CheckedFile[]
  readonly unread: readonly UnreadFile[]
  /** What was looked for; of interest when it matched nothing. */
  readonly patterns: readonly string[]
  /** What the policy says beyond the check itself; empty without one. */
  readonly policy: Partial<Policy>
  /** Judges another version of a file as this run did; null facts where nothing is known of the model. */
  readonly inspect: (file: CheckedFile, text: string) => Promise<readonly Inspected[]>
  /** The same levels and baseline, for findings of another version. */
  readonly policyAgain: () => PolicyRun
}

export type Inspected = {
  readonly document: Document
  readonly inspection: Inspection
  readonly known: KnownFacts | null
}

/**
 * Reads the policy, finds the files, judges every config on its targets.
 * @throws PolicyError for a policy that cannot be used; UserError for a request that cannot be met. What a config file
 * holds never throws, and one that cannot be read is a finding.
 */
export async function runCheck(request: CheckRequest, world: CheckWorld, inside = ''): Promise<CheckRun> {
  const start = world.now()
  const loaded = await loadPolicy(request, (path) => world.shownName?.(path))
  const { policy } = loaded
  const headroom = headroomOf(request.vram_headroom ?? policy['vram-headroom'])
  const targets = await loadTargets(request, loaded, world, headroom)
  const found = await findFiles(request, loaded)
  const facts = await factsSource(request.models ?? policy.models ?? [], request.folder, request.root)
  const today = new Date(start).toISOString().slice(0, 10)
  const baseline = loaded.baseline.map((one) => ({ ...one, entry: withId(one.entry, targets) }))
  const policyAgain = () => startPolicy(policy.rules ?? {}, baseline, today)
  const rules = policyAgain()

  const configs: CheckedConfig[] = []
  const files: CheckedFile[] = []
  const unread: UnreadFile[] = []
  const own: LocatedFinding[] = [...found.findings]
  const seen = new Map<string, Target>()
  let pairs = 0
  const inspect = (one: CheckedFile, text: string) => inspectText(one, text, facts)
  for (const [index, one] of found.files.entries()) {
    if (world.now() - start > CHECK_LIMITS.seconds * 1000) {
      const args = { left: found.files.length - index, files: found.files.length, seconds: CHECK_LIMITS.seconds }
      own.push(runFinding('LP906', loaded.file ?? '', args))
      break
    }
    // oxlint-disable-next-line no-await-in-loop -- one file in memory at a time
    const checked = await readOne(one, request, world, async (text) => {
      const on = one.targets === null || request.targets !== null ? targets.common : targets.named(one.targets)
      return on ?? ownTargets(text, world)
    })
    if ('message' in checked) {
      unread.push(checked)
      own.push(runFinding('LP905', checked.file, { message: checked.message }))
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
    for (const [at, one] of (await inspect(checked, checked.text)).entries()) {
      configs.push(checkedConfig(checked, at, one, rules))
    }
  }
  return {
    check: {
      configs,
      targets: seen,
      own: [...own, ...rules.findings()],
      known: rules.known(),
      policy_file: loaded.file,
      fail_on: request.fail_on ?? policy['fail-on'] ?? 'error',
      command: localCommand(request, loaded.name, inside),
    },
    files,
    unread,
    patterns: found.patterns,
    policy,
    inspect,
    policyAgain,
  }
}

/**
 * The report now; the fixes on demand, by looking once more: of a large matrix neither the texts' trees nor the targets'
 * sums are kept.
 */
function checkedConfig(
  file: CheckedFile,
  index: number,
  { document: { nameOf }, inspection: { report }, known }: Inspected,
  rules: PolicyRun,
): CheckedConfig {
  const facts = known?.facts ?? null
  let again: Inspection | undefined
  const lookAgain = (): Inspection | undefined => {
    const document = readDocuments(file.text, file.file, file.format)[index]
    return document && (again ??= judge(file, file.text, document, facts))
  }
  const applied = rules.apply(report)
  const { config } = applied
  // Equal facts as one object.
  const light = config?.model === undefined || facts === null ? config : { ...config, model: facts }
  return {
    report: { ...applied, config: light },
    facts,
    facts_from: known?.from ?? null,
    ...(nameOf && { nameOf }),
    fixFor: (finding): Fix | null => (again ?? lookAgain())?.fixFor(finding) ?? null,
  }
}

async function inspectText(file: CheckedFile, text: string, factsOf: FactsSource): Promise<readonly Inspected[]> {
  const found: Inspected[] = []
  for (const document of readDocuments(text, file.file, file.format)) {
    const { config } = document.read
    // oxlint-disable-next-line no-await-in-loop -- one model file at a time
    const known = config === null ? null : await factsOf(config, file.path)
    found.push({ document, known, inspection: judge(file, text, document, known?.facts ?? null) })
  }
  return found
}

function judge(file: CheckedFile, text: string, document: Document, facts: ModelFacts | null): Inspection {
  const { name } = document
  const read = facts === null ? document.read : (document.withFacts?.(facts) ?? document.read)
  const made = inspectConfig({ text, file: file.file, targets: file.targets, read, ...(facts !== null && { facts }) })
  return name === undefined ? made : { ...made, report: { ...made.report, name } }
}

async function readOne(
  { file, format }: FoundFile,
  { folder, root }: CheckRequest,
  world: CheckWorld,
  targetsOf: (text: string) => Promise<readonly Target[]>,
): Promise<CheckedFile | UnreadFile> {
  const shown = world.shownName?.(resolve(folder, file)) ?? file
  let path = resolve(folder, file)
  let text: string
  try {
    path = confine(file, folder, root)
    text = await readTextFile(path, CHECK_LIMITS.file_bytes)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { file: shown, message: error.message.replaceAll(showPath(path), showPath(file)) }
  }
  return { path, file: shown, format, text, targets: await targetsOf(text) }
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
      `the head-room ${JSON.stringify(text.slice(0, 40))} is none`,
      'Write 512MiB, 1.5GiB or 5% (at most 50%).',
    )
  }
  return headroom
}

function runFinding(rule: string, file: string, args: LocatedFinding['args']): LocatedFinding {
  return { rule, severity: 'error', path: [], args, file, place: { line: 1, column: 1, end_column: 2 } }
}
