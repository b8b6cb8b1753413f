import { plain } from '../../../shared/report/plain.ts'
import { Box, Text } from 'ink'
import { columnsIn, firstColumnsOf, lastColumnsOf } from '../terminal/columns-in.ts'
import { Line, Piece, useLook } from './look.tsx'

type Props = {
  readonly label: string
  readonly text: string
  /** Characters of it that stand after the caret. */
  readonly after?: number
  readonly focused: boolean
  /** Shown while nothing is typed. */
  readonly placeholder?: string
  readonly width: number
}

/** A line to type into. Of a text that is too long the end is shown, where the typing happens. */
export function Field({ label, text, after = 0, focused, placeholder = '', width }: Props) {
  const { glyphs, screenReader } = useLook()
  const [before, behind] = shownParts(text, after, Math.max(4, width - label.length - 5), glyphs.waiting)
  if (screenReader) {
    return (
      <Box aria-role="textbox">
        <Text>{plain(`${label}: ${text === '' ? `empty${placeholder === '' ? '' : `,${placeholder}`}` : text}`)}</Text>
      </Box>
    )
  }
  return (
    <Box aria-role="textbox">
      <Line>
        <Piece tone="quiet">{` ${label}  `}</Piece>
        <Piece bold>{before}</Piece>
        <Piece tone="accent">{focused ? glyphs.cursor : ''}</Piece>
        <Piece bold>{behind}</Piece>
        <Piece tone="quiet">{text === '' ? placeholder : ''}</Piece>
      </Line>
    </Box>
  )
}

/** What there is room for before and after the caret; the caret itself is always in sight. */
export function shownParts(text: string, after: number, room: number, mark: string): readonly [string, string] {
  const signs = Array.from(text)
  const at = Math.max(0, signs.length - after)
  const behind = firstColumnsOf(signs.slice(at).join(''), Math.max(0, Math.floor(room / 2)))
  const most = room - columnsIn(behind)
  const before = signs.slice(0, at).join('')
  const long = columnsIn(before) > most
  return [long ? mark + lastColumnsOf(before, most - mark.length) : before, behind]
}
