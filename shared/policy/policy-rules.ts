import { list, num, str } from '../validate/args.ts'
import type { Rule } from '../validate/rule.ts'
import { ruleOf as configRuleOf } from '../validate/rules/index.ts'
import { pageUrl } from '../project.ts'

const PROBLEMS: Readonly<Record<string, string>> = {
  empty: 'The file is empty.',
  indent: 'The indentation does not fit what stands above.',
  tab: 'A tab indents this; YAML wants spaces.',
  several_documents: 'A second document begins here; the policy is one.',
  character_missing:
    'A quote, bracket or brace is not closed, or the line is indented otherwise than those it belongs to.',
  colon_missing: 'This looks like a key, but has no colon on its line.',
  unexpected: 'This is not valid YAML.',
  bracket_open: 'A bracket or brace that is opened before this is not closed.',
  quotes: 'A text that begins with [, {, %, @ or ` needs quotes around it.',
  control: 'This is a control character, which a YAML file cannot hold.',
  alias:
    'Anchors and aliases are not read here; write the value out, or put quotes around a text with * or & in front.',
  tag: 'Tags are not read here.',
  directive: 'Directives are not read here.',
  key_kind: 'A key must be a plain text.',
  too_much_length: 'The file is too large for a policy and was not read.',
  too_much_nesting: 'The file is nested too deeply and was not read.',
  too_much_keys: 'The file has too many keys and was not read.',
  level: 'This level is not one that the rule can have.',
  date: 'There is no such day; write it as 2027-01-31.',
  headroom: 'Write the head-room as 512MiB, 1.5GiB or 5% (at most 50%).',
  release: 'Name the release as b10875, or as de3ff81 or v0.5.0, the one that this program follows.',
  no_targets: 'No targets: name them under targets, or in every group of configs.',
}

/** LP901 */
const unusable: Rule = {
  id: 'LP901',
  scope: 'document',
  title: 'Policy file not usable',
  severity: 'error',
  why: 'A policy that is only half understood would check something else than its authors meant.',
  remedy: `Mend the place that is shown; ${pageUrl('docs/policy.md')} describes the format.`,
  sentence: (args) => {
    const problem = str(args, 'problem')
    if (problem === 'duplicate') return `${str(args, 'key')} stands here for the second time.`
    if (problem === 'target') {
      const near = list(args, 'near')
      const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''
      return `${str(args, 'name')} is no profile id, and no file.${hint}`
    }
    if (problem === 'target_file') return `Not a target: ${str(args, 'trouble').replace(/\.$/, '')}.`
    if (problem === 'engine') {
      const near = list(args, 'near')
      const hint = near.length > 0 ? ` Did you mean ${near.join(', ')}?` : ''
      return `${str(args, 'name')} is no target of this policy.${hint}`
    }
    return PROBLEMS[problem] ?? 'This is not valid here.'
  },
}

/** LP902 */
const baselineExpired: Rule = {
  id: 'LP902',
  scope: 'document',
  title: 'Baseline entry expired',
  severity: 'error',
  why: 'An exception had an end date, and it has passed: what it covered counts again.',
  remedy: 'Mend the config, or agree on a new date and its reason.',
  sentence: (args) =>
    `This entry for ${str(args, 'rule')} in ${str(args, 'config')} ended on ${str(args, 'until')}; it covers ${num(args, 'covered')} findings.`,
}

/** LP903 */
const baselineUnused: Rule = {
  id: 'LP903',
  scope: 'document',
  title: 'Baseline entry unused',
  severity: 'warning',
  why: 'An exception that matches nothing hides the next finding that happens to fit it.',
  remedy: 'Remove the entry.',
  sentence: (args) => {
    const what = `${str(args, 'rule')} in ${str(args, 'config')}`
    const other = str(args, 'other')
    return other === ''
      ? `No finding matches this entry for ${what}; it can go.`
      : `This entry for ${what} matches nothing: the file has such a finding, but with another ${other}.`
  },
}

/** LP904 */
const nothingMatched: Rule = {
  id: 'LP904',
  scope: 'document',
  title: 'Pattern matches no file',
  severity: 'warning',
  why: 'A pattern that finds nothing may be a config that was moved and is no longer checked.',
  remedy: 'Correct the pattern or remove it.',
  sentence: (args) => `No file matches ${str(args, 'pattern')}.`,
}

/** LP905 */
const fileUnread: Rule = {
  id: 'LP905',
  scope: 'document',
  title: 'File not read',
  severity: 'error',
  why: 'A file that was to be checked and could not be read was not judged, nor what is in a folder that cannot be searched.',
  remedy: 'Do what the message says.',
  sentence: (args) => `${str(args, 'message').replace(/\.$/, '')}.`,
}

/** LP906 */
const timeUp: Rule = {
  id: 'LP906',
  scope: 'document',
  title: 'Time ran out',
  severity: 'error',
  why: 'A check that takes longer than its limit is ended, and what it did not come to was not judged.',
  remedy: 'Check fewer files or targets in one run, or look for a file that takes unusually long.',
  sentence: (args) => {
    const within = `within ${num(args, 'seconds')} seconds`
    if ('fixed' in args) return `Fixes were looked for for ${num(args, 'fixed')} problems only ${within}.`
    if ('unmended' in args) {
      return `The fixes of ${num(args, 'unmended')} of ${num(args, 'files')} files were not all worked out ${within}.`
    }
    return `${num(args, 'left')} of ${num(args, 'files')} files were not judged ${within}.`
  },
}

/** Rules about a run and its policy, not about a config. Ids are never reused. */
export const POLICY_RULES: readonly Rule[] = [
  unusable,
  baselineExpired,
  baselineUnused,
  nothingMatched,
  fileUnread,
  timeUp,
]

const BY_ID = new Map(POLICY_RULES.map((rule) => [rule.id, rule]))

/** Any rule, of configs or of policies. */
export function anyRuleOf(id: string): Rule | undefined {
  return configRuleOf(id) ?? BY_ID.get(id)
}
