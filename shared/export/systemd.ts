import type { RuntimeConfig } from '../config/runtime-config.ts'
import { UserError } from '../errors.ts'
import type { Exported, ExportOptions } from './export-options.ts'
import { llamaServerArgs } from './llama-server.ts'
import { STATED_COMMENT } from './server-options.ts'
import { modelName, modelSource, writableModelPath } from './model-source.ts'
import { folderNote, workingFolder } from './working-folder.ts'

/**
 * A config as a systemd service (systemd.service(5), systemd.exec(5), systemd.syntax(7)). A bare program name is looked
 * for in systemd's own search path; another place is given by `engine`.
 */
export function exportSystemd(config: RuntimeConfig, options: ExportOptions): Exported {
  const { engine = 'llama-server' } = options
  writableModelPath(config)
  if (engine.includes('/') && !engine.startsWith('/')) {
    throw new UserError(
      'usage',
      `a service needs the whole path of llama-server, not ${engine}`,
      'Give --engine /PATH.',
    )
  }
  const folder = workingFolder(config, options)
  const listen = ['--host', '127.0.0.1', '--port', '8080']
  const command = [engine, ...llamaServerArgs(config), ...listen].map(quoteSystemd)
  const lines = [
    '[Unit]',
    `Description=llama-server with ${modelName(config)}`,
    ...(modelSource(config.model_path).kind === 'file'
      ? ['After=network.target']
      : ['Wants=network-online.target', 'After=network-online.target']),
    // A server that ends at once five times in a row will not get better by itself.
    'StartLimitIntervalSec=300',
    'StartLimitBurst=5',
    '',
    '[Service]',
    STATED_COMMENT,
    `ExecStart=${command.join(' ')}`,
    ...(folder === null ? [] : [`WorkingDirectory=${escapeSpecifiers(folder)}`]),
    ...(config.settings.use_mlock === true ? ['LimitMEMLOCK=infinity'] : []),
    'Restart=on-failure',
    'RestartSec=5',
    'NoNewPrivileges=yes',
    '',
    '[Install]',
    'WantedBy=default.target',
    '',
  ]
  const notes = [
    'it runs as the user whose service it is: put it into ~/.config/systemd/user and start it with systemctl --user, or add User= for a system service',
    ...folderNote(folder),
  ]
  return { text: lines.join('\n'), notes }
}

/** A word of ExecStart: `%` and `$` are doubled, quotes and backslashes escaped; double quotes keep blanks. */
export function quoteSystemd(word: string): string {
  const escaped = escapeSpecifiers(word).replaceAll('$', '$$$$')
  if (/^[\w@%+=:,./$-]+$/.test(escaped)) return escaped
  return `"${escaped.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function escapeSpecifiers(text: string): string {
  return text.replaceAll('%', '%%')
}
