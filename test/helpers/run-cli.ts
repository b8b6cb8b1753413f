import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type CliResult = {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export type CliOptions = {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** The built program: `main` is lp-tui, `run` is llama-pajamas-run. */
  readonly program?: 'main' | 'run'
  /** Runs as a user whom permissions bind, where the tests are run as root. */
  readonly unprivileged?: boolean
  /** Called with the process once it writes. */
  readonly onOutput?: (kill: (signal: NodeJS.Signals) => void, stdout: string) => void
}

/** Path of a built program. `npm test` builds before it runs. */
export function builtCli(program: 'main' | 'run' = 'main'): string {
  return fileURLToPath(new URL(`../../dist/cli/${program}.js`, import.meta.url))
}

/** Runs the built program with an environment of its own, and waits for it. */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { cwd = process.cwd(), env = {}, program = 'main', unprivileged = false, onOutput } = options
  const child = spawn(process.execPath, [builtCli(program), ...args], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(unprivileged && process.geteuid?.() === 0 && { uid: 65_534 }),
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    onOutput?.((signal) => void child.kill(signal), stdout)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal, stdout, stderr }))
  })
}
