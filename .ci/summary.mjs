// Sums vitest's JSON reports to the last line of a run: `N passed, N failed`.
//
//   node .ci/summary.mjs <folder of reports> <exit status of the run>
//
// Fails where a suite that must be there ran fewer tests than it should: a test that is not run proves nothing.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Fewest tests of each suite in a run that got through; a new test need not be counted in, a lost suite is seen. */
const FEWEST = { unit: 6600, transcripts: 0, engine: 135, soak: 1 }

const [, , folder = '', status = '1'] = process.argv
const through = status === '0'
const troubles = []
let passed = 0
let failed = 0

for (const [suite, fewest] of Object.entries(FEWEST)) {
  const path = join(folder, `${suite}.json`)
  if (!existsSync(path)) {
    if (through && fewest > 0) troubles.push(`${suite}: no report`)
    continue
  }
  const report = JSON.parse(readFileSync(path, 'utf8'))
  const skipped = report.numPendingTests + report.numTodoTests
  // A file that does not load, or whose preparation fails, has no test that fails, but it is a failure.
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  )
  passed += report.numPassedTests
  failed += report.numFailedTests + broken.length
  say(`${suite}: ${report.numPassedTests} passed, ${report.numFailedTests + broken.length} failed, ${skipped} skipped`)
  if (skipped > 0) troubles.push(`${suite}: ${skipped} skipped: ${skippedNames(report).join('; ')}`)
  if (through && report.numPassedTests < fewest) troubles.push(`${suite}: ${fewest} tests expected`)
}

for (const trouble of troubles) say(`FAILED: ${trouble}`)
process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = troubles.length > 0 || failed > 0 ? 1 : 0

/** @param {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} report */
function skippedNames(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults)
  return tests.filter(({ status: state }) => state !== 'passed' && state !== 'failed').map(({ fullName }) => fullName)
}

/** @param {string} text */
function say(text) {
  process.stdout.write(`ci: ${text}\n`)
}
