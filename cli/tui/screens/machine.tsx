import { Box, Text } from 'ink'
import { plain } from '../../../shared/report/plain.ts'
import { FRAME_LINES } from '../frame-lines.ts'
import { Line, Piece, useLook } from '../components/look.tsx'
import { PROBE_WIDTH, ProbeLine } from '../components/probe-line.tsx'
import { Select } from '../components/select.tsx'
import { cell, wordLines } from '../format.ts'
import type { LiveProbe } from '../services.ts'
import { colourOf } from '../theme.ts'
import { selectedIndex } from '../wizard/actions.ts'
import { type Fact, machineFacts } from '../wizard/machine-facts.ts'
import { machineRows } from '../wizard/machine-rows.ts'
import { isSimulated, targetOf } from '../wizard/target-of.ts'
import type { View } from '../wizard/view.ts'

/** What this machine is, or the one that is planned for in its place. */
export function MachineScreen({ view }: { readonly view: View }) {
  const { state } = view
  const target = targetOf(state)
  const rows = machineRows(view)
  const sim = isSimulated(state)
  // What the header says too goes first where there is little room, then the blank lines.
  const low = state.rows < 18
  const body = state.rows - FRAME_LINES - rows.length - (low ? 1 : 3)
  const { screenReader } = useLook()
  const all = target === null ? [] : machineFacts(state, target)
  const facts = screenReader ? all : factLines(all, state.columns, body)
  return (
    <Box flexDirection="column">
      {low ? null : <Line bold>{` ${sim ? 'The machine to plan for' : 'This machine'}`}</Line>}
      {low ? null : <Line> </Line>}
      {target === null ? <Looking view={view} height={body} /> : <Summary facts={facts} height={body} />}
      <Line> </Line>
      <Select
        rows={rows}
        shown={({ id, label }) => ({
          key: id,
          cells: [{ text: label, width: Math.max(10, state.columns - 4) }],
        })}
        at={selectedIndex(view)}
        height={rows.length}
      />
      {target === null || sim ? null : (
        <Seen probes={state.machine.probes} columns={state.columns} height={body - facts.length - 2} />
      )}
    </Box>
  )
}

/** Facts that are longer than a line go on in the next, where the screen has room for all of them. */
function factLines(facts: readonly Fact[], columns: number, height: number): readonly Fact[] {
  const all = facts.flatMap((fact) =>
    wordLines(fact.value, columns - BEFORE_VALUE).map((value, at) =>
      at === 0 ? { ...fact, value } : { ...fact, label: '', value },
    ),
  )
  if (all.length <= height) return all
  // Memory and devices decide; the rest is there for those who have room.
  const rank = ({ label }: Fact) => WORTH.indexOf(label)
  const kept = facts.toSorted((a, b) => rank(b) - rank(a)).slice(0, Math.max(1, height))
  return facts.filter((fact) => kept.includes(fact))
}

/** Facts by their worth, the least first; one without a label goes on with the one before, and goes first. */
const WORTH = ['', 'note', 'profile', 'target', 'backend', 'cpu', 'ram', 'memory', 'gpu']

const BEFORE_VALUE = 14

function Summary({ facts, height }: { readonly facts: readonly Fact[]; readonly height: number }) {
  const { screenReader } = useLook()
  if (screenReader) return <Heard facts={facts} />
  return (
    <Box flexDirection="column">
      {facts.slice(0, Math.max(1, height)).map(({ label, value, tone }) => (
        <Line key={`${label}${value}`}>
          <Piece tone="quiet">{`   ${cell(label, 9)}  `}</Piece>
          <Piece tone={tone ?? 'plain'}>{value}</Piece>
        </Line>
      ))}
    </Box>
  )
}

/** For ears: a sentence each, however many lines it would take. */
function Heard({ facts }: { readonly facts: readonly Fact[] }) {
  const sentences: string[] = []
  for (const { label, value } of facts) {
    const text = value.trim().replaceAll(/\s+/g, ' ')
    if (label === '' && sentences.length > 0) sentences.push(`${sentences.pop()?.replace(/\.$/, '')}. ${text}`)
    else sentences.push(`${label}: ${text}`)
  }
  return (
    <Box flexDirection="column">
      {sentences.map((text) => (
        <Text key={text}>{plain(text)}</Text>
      ))}
    </Box>
  )
}

/** The questions that are being asked, each with its state and time. */
function Looking({ view, height }: { readonly view: View; readonly height: number }) {
  const { status, trouble, probes } = view.state.machine
  if (status === 'failed') {
    return (
      <Box paddingX={3}>
        <Text {...colourOf('error')}>{plain(trouble ?? 'It could not be looked at.')}</Text>
      </Box>
    )
  }
  const shown = probes.slice(-Math.max(1, height))
  if (shown.length === 0) return <Line tone="quiet"> looking</Line>
  return (
    <Box flexDirection="column">
      {shown.map((probe) => (
        <ProbeLine key={probe.id} probe={probe} />
      ))}
    </Box>
  )
}

/** What was asked to find this out, where there is room for it; in columns on wide screens. */
function Seen({ probes, columns, height }: { probes: readonly LiveProbe[]; columns: number; height: number }) {
  const across = Math.max(1, Math.min(3, Math.floor(columns / PROBE_WIDTH)))
  const lines = Math.ceil(probes.length / across)
  if (probes.length === 0 || height < lines + 1) return null
  const groups = Array.from({ length: across }, (_, n) => probes.slice(n * lines, (n + 1) * lines))
  const answered = probes.filter(({ state }) => state === 'done').length
  return (
    <Box flexDirection="column" marginTop={1}>
      <Line tone="quiet">{` Asked: ${probes.length} program${probes.length === 1 ? '' : 's'}, ${answered} answered`}</Line>
      <Box>
        {groups.map((group, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- columns never change places
          <Box key={index} flexDirection="column" width={PROBE_WIDTH}>
            {group.map((probe) => (
              <ProbeLine key={probe.id} probe={probe} />
            ))}
          </Box>
        ))}
      </Box>
    </Box>
  )
}
