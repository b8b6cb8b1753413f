import { listCatalog, type CatalogEntry, type Plan } from '../core.ts'
import type { FoundFile, ModelRef, Services } from '../services.ts'
import { filtered } from './filter.ts'
import { type Job, type Lazy, PENDING } from './lazy.ts'
import { pastedPath } from './pasted-path.ts'
import { fileModelJob, fileModelOf, planFor, planJobs } from './plans.ts'
import { remember } from './remember.ts'
import type { View } from './view.ts'
import { windowOf } from './window.ts'

export type ModelRow =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'file'; readonly file: FoundFile }
  | { readonly kind: 'catalog'; readonly entry: CatalogEntry }

/** What can be chosen now: the typed path, files, the catalog; all that the filter leaves. */
export function modelRows({ state, platform }: View): readonly ModelRow[] {
  return rowsOf(state.files.found, pastedPath(state.text.model ?? '', platform))
}

const rowsOf = remember((found: readonly FoundFile[], text: string): readonly ModelRow[] => {
  const path = looksLikeModelPath(text) ? text : null
  const rows: readonly ModelRow[] = [
    ...byPlace(found).map((file) => ({ kind: 'file' as const, file })),
    ...listCatalog().map((entry) => ({ kind: 'catalog' as const, entry })),
  ]
  return [...(path === null ? [] : [{ kind: 'path' as const, path }]), ...filtered(rows, text, wordsOf)]
})

/** What a row is filtered by. */
function wordsOf(row: ModelRow): readonly string[] {
  if (row.kind === 'path') return [row.path]
  if (row.kind === 'file') return [row.file.name, row.file.place]
  const { id, display_name, family, n_params } = row.entry
  return [id, display_name, family, n_params, 'catalog']
}

/** The working folder's own first, then place by place; by name in each. */
function byPlace(files: readonly FoundFile[]): readonly FoundFile[] {
  const rank = ({ place, name }: FoundFile) => `${place === 'here' ? 0 : place === './models' ? 1 : 2} ${place} ${name}`
  // Made once a file: there may be thousands, and the list is sorted anew while they are found.
  return files
    .map((file) => ({ file, by: rank(file) }))
    .sort((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ file }) => file)
}

/** The same row in a list that has grown; -1 where it is gone. */
export function sameRow(rows: readonly ModelRow[], wanted: ModelRow): number {
  return rows.findIndex((row) => {
    if (row.kind === 'file') return wanted.kind === 'file' && row.file.path === wanted.file.path
    if (row.kind === 'catalog') return wanted.kind === 'catalog' && row.entry.id === wanted.entry.id
    return wanted.kind === 'path'
  })
}

/** Whether a typed text means a file (or a remote name) and not a filter. */
export function looksLikeModelPath(text: string): boolean {
  return /[\\/]|^~|^(hf|https?):/i.test(text) || text.toLowerCase().endsWith('.gguf')
}

/** The model that a row means; pending until its file has been read. */
export function rowModel(view: View, row: ModelRow): Lazy<ModelRef> {
  if (row.kind === 'catalog') return { state: 'ready', value: { kind: 'catalog', id: row.entry.id } }
  if (row.kind === 'path') return PENDING
  return fileModelOf(view, row.file.path)
}

export function rowPlan(view: View, row: ModelRow): Lazy<Plan> {
  const model = rowModel(view, row)
  return model.state === 'ready' ? planFor(view, model.value, view.state.answers.use_case ?? 'general') : model
}

/** What the rows on the screen need, the selected one first. */
export function modelJobs(view: View, services: Services, height: number): Job[] {
  const rows = modelRows(view)
  const at = view.state.cursor.model ?? 0
  const { top, end } = windowOf(rows.length, at, height)
  const selected = rows[at]
  const visible = rows.slice(top, end).filter((row) => row !== selected)
  const jobs = [...(selected === undefined ? [] : [selected]), ...visible].flatMap((row) => {
    if (row.kind === 'path') return []
    const model = rowModel(view, row)
    if (model.state === 'ready') return planJobs(view, model.value, view.state.answers.use_case ?? 'general', services)
    return row.kind === 'file' ? [fileModelJob(row.file.path, services)] : []
  })
  return jobs
}
