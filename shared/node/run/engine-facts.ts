import { type KnownFlags, readFlags } from '../../run/engine-flags.ts'
import { runProgram } from '../run-program.ts'

/** What an engine says of itself before it is started for good. */
export type EngineFacts = {
  /** `0.5.0-dev (build 1, commit 0ad4a86)`; null when it does not say. */
  readonly version: string | null
  /** Empty when its help lists none: then nothing can be said about flags. */
  readonly flags: KnownFlags
}

/** Loading a back-end with its driver may take seconds. */
const LIMIT_MS = 20_000

/** Asks a llama-server for its version and its flags. Never rejects. */
export async function readEngineFacts(path: string): Promise<EngineFacts> {
  const [version, help] = await Promise.all([
    runProgram(path, ['--version'], LIMIT_MS),
    runProgram(path, ['--help'], LIMIT_MS),
  ])
  const said = version.state === 'ok' ? `${version.stdout}\n${version.stderr}` : ''
  return {
    version: /^version:\s*(.{1,120})$/m.exec(said)?.[1]?.trim() ?? null,
    flags: help.state === 'ok' ? readFlags(`${help.stdout}\n${help.stderr}`) : new Map(),
  }
}
