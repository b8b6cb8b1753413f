import type { Fix } from '../../finding.ts'
import type { ModelFacts } from '../../model/facts.ts'
import type { PolicyRun } from '../../policy/apply-policy.ts'
import { type EnginePins, forReleases } from '../../policy/engine-pins.ts'
import type { Target } from '../../profile/target.ts'
import type { CheckedConfig } from '../../report/check.ts'
import { type Inspection, inspectConfig } from '../../validate/check-config.ts'
import { checkSet, TOGETHER } from '../../validate/check-set.ts'
import { type Document, readDocuments } from './documents.ts'
import type { FoundFile } from './find-files.ts'
import type { FactsSource, KnownFacts } from './model-facts.ts'

/** A checked file that fixes can be written into. */
export type CheckedFile = {
  /** Where it is. */
  readonly path: string
  /** As reports name it. */
  readonly file: string
  /** From the folder of the check, as its policy names it. */
  readonly name: string
  readonly format: FoundFile['format']
  readonly text: string
  readonly targets: readonly Target[]
}

/** One config of a file with what was found. */
export type Inspected = {
  readonly document: Document
  readonly inspection: Inspection
  readonly known: KnownFacts | null
}

/**
 * The report now; the fixes on demand, by looking once more: of a large matrix neither the texts' trees nor the targets'
 * sums are kept.
 */
export function checkedConfig(
  file: CheckedFile,
  index: number,
  { document: { nameOf }, inspection: { report }, known }: Inspected,
  rules: PolicyRun,
  pins: EnginePins,
): CheckedConfig {
  const facts = known?.facts ?? null
  let again: Inspection | undefined
  const lookAgain = (): Inspection | undefined => {
    const document = readDocuments(file.text, file.file, file.format)[index]
    return document && (again ??= judge(file, file.text, document, facts, pins))
  }
  const applied = rules.apply(report, file.name)
  const { config } = applied
  // Equal facts as one object.
  const light = config?.model === undefined || facts === null ? config : { ...config, model: facts }
  return {
    report: { ...applied, config: light },
    facts,
    facts_from: known?.from ?? null,
    ...(nameOf && { nameOf }),
    fixFor: (finding): Fix | null => (again ?? lookAgain())?.fixFor(finding) ?? null,
  }
}

/** The configs of a file's text, each judged on the file's targets. */
export async function inspectText(
  file: CheckedFile,
  text: string,
  factsOf: FactsSource,
  pins: EnginePins,
): Promise<readonly Inspected[]> {
  const found: Inspected[] = []
  for (const document of readDocuments(text, file.file, file.format)) {
    const { config } = document.read
    // oxlint-disable-next-line no-await-in-loop -- one model file at a time
    const known = config === null ? null : await factsOf(config, file.path)
    found.push({ document, known, inspection: judge(file, text, document, known?.facts ?? null, pins) })
  }
  return [...found, ...together(file, found)]
}

/** What the members of a set need at the same time, as one more report without fixes. */
function together({ file, targets }: CheckedFile, found: readonly Inspected[]): Inspected[] {
  const [first] = found
  if (first?.document.set === undefined) return []
  const reports = found.map(({ inspection }) => inspection.report)
  const report = checkSet(file, first.document.set, reports, targets)
  if (report === null) return []
  const document = { ...first.document, name: TOGETHER, write: null }
  return [{ document, known: null, inspection: { report, fixFor: () => null } }]
}

function judge(
  file: CheckedFile,
  text: string,
  document: Document,
  facts: ModelFacts | null,
  pins: EnginePins,
): Inspection {
  const { name, options = [] } = document
  const read = facts === null ? document.read : (document.withFacts?.(facts) ?? document.read)
  const made = inspectConfig({ text, file: file.file, targets: file.targets, read, ...(facts !== null && { facts }) })
  const { pairs, findings } = made.report
  const pinned =
    pins.size === 0
      ? findings
      : forReleases(
          findings,
          options,
          file.file,
          pairs.map(({ target }) => target),
          pins,
        )
  return { ...made, report: { ...made.report, findings: pinned, ...(name !== undefined && { name }) } }
}
