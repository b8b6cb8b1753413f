import { Box } from 'ink'
import { Line, useLook } from '../components/look.tsx'
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
  const { glyphs } = useLook()
  if (base === null) return null
  const { numbers } = state.answers
  const at = selectedIndex(view)
  return (
    <Box flexDirection="column">
      <Line bold> What if it had</Line>
      <Line> </Line>
      <Select
        rows={numberRows(view)}
        shown={({ key, label }, index) => {
          const own = ownNumber(base, key)
          const typed = index === at && state.edit !== null ? `${state.edit}${glyphs.cursor}` : null
          const value = typed ?? `${numbers[key] ?? own}`
          const changed = typed !== null || numbers[key] !== undefined
          return {
            key,
            spoken: () =>
              `${label}: ${typed === null ? value : `${state.edit}, being typed`} ${unitOf(key)}, ${changed ? `changed from ${own}` : 'its own'}`,
            cells: [
              { text: label, width: 20 },
              { text: value, width: 9, align: 'right', tone: changed ? 'accent' : 'plain' },
              { text: unitOf(key), width: 5 },
              { text: changed ? `its own: ${own}` : '', width: 16, tone: 'quiet' },
            ],
          }
        }}
        at={at}
        height={3}
      />
      <Line> </Line>
      <Line tone="quiet">
        {' '}
        Left and right step, a number can be typed. Of changed memory the same share stays usable.
      </Line>
    </Box>
  )
}

function unitOf(key: keyof Numbers): string {
  return key === 'cores' ? 'cores' : 'GiB'
}
