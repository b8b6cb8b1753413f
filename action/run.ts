import { relative, resolve, sep } from 'node:path'
import * as core from '@actions/core'
import {
  checkConfig,
  checkOf,
  concludeCheck,
  type ConfigReport,
  findProfile,
  parseSnapshot,
  type Target,
  targetFromProfile,
  targetFromSnapshot,
  textReport,
  UserError,
} from '../shared/index.ts'
import { expandConfigs } from '../shared/node/expand-configs.ts'
import { readTextFile } from '../shared/node/read-text-file.ts'
import { annotate } from './annotations.ts'
import { type Inputs, readInputs } from './inputs.ts'
import { log } from './log.ts'

const FILE_LIMIT_BYTES = 2 ** 20

/** Checks every config on every target. The result is in the log, the annotations, the outputs and the exit code. */
export async function run(): Promise<void> {
  try {
    await check(readInputs())
  } catch (error) {
    core.setOutput('result', 'invalid')
    const known = error instanceof UserError
    const message = known
      ? [error.message, error.hint].filter(Boolean).join(' ')
      : `This is a defect of lp-config-action, please report it: ${error instanceof Error ? error.message : String(error)}`
    core.error(message)
    if (!known && core.isDebug() && error instanceof Error) log(error.stack ?? '')
    process.exitCode = 1
  }
}

async function check(inputs: Inputs): Promise<void> {
  const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd()
  const folder = insideOf(workspace, inputs['working-directory'])
  const targets = await Promise.all(inputs.targets.map((name) => loadTarget(name, folder)))
  const files = await expandConfigs(inputs.configs, folder)
  if (files.length === 0) {
    nothingFound(inputs)
    return
  }
  const reports: ConfigReport[] = []
  for (const file of files) {
    const path = insideOf(folder, file)
    const shown = relative(workspace, path).split(sep).join('/')
    reports.push(checkConfig({ text: await readTextFile(path, FILE_LIMIT_BYTES), file: shown, targets }))
  }
  const failOn = inputs['fail-on']
  const checked = concludeCheck(checkOf(reports, { fail_on: failOn }))
  const { tally: sum, verdict: result } = checked
  log(textReport(checked))
  for (const [name, value] of Object.entries({
    result,
    errors: sum.errors,
    warnings: sum.warnings,
    configs: sum.configs,
    targets: sum.targets,
    'failing-pairs': sum.failing_pairs,
  })) {
    core.setOutput(name, value)
  }
  annotate(
    reports.flatMap(({ findings }) => findings),
    inputs.annotations,
    failOn !== 'never',
  )
  if (result === 'fail' && failOn !== 'never') process.exitCode = 1
}

/** A profile id, or a snapshot committed to the repository. */
async function loadTarget(name: string, folder: string): Promise<Target> {
  if (!name.endsWith('.json')) return targetFromProfile(findProfile(name))
  const path = insideOf(folder, name)
  return targetFromSnapshot(parseSnapshot(await readTextFile(path, FILE_LIMIT_BYTES), name))
}

/** A policy that checks nothing must not look like one that passed. */
function nothingFound(inputs: Inputs): void {
  const mode = inputs['if-no-files-found']
  const message = `No file matches the input configs: ${inputs.configs.join(', ')}`
  core.setOutput('result', mode === 'error' ? 'invalid' : 'pass')
  for (const name of ['errors', 'warnings', 'configs', 'targets', 'failing-pairs']) core.setOutput(name, 0)
  if (mode === 'error') {
    core.error(message)
    process.exitCode = 1
  } else if (mode === 'warn') core.warning(message)
  else log(message)
}

/** @throws UserError for a path that leads out of `folder` */
function insideOf(folder: string, path: string): string {
  const full = resolve(folder, path)
  if (full !== folder && !full.startsWith(folder.endsWith(sep) ? folder : folder + sep)) {
    throw new UserError('usage', `${JSON.stringify(path.slice(0, 80))} leads out of the workspace.`)
  }
  return full
}
