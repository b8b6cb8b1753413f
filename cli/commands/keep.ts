import { homedir } from 'node:os'
import { join } from 'node:path'
import { UserError } from '../../shared/errors.ts'
import { keepCaches } from '../../shared/node/run/keep-caches.ts'
import { defineCommand } from '../command.ts'
import { quoted } from '../inputs/number.ts'
import { noWords } from '../inputs/verb.ts'
import type { Io } from '../io.ts'

export const keepCommand = defineCommand({
  name: 'lp-tui keep',
  summary: 'Runs llama-server and keeps its caches: saved when it is stopped, restored when it starts again.',
  usage: ['--name NAME [--folder FOLDER] -- llama-server ARGUMENTS'],
  flags: {
    name: { type: 'string', value: 'NAME', help: 'what tells this server from the others on this machine' },
    folder: { type: 'string', value: 'FOLDER', help: 'where caches lie, in a folder of that name' },
  },
  details: [
    'For programs that swap models by stopping and starting servers, such as llama-swap. A stop waits until the caches are',
    'written; a second signal does not wait. Without --folder they lie in lp-tui/caches of the state folder of the user.',
    'Caches of another model, or of other arguments, are not restored. Ends with the exit code of llama-server.',
  ],
  examples: [
    'lp-tui keep --name chat -- llama-server -m ./model.gguf -c 8192 --port 8081',
    'lp-tui keep --name chat --folder /var/cache/llama -- /usr/local/bin/llama-server -m ./model.gguf --port 8081',
  ],
  async run(io, { values, positionals, rest }) {
    noWords(positionals)
    const { name } = values
    const [path, ...args] = rest
    if (path === undefined) throw new UserError('usage', 'run what? lp-tui keep --name NAME -- llama-server ARGUMENTS')
    if (name === undefined || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(name)) {
      throw new UserError('usage', `a server needs a --name of letters, digits, ., _ and -, not ${quoted(name ?? '')}`)
    }
    const folder = join(values.folder ?? stateFolder(io), name)
    return keepCaches({ path, args, env: io.env, folder, takeSignals: io.takeSignals, note: io.note })
  },
})

function stateFolder({ env, platform }: Io): string {
  const local = platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_STATE_HOME']
  return join(local ?? join(homedir(), '.local', 'state'), 'lp-tui', 'caches')
}
