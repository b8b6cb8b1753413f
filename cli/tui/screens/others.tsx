import { Box } from 'ink'
import { Field } from '../components/field.tsx'
import { FRAME_LINES } from '../frame-lines.ts'
import { Line } from '../components/look.tsx'
import { Select, type SelectRow } from '../components/select.tsx'
import { selectedIndex } from '../wizard/actions.ts'
import { otherRows, type OtherRow } from '../wizard/machine-rows.ts'
import type { View } from '../wizard/view.ts'

/** Any profile, or the file of a snapshot. */
export function OthersScreen({ view }: { readonly view: View }) {
  const { state } = view
  const rows = otherRows(view)
  const width = Math.max(20, state.columns - 4)
  return (
    <Box flexDirection="column">
      <Field
        label="Machine"
        text={state.text['machine/others'] ?? ''}
        after={state.after}
        focused={state.typing}
        placeholder=" type to filter, or the path of a snapshot file"
        width={state.columns}
      />
      <Line> </Line>
      {rows.length === 0 ? (
        <Line tone="quiet"> No profile has these words. A path of a snapshot file ends with .json.</Line>
      ) : (
        <Select
          rows={rows}
          shown={(row) => rowOf(row, width)}
          at={selectedIndex(view)}
          height={state.rows - FRAME_LINES - 2}
        />
      )}
    </Box>
  )
}

function rowOf(row: OtherRow, width: number): SelectRow {
  if (row.kind === 'path') return { key: 'path', cells: [{ text: `Read the snapshot ${row.path}`, width }] }
  const { id, display_name, memory_gb, backend } = row.profile
  // The name tells machines apart; the id is for those who have room.
  const narrow = width < 92
  const name = narrow ? Math.min(48, width - 20) : Math.min(44, width - 54)
  return {
    key: id,
    spoken: () => `${display_name}: ${memory_gb} GB of memory, ${backend}`,
    cells: [
      { text: display_name, width: name },
      { text: `${memory_gb} GB`, width: 8, align: 'right' },
      { text: backend, width: 7, tone: 'quiet' },
      ...(narrow ? [] : [{ text: id, width: width - name - 23, tone: 'quiet' as const }]),
    ],
  }
}
