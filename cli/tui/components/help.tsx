import { Box } from 'ink'
import { FRAME_LINES } from '../frame-lines.ts'
import { helpLines, helpTop } from '../keys/help.ts'
import type { View } from '../wizard/view.ts'
import { asciiLabel } from './frame.tsx'
import { Line, Piece, useLook } from './look.tsx'

/** The keys of this screen, and on the tuning screen what the selected row means. */
export function Help({ view }: { readonly view: View }) {
  const { glyphs, screenReader } = useLook()
  const { columns, rows } = view.state
  const top = helpTop(view)
  // Ears have no screen that something could not fit on.
  const shown = screenReader ? helpLines(view) : helpLines(view).slice(top, top + rows - FRAME_LINES)
  return (
    <Box flexDirection="column" width={columns}>
      {shown.map((line, at) => {
        if (line.kind !== 'key') {
          return (
            // oxlint-disable-next-line react/no-array-index-key -- lines never change places
            <Line key={at} bold={line.kind === 'title'} tone={line.kind === 'reason' ? 'quiet' : 'plain'}>
              {` ${line.text}`}
            </Line>
          )
        }
        const label = glyphs.arrows ? line.label : asciiLabel(line.label)
        return (
          <Line key={line.label + line.text}>
            <Piece tone="accent">{screenReader ? `${label}: ` : ` ${label.padEnd(12)}`}</Piece>
            {line.text}
          </Line>
        )
      })}
    </Box>
  )
}
