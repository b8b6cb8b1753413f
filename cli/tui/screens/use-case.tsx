import { Box, Text } from 'ink'
import { showGib, stepSentence, totalOf, USE_CASES, type Plan, type UseCase } from '../core.ts'
import { plain } from '../../../shared/report/plain.ts'
import { FRAME_LINES } from '../frame-lines.ts'
import { Line, useLook } from '../components/look.tsx'
import { BarLegend, MemoryBar } from '../components/memory-bar.tsx'
import { labelWidth } from '../components/label-width.ts'
import { Select, type Cell } from '../components/select.tsx'
import { cell, speedRange, speedShort, tokens, wordLines } from '../format.ts'
import type { ModelRef } from '../services.ts'
import { spokenUseCase } from '../spoken/rows.ts'
import { colourOf, type Glyphs } from '../theme.ts'
import { selectedIndex } from '../wizard/actions.ts'
import { PENDING, type Lazy } from '../wizard/lazy.ts'
import { choiceOf, planFor } from '../wizard/plans.ts'
import { totalBytesOf } from '../wizard/total-bytes.ts'
import { tunedOf } from '../wizard/tuned.ts'
import { decodes } from '../wizard/decodes.ts'
import { verdictOf } from '../wizard/verdict.ts'
import type { View } from '../wizard/view.ts'

const TITLES: Readonly<Record<UseCase, { readonly title: string; readonly about: string }>> = {
  general: { title: 'General', about: 'chat and everyday work: a good precision, a comfortable context' },
  long_context: { title: 'Long context', about: 'documents and code bases: as much context as fits' },
  speed: { title: 'Speed', about: 'quick answers: a smaller precision, a larger micro-batch' },
  quality: { title: 'Quality', about: 'the best answers: a higher precision, slower' },
}

const TITLE = 13
const MEMORY = 9

type Widths = { readonly precision: number; readonly context: number; readonly speed: number }

/** A narrow screen shows what decides: memory and speed. */
function columnsFor(columns: number): Widths {
  const precision = columns >= 60 ? 9 : 0
  const context = columns >= 49 ? 7 : 0
  const others = [TITLE, precision, context, MEMORY].reduce((sum, width) => sum + (width > 0 ? width + 2 : 0), 0)
  return { precision, context, speed: Math.max(9, Math.min(30, columns - 5 - others)) }
}

function headings({ precision, context }: Widths): string {
  const parts = [
    cell('', TITLE),
    ...(precision > 0 ? [cell('precision', precision)] : []),
    ...(context > 0 ? [cell('context', context, 'right')] : []),
    cell('memory', MEMORY, 'right'),
    'speed',
  ]
  return `   ${parts.join('  ')}`
}

/** What matters, each with what it would give here. */
export function UseCaseScreen({ view }: { readonly view: View }) {
  const { state } = view
  const { glyphs, screenReader } = useLook()
  const { model } = state.answers
  const at = selectedIndex(view)
  const selected = USE_CASES[at] ?? 'general'
  const widths = columnsFor(state.columns)
  const plans = USE_CASES.map((use_case) => (model === undefined ? PENDING : planFor(view, model, use_case)))
  const plan = plans[at] ?? PENDING
  const whole = `${TITLES[selected].title}: ${TITLES[selected].about}`
  // On a low screen its beginning has to do.
  const about = state.rows >= 18 ? wordLines(whole, state.columns - 2) : [whole]
  // Heading, columns, rows, description and what the plan gave up come first.
  const room =
    state.rows -
    FRAME_LINES -
    USE_CASES.length -
    5 -
    about.length -
    (plan.state === 'ready' ? plan.value.steps.length : 0)
  return (
    <Box flexDirection="column">
      <Line bold>{` What matters with ${model === undefined ? 'it' : choiceOf(model).display_name}`}</Line>
      {screenReader ? null : <Line tone="quiet">{headings(widths)}</Line>}
      <Select
        rows={USE_CASES}
        shown={(use_case, index) => {
          const known = plans[index] ?? PENDING
          const rest = known.state === 'ready' ? cellsOf(known.value, widths) : [openCell(known, glyphs)]
          return {
            key: use_case,
            cells: [{ text: TITLES[use_case].title, width: TITLE }, ...rest],
            spoken: () => spokenUseCase(TITLES[use_case].title, known),
          }
        }}
        at={at}
        height={USE_CASES.length}
      />
      <Line> </Line>
      {about.map((text) => (
        <Line key={text}>{` ${text}`}</Line>
      ))}
      <Line> </Line>
      {plan.state === 'failed' ? (
        <Box paddingX={1}>
          <Text {...colourOf('error')}>{plain(plan.message)}</Text>
        </Box>
      ) : null}
      {plan.state === 'ready' && model !== undefined ? (
        <PlanBars plan={plan.value} model={model} columns={state.columns} room={room} />
      ) : null}
      {plan.state === 'ready' ? (
        <PlanNotes plan={plan.value} columns={state.columns} lines={room >= 8 ? 3 : 1} />
      ) : null}
    </Box>
  )
}

