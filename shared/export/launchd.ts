import type { RuntimeConfig } from '../config/runtime-config.ts'
import type { Exported, ExportOptions } from './export-options.ts'
import { llamaServerArgs } from './llama-server.ts'
import { modelName, writableModelPath } from './model-source.ts'
import { folderNote, workingFolder } from './working-folder.ts'

/** Where Homebrew puts llama-server on Apple silicon; launchd's own search path does not reach it. */
const HOMEBREW = '/opt/homebrew/bin/llama-server'

/**
 * A config as a launchd agent of macOS (launchd.plist(5)). The process type keeps the system from slowing the server
 * down as background work; it is started anew only when it fails, at most every 10 seconds as launchd does.
 */
export function exportLaunchd(config: RuntimeConfig, options: ExportOptions): Exported {
  const { engine = HOMEBREW } = options
  writableModelPath(config)
  const label = `local.llama-server.${modelName(config)}`
  const folder = workingFolder(config, options)
  const listen = ['--host', '127.0.0.1', '--port', '8080']
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
    '<plist version="1.0">',
    '<dict>',
    ...entry('Label', label),
    '  <key>ProgramArguments</key>',
    '  <array>',
    ...[engine, ...llamaServerArgs(config), ...listen].map((word) => `    <string>${escapeXml(word)}</string>`),
    '  </array>',
    ...(folder === null ? [] : entry('WorkingDirectory', folder)),
    ...entry('ProcessType', 'Interactive'),
    '  <key>RunAtLoad</key>',
    '  <true/>',
    '  <key>KeepAlive</key>',
    '  <dict>',
    '    <key>SuccessfulExit</key>',
    '    <false/>',
    '  </dict>',
    ...entry('StandardErrorPath', `/tmp/${label}.log`),
    '</dict>',
    '</plist>',
    '',
  ]
  const notes = [
    `put it into ~/Library/LaunchAgents as ${label}.plist and load it with launchctl bootstrap gui/$UID`,
    ...folderNote(folder),
  ]
  if (options.engine === undefined) notes.push(`it starts ${HOMEBREW}; --engine PATH names another llama-server`)
  return { text: lines.join('\n'), notes }
}

function entry(key: string, text: string): string[] {
  return [`  <key>${key}</key>`, `  <string>${escapeXml(text)}</string>`]
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
