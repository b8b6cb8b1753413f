import type { Target } from '../core.ts'
import { REPOSITORY } from '../../../shared/project.ts'
import type { WizardState } from './state.ts'

/** Where GitHub looks for workflows. */
export const WORKFLOW_PATH = '.github/workflows/llama-config.yml'
const ACTION = `${REPOSITORY}@v1`

/** A file to write, as text. */
export type Draft = { readonly path: string; readonly text: string }

/**
 * The workflow that checks the saved config on every change, and the snapshot that it needs where the target is a
 * machine without a profile.
 * @param config_path as it was saved
 */
export function workflowDrafts(
  path: string,
  config_path: string,
  target: Target,
  state: WizardState,
): readonly Draft[] {
  const own = ownTarget(target, state)
  const targets = [...new Set([own.name, ...state.matrix])]
  return [{ path, text: workflowText(posix(config_path), targets) }, ...(own.draft === null ? [] : [own.draft])]
}

function ownTarget(target: Target, { answers, machine }: WizardState): { name: string; draft: Draft | null } {
  const answer = answers.target ?? { kind: 'this' }
  if (answer.kind === 'profile') return { name: answer.id, draft: null }
  if (answer.kind === 'snapshot') return { name: posix(answer.file), draft: null }
  const path = `hardware/${target.id.replace(/_simulated$/, '')}.json`
  return { name: path, draft: { path, text: `${JSON.stringify(machine.snapshot, null, 2)}\n` } }
}

function workflowText(config: string, targets: readonly string[]): string {
  return `name: llama.cpp config
on: pull_request
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: ${ACTION}
        with:
          configs: ${JSON.stringify(config)}
          targets: |
${targets.map((target) => `            ${target}`).join('\n')}
`
}

/** Workflow files use slashes everywhere. */
function posix(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '')
}
