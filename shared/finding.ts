export type Severity = 'error' | 'warning'

/** Where a value sits in a JSON document: keys and array indexes from the root. */
export type JsonPath = readonly (string | number)[]

export type FindingArgs = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** The smallest change of one key that makes the finding go away; offered only after it was rechecked. */
export type Fix = { readonly path: JsonPath; readonly value: string | number | boolean | null }

/**
 * One thing a check found. Data, never prose: `report/sentence.ts` turns it into words.
 * Rule ids are stable and part of the product's interface.
 */
export type Finding = {
  readonly rule: string
  readonly severity: Severity
  /** The value that decides, in the checked document. */
  readonly path: JsonPath
  readonly args: FindingArgs
  readonly fix?: Fix
}

/** 1-based line and column of a token; `end_column` is one past its last character (UTF-16 units). */
export type Place = { readonly line: number; readonly column: number; readonly end_column: number }

export type LocatedFinding = Finding & {
  /** As the user named the file. */
  readonly file: string
  readonly place: Place
  /** The target it was judged on; absent for findings about the document alone. */
  readonly target?: string
}
