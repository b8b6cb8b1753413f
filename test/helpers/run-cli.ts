import { fork, spawn, type ChildProcess } from 'node:child_process'
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
}

/** Path of a built program. `npm test` builds before it runs. */
export function builtCli(program: 'main' | 'run' = 'main'): string {
  return fileURLToPath(new URL(`../../dist/cli/${program}.js`, import.meta.url))
}

function environment(cwd: string, env: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', NO_COLOR: '1', HOME: cwd, ...env }
}

let host: ChildProcess | undefined
let runs = 0

/**
 * Runs the built program with a folder and an environment of its own, and gives what it said and its exit code. It runs in
 * a process that all runs of a test file share (`cli-host.mjs`), which costs a tenth of a process of its own. Where the
 * process itself is the point, use `spawnCli`: signals, pipes, users, Node's options, an engine that inherits the output.
 */
export function runCli(args: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  const { cwd = process.cwd(), env, program = 'main' } = options
  host ??= startHost()
  const child = host
  const id = runs++
  return new Promise((resolve, reject) => {
    const done = () => {
      child.off('message', take).off('exit', lost)
    }
    const take = (message: unknown) => {
      const { id: answered, result } = message as { id: number; result: CliResult }
      if (answered !== id) return
      done()
      resolve(result)
    }
    const lost = () => {
      done()
      host = undefined
      reject(new Error(`the process that runs the program ended within: ${args.join(' ')}`))
    }
    child.on('message', take).on('exit', lost)
    child.send({ id, args, cwd, env: environment(cwd, env), program })
  })
}

function startHost(): ChildProcess {
  const child = fork(fileURLToPath(new URL('cli-host.mjs', import.meta.url)), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child.setMaxListeners(0)
  child.unref()
  child.channel?.unref()
  return child
}

export type SpawnOptions = CliOptions & {
  /** Runs as a user whom permissions bind, where the tests are run as root. */
  readonly unprivileged?: boolean
  /** Called with the process once it writes. */
  readonly onOutput?: (kill: (signal: NodeJS.Signals) => void, stdout: string) => void
}

/** Runs the built program in a process of its own, as a user does, and waits for it. */
export function spawnCli(args: readonly string[], options: SpawnOptions = {}): Promise<CliResult> {
  const { cwd = process.cwd(), env, program = 'main', unprivileged = false, onOutput } = options
  const nobody = unprivileged && process.geteuid?.() === 0
  const child = spawn(process.execPath, [builtCli(program), ...args], {
    cwd,
    // Node hands a record of coverage on to its children; that user may not write it, and Node would say so.
    env: { ...environment(cwd, env), ...(nobody && { NODE_V8_COVERAGE: '' }) },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(nobody && { uid: 65_534 }),
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
