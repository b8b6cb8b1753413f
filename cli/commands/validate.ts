import {
  checkOf,
  concludeCheck,
  EXIT,
  isEnforced,
  jsonReport,
  textReport,
  UserError,
  type FailOn,
} from '../../shared/index.ts'
import { expandConfigs } from '../../shared/node/expand-configs.ts'
import { defineCommand } from '../command.ts'
import { checkFiles, type CheckResult } from '../inputs/check-files.ts'
import { oneOf } from '../inputs/choice.ts'
import { targetsFor } from '../inputs/targets-for.ts'
import { outJson, outLines, type Io } from '../io.ts'
import { runsOn, surveyLines } from '../present/survey-lines.ts'

const FORMATS = ['text', 'json'] as const
const FAIL_ON = ['error', 'warning', 'never'] as const

export const validateCommand = defineCommand({
  name: 'lp-tui validate',
  summary: 'Judges runtime configs on target hardware: memory, threads, thermal limits, and the file itself.',
  usage: ['--config FILE|GLOB... [--hardware NAME...] [--format text|json] [--fail-on error|warning|never]'],
  flags: {
    config: { type: 'string', multiple: true, value: 'FILE|GLOB', help: 'a runtime config or a pattern; repeatable' },
    hardware: {
      type: 'string',
      multiple: true,
      value: 'NAME',
      help: 'a profile id, a snapshot file, auto, or all; repeatable',
    },
    format: { type: 'string', value: 'text|json', help: 'how to say it; text when absent' },
    json: { type: 'boolean', help: 'the same as --format json' },
    'fail-on': { type: 'string', value: 'error|warning|never', help: 'what ends with exit code 1; error when absent' },
  },
  details: [
    'Without --hardware a config is judged on the profile that its metadata names; on this machine when it is',
    'of that kind, or when the metadata names none.',
    '--hardware all answers which hardware runs a config, and fails when none does.',
    'Exit codes: 0 fine, 1 violations, 2 a file that cannot be read or understood, or nothing to check.',
  ],
  examples: [
    'lp-tui validate --config runtime_config.json',
    "lp-tui validate --config 'configs/**/*.json' --hardware nvidia_rtx_4090 --hardware hw.json --format json",
  ],
  async run(io, { values, positionals }) {
    const format = values.json ? 'json' : oneOf('format', values.format ?? 'text', FORMATS)
    const fail_on = oneOf('fail-on', values['fail-on'] ?? 'error', FAIL_ON)
    const patterns = [...(values.config ?? []), ...positionals]
    if (patterns.length === 0) throw new UserError('usage', 'nothing to check: which config? --config FILE')
    const files = await expandConfigs(patterns, process.cwd())
    if (files.length === 0) throw new UserError('usage', `nothing to check: ${patterns.join(', ')} matches no file`)

    const hardware = values.hardware ?? []
    const survey = hardware.includes('all')
    const result = await checkFiles(files, targetsFor(hardware), { fixes: !survey })
    if (format === 'json')
      outJson(io, { ...jsonReport(concludeCheck(checkOf(result.reports, { fail_on }))), unread: result.unread })
    else sayText(io, result, fail_on, survey)
    return exitCodeOf(result, fail_on, survey)
  },
})

function sayText(io: Io, { reports, unread }: CheckResult, fail_on: FailOn, survey: boolean): void {
  if (survey) outLines(io, reports.flatMap(surveyLines))
  else if (reports.length > 0) io.out(textReport(concludeCheck(checkOf(reports, { fail_on }))))
  for (const { message } of unread) io.note(`${io.program}: ${message}`)
}

function exitCodeOf({ reports, unread }: CheckResult, fail_on: FailOn, survey: boolean): number {
  if (unread.length > 0 || reports.some(({ config }) => config === null)) return EXIT.usage
  const failed = survey
    ? fail_on !== 'never' && reports.some((report) => !report.pairs.some(({ target }) => runsOn(report, target)))
    : isEnforced(fail_on) && concludeCheck(checkOf(reports, { fail_on })).verdict === 'fail'
  return failed ? EXIT.violations : EXIT.ok
}
