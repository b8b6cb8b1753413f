import { Box } from 'ink'
import type { Target } from '../../../shared/index.ts'
import { FRAME_LINES } from '../components/frame.tsx'
import { Line, Piece, useLook } from '../components/look.tsx'
import { Select } from '../components/select.tsx'
import { cell } from '../format.ts'
import type { LiveProbe } from '../services.ts'
import { selectedIndex } from '../wizard/actions.ts'
import { machineFacts } from '../wizard/machine-facts.ts'
import { machineRows } from '../wizard/machine-rows.ts'
import { isSimulated, targetOf } from '../wizard/target-of.ts'
import type { View } from '../wizard/view.ts'

/** What this machine is, or the one that is planned for in its place. */
export function MachineScreen({ view }: { readonly view: View }) {
  const { state } = view
  const target = targetOf(state)
  const rows = machineRows(view)
  const body = state.rows - FRAME_LINES - rows.length - 3
  return (
    <Box flexDirection="column">
      <Line bold>{` ${isSimulated(state) ? 'The machine to plan for' : 'This machine'}`}</Line>
      <Line> </Line>
      {target === null ? <Probes view={view} height={body} /> : <Summary view={view} target={target} height={body} />}
      <Line> </Line>
      <Select
        rows={rows.map(({ id, label }) => ({
          key: id,
          cells: [{ text: label, width: Math.max(10, state.columns - 4) }],
        }))}
        at={selectedIndex(view)}
        height={rows.length}
      />
    </Box>
  )
}

function Summary({ view, target, height }: { readonly view: View; readonly target: Target; readonly height: number }) {
  const probes = view.state.machine.snapshot?.probes ?? []
  const facts = machineFacts(view.state, target)
  const slowest = probes.toSorted((a, b) => b.ms - a.ms)[0]
  const lines = facts.slice(0, Math.max(1, height - 1))
  return (
    <Box flexDirection="column">
      {lines.map(({ label, value, tone }) => (
        <Line key={`${label}${value}`}>
          <Piece tone="quiet">{`   ${cell(label, 9)}  `}</Piece>
          <Piece tone={tone ?? 'plain'}>{value}</Piece>
        </Line>
      ))}
      {height > facts.length && slowest !== undefined && !isSimulated(view.state) ? (
        <Line tone="quiet">
          {`   ${cell('seen by', 9)}  ${probes.length} probes, the slowest ${slowest.id} in ${Math.round(slowest.ms)} ms`}
        </Line>
      ) : null}
    </Box>
  )
}

/** The questions that are being asked, each with its state and time. */
function Probes({ view, height }: { readonly view: View; readonly height: number }) {
  const { machine } = view.state
  if (machine.status === 'failed')
    return <Line tone="error">{`   ${machine.trouble ?? 'it could not be looked at'}`}</Line>
  const shown = machine.probes.slice(-Math.max(1, height))
  if (shown.length === 0) return <Line tone="quiet"> looking</Line>
  return (
    <Box flexDirection="column">
      {shown.map((probe) => (
        <Probe key={probe.id} probe={probe} />
      ))}
    </Box>
  )
}

function Probe({ probe }: { readonly probe: LiveProbe }) {
  const { glyphs } = useLook()
  const mark = { running: glyphs.waiting, done: glyphs.ok, absent: glyphs.dash, failed: glyphs.error }[probe.state]
  const word = { running: 'asking', done: `${probe.ms} ms`, absent: 'not here', failed: 'no answer' }[probe.state]
  return (
    <Line>
      <Piece tone={probe.state === 'done' ? 'ok' : 'quiet'}>{`   ${mark} `}</Piece>
      {cell(probe.id, 32)}
      <Piece tone="quiet">{`  ${word}`}</Piece>
    </Line>
  )
}
