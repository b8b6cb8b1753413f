import { plain } from '../../../shared/report/plain.ts'
import { Box, Text } from 'ink'
import type { HardwareProfile } from '../core.ts'
import { Field } from '../components/field.tsx'
import { FRAME_LINES } from '../frame-lines.ts'
import { Line, useLook } from '../components/look.tsx'
import { Cells, Select, type Cell as Column, type SelectRow } from '../components/select.tsx'
import { cell, gibNumber, productIn, speedNumber } from '../format.ts'
import { spokenCheck, spokenTarget } from '../spoken/rows.ts'
import type { Glyphs, Tone } from '../theme.ts'
import { selectedIndex } from '../wizard/actions.ts'
import type { Lazy } from '../wizard/lazy.ts'
import { matrixCell, matrixRows, matrixSummary, ownCell, type Cell } from '../wizard/matrix.ts'
import { tuneView } from '../wizard/tune-rows.ts'
import type { View } from '../wizard/view.ts'

/** The config on any other hardware: pick targets, read the numbers. */
export function TargetsScreen({ view }: { readonly view: View }) {
  const { state } = view
  const { glyphs, screenReader } = useLook()
  const rows = matrixRows(view)
  const at = selectedIndex(view)
  const widths = columnsFor(state.columns, glyphs)
  return (
    <Box flexDirection="column" flexGrow={1}>
      <Field
        label="Also on"
        text={state.text.targets ?? ''}
        after={state.after}
        focused={state.typing}
        placeholder=" type to filter; Space picks a target, Enter goes on"
        width={state.columns}
      />
      {screenReader ? null : <Line tone="quiet">{headings(widths)}</Line>}
      <Own view={view} widths={widths} />
      {rows.length === 0 ? (
        <Line tone="quiet"> No profile has these words.</Line>
      ) : (
        <Select
          rows={rows}
          shown={(profile) => rowFor(view, profile, widths, glyphs)}
          at={at}
          height={Math.max(1, state.rows - FRAME_LINES - 5)}
        />
      )}
      <Box flexGrow={1} />
      <Line tone="quiet">{` ${detailOf(view, rows[at])}`}</Line>
      <Line>{` ${matrixSummary(view)?.text ?? 'nothing picked: the plan is for its own target alone'}`}</Line>
    </Box>
  )
}

type Widths = {
  readonly box: number
  readonly name: number
  readonly answer: number
  readonly memory: number
  readonly rules: number
  readonly speed: number
}

const MEMORY = { wide: 15, narrow: 11 }

function columnsFor(columns: number, glyphs: Glyphs): Widths {
  const width = Math.min(columns, 140) - 5
  const box = Math.max(glyphs.on.length, glyphs.off.length)
  const speed = width >= 64 ? 7 : 0
  const rules = width >= 88 ? 24 : width >= 72 ? 5 : 0
  const gaps = 2 * (3 + (speed > 0 ? 1 : 0) + (rules > 0 ? 1 : 0))
  const memory = width < 54 ? MEMORY.narrow : MEMORY.wide
  const answer = glyphs.warning.length + 6
  const name = width - box - answer - memory - speed - rules - gaps
  return { box, speed, rules, memory, answer, name: Math.max(8, Math.min(48, name)) }
}

function headings({ box, name, answer, memory, speed, rules }: Widths): string {
  const parts = [
    cell('', box),
    cell('target', name),
    cell('answer', answer),
    cell(memory === MEMORY.wide ? 'needs / has GiB' : 'GiB', memory, 'right'),
    ...(speed > 0 ? [cell('tok/s', speed, 'right')] : []),
    ...(rules > 0 ? [cell(rules > 8 ? 'findings' : '', rules)] : []),
  ]
  return `   ${parts.join('  ')}`
}

