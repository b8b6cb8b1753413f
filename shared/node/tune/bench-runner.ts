import type { Run, RunResult, TestKind } from '../../tune/bench.ts'
import {
  type BenchBuild,
  benchCommands,
  type BenchDialect,
  readBenchOutput,
  readDialect,
} from '../../tune/llama-bench.ts'
import { type CallEnd, callEngine } from './engine-call.ts'
import type { Measurer } from './measurer.ts'

/** Loading a back-end with its driver may take seconds. */
const HELP_LIMIT_S = 20

export type BenchRunnerOptions = {
  readonly path: string
  readonly model: string
  /** GPUs of the machine. */
  readonly devices: number
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stop: AbortSignal
}

/** llama-bench as what measures; null where the program is none, or too old to be asked for JSON lines. */
export async function benchRunner(options: BenchRunnerOptions): Promise<Measurer | null> {
  const { path, env, stop } = options
  const help = await callEngine(path, ['--help'], { limit_s: HELP_LIMIT_S, stop, env })
  if (help.state !== 'ended' || !help.stdout.includes('jsonl')) return null
  const dialect = readDialect(help.stdout)
  if (dialect === null) return null
  let build: BenchBuild | null = null
  return {
    program: 'llama-bench',
    path,
    supported: dialect.supported,
    build: () => build,
    measure: (run) =>
      measure(run, dialect, options, (found) => {
        build = found
      }),
    close: () => Promise.resolve(),
  }
}

async function measure(
  run: Run,
  dialect: BenchDialect,
  { path, model, devices, env, stop }: BenchRunnerOptions,
  onBuild: (build: BenchBuild) => void,
): Promise<RunResult> {
  const speeds: { [kind in TestKind]?: readonly number[] } = {}
  let effective = {}
  let seconds = 0
  for (const { test, args } of benchCommands(run, model, dialect, devices)) {
    // oxlint-disable-next-line no-await-in-loop -- two at once would slow each other down
    const end = await callEngine(path, args, { limit_s: run.limit_s, stop, env })
    if (end.state === 'stopped') return { state: 'stopped' }
    seconds += end.seconds
    const output = end.state === 'ended' && end.code === 0 ? readBenchOutput(end.stdout, test) : null
    if (output === null) return { state: 'failed', reason: failureText(end, run.limit_s), seconds }
    Object.assign(speeds, output.speeds)
    effective = output.effective
    onBuild(output.build)
  }
  return { state: 'ok', speeds, seconds, effective }
}

/** Why a call gave nothing, in one sentence; the engine's own last complaint where it has one. */
export function failureText(end: Exclude<CallEnd, { state: 'stopped' }>, limit_s: number): string {
  if (end.state === 'timeout') return `no result within ${Math.round(limit_s)} s`
  if (end.state === 'too much output') return 'it printed without end'
  if (end.state === 'not started') return `it does not start: ${end.reason}`
  if (end.code === 0) return 'what it printed is no result'
  const said = lastComplaint(end.stderr)
  return `${end.signal === null ? `it ended with ${end.code}` : `it was ended by ${end.signal}`}${said === '' ? '' : `: ${said}`}`
}

const MOST_CHARACTERS = 200

function lastComplaint(stderr: string): string {
  const lines = stderr.split('\n').filter((line) => /error|fail|abort|assert|out of memory|invalid/i.test(line))
  return (lines.at(-1) ?? '').trim().slice(0, MOST_CHARACTERS)
}
