import { plain } from '../../../shared/report/plain.ts'
import { Box, Text } from 'ink'
import { EXPORT_FORMATS, type Speed } from '../core.ts'
import { Field } from '../components/field.tsx'
import { FRAME_LINES } from '../frame-lines.ts'
import { Line, Piece, useLook } from '../components/look.tsx'
import { Select } from '../components/select.tsx'
import { cell, fitted, gibNumber, speedRange, tokens } from '../format.ts'
import { spokenSpeed } from '../spoken/words.ts'
import type { Glyphs, Tone } from '../theme.ts'
import { selectedIndex } from '../wizard/actions.ts'
import { equivalentCommand } from '../wizard/command.ts'
import { exportPath, finishRows, OVERWRITE_ROWS, savedConfig } from '../wizard/finish-rows.ts'
import { matrixSummary, type MatrixSummary } from '../wizard/matrix.ts'
import { tuneView, type TuneView } from '../wizard/tune-rows.ts'
import type { View } from '../wizard/view.ts'

/** The plan in short, and what to do with it. */
export function FinishScreen({ view }: { readonly view: View }) {
  const tune = tuneView(view)
  const { columns } = view.state
  const rows = finishRows(view)
  const label_width = Math.min(31, columns - 4)
  const { command } = equivalentCommand(view.state, view.platform, savedConfig(view.state) ?? undefined)
  return (
    <Box flexDirection="column">
      {tune.state === 'ready' ? (
        <Summary
          tune={tune.value}
          others={matrixSummary(view)}
          height={view.state.rows - FRAME_LINES - rows.length - 1}
        />
      ) : (
        <Line tone="quiet"> planning</Line>
      )}
      <Line> </Line>
      <Select
        rows={rows}
        shown={({ id, label, note }) => ({
          key: id,
          cells: [
            { text: label, width: label_width },
            // A few signs of it say nothing.
            ...(columns < 56 ? [] : [{ text: note, width: columns - label_width - 6, tone: 'quiet' as const }]),
          ],
          spoken: () => (note === '' ? label : `${label}: ${note}`),
        })}
        at={selectedIndex(view)}
        height={rows.length}
      />
      <Line> </Line>
      <Box paddingX={1} flexDirection="column">
        <Text dimColor>The same plan without the wizard:</Text>
        <Text>{plain(command)}</Text>
      </Box>
    </Box>
  )
}

type SummaryProps = {
  readonly tune: TuneView
  readonly others: MatrixSummary | null
  /** Lines that there are for it. */
  readonly height: number
}

/** What goes last where there is little room. */
const WEIGHTS = ['check', 'also', 'model', 'memory', 'speed', 'target']

function Summary({ tune, others, height }: SummaryProps) {
  const { config, report, throughput, plan } = tune
  const { glyphs, screenReader } = useLook()
  const { settings, metadata } = config
  const errors = report.findings.filter(({ severity }) => severity === 'error').length
  const warnings = report.findings.length - errors
  const memory = (report.pairs[0]?.lines ?? []).filter(({ need_bytes }) => need_bytes > 0).slice(0, 5)
  const mark = errors > 0 ? glyphs.error : warnings > 0 ? glyphs.warning : glyphs.ok
  const state = errors + warnings === 0 ? 'fits, no findings' : [counted(errors, 'error'), counted(warnings, 'warning')]
  const speed = screenReader ? (tg: Speed | null) => spokenSpeed(tg) ?? 'not known' : speedRange
  const facts: readonly (readonly [string, string, Tone?])[] = [
    ['model', `${tune.facts.name} ${metadata?.precision ?? ''}, ${tokens(settings.n_ctx ?? 0)} context`],
    ['target', plan.target.display_name],
    ...memory.map(({ name, need_bytes, usable }, index): readonly [string, string] => [
      index === 0 ? 'memory' : '',
      `${gibNumber(need_bytes).padStart(6)} of ${(usable === null ? '?' : gibNumber(usable.bytes)).padStart(6)} GiB  ${name}`,
    ]),
    ['speed', throughput.tg !== null || tune.hparams.causal ? speed(throughput.tg) : 'none: an embedding model'],
    [
      'check',
      `${mark} ${typeof state === 'string' ? state : state.filter((part) => part !== '').join(', ')}`,
      errors > 0 ? 'error' : warnings > 0 ? 'warning' : 'ok',
    ],
    ...(others === null ? [] : [othersLine(others, glyphs)]),
  ]
  const shown = [...WEIGHTS, ''].flatMap((label) => facts.filter((fact) => fact[0] === label)).slice(0, height)
  if (screenReader) return <Heard facts={facts} />
  return (
    <Box flexDirection="column">
      {facts
        .filter((fact) => shown.includes(fact))
        .map(([label, value, tone = 'plain']) => (
          <Line key={`${label}${value}`}>
            <Piece tone="quiet">{`   ${cell(label, 8)}`}</Piece>
            <Piece tone={tone}>{value}</Piece>
          </Line>
        ))}
    </Box>
  )
}

