import { spawn } from '@lydell/node-pty'
import { onTestFinished } from 'vitest'
import { builtCli } from '../../helpers/run-cli.ts'
import { emulator, type Emulator } from './emulator.ts'

type Options = {
  readonly cwd: string
  readonly program?: 'main' | 'run'
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  readonly columns?: number
  readonly rows?: number
}

export type InPty = Emulator & {
  type(text: string): void
  kill(signal: NodeJS.Signals): void
  /** Settles when the program has ended and all it wrote is on the screen. */
  readonly ended: Promise<{ readonly code: number; readonly signal: number | undefined }>
}

/** The built program in a pseudo terminal, with an environment of its own. */
export function inPty({ cwd, program, args = [], env = {}, columns = 80, rows = 24 }: Options): InPty {
  const terminal = emulator(columns, rows)
  const pty = spawn(process.execPath, [builtCli(program), ...args], {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    // No other programs in the path: what this machine has must not decide how long detection takes.
    env: { PATH: cwd, HOME: cwd, LANG: 'C.UTF-8', ...env },
  })
  let over = false
  pty.onData((text) => terminal.write(text))
  const ended = new Promise<{ code: number; signal: number | undefined }>((resolve) => {
    pty.onExit(({ exitCode, signal }) => {
      over = true
      void terminal.settled().then(() => resolve({ code: exitCode, signal }))
    })
  })
  onTestFinished(() => {
    if (!over) pty.kill('SIGKILL')
  })
  return {
    ...terminal,
    resize(to_columns, to_rows) {
      terminal.resize(to_columns, to_rows)
      pty.resize(to_columns, to_rows)
    },
    type: (text) => pty.write(text),
    kill: (signal) => pty.kill(signal),
    ended,
  }
}
