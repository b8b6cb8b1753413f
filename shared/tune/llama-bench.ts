import * as z from 'zod'
import type { Run, Speeds, Test, TestKind } from './bench.ts'
import type { TunedSettings } from './tuned-settings.ts'

/** llama-bench's flag for each setting, as its help lists it; the second is the name of older builds. */
const FLAGS: Readonly<Record<keyof TunedSettings, readonly string[]>> = {
  n_threads: ['--threads'],
  n_threads_batch: ['--threads'],
  n_batch: ['--batch-size'],
  n_ubatch: ['--ubatch-size'],
  flash_attn: ['--flash-attn'],
  cache_type_k: ['--cache-type-k'],
  cache_type_v: ['--cache-type-v'],
  n_gpu_layers: ['--n-gpu-layers'],
  n_cpu_moe: ['--n-cpu-moe'],
  use_mmap: ['--load-mode', '--mmap'],
  poll: ['--poll'],
  prio: ['--prio'],
  numa: ['--numa'],
}

/** What a build of llama-bench understands, read from its help. */
export type BenchDialect = {
  readonly supported: ReadonlySet<keyof TunedSettings>
  /** `--flash-attn on|off|auto`; older builds take 0 and 1. */
  readonly flash_words: boolean
  readonly load_mode: boolean
  /** Can lower the layers to what fits, as llama-server does unasked. */
  readonly fits: boolean
  /** Can keep off the network; it has no reason to go there with a file. */
  readonly offline: boolean
}

/** What the help of llama-bench says that it takes; null where it is no help of llama-bench. */
export function readDialect(help: string): BenchDialect | null {
  if (!/--n-gen\b/.test(help) || !/--n-prompt\b/.test(help)) return null
  const has = (flag: string) => new RegExp(`${flag}\\b`).test(help)
  const known = (Object.keys(FLAGS) as (keyof TunedSettings)[]).filter((key) => FLAGS[key].some(has))
  return {
    supported: new Set(known),
    flash_words: /--flash-attn <on\|off/.test(help),
    load_mode: has('--load-mode'),
    fits: has('--fit-target'),
    offline: has('--offline'),
  }
}

/** Memory that `llama-server --fit` leaves free on a device, in MiB (common/common.h, fit_params_target). */
const FIT_MARGIN = '1024'

export type BenchCommand = { readonly test: Test; readonly args: readonly string[] }

/**
 * The calls of llama-bench for a run: one, or one a test where prompt and answer have threads of their own, for which it
 * has a single flag.
 * @param devices GPUs of the machine: llama.cpp's own default there is to fit the layers to the memory
 */
export function benchCommands(run: Run, model: string, dialect: BenchDialect, devices: number): BenchCommand[] {
  const { settings, tests, repetitions } = run
  return tests.map((test) => {
    const threads = test.kind === 'pp' ? (settings.n_threads_batch ?? settings.n_threads) : settings.n_threads
    const flag = (name: string, value: string | number | undefined) => (value === undefined ? [] : [name, `${value}`])
    return {
      test,
      args: [
        ...flag('-m', model),
        ...flag('-o', 'jsonl'),
        ...flag('-r', repetitions),
        ...testArgs(test),
        ...flag('-t', threads),
        ...flag('-b', settings.n_batch),
        ...flag('-ub', settings.n_ubatch),
        ...flag('-fa', flashWord(settings.flash_attn, dialect)),
        ...flag('-ctk', settings.cache_type_k),
        ...flag('-ctv', settings.cache_type_v),
        ...flag('-ngl', settings.n_gpu_layers === -1 ? 999 : settings.n_gpu_layers),
        ...flag('-ncmoe', settings.n_cpu_moe),
        ...loadArgs(settings.use_mmap, dialect),
        ...flag('--poll', settings.poll),
        ...flag('--prio', settings.prio),
        ...flag('--numa', settings.numa),
        ...(devices > 0 && settings.n_gpu_layers === undefined && dialect.fits ? ['-fitt', FIT_MARGIN] : []),
        ...(dialect.offline ? ['--offline'] : []),
      ],
    }
  })
}

function testArgs(test: Test): string[] {
  if (test.kind === 'pp') return ['-p', `${test.tokens}`, '-n', '0']
  if (test.kind === 'tg') return ['-p', '0', '-n', `${test.tokens}`, ...(test.depth > 0 ? ['-d', `${test.depth}`] : [])]
  throw new Error('llama-bench serves one user')
}

function flashWord(flash: TunedSettings['flash_attn'], { flash_words }: BenchDialect): string | undefined {
  if (flash === undefined || flash_words) return flash
  return flash === 'on' ? '1' : flash === 'off' ? '0' : undefined
}

function loadArgs(use_mmap: boolean | undefined, { load_mode }: BenchDialect): string[] {
  if (use_mmap === undefined) return []
  return load_mode ? ['-lm', use_mmap ? 'mmap' : 'none'] : ['-mmp', use_mmap ? '1' : '0']
}

const speed = z.number().positive().max(1e9)

/** A line of `-o jsonl`; only what we use. */
const LineSchema = z.object({
  build_commit: z.string().max(64),
  build_number: z.int().min(0).optional().catch(undefined),
  backends: z.string().max(300).optional().catch(undefined),
  n_prompt: z.int().min(0),
  n_gen: z.int().min(0),
  n_threads: z.int().min(1).max(100_000).optional().catch(undefined),
  n_batch: z.int().min(1).optional().catch(undefined),
  n_ubatch: z.int().min(1).optional().catch(undefined),
  poll: z.int().min(0).max(100).optional().catch(undefined),
  samples_ts: z.array(speed).min(1).max(1000),
})

export type BenchBuild = { readonly commit: string; readonly number: number | null; readonly backends: string }

export type BenchOutput = { readonly speeds: Speeds; readonly build: BenchBuild; readonly effective: TunedSettings }

/** More lines than this are not ours. */
const MOST_LINES = 100

/** The speeds of one call; null where its output is not what llama-bench prints for that test. */
export function readBenchOutput(stdout: string, test: Test): BenchOutput | null {
  const lines = stdout.split('\n').filter((line) => line.startsWith('{'))
  if (lines.length === 0 || lines.length > MOST_LINES) return null
  for (const line of lines) {
    const parsed = LineSchema.safeParse(jsonOf(line))
    if (!parsed.success) continue
    const { samples_ts, build_commit, build_number, backends, n_prompt, n_gen, ...rest } = parsed.data
    const kind: TestKind = n_gen > 0 ? 'tg' : 'pp'
    if (test.kind !== kind || Math.max(n_prompt, n_gen) !== test.tokens) continue
    const effective = Object.fromEntries(
      Object.entries(rest).filter(([, value]) => value !== undefined),
    ) as TunedSettings
    const build = { commit: build_commit, number: build_number ?? null, backends: backends ?? '' }
    return { speeds: { [kind]: samples_ts }, build, effective }
  }
  return null
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
