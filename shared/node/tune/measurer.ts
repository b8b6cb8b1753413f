import type { Run, RunResult } from '../../tune/bench.ts'
import type { BenchBuild } from '../../tune/llama-bench.ts'
import type { TunedSettings } from '../../tune/tuned-settings.ts'

/** A program that runs a model and can be timed. */
export type Measurer = {
  readonly program: 'llama-bench' | 'llama-server' | 'node-llama-cpp'
  readonly path: string
  readonly supported: ReadonlySet<keyof TunedSettings>
  /** Known once something has been measured. */
  build(): BenchBuild | null
  measure(run: Run): Promise<RunResult>
  close(): Promise<void>
}
