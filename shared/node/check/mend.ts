import { realpathSync } from 'node:fs'
import type { RuntimeConfig } from '../../config/runtime-config.ts'
import type { LocatedFinding } from '../../finding.ts'
import { refreshMetadata } from '../../plan/refresh-metadata.ts'
import { mergeProblems } from '../../report/problem.ts'
import { checkOf, timeOver } from '../../report/check.ts'
import { unifiedDiff } from '../../report/unified-diff.ts'
import { writeJsonValue } from '../../report/write-fix.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'
import { type ChangedValue, changedValues } from './changed-values.ts'
import type { CheckedFile, Inspected } from './judge.ts'
import type { CheckRun } from './run-check.ts'

/** A file with all fixes that hold together, and every value that they change. */
export type Mended = { readonly file: CheckedFile; readonly text: string; readonly changes: readonly ChangedValue[] }

/** What could be mended in time. */
export type Mending = {
  readonly mended: readonly Mended[]
  /** That fixes of some files were left out (LP906). */
  readonly own: readonly LocatedFinding[]
}

/** More steps than this for one config is a config to plan anew. */
const MOST_STEPS = 20

/**
 * Applies fixes file by file: the gravest first, then the whole file is judged again before the next. Each fix was
 * rechecked on every target and adds no error, so neither does the result. Metadata of a config whose settings changed is
 * worked out anew. When the check's time is over, what is mended until then is kept.
 */
export async function mendFiles(run: CheckRun): Promise<Mending> {
  const mended: Mended[] = []
  let unmended = 0
  const written = new Set<string>()
  for (const file of run.files) {
    // A file that links lead to is mended once.
    const path = realpathSync.native(file.path)
    if (written.has(path)) continue
    const known = run.check.configs.some(({ report }) => report.file === file.file && report.findings.length > 0)
    if (!known) continue
    // oxlint-disable-next-line no-await-in-loop -- one file in memory at a time
    const one = run.time.isOver() ? null : await mendFile(run, file)
    if (one === null || !one.whole) unmended++
    if (one === null) continue
    if (one.text === file.text) continue
    written.add(path)
    mended.push(one)
  }
  const args = { unmended, files: run.files.length, seconds: run.time.seconds }
  return { mended, own: unmended === 0 ? [] : [timeOver(run.check, args)] }
}

async function mendFile(run: CheckRun, file: CheckedFile): Promise<Mended & { readonly whole: boolean }> {
  const before = await run.inspect(file, file.text)
  let text = file.text
  let after = before
  const rewrite = async (next: string) => {
    text = next
    after = await run.inspect(file, text)
  }
  let whole = true
  for (let fixes = 0; fixes < MOST_STEPS; fixes++) {
    if (fixes > 0 && run.time.isOver()) {
      whole = !isOpen(run, file, after)
      break
    }
    const next = nextText(run, file, after, text)
    if (next === null) break
    await rewrite(next) // oxlint-disable-line no-await-in-loop -- each step builds on the last
  }
  const fresh = withFreshMetadata(file, text, before, after)
  if (fresh !== text) await rewrite(fresh)
  const changes = after.flatMap(({ document: { name, nameOf }, inspection: { report } }, at) =>
    changedValues(before[at]?.inspection.report.config ?? null, report.config, nameOf).map((change) =>
      name === undefined ? change : { ...change, key: `${name} ${change.key}` },
    ),
  )
  return { file, text, changes, whole }
}

/** Of a runtime config that is a file of its own: others have no metadata. */
function withFreshMetadata(
  file: CheckedFile,
  text: string,
  [before]: readonly Inspected[],
  [after, ...others]: readonly Inspected[],
): string {
  const [was, is] = [before?.inspection.report.config, after?.inspection.report.config]
  if (!was || !is || others.length > 0 || after?.document.nameOf || sameRun(was, is)) return text
  const facts = after?.known?.facts ?? is.model ?? null
  return refreshMetadata(is, facts, file.targets).reduce(writeJsonValue, text)
}

function sameRun(a: RuntimeConfig, b: RuntimeConfig): boolean {
  return a.backend === b.backend && JSON.stringify(a.settings) === JSON.stringify(b.settings)
}

function isOpen(run: CheckRun, { name }: CheckedFile, inspected: readonly Inspected[]): boolean {
  const rules = run.policyAgain()
  return inspected.some(({ inspection }) => rules.apply(inspection.report, name).findings.length > 0)
}

/** The text with the gravest fix that can be written; null when there is none. */
function nextText(run: CheckRun, { name }: CheckedFile, inspected: readonly Inspected[], text: string): string | null {
  const rules = run.policyAgain()
  for (const { document, inspection } of inspected) {
    const { write } = document
    if (write === null) continue
    for (const { hits } of mergeProblems(checkOf([rules.apply(inspection.report, name)]))) {
      const [worst] = hits
      const fix = worst === undefined ? null : inspection.fixFor(worst)
      const after = fix === null ? text : write(text, fix)
      if (after !== text) return after
    }
  }
  return null
}

/** The fixes of all files as one diff that `git apply` takes. Of a link the file is named that it leads to. */
export function fixDiff(mended: readonly Mended[], { nameOf }: CheckRun): string {
  return mended.map(({ file, text }) => unifiedDiff(nameOf(file.path) ?? file.file, file.text, text)).join('')
}

/** Writes every mended file, each all or nothing. */
export async function writeMended(mended: readonly Mended[]): Promise<void> {
  for (const { file, text } of mended) {
    await writeFileAtomic(file.path, text, { force: true }) // oxlint-disable-line no-await-in-loop -- all or nothing, in order
  }
}