/** Where the selected plan would lie, as far as there is room. */
function PlanBars({ plan, model, columns, room }: { plan: Plan; model: ModelRef; columns: number; room: number }) {
  const lines = (tunedOf(plan, {}, choiceOf(model)).report.pairs[0]?.lines ?? []).filter((line) => line.need_bytes > 0)
  const label_width = labelWidth(columns)
  if (lines.length + 2 > room) return null
  return (
    <Box flexDirection="column" marginBottom={1}>
      {lines.map((line) => (
        <MemoryBar
          key={line.name}
          line={line}
          total_bytes={totalBytesOf(line, plan.target)}
          label_width={label_width}
          width={columns}
        />
      ))}
      <BarLegend />
    </Box>
  )
}

/** No numbers: not yet, or never. */
function openCell(plan: Lazy<Plan>, glyphs: Glyphs): Cell {
  if (plan.state === 'pending') return { text: glyphs.waiting, width: 30, tone: 'quiet' }
  const why = verdictOf(plan) === 'no' ? 'does not fit' : 'failed'
  return { text: `${glyphs.error} ${why}`, width: 30, tone: 'error' }
}

function cellsOf(plan: Plan, { precision, context, speed }: Widths): Cell[] {
  const { config, memory, throughput } = plan
  const words = speed >= 24 ? speedRange(throughput.tg) : speedShort(throughput.tg)
  const parts = [...memory.devices, memory.host]
  return [
    ...(precision > 0 ? [{ text: config.metadata?.precision ?? '', width: precision }] : []),
    ...(context > 0 ? [{ text: tokens(config.settings.n_ctx ?? 0), width: context, align: 'right' as const }] : []),
    { text: showGib(parts.reduce((sum, part) => sum + totalOf(part), 0)), width: MEMORY, align: 'right' },
    { text: throughput.tg !== null || decodes(plan) ? words : 'embedding', width: speed },
  ]
}

function whyNoSpeed(plan: Plan): string {
  return decodes(plan) ? 'nothing measured or known supports a number here' : 'an embedding model decodes nothing'
}

type NotesProps = { readonly plan: Plan; readonly columns: number; readonly lines: number }

/** What the plan gave up, and what it rests on in at most as many lines. */
function PlanNotes({ plan, columns, lines }: NotesProps) {
  const { tg } = plan.throughput
  const source = tg === null ? whyNoSpeed(plan) : `${tg.basis}, ${tg.source}`
  const shown = lines === 1 ? [source] : wordLines(source, columns - 11).slice(0, lines)
  return (
    <Box flexDirection="column">
      {plan.steps.map((step) => (
        <Line key={step.key} tone="warning">{`   step down: ${stepSentence(step)}`}</Line>
      ))}
      {shown.map((text, at) => (
        <Line key={text} tone="quiet">{`   ${at === 0 ? 'speed: ' : '       '}${text}`}</Line>
      ))}
    </Box>
  )
}
