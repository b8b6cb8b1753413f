import { Box } from 'ink'
import { Line } from '../components/look.tsx'
import { Select } from '../components/select.tsx'
import type { Numbers } from '../wizard/answers.ts'
import { selectedIndex } from '../wizard/actions.ts'
import { numberRows } from '../wizard/machine-rows.ts'
import { baseTargetOf, ownNumber } from '../wizard/target-of.ts'
import type { View } from '../wizard/view.ts'

/** Numbers of the machine to try others for: what would it run with 24 GB? */
export function NumbersScreen({ view }: { readonly view: View }) {
  const { state } = view
  const base = baseTargetOf(state)
  if (base === null) return null
  const { numbers } = state.answers
  return (
    <Box flexDirection="column">
      <Line bold> What if it had</Line>
      <Line> </Line>
      <Select
        rows={numberRows(view).map(({ key, label }) => {
          const own = ownNumber(base, key)
          const value = numbers[key] ?? own
          const changed = numbers[key] !== undefined
          return {
            key,
            cells: [
              { text: label, width: 20 },
              { text: `${value}`, width: 7, align: 'right', tone: changed ? 'warning' : 'plain' },
              { text: unitOf(key), width: 5 },
              { text: changed ? `its own: ${own}` : '', width: 16, tone: 'quiet' },
            ],
          }
        })}
        at={selectedIndex(view)}
        height={3}
      />
      <Line> </Line>
      <Line tone="quiet"> Of changed memory the same share stays usable.</Line>
    </Box>
  )
}

function unitOf(key: keyof Numbers): string {
  return key === 'cores' ? 'cores' : 'GiB'
}
