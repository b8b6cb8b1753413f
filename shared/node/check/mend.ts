import { mergeProblems } from '../../report/problem.ts'
import { checkOf } from '../../report/check.ts'
import { unifiedDiff } from '../../report/unified-diff.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'
import type { CheckedFile } from './judge.ts'
import type { CheckRun } from './run-check.ts'

/** A file with all fixes that hold together. */
export type Mended = { readonly file: CheckedFile; readonly text: string; readonly fixes: number }

/** More steps than this for one config is a config to plan anew. */
const MOST_STEPS = 20

/**
 * Applies fixes file by file: the gravest first, then the whole file is judged again before the next. Each fix was
 * rechecked on every target and adds no error, so neither does the result.
 */
export async function mendFiles(run: CheckRun): Promise<Mended[]> {
  const mended: Mended[] = []
  for (const file of run.files) {
    const known = run.check.configs.some(({ report }) => report.file === file.file && report.findings.length > 0)
    if (!known) continue
    const one = await mendFile(run, file) // oxlint-disable-line no-await-in-loop -- one file in memory at a time
    if (one.fixes > 0) mended.push(one)
  }
  return mended
}

async function mendFile(run: CheckRun, file: CheckedFile): Promise<Mended> {
  let text = file.text
  let fixes = 0
  for (; fixes < MOST_STEPS; fixes++) {
    const next = await nextText(run, file, text) // oxlint-disable-line no-await-in-loop -- each step builds on the last
    if (next === null) break
    text = next
  }
  return { file, text, fixes }
}

/** The text with the gravest fix that can be written; null when there is none. */
async function nextText(run: CheckRun, file: CheckedFile, text: string): Promise<string | null> {
  const rules = run.policyAgain()
  for (const { document, inspection } of await run.inspect(file, text)) {
    const { write } = document
    if (write === null) continue
    for (const { hits } of mergeProblems(checkOf([rules.apply(inspection.report)]))) {
      const [worst] = hits
      const fix = worst === undefined ? null : inspection.fixFor(worst)
      const after = fix === null ? text : write(text, fix)
      if (after !== text) return after
    }
  }
  return null
}

/** The fixes of all files as one diff that `git apply` takes. */
export function fixDiff(mended: readonly Mended[]): string {
  return mended.map(({ file, text }) => unifiedDiff(file.file, file.text, text)).join('')
}

/** Writes every mended file, each all or nothing. */
export async function writeMended(mended: readonly Mended[]): Promise<void> {
  for (const { file, text } of mended) {
    await writeFileAtomic(file.path, text, { force: true }) // oxlint-disable-line no-await-in-loop -- all or nothing, in order
  }
}
