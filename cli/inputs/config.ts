import type { ModelSet } from '../../shared/config/model-set.ts'
import { readConfig } from '../../shared/config/read-config.ts'
import { readModelSet } from '../../shared/config/read-model-set.ts'
import type { RuntimeConfig } from '../../shared/config/runtime-config.ts'
import { UserError } from '../../shared/errors.ts'
import { expandHome } from '../../shared/node/home-folder.ts'
import { formatFinding } from '../../shared/report/sentence.ts'

/** Configs with embedded facts of the largest models stay far below this. */
export const CONFIG_LIMIT_BYTES = 1024 * 1024

/** Sixteen configs with embedded facts stay far below this. */
export const SET_LIMIT_BYTES = 8 * 1024 * 1024

/**
 * A runtime config from its text, with the home folder in place of `~` in its model's path.
 * @throws UserError with the first thing that is wrong, and where
 */
export function configFromText(text: string, file: string): RuntimeConfig {
  const { config, findings } = readConfig(text)
  if (config !== null) return atHome(config)
  const first = findings.find((finding) => finding.severity === 'error')
  const what = first
    ? `${file}:${first.place.line}:${first.place.column}: ${formatFinding(first)}`
    : `${file} is no runtime config`
  throw new UserError('input', what, `lp-tui validate --config ${file} lists everything that is wrong with it.`)
}

/**
 * A model set from its text.
 * @throws UserError with the first thing that is wrong, and where
 */
export function setFromText(text: string, file: string): ModelSet {
  const { set, findings } = readModelSet(text)
  if (set !== null) {
    return { ...set, members: set.members.map((member) => ({ ...member, config: atHome(member.config) })) }
  }
  const first = findings.find((finding) => finding.severity === 'error')
  const what = first
    ? `${file}:${first.place.line}:${first.place.column}: ${formatFinding(first)}`
    : `${file} is no model set`
  throw new UserError('input', what, `lp-tui validate --config ${file} lists everything that is wrong with it.`)
}

/** The config, its model's path as this user's programs can open it. */
export function atHome(config: RuntimeConfig): RuntimeConfig {
  const model_path = expandHome(config.model_path)
  return model_path === config.model_path ? config : { ...config, model_path }
}
