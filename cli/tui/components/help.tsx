import { plain } from '../../../shared/report/plain.ts'
import { Box, Text } from 'ink'
import { activeBindings } from '../keys.ts'
import { selectedTuneRow } from '../wizard/actions.ts'
import { TUNE_ROWS } from '../wizard/tune-rows.ts'
import type { View } from '../wizard/view.ts'
import { asciiLabel } from './frame.tsx'
import { Line, Piece, useLook } from './look.tsx'

/** The keys of this screen, and on the tuning screen what the selected row means. */
export function Help({ view }: { readonly view: View }) {
  const { glyphs } = useLook()
  const row = selectedTuneRow(view)
  const { columns } = view.state
  // Help is asked for outside of fields as well as inside: it names the keys of both.
  const bindings = activeBindings({ ...view, state: { ...view.state, typing: false, help: null } })
  return (
    <Box flexDirection="column" width={columns}>
      {row === null || (view.state.help ?? 0) > 0 ? null : (
        <Box flexDirection="column" paddingX={1} marginBottom={1}>
          <Line bold>{`${row.label}: ${row.shown}`}</Line>
          <Text>{TUNE_ROWS[row.id].about}</Text>
          <Text dimColor>{row.reason === '' ? ' ' : plain(`Here: ${row.reason}.`)}</Text>
        </Box>
      )}
      {bindings.slice(view.state.help ?? 0).map(({ keys, label, help }) => (
        <Line key={keys[0] ?? label}>
          <Piece tone="accent">{` ${(glyphs.arrows ? label : asciiLabel(label)).padEnd(12)}`}</Piece>
          {help}
        </Line>
      ))}
    </Box>
  )
}
