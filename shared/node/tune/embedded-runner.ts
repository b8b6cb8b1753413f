import { pathToFileURL } from 'node:url'
import * as z from 'zod'
import type { Run, RunResult } from '../../tune/bench.ts'
import { contextOf } from '../../tune/lengths.ts'
import type { BenchBuild } from '../../tune/llama-bench.ts'
import type { TunedSettings } from '../../tune/tuned-settings.ts'
import { failureText } from './bench-runner.ts'
import { type EmbeddedRequest, timeEmbedded } from './embedded-bench.ts'
import { callEngine } from './engine-call.ts'
import type { Measurer } from './measurer.ts'

export type EmbeddedRunnerOptions = {
  /** The package's entry file. */
  readonly path: string
  readonly model: string
  readonly n_vocab: number
  readonly cpu: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stop: AbortSignal
}

/** What node-llama-cpp has an option for, and the run command passes on (shared/node/run/embedded.ts). */
const OPTIONS: readonly (keyof TunedSettings)[] = ['n_threads', 'n_ubatch', 'flash_attn', 'n_gpu_layers', 'use_mmap']

/** Tokens of the context beside those that the tests need. */
const SPARE = 64

const Times = z.object({
  speeds: z.partialRecord(z.enum(['pp', 'tg', 'users']), z.array(z.number().positive().max(1e9)).max(1000)),
  release: z.string().max(64),
})

/** Before the result on stdout: what native code may print there is not part of it. */
const MARK = 'lp-times '

/** node-llama-cpp as what measures, each run in a process of its own: a crash is a failed candidate, not our end. */
export function embeddedRunner(options: EmbeddedRunnerOptions): Measurer {
  let build: BenchBuild | null = null
  return {
    program: 'node-llama-cpp',
    path: options.path,
    supported: new Set(OPTIONS),
    build: () => build,
    measure: (run) =>
      measure(run, options, (release) => {
        const number = /^b(\d{1,9})$/.exec(release)?.[1]
        build = { commit: release === '' ? 'unknown' : release, number: number ? Number(number) : null, backends: '' }
      }),
    close: () => Promise.resolve(),
  }
}

async function measure(
  run: Run,
  { path, model, n_vocab, cpu, env, stop }: EmbeddedRunnerOptions,
  onRelease: (release: string) => void,
): Promise<RunResult> {
  const request: EmbeddedRequest = { model, run, n_ctx: contextOf(run.tests) + SPARE, n_vocab, cpu }
  const program = [
    // The package tries its binaries in processes of its own, which must not get this text to run.
    'process.execArgv = []',
    `const library = await import(${JSON.stringify(pathToFileURL(path).href)})`,
    `const time = ${timeEmbedded.toString()}`,
    `const times = await time(library, ${JSON.stringify(request)})`,
    `process.stdout.write('\\n${MARK}' + JSON.stringify(times) + '\\n', () => process.exit(0))`,
  ].join('\n')
  const args = ['--input-type=module', '--eval', program]
  const end = await callEngine(process.execPath, args, { limit_s: run.limit_s, stop, env })
  if (end.state === 'stopped') return { state: 'stopped' }
  const times = end.state === 'ended' && end.code === 0 ? readTimes(end.stdout) : null
  if (times === null) return { state: 'failed', reason: failureText(end, run.limit_s), seconds: end.seconds }
  onRelease(times.release)
  return { state: 'ok', speeds: times.speeds, seconds: end.seconds }
}

function readTimes(stdout: string): z.infer<typeof Times> | null {
  const line = stdout.split('\n').findLast((one) => one.startsWith(MARK))
  if (line === undefined) return null
  try {
    const parsed = Times.safeParse(JSON.parse(line.slice(MARK.length)))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
