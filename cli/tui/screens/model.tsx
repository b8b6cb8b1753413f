import { plain } from '../../../shared/report/plain.ts'
import { Box } from 'ink'
import { totalOf, type Plan } from '../core.ts'
import { Field } from '../components/field.tsx'
import { FRAME_LINES } from '../frame-lines.ts'
import { Line, useLook } from '../components/look.tsx'
import { Select, type Cell, type SelectRow } from '../components/select.tsx'
import { cell, fitted, gibNumber, speedNumber, tokens } from '../format.ts'
import { spokenModel } from '../spoken/rows.ts'
import type { Glyphs, Tone } from '../theme.ts'
import { selectedIndex } from '../wizard/actions.ts'
import type { Lazy } from '../wizard/lazy.ts'
import { modelRows, rowPlan, type ModelRow } from '../wizard/model-rows.ts'
import { decodes } from '../wizard/decodes.ts'
import { fileBytes } from '../wizard/file-bytes.ts'
import { verdictOf, type Verdict } from '../wizard/verdict.ts'
import type { View } from '../wizard/view.ts'

/** Files on this machine and models of the catalog, each with whether it fits. */
export function ModelScreen({ view }: { readonly view: View }) {
  const { state } = view
  const { glyphs, screenReader } = useLook()
  const rows = modelRows(view)
  const at = selectedIndex(view)
  const widths = columnsFor(state.columns)
  const height = Math.max(1, state.rows - FRAME_LINES - 4)
  const selected = rows[at]
  return (
    <Box flexDirection="column" flexGrow={1}>
      <Field
        label="Model"
        text={state.text.model ?? ''}
        after={state.after}
        focused={state.typing}
        placeholder=" type to filter, or paste the path of a GGUF file"
        width={state.columns}
      />
      {screenReader ? null : <Line tone="quiet">{headings(widths)}</Line>}
      {rows.length === 0 ? (
        <Line tone="quiet">
          {' '}
          No file and no catalog model has these words. A path holds a slash or ends with .gguf.
        </Line>
      ) : (
        <Select rows={rows} shown={(row) => rowFor(view, row, widths, glyphs)} at={at} height={height} />
      )}
      <Box flexGrow={1} />
      <Line tone="quiet">{` ${screenReader ? detailOf(view, selected) : fitted(plain(detailOf(view, selected)), state.columns - 2)}`}</Line>
      <Line tone="quiet">{` ${scanOf(view)}`}</Line>
    </Box>
  )
}

type Widths = {
  readonly name: number
  readonly from: number
  readonly params: number
  readonly size: number
  readonly precision: number
  readonly context: number
  readonly needs: number
  readonly fit: number
  readonly speed: number
}

function columnsFor(columns: number): Widths {
  const widths = {
    from: columns >= 96 ? 9 : 0,
    params: columns >= 116 ? 10 : 0,
    size: 8,
    precision: columns >= 56 ? 8 : 0,
    context: columns >= 47 ? 7 : 0,
    needs: columns >= 104 ? 8 : 0,
    fit: 8,
    speed: columns >= 72 ? 6 : 0,
  }
  const others = Object.values(widths).filter((width) => width > 0)
  const name = columns - 4 - others.reduce((sum, width) => sum + width + 2, 0)
  return { name: Math.max(10, Math.min(48, name)), ...widths }
}

function headings(widths: Widths): string {
  const parts = [
    cell('', widths.name),
    ...(widths.from > 0 ? [cell('from', widths.from)] : []),
    ...(widths.params > 0 ? [cell('parameters', widths.params, 'right')] : []),
    cell('GiB', widths.size, 'right'),
    ...(widths.precision > 0 ? [cell('precis.', widths.precision)] : []),
    ...(widths.context > 0 ? [cell('context', widths.context, 'right')] : []),
    ...(widths.needs > 0 ? [cell('needs', widths.needs, 'right')] : []),
    cell('fits', widths.fit),
    ...(widths.speed > 0 ? [cell('tok/s', widths.speed, 'right')] : []),
  ]
  return `   ${parts.join('  ')}`
}

