import { plain } from '../../../shared/report/plain.ts'
import { Box, Text } from 'ink'
import { formatFinding, type BudgetLine, type Target } from '../../../shared/index.ts'
import { FRAME_LINES } from '../components/frame.tsx'
import { Line, Piece, useLook } from '../components/look.tsx'
import { BarLegend, BarNumbers, MemoryBar } from '../components/memory-bar.tsx'
import { Select, type Cell } from '../components/select.tsx'
import { speedRange } from '../format.ts'
import { colourOf, type Glyphs } from '../theme.ts'
import { selectedIndex } from '../wizard/actions.ts'
import { TUNE_ROWS, tuneView, type TuneRow, type TuneView } from '../wizard/tune-rows.ts'
import type { View } from '../wizard/view.ts'

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
  const { columns, rows: screen_rows } = view.state
  const { glyphs } = useLook()
  const at = selectedIndex(view)
  const row = tune.rows[at]
  const wide = columns >= 72
  const height = screen_rows - FRAME_LINES
  const bars = shownBars(tune.report.pairs[0]?.lines ?? [], Math.max(2, Math.min(5, height - tune.rows.length - 3)))
  const spare = height - tune.rows.length - bars.length - 1
  const label_width = columns >= 100 ? 24 : columns >= 72 ? 16 : 10
  const numbers = columns >= 72 && spare >= bars.length + 3
  return (
    <Box flexDirection="column">
      <Select
        rows={tune.rows.map((one, index) => ({
          key: one.id,
          cells: cellsOf(one, index === at, columns, wide, glyphs),
        }))}
        at={at}
        height={Math.max(3, Math.min(tune.rows.length, height - bars.length - 1))}
      />
      {spare >= 4 ? <Line> </Line> : null}
      {bars.map((line) => {
        const total_bytes = totalBytes(line, tune.plan.target)
        return (
          <Box key={line.name} flexDirection="column">
            <MemoryBar line={line} total_bytes={total_bytes} label_width={label_width} width={columns} />
            {numbers ? (
              <BarNumbers line={line} total_bytes={total_bytes} label_width={label_width} width={columns} />
            ) : null}
          </Box>
        )
      })}
      {!numbers && spare >= 5 ? <BarLegend /> : null}
      <Speed tune={tune} />
      {spare >= 3 && row !== undefined ? (
        <Detail row={row} tune={tune} lines={spare - (numbers ? bars.length + 1 : spare >= 5 ? 2 : 1)} />
      ) : null}
    </Box>
  )
}

function cellsOf(row: TuneRow, selected: boolean, columns: number, wide: boolean, glyphs: Glyphs): Cell[] {
  const finding = row.findings[0]
  const tone = finding?.severity === 'error' ? 'error' : 'warning'
  const mark =
    finding === undefined
      ? row.pinned
        ? glyphs.pinned
        : ' '
      : finding.severity === 'error'
        ? glyphs.error
        : glyphs.warning
  const arrows = selected && row.choices.length > 1
  const value = `${arrows ? glyphs.less : ' '} ${row.shown} ${arrows ? glyphs.more : ' '}`
  const note = finding === undefined ? row.reason : `${finding.rule} ${formatFinding(finding)}`
  return [
    { text: row.label, width: 15 },
    { text: value, width: 17, tone: row.pinned ? 'warning' : 'plain' },
    { text: mark, width: 1, tone: finding === undefined ? 'accent' : tone },
    { text: note, width: Math.max(10, columns - (wide ? 44 : 44)), tone: finding === undefined ? 'quiet' : tone },
  ]
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

function totalBytes(line: BudgetLine, target: Target): number | null {
  if (line.kind === 'host') return target.host.total_bytes
  return target.devices.find(({ name }) => name === line.name)?.total_bytes ?? null
}

function Speed({ tune }: { readonly tune: TuneView }) {
  const { tg, pp } = tune.throughput
  return (
    <Line>
      <Piece tone="quiet">{' answers '}</Piece>
      <Piece bold>{speedRange(tg)}</Piece>
      <Piece tone="quiet">{'   prompts '}</Piece>
      {speedRange(pp)}
    </Line>
  )
}

/** What there is to say about the selected row, as far as there is room. */
function Detail({ row, tune, lines }: { readonly row: TuneRow; readonly tune: TuneView; readonly lines: number }) {
  const { glyphs } = useLook()
  const finding = row.findings[0] ?? tune.others[0]
  return (
    <Box flexDirection="column" paddingX={1} height={Math.max(1, lines)} overflow="hidden">
      <Line> </Line>
      {finding === undefined ? null : (
        <Text {...colourOf(finding.severity === 'error' ? 'error' : 'warning')}>
          {`${finding.severity === 'error' ? glyphs.error : glyphs.warning} ${finding.rule} ${formatFinding(finding)}`}
        </Text>
      )}
      {finding !== undefined && lines >= 8 ? <Line> </Line> : null}
      {finding === undefined || lines >= 8 ? (
        <Text>
          <Piece bold>{row.label}</Piece>
          <Piece tone="quiet">{`  ${TUNE_ROWS[row.id].about}`}</Piece>
        </Text>
      ) : null}
    </Box>
  )
}
