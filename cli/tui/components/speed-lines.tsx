import type { Speed, ThroughputEstimate } from '../core.ts'
import { cell, speedNumber, speedRange, speedShort } from '../format.ts'
import { spokenSpeed } from '../spoken/words.ts'
import { Line, Piece, useLook } from './look.tsx'
import { Text } from 'ink'

type LineProps = {
  readonly speed: ThroughputEstimate
  readonly decodes: boolean
  readonly columns: number
}

/** Both speeds on one line, without their ranges where it is short. */
export function SpeedLine({ speed: { tg, pp }, decodes, columns }: LineProps) {
  const words = columns < 72 ? speedShort : speedRange
  return (
    <Line>
      <Piece tone="quiet">{' answers '}</Piece>
      <Piece bold>{tg !== null || decodes ? words(tg) : 'none'}</Piece>
      <Piece tone="quiet">{'   prompts '}</Piece>
      {words(pp)}
    </Line>
  )
}

type LinesProps = {
  readonly speed: ThroughputEstimate
  /** Not so for an embedding model. */
  readonly decodes: boolean
  readonly label_width: number
  readonly columns: number
}

/** A line each, with the range and, where there is room, what the number rests on. */
export function SpeedLines({ speed: { tg, pp }, decodes, label_width, columns }: LinesProps) {
  const { screenReader } = useLook()
  if (screenReader) {
    return (
      <>
        <Text>{`Answers: ${spokenSpeed(tg) ?? (decodes ? NOT_KNOWN : 'none, an embedding model decodes nothing')}.`}</Text>
        <Text>{`Prompts: ${spokenSpeed(pp) ?? NOT_KNOWN}.`}</Text>
      </>
    )
  }
  const range_width = Math.max(...[tg, pp].map((speed) => (speed === null ? 0 : rangeOf(speed).length)))
  const room = columns - label_width - range_width - 18
  return (
    <>
      <Row
        label="answers"
        speed={tg}
        without={decodes ? NOT_KNOWN : 'none: an embedding model decodes nothing'}
        widths={{ label_width, range_width, room }}
      />
      <Row label="prompts" speed={pp} without={NOT_KNOWN} widths={{ label_width, range_width, room }} />
    </>
  )
}

const NOT_KNOWN = 'not known: nothing measured supports a number here'

type RowProps = {
  readonly label: string
  readonly speed: Speed | null
  /** What is said where there is none. */
  readonly without: string
  readonly widths: { readonly label_width: number; readonly range_width: number; readonly room: number }
}

function Row({ label, speed, without, widths: { label_width, range_width, room } }: RowProps) {
  const name = ` ${cell(label, label_width)} `
  if (speed === null) return <Line tone="quiet">{`${name}${without}`}</Line>
  return (
    <Line>
      {name}
      <Piece bold>{`${speedNumber(speed.tokens_per_s).padStart(6)} tok/s`}</Piece>
      {`  ${rangeOf(speed).padEnd(range_width)}`}
      <Piece tone="quiet">{`  ${sourceIn(speed, room)}`}</Piece>
    </Line>
  )
}

function rangeOf({ low, high }: Speed): string {
  return `${speedNumber(low)} to ${speedNumber(high)}`
}

/** As many parts of what the number rests on as there is room for: one that is cut says nothing. */
function sourceIn({ basis, source }: Speed, room: number): string {
  const parts = (basis === 'model' ? source : `${basis}; ${source}`).split('; ')
  let shown = ''
  for (const part of parts) {
    const longer = shown === '' ? part : `${shown}; ${part}`
    if (longer.length > room) break
    shown = longer
  }
  return shown
}
