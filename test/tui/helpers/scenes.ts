import { matrixCell, matrixSummary } from '../../../cli/tui/wizard/matrix.ts'
import { modelRows, rowPlan } from '../../../cli/tui/wizard/model-rows.ts'
import { planFor } from '../../../cli/tui/wizard/plans.ts'
import { tuneView } from '../../../cli/tui/wizard/tune-rows.ts'
import type { Wizard } from '../../../cli/tui/wizard/wizard.ts'
import { press, until } from './drive.ts'

/** A screen of the wizard: how it is reached, and what is on it. */
export type Scene = {
  readonly name: string
  readonly marker: RegExp
  readonly go: (wizard: Wizard) => Promise<unknown>
}

export const model = { kind: 'catalog', id: 'qwen3-30b-a3b' } as const

/** The tuning screen, with its plan. */
export async function toTune(wizard: Wizard) {
  press(wizard, 'enter')
  wizard.act({ type: 'model-chosen', model })
  wizard.act({ type: 'use-case-chosen', use_case: 'general' })
  return until(wizard, (view) => tuneView(view).state === 'ready')
}

export const SCENES: readonly Scene[] = [
  { name: 'machine', marker: /Plan for this machine/, go: async () => {} },
  {
    name: 'other machines',
    marker: /Machine {2}rtx 40/,
    go: async (wizard) => press(wizard, 'down', 'enter', '"rtx 40"'),
  },
  { name: 'numbers', marker: /memory of the GPU/, go: async (wizard) => press(wizard, 'end', 'enter', 'right') },
  {
    name: 'models',
    marker: /llama\.gguf|fits/,
    go: async (wizard) => {
      press(wizard, 'enter')
      await until(wizard, (view) => rowPlan(view, modelRows(view)[0]!).state === 'ready')
    },
  },
  {
    name: 'use cases',
    marker: /What matters with Qwen3 30B/,
    go: async (wizard) => {
      press(wizard, 'enter')
      wizard.act({ type: 'model-chosen', model })
      await until(wizard, (view) => planFor(view, model, 'quality').state === 'ready')
    },
  },
  { name: 'tune', marker: /experts on CPU|precision/, go: toTune },
  {
    name: 'tune with a finding',
    marker: /LP10/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'down', ...Array.from({ length: 14 }, () => 'right'))
    },
  },
  {
    name: 'help',
    marker: /leave the wizard|move in the list/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, '?')
    },
  },
  {
    name: 'targets',
    marker: /runs on \d of 1 picked/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', '"tesla t4"', 'enter')
      await until(wizard, (view) => matrixCell(view, 'nvidia_tesla_t4').state === 'ready')
    },
  },
  {
    name: 'finish',
    marker: /Save the config/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', 'enter')
    },
  },
  {
    name: 'finish, beside other targets',
    marker: /fits, no findings[^]*runs on 0 of 1 picked/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', '"apple m1 8"', 'enter', 'enter')
      await until(wizard, (view) => matrixSummary(view)?.answer === 'no')
    },
  },
  {
    name: 'path',
    marker: /File {2}runtime_config\.json/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', 'enter', 'enter')
    },
  },
  {
    name: 'formats',
    marker: /llama-cpp-python/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', 'enter', 'down', 'enter')
    },
  },
  {
    name: 'overwrite',
    marker: /runtime_config\.json exists already/,
    go: async (wizard) => {
      await toTune(wizard)
      press(wizard, 'enter', 'enter', 'enter', 'enter')
      await until(wizard, ({ state }) => state.place === 'finish/overwrite')
    },
  },
]
