import { Box } from 'ink'
import { Line, Piece, useLook } from './look.tsx'

type Props = {
  readonly label: string
  readonly text: string
  readonly focused: boolean
  /** Shown while nothing is typed. */
  readonly placeholder?: string
  readonly width: number
}

/** A line to type into. Of a text that is too long the end is shown, where the typing happens. */
export function Field({ label, text, focused, placeholder = '', width }: Props) {
  const { glyphs } = useLook()
  const room = Math.max(4, width - label.length - 5)
  const shown = text.length > room ? `${glyphs.waiting}${text.slice(-(room - glyphs.waiting.length))}` : text
  return (
    <Box aria-role="textbox">
      <Line>
        <Piece tone="quiet">{` ${label}  `}</Piece>
        <Piece bold>{shown}</Piece>
        <Piece tone="accent">{focused ? glyphs.cursor : ''}</Piece>
        <Piece tone="quiet">{text === '' ? placeholder : ''}</Piece>
      </Line>
    </Box>
  )
}
