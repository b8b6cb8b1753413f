import { Box, Text } from 'ink'
import type { TuneProgress } from '../core.ts'
import { settingsText } from '../core.ts'
import { digits, duration, gainText, PHASE_NAMES, runsText } from '../../present/tune-lines.ts'
import { Line, Piece, useLook } from '../components/look.tsx'
import { sparkline } from './sparkline.ts'

export type TuneViewProps = {
  readonly title: string
  readonly progress: TuneProgress
  /** Since the last news, in seconds. */
  readonly waited_s: number
  readonly columns: number
  readonly stopping: boolean
}

const LABEL = 7

/** What is measured now, what leads, how long it still takes, and the runs so far. Eight lines, whatever happens. */
export function TuneView({ title, progress, waited_s, columns, stopping }: TuneViewProps) {
  const { glyphs, screenReader } = useLook()
  const { phase, stage, candidate, trials, left_out, best, ratio, budget_s } = progress
  const elapsed = progress.elapsed_s + waited_s
  const left = duration(Math.max(0, budget_s - elapsed))
  const scores = trials.map(({ score }) => score)
  const known = scores.filter((score) => score !== null)
  const reason = left_out.at(-1)?.reason
  if (screenReader) return <Text>{`${PHASE_NAMES[phase]}: ${stage}, ${runsText(trials.length)}, ${left} left`}</Text>
  return (
    <Box flexDirection="column" width={columns}>
      <Line bold tone="accent">
        {title}
      </Line>
      <Line>
        {`${bar(elapsed / budget_s, Math.max(10, Math.min(40, columns - 34)), glyphs.bar)} `}
        <Piece tone="quiet">{`${left} left, ${runsText(trials.length)}`}</Piece>
      </Line>
      <Row label={PHASE_NAMES[phase]}>{stage}</Row>
      <Row label="now">{candidate === null ? '' : settingsText(candidate)}</Row>
      <Row label="best">
        {settingsText(best)}
        {ratio === null ? '' : `, ${gainText(ratio)}`}
      </Row>
      <Line>
        <Piece tone="quiet">{'runs'.padEnd(LABEL + 4)}</Piece>
        <Piece tone="ok">{sparkline(scores, columns - LABEL - 30, glyphs.arrows)}</Piece>
        <Piece tone="quiet">
          {known.length === 0 ? '' : `  ${digits(Math.min(...known))} to ${digits(Math.max(...known))} tokens/s`}
        </Piece>
      </Line>
      <Line tone="quiet">{reason === undefined ? ' ' : `left out ${left_out.length}: ${reason}`}</Line>
      <Line tone="quiet">{stopping ? 'ending' : 'Ctrl+C ends it and keeps what was learned'}</Line>
    </Box>
  )
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Line>
      <Piece tone="quiet">{label.padEnd(LABEL + 4)}</Piece>
      {children}
    </Line>
  )
}

function bar(
  share: number,
  width: number,
  [full, , , empty]: readonly [string, string, string, string, string],
): string {
  const done = Math.max(0, Math.min(width, Math.round(share * width)))
  return full.repeat(done) + empty.repeat(width - done)
}
