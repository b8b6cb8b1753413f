import { type KnownFlags, readFlags } from '../../run/engine-flags.ts'
import { UserError } from '../../errors.ts'
import { showPath } from '../file-trouble.ts'
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

/** What every release says of itself: its version, or of models in its help. */
const LLAMA = /^version: |--model\b|\bgguf\b|\bllama/im

/**
 * Asks a llama-server for its version and its flags. One that does not answer in time is left for its start to tell.
 * @throws UserError('environment') for a program that ends without saying anything that a llama-server says
 */
export async function readEngineFacts(path: string): Promise<EngineFacts> {
  const [version, help] = await Promise.all([
    runProgram(path, ['--version'], LIMIT_MS),
    runProgram(path, ['--help'], LIMIT_MS),
  ])
  const said = version.state === 'ok' ? `${version.stdout}\n${version.stderr}` : ''
  const helped = help.state === 'ok' ? `${help.stdout}\n${help.stderr}` : ''
  // Programs put their own path before what they say.
  const words = `${said}\n${helped}`.replaceAll(path, '')
  if (version.state === 'ok' && help.state === 'ok' && !LLAMA.test(words)) throw noServer(path, version)
  return { version: /^version:\s*(.{1,120})$/m.exec(said)?.[1]?.trim() ?? null, flags: readFlags(helped) }
}

function noServer(path: string, { exit_code, stderr }: { readonly exit_code: number; readonly stderr: string }) {
  const complaint = stderr.trim().split('\n').at(-1)?.trim().slice(0, 300) ?? ''
  const broken = exit_code !== 0 && complaint !== ''
  const what = broken ? `does not start: ${complaint}` : 'is no llama-server: --version and --help say nothing of one'
  return new UserError('environment', `${showPath(path)} ${what}`, 'Name a llama-server with --engine PATH.')
}
