import { EXIT } from '../shared/errors.ts'
import type { Io } from './io.ts'
import { version } from './version.ts'

/** The program `llama-pajamas-run` on a command line; its exit code. */
export async function llamaPajamasRun(io: Io, argv: readonly string[]): Promise<number> {
  if (argv[0] === '--version' || argv[0] === '-V') {
    io.out(`${version()}\n`)
    return EXIT.ok
  }
  const { loadOwnProfiles } = await import('./own-profiles.ts')
  await loadOwnProfiles(io, io.note)
  const { runCommand } = await import('./commands/run.ts')
  return runCommand.run(io, argv)
}
