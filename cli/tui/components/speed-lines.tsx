import type { Speed, ThroughputEstimate } from '../../../shared/index.ts'
import { cell, speedNumber, speedRange } from '../format.ts'
import { Line, Piece } from './look.tsx'

/** Both speeds on one line. */
export function SpeedLine({ speed: { tg, pp } }: { readonly speed: ThroughputEstimate }) {
  return (
    <Line>
      <Piece tone="quiet">{' answers '}</Piece>
      <Piece bold>{speedRange(tg)}</Piece>
      <Piece tone="quiet">{'   prompts '}</Piece>
      {speedRange(pp)}
    </Line>
  )
}

const LEAST_SOURCE = 24

type LinesProps = { readonly speed: ThroughputEstimate; readonly label_width: number; readonly columns: number }

/** A line each, with the range and, where there is room, what the number rests on. */
export function SpeedLines({ speed: { tg, pp }, label_width, columns }: LinesProps) {
  // A source that is cut after a few words says nothing.
  const sourced = columns - label_width - 36 >= LEAST_SOURCE
  return (
    <>
      <Row label="answers" speed={tg} label_width={label_width} sourced={sourced} />
      <Row label="prompts" speed={pp} label_width={label_width} sourced={sourced} />
    </>
  )
}

type RowProps = {
  readonly label: string
  readonly speed: Speed | null
  readonly label_width: number
  readonly sourced: boolean
}

function Row({ label, speed, label_width, sourced }: RowProps) {
  const name = ` ${cell(label, label_width)} `
  if (speed === null) return <Line tone="quiet">{`${name}not known: nothing measured supports a number here`}</Line>
  const range = `${speedNumber(speed.low)} to ${speedNumber(speed.high)}`
  return (
    <Line>
      {name}
      <Piece bold>{`${speedNumber(speed.tokens_per_s).padStart(6)} tok/s`}</Piece>
      {`  ${range.padEnd(16)}`}
      {sourced ? <Piece tone="quiet">{`  ${speed.basis}, ${speed.source}`}</Piece> : null}
    </Line>
  )
}
