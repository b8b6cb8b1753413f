import * as core from '@actions/core'
import { inOneLine, UserError } from '../shared/errors.ts'
import { type Asker, checkTargets, refuseOwnMachine } from '../shared/node/check/check-targets.ts'
import { confine } from '../shared/node/check/confine.ts'
import { forInput } from '../shared/node/check/for-input.ts'
import { PolicyError } from '../shared/node/check/load-policy.ts'
import { fixDiff, mendFiles } from '../shared/node/check/mend.ts'
import { BASE_REPORT_LIMIT_BYTES, blobUrl } from '../shared/node/check/report-context.ts'
import { CHECK_LIMITS } from '../shared/node/check/request.ts'
import { type CheckRun, runCheck } from '../shared/node/check/run-check.ts'
import { clusterFromText } from '../shared/node/cluster-file.ts'
import { isFileName } from '../shared/node/is-file-name.ts'
import { readTextFile } from '../shared/node/read-text-file.ts'
import { writeFileAtomic } from '../shared/node/write-file-atomic.ts'
import { ISSUES_URL, REPOSITORY } from '../shared/project.ts'
import { type BaseReport, readBaseReport } from '../shared/report/base-report.ts'
import { type CheckResult, concludeCheck, SHOWN_FIXES, withFindings } from '../shared/report/check.ts'
import { commandLine, githubReport } from '../shared/report/github-report.ts'
import { jsonReport } from '../shared/report/json-report.ts'
import { markdownReport } from '../shared/report/markdown/markdown-report.ts'
import { sarifReport } from '../shared/report/sarif-report.ts'
import { textReport } from '../shared/report/text-report.ts'
import { isEnforced } from '../shared/report/verdict.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { command, log } from './log.ts'
import { writeOutputs } from './outputs.ts'
import { invalidSummary, writeSummary } from './summary.ts'
import { openWorkspace, outputPath, type Workspace } from './workspace.ts'

type Env = Readonly<Record<string, string | undefined>>

const RESULT_FILES = ['sarif-file', 'report-file', 'fix-file'] as const
type ResultFiles = Readonly<Partial<Record<(typeof RESULT_FILES)[number], { name: string; path: string }>>>

/** Checks every config on every target. The result is in the log, the annotations, the outputs and the exit code. */
export async function run(env: Env): Promise<void> {
  try {
    await check(readInputs(env), env)
  } catch (error) {
    await refuse(error, env)
  }
}

/** Check, then log, files, outputs, summary, annotations, exit code: what comes first is there whatever comes after. */
async function check(inputs: Inputs, env: Env): Promise<void> {
  const workspace = await openWorkspace(env, inputs['working-directory'])
  const files = await resultFiles(inputs, workspace)
  const base = await readBase(inputs['base-report'], workspace)
  const done = await judge(inputs, workspace)
  if (done.files.length === 0 && done.unread.length === 0) {
    await nothingFound(inputs['if-no-files-found'] ?? done.policy['if-no-files-found'] ?? 'error', done, env)
    return
  }
  // A report has the fixes of the findings that people look at, a diff those of all.
  const concluded = concludeCheck(done.check, SHOWN_FIXES, done.time)
  const mending = files['fix-file'] === undefined ? null : await mendFiles(done)
  const result = withFindings(concluded, mending?.own ?? [])
  log(textReport(result).trimEnd())
  const attached = workspace.names.attached(result)
  await writeFiles(files, result, attached, mending === null ? '' : fixDiff(mending.mended, done))
  const trouble = writeOutputs(outputsOf(result, files))
  if (trouble !== null) log(trouble)
  const summary = inputs.summary ?? done.policy.summary ?? 'full'
  // Of several repositories nobody says which one the commit is of.
  const blob = attached === result ? blobUrl(env) : null
  if (summary !== 'none') await writeSummary(env, markdownReport(result, { summary, base, blob }))
  const said = [...warnings(env), ...(trouble === null ? [] : [trouble])]
  command(githubReport(attached, inputs.annotations ?? done.policy.annotations ?? 'all', said))
  // A step that decides by an output would take none for a pass.
  if (trouble !== null || (result.verdict === 'fail' && isEnforced(result.fail_on))) process.exitCode = 1
}

function judge(inputs: Inputs, { root, folder, names }: Workspace): Promise<CheckRun> {
  const request = {
    folder,
    root,
    policy: inputs.policy,
    baseline: inputs.baseline,
    configs: inputs.configs,
    targets: inputs.targets,
    models: inputs.models,
    fail_on: inputs['fail-on'],
    vram_headroom: inputs['vram-headroom'],
  }
  const places = {
    read: (name: string) => readTextFile(confine(name, folder, root), CHECK_LIMITS.file_bytes),
    isFile: (name: string) => isFileName(name, '.json', folder),
    clusterFromText,
    // A runner is nobody's target.
    ownMachine: refuseOwnMachine,
  }
  const world = {
    loadTarget: (name: string, asker: Asker) => checkTargets(name, places, asker),
    shownNames: names.among,
    inputName: String,
    now: Date.now,
  }
  return runCheck(request, world, names.inside(folder))
}

