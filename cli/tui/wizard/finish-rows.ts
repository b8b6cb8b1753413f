import { EXPORT_FORMATS, type ExportFormat } from '../core.ts'
import type { WizardState } from './state.ts'
import { isSimulated } from './target-of.ts'
import type { View } from './view.ts'

export type FinishChoice = 'save' | 'export' | 'run' | 'workflow' | 'quit'

/** What can be done with the plan now; what cannot is not offered. */
export function finishRows({
  state,
}: View): readonly { readonly id: FinishChoice; readonly label: string; readonly note: string }[] {
  const config = savedConfig(state)
  return [
    {
      id: 'save',
      label: config === null ? 'Save the config' : 'Save it under another name',
      note: config ?? 'a JSON file',
    },
    { id: 'export', label: 'Export it', note: EXPORT_FORMATS.join(', ') },
    ...(config !== null && isRunnable(state)
      ? [{ id: 'run' as const, label: 'Run it now', note: 'starts llama-server' }]
      : []),
    ...(config !== null && isShareable(config, state)
      ? [{ id: 'workflow' as const, label: 'Check it on every pull request', note: 'a GitHub workflow file' }]
      : []),
    { id: 'quit', label: 'Quit', note: config === null ? 'nothing is saved yet' : '' },
  ]
}

/** The model is a file here, and the plan is for this machine as it is. */
function isRunnable(state: WizardState): boolean {
  const { model } = state.answers
  return model?.kind === 'file' && model.remote === undefined && !isSimulated(state)
}

/** A workflow can name only what lies in the repository, and no numbers that exist nowhere. */
function isShareable(config: string, { answers }: WizardState): boolean {
  const files = [config, ...(answers.target?.kind === 'snapshot' ? [answers.target.file] : [])]
  const inside = (path: string) => !/^([a-z]:|[\\/]|~|\.\.)/i.test(path)
  return files.every(inside) && Object.keys(answers.numbers).length === 0
}

/** The file that holds the plan as it is now, the latest. */
export function savedConfig(state: WizardState): string | null {
  return state.saved.findLast(({ kind, stale }) => kind === 'config' && !stale)?.path ?? null
}

/** Names that the programs themselves look for, or usual ones. */
const EXPORT_PATHS: Readonly<Record<string, string>> = {
  'llama-server': 'llama-server.sh',
  'llama-cpp-python': 'llama_model.py',
  'preset-ini': 'presets.ini',
  'llama-swap': 'llama-swap.yaml',
  ollama: 'Modelfile',
  compose: 'compose.yaml',
  systemd: 'llama-server.service',
  env: 'llama-server.env',
  launchd: 'llama-server.plist',
  powershell: 'llama-server.ps1',
}

/** File that an export goes to unless the user says otherwise. */
export function exportPath(format: ExportFormat): string {
  return EXPORT_PATHS[format] ?? `${format}.txt`
}

export const OVERWRITE_ROWS = [
  { id: 'no', label: 'Choose another name' },
  { id: 'yes', label: 'Replace the file' },
] as const
