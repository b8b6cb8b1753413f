import { anyRuleOf } from '../policy/policy-rules.ts'
import { pageUrl, REPOSITORY } from '../project.ts'
import type { CheckResult } from './check.ts'
import type { Problem } from './problem.ts'
import { problemText } from './problem-text.ts'

/** GitHub keeps the 5,000 gravest results of a run, and refuses more than 25,000. */
const MOST_RESULTS = 5000

/** A check as SARIF 2.1.0, ready for JSON: one result a problem, with the fields that GitHub's code scanning asks for. */
export function sarifReport(result: CheckResult): Readonly<Record<string, unknown>> {
  const problems = result.problems.filter(({ file }) => file !== '').slice(0, MOST_RESULTS)
  const ids = [...new Set(problems.map(({ rule }) => rule))].sort()
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'lp-tui',
            informationUri: `https://github.com/${REPOSITORY}`,
            rules: ids.map(ruleOf),
          },
        },
        automationDetails: { id: 'lp-tui/' },
        columnKind: 'utf16CodeUnits',
        results: problems.map((problem) => resultOf(problem, ids.indexOf(problem.rule))),
      },
    ],
  }
}

function ruleOf(id: string): unknown {
  const rule = anyRuleOf(id)
  const page = id.startsWith('LP9') ? 'policy' : 'rules'
  return {
    id,
    name: id,
    shortDescription: { text: rule?.title ?? id },
    fullDescription: { text: rule?.why ?? id },
    help: { text: rule === undefined ? id : `${rule.why} ${rule.remedy}` },
    helpUri: pageUrl(`docs/${page}.md#${id.toLowerCase()}`),
    defaultConfiguration: { level: rule?.severity ?? 'error' },
  }
}

function resultOf(problem: Problem, ruleIndex: number): unknown {
  const { rule, severity, file, place, hits } = problem
  const { title, what, others, fix } = problemText(problem)
  const lines = [`${title}.`, what, others, fix].filter((part) => part !== null)
  return {
    ruleId: rule,
    ruleIndex,
    level: severity,
    message: { text: lines.join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file), uriBaseId: '%SRCROOT%' },
          region: {
            startLine: place.line,
            startColumn: place.column,
            endLine: place.line,
            endColumn: Math.max(place.column + 1, place.end_column),
          },
        },
      },
    ],
    properties: { targets: hits.flatMap(({ target }) => (target === undefined ? [] : [target])) },
  }
}

/** A relative path as a URI: every segment escaped, the slashes kept. A lone surrogate has no UTF-8. */
function uriOf(file: string): string {
  return file
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}