/** The plan's own target stands above the others, to compare with. */
function Own({ view, widths }: { readonly view: View; readonly widths: Widths }) {
  const { glyphs, screenReader } = useLook()
  const tune = tuneView(view)
  if (tune.state !== 'ready') return <Line tone="quiet"> planning</Line>
  const { display_name } = tune.value.plan.target
  const result = { state: 'ready', value: ownCell(tune.value) } as const
  if (screenReader) return <Text>{plain(`The plan's own target, ${display_name}: ${spokenCheck(result)}`)}</Text>
  const cells = [
    { text: glyphs.step, width: widths.box, tone: 'quiet' as const },
    { text: productIn(display_name, widths.name), width: widths.name },
    ...resultCells(result, widths, glyphs),
  ]
  return <Cells cells={cells} lead="   " />
}

function rowFor(view: View, profile: HardwareProfile, widths: Widths, glyphs: Glyphs): SelectRow {
  const result = view.state.matrix.includes(profile.id) ? matrixCell(view, profile.id) : null
  return {
    key: profile.id,
    cells: cellsOf(profile, result, widths, glyphs),
    spoken: () => spokenTarget(profile, result),
  }
}

/** @param result null where it is not picked */
function cellsOf(profile: HardwareProfile, result: Lazy<Cell> | null, widths: Widths, glyphs: Glyphs): Column[] {
  const picked = result !== null
  const head: Column[] = [
    { text: picked ? glyphs.on : glyphs.off, width: widths.box, tone: picked ? 'accent' : 'quiet' },
    { text: productIn(profile.display_name, widths.name), width: widths.name },
  ]
  if (picked) return [...head, ...resultCells(result, widths, glyphs)]
  return [
    ...head,
    { text: '', width: widths.answer },
    // Of all of it, not of what is usable: that is known once it is checked.
    { text: `${profile.memory_gb} GB`, width: widths.memory, align: 'right', tone: 'quiet' },
  ]
}

function resultCells(result: Lazy<Cell>, { answer, memory, speed, rules }: Widths, glyphs: Glyphs): Column[] {
  const value = result.state === 'ready' ? result.value : null
  const tg = value?.speed ?? null
  return [
    { text: answerText(result, glyphs), width: answer, tone: toneOf(result) },
    { text: memoryText(value, memory === MEMORY.wide), width: memory, align: 'right' },
    ...(speed > 0
      ? [{ text: tg === null ? '' : speedNumber(tg.tokens_per_s), width: speed, align: 'right' as const }]
      : []),
    ...(rules > 0 ? [{ text: value?.rules.join(' ') ?? '', width: rules, tone: 'quiet' as const }] : []),
  ]
}

function answerText(cell_: Lazy<Cell>, glyphs: Glyphs): string {
  if (cell_.state !== 'ready') return glyphs.waiting
  const mark = { runs: glyphs.ok, tight: glyphs.warning, unknown: '?', no: glyphs.error }[cell_.value.answer]
  return `${mark} ${cell_.value.answer}`
}

function toneOf(cell_: Lazy<Cell>): Tone {
  if (cell_.state !== 'ready') return 'quiet'
  return ({ runs: 'ok', tight: 'warning', unknown: 'quiet', no: 'error' } as const)[cell_.value.answer]
}

/** Of the fullest memory. */
function memoryText(value: Cell | null, wide: boolean): string {
  const line = value?.tightest ?? null
  if (line === null) return ''
  const has = line.usable === null ? '?' : gibNumber(line.usable.bytes)
  return wide ? `${gibNumber(line.need_bytes)} / ${has.padStart(5)}` : `${gibNumber(line.need_bytes)}/${has}`
}

/** Why the selected target answers as it does. */
function detailOf(view: View, profile: HardwareProfile | undefined): string {
  if (profile === undefined) return ''
  const result = view.state.matrix.includes(profile.id) ? matrixCell(view, profile.id) : null
  if (result?.state !== 'ready') return `${profile.id}, ${profile.memory_gb} GB, ${profile.backend}`
  const { why, rules, tightest } = result.value
  if (why !== null) return `${rules[0]} ${why}`
  return tightest === null ? profile.id : `${profile.id}: ${tightest.name} is the fullest memory`
}
