import * as z from 'zod'
import { contextOf } from './lengths.ts'
import type { Run } from './bench.ts'
import type { TunedSettings } from './tuned-settings.ts'

const FLAGS: Readonly<Record<keyof TunedSettings, readonly string[]>> = {
  n_threads: ['--threads'],
  n_threads_batch: ['--threads-batch'],
  n_batch: ['--batch-size'],
  n_ubatch: ['--ubatch-size'],
  flash_attn: ['--flash-attn'],
  cache_type_k: ['--cache-type-k'],
  cache_type_v: ['--cache-type-v'],
  n_gpu_layers: ['--n-gpu-layers', '--gpu-layers'],
  n_cpu_moe: ['--n-cpu-moe'],
  use_mmap: ['--load-mode'],
  poll: ['--poll'],
  prio: ['--prio'],
  numa: ['--numa'],
}

/** Settings that a build of llama-server can be told, read from its help; null where it is no help of llama-server. */
export function serverSupports(help: string): ReadonlySet<keyof TunedSettings> | null {
  if (!/--ctx-size\b/.test(help) || !/--port\b/.test(help)) return null
  const keys = (Object.keys(FLAGS) as (keyof TunedSettings)[]).filter((key) =>
    FLAGS[key].some((flag) => new RegExp(`${flag}\\b`).test(help)),
  )
  return new Set(keys)
}

/** Tokens of the context beside those that the tests need: the server keeps a few for itself. */
const SPARE = 64
/** llama-server's context must be a multiple of this a slot. */
const CONTEXT_STEP = 256

/** The arguments of llama-server for a run; what the settings leave open is left to it. */
export function serverRunArgs({ settings, tests }: Run, model: string, port: number): string[] {
  const users = Math.max(1, ...tests.map((test) => (test.kind === 'users' ? test.users : 1)))
  const each = Math.ceil((contextOf(tests) / users + SPARE) / CONTEXT_STEP) * CONTEXT_STEP
  const flag = (name: string, value: string | number | undefined) => (value === undefined ? [] : [name, `${value}`])
  const { n_gpu_layers, use_mmap } = settings
  return [
    ...flag('-m', model),
    ...flag('-c', each * users),
    ...flag('-np', users),
    ...flag('--host', '127.0.0.1'),
    ...flag('--port', port),
    ...flag('-t', settings.n_threads),
    ...flag('-tb', settings.n_threads_batch),
    ...flag('-b', settings.n_batch),
    ...flag('-ub', settings.n_ubatch),
    ...flag('-fa', settings.flash_attn),
    ...flag('-ctk', settings.cache_type_k),
    ...flag('-ctv', settings.cache_type_v),
    ...flag('-ngl', n_gpu_layers === -1 ? 999 : n_gpu_layers),
    ...flag('-ncmoe', settings.n_cpu_moe),
    ...flag('-lm', use_mmap === undefined ? undefined : use_mmap ? 'mmap' : 'none'),
    ...flag('--poll', settings.poll),
    ...flag('--prio', settings.prio),
    ...flag('--numa', settings.numa),
  ]
}

/** What an answer of `/completion` says of its time (tools/server, server_slot timings); only what we use. */
const AnswerSchema = z.object({
  timings: z.object({
    prompt_n: z.int().min(0),
    prompt_per_second: z.number().min(0).max(1e9).nullable().optional(),
    predicted_n: z.int().min(0),
    predicted_per_second: z.number().min(0).max(1e9).nullable().optional(),
  }),
})

export type AnswerTimes = z.infer<typeof AnswerSchema>['timings']

/** The timings of an answer; null where it has none. */
export function readAnswer(text: string): AnswerTimes | null {
  try {
    const parsed = AnswerSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data.timings : null
  } catch {
    return null
  }
}