function rowFor(view: View, row: ModelRow, widths: Widths, glyphs: Glyphs): SelectRow {
  if (row.kind === 'path') return { key: 'path', cells: [{ text: `Read ${row.path}`, width: view.state.columns - 4 }] }
  const plan = rowPlan(view, row)
  const { name, from, params, size } = namesOf(row, plan)
  const verdict = verdictOf(plan)
  const ready = plan.state === 'ready' ? plan.value : null
  const n_ctx = ready?.config.settings.n_ctx
  const tg = ready?.throughput.tg ?? null
  const cells: Cell[] = [
    { text: name, width: widths.name },
    ...(widths.from > 0 ? [{ text: from, width: widths.from, tone: 'quiet' as const }] : []),
    ...(widths.params > 0
      ? [{ text: params, width: widths.params, align: 'right' as const, tone: 'quiet' as const }]
      : []),
    { text: size, width: widths.size, align: 'right' },
    ...(widths.precision > 0 ? [{ text: ready?.config.metadata?.precision ?? '', width: widths.precision }] : []),
    ...(widths.context > 0
      ? [{ text: n_ctx === undefined ? '' : tokens(n_ctx), width: widths.context, align: 'right' as const }]
      : []),
    ...(widths.needs > 0 ? [{ text: needsOf(ready), width: widths.needs, align: 'right' as const }] : []),
    { text: `${markOf(verdict, glyphs)} ${WORDS[verdict]}`, width: widths.fit, tone: TONES[verdict] },
    ...(widths.speed > 0
      ? [{ text: tg === null ? '' : speedNumber(tg.tokens_per_s), width: widths.speed, align: 'right' as const }]
      : []),
  ]
  return { key: row.kind === 'file' ? row.file.path : row.entry.id, cells, spoken: () => spokenModel(row, plan) }
}

/** GiB on all devices and the host. */
function needsOf(plan: Plan | null): string {
  if (plan === null) return ''
  const { devices, host } = plan.memory
  return gibNumber([...devices, host].reduce((sum, part) => sum + totalOf(part), 0))
}

function namesOf(row: Exclude<ModelRow, { kind: 'path' }>, plan: Lazy<Plan>) {
  if (row.kind === 'file') {
    return { name: row.file.name, from: row.file.place, params: '', size: gibNumber(row.file.size_bytes) }
  }
  const facts = plan.state === 'ready' ? plan.value.config.model : undefined
  return {
    name: row.entry.display_name,
    from: 'catalog',
    params: row.entry.n_params,
    size: facts === undefined ? '' : gibNumber(fileBytes(facts)),
  }
}

const WORDS: Readonly<Record<Verdict, string>> = {
  fits: 'fits',
  partly: 'partly',
  no: 'no',
  unread: 'unread',
  pending: '',
}
const TONES: Readonly<Record<Verdict, Tone>> = {
  fits: 'ok',
  partly: 'warning',
  no: 'error',
  unread: 'error',
  pending: 'quiet',
}

function markOf(verdict: Verdict, glyphs: Glyphs): string {
  if (verdict === 'pending') return glyphs.waiting
  return verdict === 'fits' ? glyphs.ok : verdict === 'partly' ? glyphs.warning : glyphs.error
}

/** The selected row in words: why not, or where it lies. */
function detailOf(view: View, row: ModelRow | undefined): string {
  if (row === undefined || row.kind === 'path') return ''
  const plan = rowPlan(view, row)
  if (plan.state === 'failed') return troubleOf(plan.message, row)
  if (plan.state === 'ready' && verdictOf(plan) === 'partly') return `A part runs on the CPU: ${layersOf(plan.value)}.`
  if (row.kind === 'file') return row.file.path
  if (plan.state === 'ready' && !decodes(plan.value)) return `${row.entry.id}, an embedding model: it decodes nothing`
  return `${row.entry.id}, ${row.entry.n_params} parameters, released ${row.entry.released}`
}

/** The row names the file already: what is wrong with it stands where nothing cuts it. */
function troubleOf(message: string, row: ModelRow): string {
  if (row.kind !== 'file') return message
  return message.startsWith(`${row.file.path} `) ? `This file ${message.slice(row.file.path.length + 1)}` : message
}

function layersOf({ config }: Plan): string {
  const { n_gpu_layers = 0, n_cpu_moe = 0 } = config.settings
  const experts = n_cpu_moe > 0 ? `, experts of ${n_cpu_moe} layers on the CPU` : ''
  return `${n_gpu_layers === -1 ? 'all' : n_gpu_layers} layers on the GPU${experts}`
}

function scanOf({ state }: View): string {
  const { scanning, found, notes, unlisted } = state.files
  const files = `${found.length} GGUF file${found.length === 1 ? '' : 's'} found here`
  const more = unlisted === 0 ? [] : [`${unlisted} more are not listed: type their path`]
  return [scanning ? `looking for files, ${found.length} so far` : files, ...more, ...notes].join('. ')
}
