import { readConfig, type ReadConfig } from '../../config/read-config.ts'
import { type FixWriter, writeJsonFix } from '../../report/write-fix.ts'

/** Formats that a file may be pinned to, as in `runtime-config=odd.name`. */
export const DOCUMENT_FORMATS = ['runtime-config'] as const
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number]

/** One config in a file. */
export type Document = {
  /** Which of several in the file; absent where there is one. */
  readonly name?: string
  readonly read: ReadConfig
  /** Writes a fix into the file's text; null for a format that cannot be written. */
  readonly write: FixWriter | null
}

/**
 * The configs that a file holds. Readers of further formats have their place here: by the pinned format, else by the
 * file's name.
 */
export function readDocuments(text: string, _file: string, _format: DocumentFormat | null): readonly Document[] {
  return [{ read: readConfig(text), write: writeJsonFix }]
}
