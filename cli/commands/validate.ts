import { EXIT, UserError } from '../../shared/errors.ts'
import { type BaseReport, readBaseReport } from '../../shared/report/base-report.ts'
import { FAIL_ON } from '../../shared/policy/policy.ts'
import { type CheckResult, concludeCheck } from '../../shared/report/check.ts'
import { codeClimateReport } from '../../shared/report/codeclimate-report.ts'
import { githubReport } from '../../shared/report/github-report.ts'
import { jsonReport } from '../../shared/report/json-report.ts'
import { markdownReport } from '../../shared/report/markdown/markdown-report.ts'
import { sarifReport } from '../../shared/report/sarif-report.ts'
import { findingLine, textReport } from '../../shared/report/text-report.ts'
import { isEnforced } from '../../shared/report/verdict.ts'
import { type Asker, checkTargets } from '../../shared/node/check/check-targets.ts'
import { PolicyError } from '../../shared/node/check/load-policy.ts'
import { changedText } from '../../shared/node/check/changed-values.ts'
import { mendFiles, writeMended } from '../../shared/node/check/mend.ts'
import { blobUrl, BASE_REPORT_LIMIT_BYTES } from '../../shared/node/check/report-context.ts'
import type { CheckRequest } from '../../shared/node/check/request.ts'
import { repositoryOf, type ShownNames, shownNames } from '../../shared/node/check/shown-names.ts'
import { runCheck, type CheckRun } from '../../shared/node/check/run-check.ts'
import { readTextFile } from '../../shared/node/read-text-file.ts'
import { defineCommand } from '../command.ts'
import { oneOf } from '../inputs/choice.ts'
import { HERE, loadTarget } from '../inputs/target.ts'
import { ownTargets } from '../inputs/own-target.ts'
import { outJson, outLines, type Io } from '../io.ts'
import { runsOn, surveyLines } from '../present/survey-lines.ts'

const FORMATS = ['text', 'json', 'markdown', 'github', 'sarif', 'codeclimate'] as const

export const validateCommand = defineCommand({
  name: 'lp-tui validate',
  summary: 'Judges runtime configs on target hardware: memory, threads, thermal limits, and the file itself.',
  usage: ['[--config FILE|GLOB...] [--hardware NAME...] [--policy FILE] [--format FORMAT] [--fix]'],
  flags: {
    config: { type: 'string', multiple: true, value: 'FILE|GLOB', help: 'a runtime config or a pattern; repeatable' },
    hardware: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'a profile id, a snapshot file, auto, or all; repeatable; A,B: a cluster',
    },
    policy: { type: 'string', value: 'FILE', help: 'the policy file; .github/lp-config.yml without --config' },
    baseline: { type: 'string', value: 'FILE', help: 'known findings, beside those of the policy' },
    models: { type: 'string', multiple: true, value: 'FILE|GLOB', help: 'files of model facts; repeatable' },
    'vram-headroom': { type: 'string', value: 'SIZE', help: 'device memory to leave free: 512MiB, 5%' },
    format: { type: 'string', value: FORMATS.join('|'), help: 'how to say it; text when absent' },
    json: { type: 'boolean', help: 'the same as --format json' },
    'base-report': { type: 'string', value: 'FILE', help: 'a JSON report to compare with, in --format markdown' },
    'fail-on': { type: 'string', value: 'error|warning|never', help: 'what ends with exit code 1; error when absent' },
    fix: { type: 'boolean', help: 'writes the fixes into the files, keeping comments and layout' },
  },
  details: [
    'Without --config and --policy the policy file .github/lp-config.yml says what is checked, and on what.',
    'Without --hardware and a policy a config is judged on the profile that its metadata names; on this machine when it',
    'is of that kind, or when the metadata names none.',
    '--hardware all answers which hardware runs a config, and fails when none does.',
    '--format github writes the annotations of a workflow, markdown its job summary, codeclimate what GitLab shows in a',
    'merge request.',
    'Exit codes: 0 fine, 1 violations, 2 a file that cannot be read or understood, or nothing to check.',
  ],
  examples: [
    'lp-tui validate --config runtime_config.json',
    "lp-tui validate --config 'configs/**/*.json' --hardware nvidia_rtx_4090 --hardware hw.json --format json",
  ],
  async run(io, { values, positionals }) {
    const format = values.json ? 'json' : oneOf('format', values.format ?? 'text', FORMATS)
    const fail_on = values['fail-on'] === undefined ? null : oneOf('fail-on', values['fail-on'], FAIL_ON)
    const patterns = [...(values.config ?? []), ...positionals]
    const hardware = values.hardware ?? []
    const survey = hardware.includes('all')
    const request: CheckRequest = {
      folder: process.cwd(),
      root: null,
      policy: values.policy ?? (patterns.length > 0 ? false : null),
      baseline: values.baseline ?? null,
      configs: patterns.length > 0 ? patterns : null,
      targets: hardware.length > 0 ? hardware : null,
      models: values.models ?? null,
      fail_on,
      vram_headroom: values['vram-headroom'] ?? null,
    }
    const base = await readBase(values['base-report'])
    const top = repositoryOf(request.folder) ?? request.folder
    // People jump to what they are told from where they are; programs know the repository.
    const names = format === 'text' ? null : shownNames(top)
    const run = await checkOrExplain(io, request, names)
    if (run === null) return EXIT.usage
    if (values.fix === true) await mend(io, run)
    const after = values.fix === true ? await checkOrExplain(io, request, names) : run
    if (after === null) return EXIT.usage
    const result = concludeCheck(after.check, survey ? 0 : undefined, after.time)
    if (survey && format === 'text')
      outLines(
        io,
        result.configs.flatMap(({ report }) => surveyLines(report)),
      )
    else say(io, result, names?.attached(result) ?? result, after, format, base)
    for (const { message } of after.unread) io.note(`${io.program}: ${message}`)
    return exitCodeOf(result, after, survey)
  },
})

