import { Box, Text } from 'ink'
import { RULES, type BudgetLine } from '../core.ts'
import { plain } from '../../../shared/report/plain.ts'
import { FRAME_LINES } from '../frame-lines.ts'
import { Line, useLook } from '../components/look.tsx'
import { BarLegend, BarNumbers, MemoryBar } from '../components/memory-bar.tsx'
import { labelWidth } from '../components/label-width.ts'
import { Select, type Cell } from '../components/select.tsx'
import { SpeedLine, SpeedLines } from '../components/speed-lines.tsx'
import { TuneDetail } from '../components/tune-detail.tsx'
import { spokenTune } from '../spoken/rows.ts'
import { colourOf, type Glyphs } from '../theme.ts'
import { selectedIndex } from '../wizard/actions.ts'
import { againstPlan } from '../wizard/against-plan.ts'
import { totalBytesOf } from '../wizard/total-bytes.ts'
import { tuneView, type TuneRow, type TuneView } from '../wizard/tune-rows.ts'
import type { View } from '../wizard/view.ts'
import { tuneLayout } from './tune-layout.ts'

/** The plan as rows to change, with what every change costs. */
export function TuneScreen({ view }: { readonly view: View }) {
  const tune = tuneView(view)
  if (tune.state === 'pending') return <Line tone="quiet"> planning: every combination that fits is weighed</Line>
  if (tune.state === 'failed') {
    return (
      <Box flexDirection="column" paddingX={1}>
        <Text {...colourOf('error')}>{plain(tune.message)}</Text>
        {Object.keys(view.state.pins).length > 0 ? <Line>R gives up the rows that were set by hand.</Line> : null}
      </Box>
    )
  }
  return <Tune view={view} tune={tune.value} />
}

function Tune({ view, tune }: { readonly view: View; readonly tune: TuneView }) {
  const { columns, rows: screen_rows, edit } = view.state
  const { glyphs, screenReader } = useLook()
  const at = selectedIndex(view)
  const row = tune.rows[at]
  const height = screen_rows - FRAME_LINES
  const bars = shownBars(tune.report.pairs[0]?.lines ?? [], Math.max(2, Math.min(5, height - tune.rows.length - 3)))
  const delta = againstPlan(tune)
  const has = tuneLayout({ columns, height, rows: tune.rows.length, bars: bars.length, delta: delta !== null })
  const widest = Math.max(...tune.rows.map(({ shown }) => shown.length)) + 4
  const value_width = Math.min(VALUE.most, Math.max(VALUE.least, widest))
  const label_width = labelWidth(columns)
  return (
    <Box flexDirection="column">
      <Select
        rows={tune.rows}
        shown={(one, index) => ({
          key: one.id,
          spoken: () => spokenTune(one, index === at ? edit : null),
          cells: cellsOf(one, {
            selected: index === at,
            columns,
            value_width,
            glyphs,
            edit: index === at ? edit : null,
          }),
        })}
        at={at}
        height={has.list}
      />
      {has.gap ? <Line> </Line> : null}
      {bars.map((line) => {
        const props = { line, total_bytes: totalBytesOf(line, tune.plan.target), label_width, width: columns }
        return (
          <Box key={line.name} flexDirection="column">
            <MemoryBar {...props} />
            {has.numbers ? <BarNumbers {...props} /> : null}
          </Box>
        )
      })}
      {has.legend ? <BarLegend /> : null}
      {has.bars_gap ? <Line> </Line> : null}
      {has.speeds || screenReader ? (
        <SpeedLines speed={tune.throughput} decodes={tune.hparams.causal} label_width={label_width} columns={columns} />
      ) : (
        <SpeedLine speed={tune.throughput} decodes={tune.hparams.causal} columns={columns} />
      )}
      {(has.delta || screenReader) && delta !== null ? (
        <Line tone="quiet">{screenReader ? `Against the plan: ${delta}` : ` to the plan  ${delta}`}</Line>
      ) : null}
      {has.detail_gap ? <Line> </Line> : null}
      {(has.detail > 0 || screenReader) && row !== undefined ? (
        <TuneDetail row={row} tune={tune} lines={has.detail} columns={columns} />
      ) : null}
    </Box>
  )
}

type CellLook = {
  readonly selected: boolean
  readonly columns: number
  readonly value_width: number
  readonly glyphs: Glyphs
  /** The number that is being typed over the value. */
  readonly edit: string | null
}

/** Columns of pointer, label and mark, with the gaps between them. */
const BEFORE_NOTE = 27
/** Of a value with its arrows: as wide as the widest, so that the reason has the rest. */
const VALUE = { least: 13, most: 17 }
/** A reason that is cut after a few words says nothing; it stands below the rows then. */
const LEAST_NOTE = 26

function cellsOf(row: TuneRow, { selected, columns, value_width, glyphs, edit }: CellLook): Cell[] {
  const finding = row.findings[0]
  const tone = finding === undefined ? null : finding.severity === 'error' ? 'error' : 'warning'
  const mark = { error: glyphs.error, warning: glyphs.warning, none: row.pinned ? glyphs.pinned : ' ' }[tone ?? 'none']
  const arrows = selected && row.choices.length > 1 && edit === null
  const shown = edit === null ? row.shown : `${edit}${glyphs.cursor}`
  const width = Math.min(84, columns - BEFORE_NOTE - value_width)
  const note = finding === undefined ? (width < LEAST_NOTE ? '' : row.reason) : noteOf(finding.rule, width)
  return [
    { text: row.label, width: 15 },
    {
      text: `${arrows ? glyphs.less : ' '} ${shown} ${arrows ? glyphs.more : ' '}`,
      width: value_width,
      tone: row.pinned || edit !== null ? 'accent' : 'plain',
    },
    { text: mark, width: Math.max(glyphs.error.length, 1), tone: tone ?? 'accent' },
    { text: note, width: Math.max(1, width), tone: tone ?? 'quiet' },
  ]
}

/** The rule by number and name, and what to press; the whole sentence stands below. */
function noteOf(rule: string, width: number): string {
  const title = RULES.find(({ id }) => id === rule)?.title ?? ''
  const short = `${rule} ${title}`
  return width >= short.length + 16 ? `${short}   f mends it` : short
}

/** The fullest devices where there are more than fit on the screen, and the host. */
function shownBars(lines: readonly BudgetLine[], most: number): readonly BudgetLine[] {
  const host = lines.filter(({ kind }) => kind === 'host')
  const devices = lines.filter(({ kind }) => kind === 'device')
  const share = ({ need_bytes, usable }: BudgetLine) => need_bytes / (usable?.bytes ?? 1)
  const room = Math.max(1, most - host.length)
  const shown = devices.length <= room ? devices : devices.toSorted((a, b) => share(b) - share(a)).slice(0, room)
  return [...shown, ...host]
}