/** For ears: a sentence each. */
function Heard({ facts }: { readonly facts: readonly (readonly [string, string, Tone?])[] }) {
  return (
    <Box flexDirection="column">
      {facts.map(([label, value]) => (
        <Text key={label + value}>{plain(`${label || 'memory'}: ${value.trim().replaceAll(/\s+/g, ' ')}`)}</Text>
      ))}
    </Box>
  )
}

/** The other targets that were picked: a plan that fits here may be meant for them as well. */
function othersLine({ text, answer }: MatrixSummary, glyphs: Glyphs): readonly [string, string, Tone] {
  const [mark, tone] = (
    {
      runs: [glyphs.ok, 'ok'],
      no: [glyphs.error, 'error'],
      pending: [glyphs.waiting, 'quiet'],
      unknown: ['?', 'quiet'],
    } as const
  )[answer]
  return ['also', `${mark} ${text}`, tone]
}

function counted(count: number, word: string): string {
  return count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`
}

/** Where to write it. */
export function PathScreen({ view }: { readonly view: View }) {
  const { saving, text, after, columns, typing } = view.state
  const what =
    saving.kind === 'config' ? 'the config' : saving.kind === 'workflow' ? 'the workflow' : `it for ${saving.format}`
  return (
    <Box flexDirection="column">
      <Line bold>{` Save ${what} as`}</Line>
      <Line> </Line>
      <Field label="File" text={text['finish/path'] ?? ''} after={after} focused={typing} width={columns} />
      <Line> </Line>
      <Line tone="quiet"> Enter saves; a file that is there already is never replaced without a question.</Line>
    </Box>
  )
}

/** What to export to. */
export function FormatScreen({ view }: { readonly view: View }) {
  return (
    <Box flexDirection="column">
      <Line bold> Export the config for</Line>
      <Line> </Line>
      <Select
        rows={EXPORT_FORMATS}
        shown={(format) => ({
          key: format,
          spoken: () => `${format}: saved as ${exportPath(format)}`,
          cells: [
            { text: format, width: 20 },
            { text: exportPath(format), width: 24, tone: 'quiet' },
          ],
        })}
        at={selectedIndex(view)}
        height={Math.max(1, Math.min(EXPORT_FORMATS.length, view.state.rows - FRAME_LINES - 2))}
      />
    </Box>
  )
}

/** The file is there already. */
export function OverwriteScreen({ view }: { readonly view: View }) {
  return (
    <Box flexDirection="column">
      <Line
        bold
      >{` ${fitted(plain(`${(view.state.text['finish/path'] ?? '').trim()} exists already`), view.state.columns - 2)}`}</Line>
      <Line> </Line>
      <Select
        rows={OVERWRITE_ROWS}
        shown={({ id, label }) => ({ key: id, cells: [{ text: label, width: 30 }] })}
        at={selectedIndex(view)}
        height={OVERWRITE_ROWS.length}
      />
    </Box>
  )
}
