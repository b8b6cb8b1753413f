import type { Finding, Fix, JsonPath } from '../finding.ts'
import { anyRuleOf } from '../policy/policy-rules.ts'
import { plain } from './plain.ts'

/**
 * A finding in words, with its fix when it has one. One line; safe to print.
 * @param nameOf how the file calls a key, where it does not use our own names
 */
export function formatFinding(finding: Finding, nameOf?: (path: JsonPath) => string): string {
  const said = findingSentence(finding)
  return finding.fix ? `${said} ${plain(formatFix(finding.fix, nameOf))}` : said
}

/** The same without the fix. */
export function findingSentence({ rule: id, args }: Finding): string {
  const rule = anyRuleOf(id)
  return plain(rule === undefined ? `${id} is not a rule of this release.` : rule.sentence(args))
}

/** `Fix: set settings.n_ctx to 12288.` */
function formatFix({ path, value }: Fix, nameOf?: (path: JsonPath) => string): string {
  return `Fix: set ${nameOf?.(path) ?? path.join('.')} to ${JSON.stringify(value)}.`
}
