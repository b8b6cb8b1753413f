import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { UserError } from '../errors.ts'
import { errnoOf, showPath } from './file-trouble.ts'

export type EngineRun = {
  readonly path: string
  readonly args: readonly string[]
  /** A terminal sends Ctrl+C to every program of the group: the engine has it already. */
  readonly on_terminal: boolean
  /** Calls back on signals until the result is called. */
  takeSignals(handler: (signal: NodeJS.Signals) => void): () => void
}

/**
 * Runs the engine on our own standard streams until it ends.
 * @returns its exit code; 128 and the signal's number when a signal ended it
 * @throws UserError('environment') when it does not start
 */
export async function runEngine({ path, args, on_terminal, takeSignals }: EngineRun): Promise<number> {
  const child = spawn(path, args, { stdio: 'inherit', shell: false, windowsHide: true })
  const release = takeSignals((signal) => {
    // llama-server drops everything on a second interrupt (tools/server/server.cpp, signal_handler).
    if (signal === 'SIGINT' && on_terminal) return
    child.kill(signal)
  })
  try {
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])))
    })
  } catch (error) {
    throw new UserError(
      'environment',
      `${showPath(path)} does not start: ${startTrouble(error)}`,
      'Is it a llama-server built for this machine?',
      { cause: error },
    )
  } finally {
    release()
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it, or the interpreter or loader that it names, does not exist',
  EACCES: 'permission denied',
  ENOEXEC: 'it is no program for this machine',
}

function startTrouble(error: unknown): string {
  const code = errnoOf(error)
  return REASONS[code] ?? (code || String(error))
}
