import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BUNDLE = fileURLToPath(new URL('../../action/dist/index.mjs', import.meta.url))

export type ActionRun = {
  readonly code: number | null
  readonly lines: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  /** Workflow commands that place annotations. */
  readonly annotations: readonly string[]
}

/** Runs the committed bundle in a workspace as the runner would: inputs by environment, outputs by file. */
export function runAction(
  workspace: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): ActionRun {
  for (const [name, text] of Object.entries(files)) {
    const path = join(workspace, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
  const outputFile = join(workspace, '..', 'outputs')
  writeFileSync(outputFile, '')
  const env = {
    PATH: process.env['PATH'] ?? '',
    GITHUB_WORKSPACE: workspace,
    GITHUB_OUTPUT: outputFile,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  }
  const { status, stdout } = spawnSync(process.execPath, ['--disallow-code-generation-from-strings', BUNDLE], {
    cwd: workspace,
    env,
    encoding: 'utf8',
  })
  const lines = stdout.split('\n')
  return {
    code: status,
    lines,
    outputs: parseOutputs(readFileSync(outputFile, 'utf8')),
    annotations: lines.filter((line) => /^::(error|warning|notice)/.test(line)),
  }
}

/** `name<<DELIMITER`, the value, `DELIMITER`. */
function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [, name = '', , value = ''] of text.matchAll(/^(\S+?)<<(\S+)\n([\s\S]*?)\n\2$/gm)) outputs[name] = value
  return outputs
}
