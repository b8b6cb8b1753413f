import { Box } from 'ink'
import type { HardwareProfile } from '../../../shared/index.ts'
import { Field } from '../components/field.tsx'
import { FRAME_LINES } from '../components/frame.tsx'
import { Line, useLook } from '../components/look.tsx'
import { Select, type Cell as Column } from '../components/select.tsx'
import { gibNumber, speedNumber } from '../format.ts'
import type { Glyphs, Tone } from '../theme.ts'
import { selectedIndex } from '../wizard/actions.ts'
import type { Lazy } from '../wizard/lazy.ts'
import { matrixCell, matrixRows, type Cell } from '../wizard/matrix.ts'
import type { View } from '../wizard/view.ts'

/** The config on any other hardware: pick targets, read the numbers. */
export function TargetsScreen({ view }: { readonly view: View }) {
  const { state } = view
  const { glyphs } = useLook()
  const rows = matrixRows(view)
  return (
    <Box flexDirection="column">
      <Field
        label="Also on"
        text={state.text.targets ?? ''}
        focused={state.typing}
        placeholder=" type to filter; Space picks a target, Enter goes on"
        width={state.columns}
      />
      <Line tone="quiet">{` ${summaryOf(view)}`}</Line>
      {rows.length === 0 ? (
        <Line tone="quiet"> No profile has these words.</Line>
      ) : (
        <Select
          rows={rows.map((profile) => ({ key: profile.id, cells: cellsOf(view, profile, glyphs) }))}
          at={selectedIndex(view)}
          height={state.rows - FRAME_LINES - 2}
        />
      )}
    </Box>
  )
}

function cellsOf(view: View, profile: HardwareProfile, glyphs: Glyphs): Column[] {
  const { state } = view
  const picked = state.matrix.includes(profile.id)
  const width = state.columns - 4
  const box = picked ? glyphs.on : glyphs.off
  const name = Math.max(16, Math.min(40, width - 45))
  const head: Column[] = [
    { text: box, width: Math.max(glyphs.on.length, glyphs.off.length) },
    { text: profile.display_name, width: name },
  ]
  if (!picked) return [...head, { text: `${profile.memory_gb} GB`, width: 8, align: 'right', tone: 'quiet' }]
  const result = matrixCell(view, profile.id)
  const speed = result.state === 'ready' ? result.value.speed : null
  return [
    ...head,
    { text: answerText(result, glyphs), width: 9, tone: toneOf(result) },
    { text: memoryText(result), width: 14, align: 'right' },
    { text: speed === null ? '' : `${speedNumber(speed.tokens_per_s)} tok/s`, width: 11, align: 'right' },
    {
      text: result.state === 'ready' ? result.value.rules.join(' ') : '',
      width: Math.max(1, width - name - 47),
      tone: 'quiet',
    },
  ]
}

function answerText(cell: Lazy<Cell>, glyphs: Glyphs): string {
  if (cell.state !== 'ready') return glyphs.waiting
  const mark = { runs: glyphs.ok, tight: glyphs.warning, unknown: '?', no: glyphs.error }[cell.value.answer]
  return `${mark} ${cell.value.answer}`
}

function toneOf(cell: Lazy<Cell>): Tone {
  if (cell.state !== 'ready') return 'quiet'
  return ({ runs: 'ok', tight: 'warning', unknown: 'quiet', no: 'error' } as const)[cell.value.answer]
}

/** Of the fullest memory. */
function memoryText(cell: Lazy<Cell>): string {
  const line = cell.state === 'ready' ? cell.value.tightest : null
  if (line === null) return ''
  return `${gibNumber(line.need_bytes)}/${line.usable === null ? '?' : gibNumber(line.usable.bytes)} GiB`
}

function summaryOf(view: View): string {
  const { matrix } = view.state
  if (matrix.length === 0) return 'nothing picked: the plan is for its own target alone'
  const cells = matrix.map((id) => matrixCell(view, id))
  const running = cells.filter((one) => one.state === 'ready' && ['runs', 'tight'].includes(one.value.answer)).length
  const waiting = cells.filter((one) => one.state === 'pending').length
  return `runs on ${running} of ${matrix.length} picked${waiting > 0 ? `, ${waiting} being checked` : ''}`
}
