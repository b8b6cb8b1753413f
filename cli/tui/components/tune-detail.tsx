import { Box, Text } from 'ink'
import { formatFinding } from '../../../shared/index.ts'
import { plain } from '../../../shared/report/plain.ts'
import { colourOf } from '../theme.ts'
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
  const { glyphs } = useLook()
  const finding = row.findings[0] ?? tune.others[0]
  const both = lines >= 6
  return (
    <Box flexDirection="column" paddingX={1} height={lines} width={Math.min(columns, 110)} overflow="hidden">
      {finding === undefined ? null : (
        <Text {...colourOf(finding.severity === 'error' ? 'error' : 'warning')}>
          {plain(
            `${finding.severity === 'error' ? glyphs.error : glyphs.warning} ${finding.rule} ${formatFinding(finding)}`,
          )}
        </Text>
      )}
      {finding !== undefined && both ? <Line> </Line> : null}
      {finding === undefined || both ? (
        <Text>
          <Piece bold>{row.label}</Piece>
          <Piece tone="quiet">{`  ${TUNE_ROWS[row.id].about}${row.reason === '' ? '' : ` Here: ${row.reason}.`}`}</Piece>
        </Text>
      ) : null}
    </Box>
  )
}
