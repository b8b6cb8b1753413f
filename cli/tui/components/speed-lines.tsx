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

/** A line each, with the range and what the number rests on. */
export function SpeedLines({ speed: { tg, pp }, label_width }: { speed: ThroughputEstimate; label_width: number }) {
  return (
    <>
      <Row label="answers" speed={tg} label_width={label_width} />
      <Row label="prompts" speed={pp} label_width={label_width} />
    </>
  )
}

function Row({ label, speed, label_width }: { label: string; speed: Speed | null; label_width: number }) {
  const name = ` ${cell(label, label_width)} `
  if (speed === null) return <Line tone="quiet">{`${name}not known: nothing measured supports a number here`}</Line>
  const range = `${speedNumber(speed.low)} to ${speedNumber(speed.high)}`
  return (
    <Line>
      {name}
      <Piece bold>{`${speedNumber(speed.tokens_per_s).padStart(6)} tok/s`}</Piece>
      {`  ${range.padEnd(16)}`}
      <Piece tone="quiet">{`  ${speed.basis}, ${speed.source}`}</Piece>
    </Line>
  )
}
