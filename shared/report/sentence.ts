import type { Finding, Fix } from '../finding.ts'
import { anyRuleOf } from '../policy/policy-rules.ts'
import { plain } from './plain.ts'

/** A finding in words, with its fix when it has one. One line; safe to print. */
export function formatFinding(finding: Finding): string {
  const rule = anyRuleOf(finding.rule)
  const said = rule === undefined ? `${finding.rule} is not a rule of this release.` : rule.sentence(finding.args)
  return plain(finding.fix ? `${said} ${formatFix(finding.fix)}` : said)
}

/** `Fix: set settings.n_ctx to 12288.` */
function formatFix({ path, value }: Fix): string {
  return `Fix: set ${path.join('.')} to ${JSON.stringify(value)}.`
}
