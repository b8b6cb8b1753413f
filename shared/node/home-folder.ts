import { homedir } from 'node:os'

/**
 * A path with the user's home folder in place of `~` at its start, as shells write it: what a quoted path or a file says
 * no shell has seen. `./~/FILE` is a file in a folder of that name.
 */
export function expandHome(path: string, env: Readonly<Record<string, string | undefined>> = process.env): string {
  if (!/^~(?=$|[\\/])/.test(path)) return path
  return (env['HOME'] || env['USERPROFILE'] || homedir()) + path.slice(1)
}
