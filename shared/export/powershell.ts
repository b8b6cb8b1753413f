import type { RuntimeConfig } from '../config/runtime-config.ts'
import { UserError } from '../errors.ts'
import type { Exported, ExportOptions } from './export-options.ts'
import { llamaServerArgs } from './llama-server.ts'
import { writableModelPath } from './model-source.ts'
import { STATED_COMMENT } from './server-options.ts'
import { quotePowerShell } from './shell-quote.ts'

/**
 * A config as a PowerShell script, for Windows PowerShell 5.1 and PowerShell 7 (about_Quoting_Rules, about_Splatting).
 * Windows PowerShell reads a script without a byte order mark in the system's code page, so a script with other letters than
 * ASCII gets one. @throws UserError for a path with a double quote, which Windows PowerShell does not pass on
 */
export function exportPowerShell(config: RuntimeConfig, { engine = 'llama-server' }: ExportOptions): Exported {
  if (writableModelPath(config).includes('"')) {
    throw new UserError(
      'input',
      `Windows PowerShell cannot pass on a double quote, and the path ${config.model_path} has one`,
      'Windows has no such paths; for another system export to llama-server.',
    )
  }
  const pairs = llamaServerArgs(config).map((word) => `  ${quotePowerShell(word, 'always')}`)
  const text = [
    "$ErrorActionPreference = 'Stop'",
    STATED_COMMENT,
    '$arguments = @(',
    pairs.join(',\n'),
    ')',
    `& ${quotePowerShell(engine, 'always')} @arguments @args`,
    'exit $LASTEXITCODE',
    '',
  ].join('\n')
  return { text: /^[\x20-\x7e\n]*$/.test(text) ? text : `\uFEFF${text}`, notes: [] }
}
