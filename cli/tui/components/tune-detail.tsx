import { plain } from '../../../shared/report/plain.ts'
import { Box, Text } from 'ink'
import { formatFinding } from '../core.ts'
import { wordLines } from '../format.ts'
import type { Tone } from '../theme.ts'
import { TUNE_ROWS, type TuneRow, type TuneView } from '../wizard/tune-rows.ts'
import { Line, Piece, useLook } from './look.tsx'

type Props = {
  readonly row: TuneRow
  readonly tune: TuneView
  /** Lines that there are for it. */
  readonly lines: number
  readonly columns: number
}

/** What there is to say about the selected row: its finding, else what it means and why it is so. */
export function TuneDetail({ row, tune, lines, columns }: Props) {
  const { glyphs, screenReader } = useLook()
  const finding = row.findings[0] ?? tune.others[0]
  if (screenReader) {
    // The row has told its own finding already.
    const other = row.findings.length === 0 ? tune.others[0] : undefined
    return (
      <>
        {other === undefined ? null : <Text>{plain(`${other.severity}: ${other.rule} ${formatFinding(other)}`)}</Text>}
        <Text>{`${row.label}: ${TUNE_ROWS[row.id].about}`}</Text>
      </>
    )
  }
  const both = lines >= 6
  const width = Math.min(columns, 110) - 2
  const tone: 'error' | 'warning' = finding?.severity === 'error' ? 'error' : 'warning'
  const said =
    finding === undefined
      ? []
      : wordLines(`${glyphs[tone]} ${finding.rule} ${formatFinding(finding)}`, width).map((text): Said => ({
          text,
          tone,
        }))
  const about =
    finding === undefined || both
      ? wordLines(aboutOf(row), width).map((text, at) => ({
          text,
          tone: 'quiet' as const,
          bold: at === 0 ? row.label.length : 0,
        }))
      : []
  const gap = said.length > 0 && about.length > 0 ? [{ text: ' ', tone: 'quiet' as const }] : []
  return (
    <Box flexDirection="column" paddingX={1} height={lines} overflow="hidden">
      {cutTo([...said, ...gap, ...about], lines, width).map(({ text, tone: own, bold = 0 }, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines never change places
        <Line key={at}>
          <Piece bold>{text.slice(0, bold)}</Piece>
          <Piece tone={own}>{text.slice(bold)}</Piece>
        </Line>
      ))}
    </Box>
  )
}

type Said = { readonly text: string; readonly tone: Tone; readonly bold?: number }

/** As many lines as there are; a sign at the end of the last where more would follow. */
function cutTo(said: readonly Said[], lines: number, width: number): readonly Said[] {
  const last = said[lines - 1]
  if (said.length <= lines || last === undefined) return said
  return [...said.slice(0, lines - 1), { ...last, text: `${last.text.slice(0, width - 2)} ~` }]
}

function aboutOf({ id, label, reason }: TuneRow): string {
  return `${label}  ${TUNE_ROWS[id].about}${reason === '' ? '' : ` Here: ${reason}.`}`
}
