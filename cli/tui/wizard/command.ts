import { commandLine } from '../../command-line.ts'
import type { Answers, Pins, RowId } from './answers.ts'
import type { WizardState } from './state.ts'
import { hardwareFlag } from './target-of.ts'

/** The command that makes the same plan, and what it cannot say. */
export type Equivalent = { readonly command: string; readonly notes: readonly string[] }

/** Rows that `lp-tui generate` has flags for. */
const FLAGS: { readonly [K in RowId]?: string } = {
  precision: '--precision',
  n_ctx: '--context',
  n_parallel: '--parallel',
}

/**
 * `lp-tui generate ...` for what was answered.
 * @param output where the config went, if it was saved
 */
export function equivalentCommand(state: WizardState, platform: NodeJS.Platform, output?: string): Equivalent {
  const { answers, pins } = state
  const hardware = hardwareFlag(answers.target, answers.numbers)
  const words = [
    'lp-tui',
    'generate',
    ...(hardware === null ? [] : ['--hardware', hardware]),
    ...modelWords(answers),
    ...(answers.use_case === undefined ? [] : ['--use-case', answers.use_case]),
    ...Object.entries(flagsFor(answers, pins)).flatMap(([flag, value]) => [flag, String(value)]),
    ...(output === undefined ? [] : ['--output', output]),
  ]
  const silent = (Object.keys(pins) as RowId[]).filter((row) => FLAGS[row] === undefined)
  return {
    command: commandLine(words, platform),
    notes: [
      ...(hardware === null ? ['The numbers of the machine were set by hand; save a snapshot to name them.'] : []),
      ...(silent.length === 0 ? [] : [`Set by hand in the file alone: ${silent.join(', ')}.`]),
    ],
  }
}

function modelWords({ model }: Answers): string[] {
  if (model === undefined) return []
  return ['--model', model.kind === 'file' ? (model.remote ?? model.path) : model.id]
}

function flagsFor({ precision, n_ctx, n_parallel, program }: Answers, pins: Pins): Record<string, string | number> {
  const merged = { precision, n_ctx, n_parallel, ...pins }
  const flags: Record<string, string | number> = {}
  for (const [row, flag] of Object.entries(FLAGS)) {
    const value = merged[row as RowId]
    if (value !== undefined) flags[flag] = value
  }
  return program === undefined ? flags : { ...flags, '--program': program }
}