/** Null when the policy cannot be used; all that is wrong with it has been said. */
async function checkOrExplain(io: Io, request: CheckRequest, names: ShownNames | null): Promise<CheckRun | null> {
  try {
    const world = {
      loadTarget: (name: string, asker: Asker) => (name === '' ? loadTarget(name) : checkTargets(name, HERE, asker)),
      ownTargets: ownTargets((text) => io.note(text)),
      ...(names && { shownNames: names.among }),
      now: Date.now,
    }
    const run = await runCheck(request, world, names?.inside(request.folder))
    if (run.files.length > 0 || run.unread.length > 0) return run
    if (request.configs === null && run.check.policy_file === null) {
      throw new UserError(
        'usage',
        'nothing to check: which config? --config FILE',
        'Without it .github/lp-config.yml names the configs, and there is none here.',
      )
    }
    throw new UserError('usage', `nothing to check: ${run.patterns.join(', ')} matches no file`)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    for (const line of error.message.split('\n')) io.note(`${io.program}: ${line}`)
    return null
  }
}

async function mend(io: Io, run: CheckRun): Promise<void> {
  const { mended, own } = await mendFiles(run)
  await writeMended(mended)
  for (const { file, changes } of mended) for (const one of changes) io.note(`${file.file}: ${changedText(one)}`)
  for (const finding of own) io.note(`${io.program}: ${findingLine(finding)}`)
}

function say(
  io: Io,
  result: CheckResult,
  attached: CheckResult,
  { policy }: CheckRun,
  format: (typeof FORMATS)[number],
  base: BaseReport | null,
): void {
  switch (format) {
    case 'json':
      return outJson(io, jsonReport(result))
    case 'sarif':
      return outJson(io, sarifReport(attached))
    case 'codeclimate':
      return outJson(io, codeClimateReport(attached))
    case 'github':
      return io.out(githubReport(attached, policy.annotations))
    case 'markdown':
      return io.out(
        markdownReport(result, {
          summary: policy.summary === 'failures' ? 'failures' : 'full',
          blob: attached === result ? blobUrl(io.env) : null,
          base,
        }),
      )
    case 'text':
      return io.out(textReport(result))
  }
}

async function readBase(file: string | undefined): Promise<BaseReport | null> {
  return file === undefined ? null : readBaseReport(await readTextFile(file, BASE_REPORT_LIMIT_BYTES), file)
}

function exitCodeOf(result: CheckResult, { unread }: CheckRun, survey: boolean): number {
  const reports = result.configs.map(({ report }) => report)
  // What a policy made a warning of is told, and is no reason to stop.
  const open = reports.some(
    ({ config, findings }) => config === null && findings.some(({ severity }) => severity === 'error'),
  )
  if (unread.length > 0 || open) return EXIT.usage
  const failed = survey
    ? reports.some((report) => !report.pairs.some(({ target }) => runsOn(report, target)))
    : result.verdict === 'fail'
  return failed && isEnforced(result.fail_on) ? EXIT.violations : EXIT.ok
}
