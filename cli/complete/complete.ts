import { EXIT } from '../../shared/errors.ts'
import type { Io } from '../io.ts'
import { candidates } from './candidates.ts'

/**
 * What the shells' scripts call: `complete -- PROGRAM WORDS...`, of which the last word is the one being typed (it may
 * be empty). Writes a candidate a line, with what it means after a tab; never fails, for a shell has no use for that.
 */
export async function complete(io: Io, argv: readonly string[]): Promise<number> {
  const [program = '', ...words] = argv[0] === '--' ? argv.slice(1) : argv
  try {
    const found = await candidates(program.replace(/^.*[\\/]/, '').replace(/\.(exe|cmd|ps1)$/i, ''), words)
    io.out(found.map(({ value, help }) => `${value}${help === undefined ? '' : `\t${help}`}\n`).join(''))
  } catch {
    // Half a command line is often a wrong one.
  }
  return EXIT.ok
}
