import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'

type Place = { readonly env: Readonly<Record<string, string | undefined>>; readonly platform: NodeJS.Platform }

/**
 * Where this program keeps data of the user's: `$XDG_DATA_HOME` or `~/.local/share`, on macOS `~/Library/Application
 * Support`, on Windows `%LOCALAPPDATA%`.
 */
export function dataFolder({ env, platform }: Place): string {
  const home = env['HOME'] || env['USERPROFILE'] || homedir()
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'lp-tui')
  const xdg = env['XDG_DATA_HOME']
  // A relative one is to be ignored (XDG Base Directory Specification).
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, 'lp-tui')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'lp-tui')
  return join(home, '.local', 'share', 'lp-tui')
}
