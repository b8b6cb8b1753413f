// docs/images/summary.svg, from what the program writes now.
import { markdownSvg } from './markdown-svg.mjs'
import { exampleSummary } from './summary-example.mjs'

/** @returns {Record<string, string>} SVG files by name */
export function drawSummary() {
  const description =
    'The job summary of a failed check: two files on three machines as a table with memory needed and usable in GiB, then for the file that fails the rule, the line and column, the sum of the memory, and a fix that was rechecked on all targets.'
  return {
    summary: markdownSvg(exampleSummary(), { title: 'lp-config-action: the summary in a pull request', description }),
  }
}
