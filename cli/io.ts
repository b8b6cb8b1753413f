import { plain } from '../shared/report/plain.ts'

/** What a command may touch of the process it runs in. */
export type Io = {
  /** The program's name as errors and examples show it. */
  readonly program: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** Writes a piece of the result to stdout, as it is. */
  out(text: string): void
  /** Writes one line for people to stderr. */
  note(line: string): void
  /** Hands interrupts to `handler` instead of ending the program; call the result to give them back. */
  takeSignals(handler: (signal: NodeJS.Signals) => void): () => void
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Exit status of a program that a signal ended, as shells report it. */
export const SIGNAL_EXIT: Readonly<Partial<Record<NodeJS.Signals, number>>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 }

/** The real process. Installs the signal handlers; a cancelled program ends at once with 130. */
export function processIo(program: string): Io {
  let taken: ((signal: NodeJS.Signals) => void) | undefined
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (taken) taken(signal)
      else process.exit(SIGNAL_EXIT[signal])
    })
  }
  return {
    program,
    env: process.env,
    platform: process.platform,
    out: (text) => void process.stdout.write(text),
    note: (line) => void process.stderr.write(`${plain(line)}\n`),
    takeSignals(handler) {
      taken = handler
      return () => {
        taken = undefined
      }
    },
  }
}

/** Output as JSON text, the only thing on stdout under `--json`. */
export function outJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** Lines of text for people on stdout. */
export function outLines(io: Io, lines: readonly string[]): void {
  io.out(lines.map((line) => `${plain(line)}\n`).join(''))
}
