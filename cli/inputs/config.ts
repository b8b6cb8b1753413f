import type { ModelSet } from '../../shared/config/model-set.ts'
import type { PlacedFinding } from '../../shared/config/place.ts'
import { readConfig } from '../../shared/config/read-config.ts'
import { readModelSet } from '../../shared/config/read-model-set.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { UserError } from '../../shared/errors.ts'
import { expandHome } from '../../shared/node/home-folder.ts'
import { formatFinding } from '../../shared/report/sentence.ts'
import { findingLine } from '../../shared/report/text-report.ts'

/** Configs with embedded facts of the largest models stay far below this. */
export const CONFIG_LIMIT_BYTES = 1024 * 1024

/** Sixteen configs with embedded facts stay far below this. */
export const SET_LIMIT_BYTES = 8 * 1024 * 1024

/** Is told, a line each, what `validate` would find wrong in a text that can be read all the same. */
type Note = (line: string) => void

/**
 * A runtime config from its text, with the home folder in place of `~` in its model's path.
 * @throws UserError with the first thing that is wrong, and where
 */
export function configFromText(text: string, file: string, note?: Note): RuntimeConfig {
  const { config, findings } = readConfig(text)
  if (config === null) throw wrongWith(file, findings, 'runtime config')
  for (const finding of findings) note?.(findingLine({ ...finding, file }))
  return atHome(config)
}

/**
 * A model set from its text.
 * @throws UserError with the first thing that is wrong, and where
 */
export function setFromText(text: string, file: string, note?: Note): ModelSet {
  const { set, findings } = readModelSet(text)
  if (set === null) throw wrongWith(file, findings, 'model set')
  for (const finding of findings) note?.(findingLine({ ...finding, file }))
  return { ...set, members: set.members.map((member) => ({ ...member, config: atHome(member.config) })) }
}

function wrongWith(file: string, findings: readonly PlacedFinding[], kind: string): UserError {
  const first = findings.find((finding) => finding.severity === 'error')
  const what = first
    ? `${file}:${first.place.line}:${first.place.column}: ${formatFinding(first)}`
    : `${file} is no ${kind}`
  return new UserError('input', what, `lp-tui validate --config ${file} lists everything that is wrong with it.`)
}

/** The config, its model's path as this user's programs can open it. */
export function atHome(config: RuntimeConfig): RuntimeConfig {
  const model_path = expandHome(config.model_path)
  return model_path === config.model_path ? config : { ...config, model_path }
}
