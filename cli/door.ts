import { EXIT, exitCodeOf, UserError, UserErrors } from '../shared/errors.ts'
import { fileTrouble } from '../shared/node/file-trouble.ts'
import { ISSUES_URL } from '../shared/project.ts'
import { outJson, processIo, type Io } from './io.ts'

type Program = (io: Io, argv: string[]) => Promise<number>

/** Runs a program; whatever it throws becomes one line and an exit code. */
export async function concluded(io: Io, argv: string[], main: Program): Promise<number> {
  try {
    return await main(io, argv)
  } catch (error) {
    report(io, error, wantsJson(argv))
    return exitCodeOf(error)
  }
}

/**
 * The one place where a program of ours begins and ends: runs `main`, turns whatever it throws into one line and an
 * exit code, and keeps stdout clean. Never calls `process.exit` after writing, so that pipes get everything.
 * @param program name that stands before every error line
 * @param main returns the exit code
 */
export async function runProgram(program: string, main: Program): Promise<void> {
  const argv = process.argv.slice(2)
  const io = processIo(program)
  let outputFailed = false
  const finish = (code: number) => {
    process.exitCode = outputFailed ? EXIT.environment : code
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader that closed early (`| head`) has what it wanted.
    if (error.code === 'EPIPE' || outputFailed) return
    outputFailed = true
    finish(EXIT.environment)
    io.note(`${program}: ${fileTrouble('the result', error, 'writing').message}`)
  })
  process.stderr.on('error', () => {})
  finish(await concluded(io, argv, main))
  endSoon()
}

/** How long the process may linger once all is said. */
const LINGER_MS = 500

/**
 * Ends the process although something still holds it open: a probe that was given up, in a library that cannot stop
 * it. Costs nothing where nothing does, and never cuts off what a slow reader has not taken.
 */
function endSoon(): void {
  setTimeout(() => (process.stdout.writableLength > 0 ? endSoon() : process.exit()), LINGER_MS).unref()
}

/** Whether the command line asks for JSON, known even when the command line itself is wrong. */
function wantsJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--')
  const own = end === -1 ? argv : argv.slice(0, end)
  const format = own.indexOf('--format')
  return own.includes('--json') || own.includes('--format=json') || (format !== -1 && own[format + 1] === 'json')
}

function report(io: Io, error: unknown, json: boolean): void {
  const { message, hint } = error instanceof UserError ? error : defectText(io, error)
  for (const line of error instanceof UserErrors ? error.lines : [message]) io.note(`${io.program}: ${line}`)
  if (hint !== undefined) io.note(`  ${hint}`)
  if (!(error instanceof UserError) && io.env['LP_DEBUG'] === '1' && error instanceof Error) {
    for (const line of (error.stack ?? '').split('\n')) io.note(line)
  }
  if (json) {
    const kind = error instanceof UserError ? error.kind : 'defect'
    outJson(io, { error: { kind, message, ...(hint !== undefined && { hint }), exit_code: exitCodeOf(error) } })
  }
}

function defectText(io: Io, error: unknown): { message: string; hint: string } {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return {
    message: `this is a defect of lp-tui, please report it: ${what}`,
    hint: `At ${ISSUES_URL}${io.env['LP_DEBUG'] === '1' ? '.' : ' with the output of the same command under LP_DEBUG=1.'}`,
  }
}
