import { EXIT } from '../core.ts'
import { equivalentCommand } from './command.ts'
import { savedConfig } from './finish-rows.ts'
import type { Outcome } from './wizard.ts'

/** What stays on the terminal when the screen is gone: files, and the command that does the same. */
export function lastWords({ code, state }: Outcome, platform: NodeJS.Platform): string[] {
  const files = state.saved.map(({ path }) => `${path} written`)
  const { model, use_case } = state.answers
  if (code !== EXIT.ok || model === undefined || use_case === undefined) return files
  const { command, notes } = equivalentCommand(state, platform, savedConfig(state) ?? undefined)
  return [...files, '', 'The same without the wizard:', `  ${command}`, ...notes.map((note) => `  ${note}`)].slice(
    files.length === 0 ? 1 : 0,
  )
}