async function readBase(name: string | null, { root, folder }: Workspace): Promise<BaseReport | null> {
  if (name === null) return null
  return forInput('base-report', async () =>
    readBaseReport(await readTextFile(confine(name, folder, root), BASE_REPORT_LIMIT_BYTES), name),
  )
}

/** Looked at before the check: a run of minutes must not end in a name that cannot be written. */
async function resultFiles(inputs: Inputs, workspace: Workspace): Promise<ResultFiles> {
  const named = RESULT_FILES.flatMap((key) => (inputs[key] === null ? [] : [{ key, name: inputs[key] }]))
  const paths = await Promise.all(
    named.map(async ({ key, name }) => [key, { name, path: await forInput(key, () => outputPath(name, workspace)) }]),
  )
  return Object.fromEntries(paths) as ResultFiles
}

async function writeFiles(files: ResultFiles, result: CheckResult, attached: CheckResult, diff: string): Promise<void> {
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  const write = (key: (typeof RESULT_FILES)[number], text: string) => {
    const file = files[key]
    return file === undefined ? undefined : writeFileAtomic(file.path, text)
  }
  if (files['sarif-file']) await write('sarif-file', json(sarifReport(attached)))
  if (files['report-file']) await write('report-file', json(jsonReport(result)))
  if (files['fix-file']) await write('fix-file', diff)
}

/** Only words of ours, counts, and names that the workflow itself gave: nothing that a checked file holds. */
function outputsOf({ verdict, tally }: CheckResult, files: ResultFiles): Record<string, string | number> {
  return {
    result: verdict,
    errors: tally.errors,
    warnings: tally.warnings,
    known: tally.known,
    configs: tally.configs,
    targets: tally.targets,
    'failing-pairs': tally.failing_pairs,
    ...Object.fromEntries(Object.entries(files).map(([key, { name }]) => [key, name])),
  }
}

/** What the Action itself warns of; each takes one of the ten annotations. */
function warnings(env: Env): readonly string[] {
  return env['GITHUB_EVENT_NAME'] === 'pull_request_target'
    ? ['This check needs no pull_request_target: pull_request is enough, and gives a fork no token that can write.']
    : []
}

/** A policy that checks nothing must not look like one that passed. */
async function nothingFound(mode: 'error' | 'warn' | 'ignore', { patterns }: CheckRun, env: Env): Promise<void> {
  const message = `No file matches ${patterns
    .map((pattern) => pattern.slice(0, 80))
    .slice(0, 20)
    .join(', ')}.`
  if (mode === 'error') {
    await refuse(new UserError('usage', message, 'if-no-files-found says what is to happen then.'), env)
    return
  }
  const trouble = writeOutputs(noCounts(mode === 'warn' ? 'warn' : 'pass'))
  log(message)
  if (trouble !== null) {
    log(trouble)
    process.exitCode = 1
  }
  if (mode === 'warn') command(`${commandLine('warning', {}, message)}\n`)
}

function noCounts(result: 'pass' | 'warn' | 'invalid'): Record<string, string | number> {
  const names = ['errors', 'warnings', 'known', 'configs', 'targets', 'failing-pairs']
  return { result, ...Object.fromEntries(names.map((name) => [name, 0])) }
}

/** The end of a run that came to no verdict: one annotation that says everything, at the policy's line where there is one. */
async function refuse(error: unknown, env: Env): Promise<void> {
  const messages = messagesOf(error)
  process.exitCode = 1
  const trouble = writeOutputs(noCounts('invalid'))
  for (const message of trouble === null ? messages : [...messages, trouble]) log(message)
  if (!(error instanceof UserError) && core.isDebug() && error instanceof Error) log(error.stack ?? error.message)
  await writeSummary(env, invalidSummary(messages))
  const [first] = error instanceof PolicyError ? error.problems : []
  const at = first && {
    file: first.file,
    line: first.place.line,
    endLine: first.place.line,
    col: first.place.column,
    endColumn: Math.max(first.place.column, first.place.end_column),
  }
  command(
    `${commandLine('error', { title: 'Model configs not checked', ...at }, messages.join('\n').slice(0, 3000))}\n`,
  )
}

function messagesOf(error: unknown): string[] {
  if (error instanceof PolicyError) return error.message.split('\n')
  if (error instanceof UserError) return [inOneLine(error)]
  // A message that is not ours may quote a file.
  const name = error instanceof Error ? error.name : typeof error
  return [
    `This is a defect of lp-config-action (${name}). Please report it: ${ISSUES_URL}. A run with debug logging shows where.`,
    `https://github.com/${REPOSITORY}/blob/v1/docs/policy.md#defects`,
  ]
}
