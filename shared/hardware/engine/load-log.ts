import { coreCount, linesOf, wholeNumber } from '../text.ts'
import { parseEngineDevices, type EngineDevice } from './engine-devices.ts'

/** Sizes of buffers in MiB by device (`CUDA0`, `CPU`, `CUDA_Host`), each buffer by itself: files are mapped in parts. */
export type Buffers = Readonly<Record<string, readonly number[]>>

export type LoadLog = {
  readonly build: number | null
  readonly commit: string | null
  readonly devices: readonly EngineDevice[]
  readonly n_ctx: number | null
  /** As printed: `5.162 GiB (5.521 BPW)`. */
  readonly model_size: string | null
  readonly ftype: string | null
  readonly model: Buffers
  readonly cache: Buffers
  readonly compute: Buffers
  readonly output: Buffers
  /** Threads used and CPUs there, from `n_threads = 8 / 10`. */
  readonly threads: number | null
  readonly logical_cores: number | null
  /** From the fit: what the model needs of devices and what is free, MiB. */
  readonly projected_mib: number | null
  readonly free_mib: number | null
}

const BUFFER = /:\s+(\w[\w.:[\]-]{1,60}?)\s+(?:model |(KV|RS|compute|output) )?buffer size =\s*(\d{1,9}\.\d{2}) MiB/

/** Reads what llama.cpp writes while it loads a model, of any release and of the ik_llama.cpp fork. */
export function parseLoadLog(text: string): LoadLog | null {
  const buffers = { model: {}, KV: {}, compute: {}, output: {} } as Record<string, Record<string, number[]>>
  const first: Record<string, string> = {}
  const take = (key: string, value: string | undefined): void => {
    if (value !== undefined) first[key] ??= value.trim()
  }
  for (const line of linesOf(text)) {
    const buffer = BUFFER.exec(line)
    if (buffer?.[1] && buffer[3]) {
      // A recurrent state is cache too.
      const kind = buffer[2] === 'RS' ? 'KV' : (buffer[2] ?? 'model')
      const all = (buffers[kind] ??= {})
      const own = (all[buffer[1]] ??= [])
      if (own.length < 1000) own.push(Number(buffer[3]))
      continue
    }
    take('build', /\bbuild(?: = |: |=)(\d{1,6})\b/.exec(line)?.[1])
    take(
      'commit',
      /\bbuild(?: = |: )\d{1,6} \(([0-9a-f]{7,12})\)|\bcommit="([0-9a-f]{7,12})"/.exec(line)?.slice(1).find(Boolean),
    )
    take('n_ctx', /(?:n_ctx\s*= |kv_size = )(\d{1,9})\b/.exec(line)?.[1])
    // The evaluation tools print it in one line with others.
    take('n_ctx_short', /\bn_ctx=(\d{1,9}),/.exec(line)?.[1])
    take('model_size', /model size\s*= (\d.{1,60})$/.exec(line)?.[1] ?? /file size\s*= (\d.{1,60})$/.exec(line)?.[1])
    take('ftype', /(?:model ftype|file type)\s*= (.{1,60})$/.exec(line)?.[1])
    take('threads', /n_threads = (\d{1,6})(?: \(n_threads_batch = \d{1,6}\))? \/ \d/.exec(line)?.[1])
    take('logical', /n_threads = \d{1,6}(?: \(n_threads_batch = \d{1,6}\))? \/ (\d{1,6})\b/.exec(line)?.[1])
    take('projected', /projected to use (\d{1,9}) MiB/.exec(line)?.[1])
    take('free', /projected to use \d{1,9} MiB.{0,30}vs\.? (\d{1,9}) MiB/.exec(line)?.[1])
    take('device', /using device ((?:MTL|CUDA|ROCm|Vulkan|SYCL)\d{1,3}) \(/.exec(line)?.[1])
    take('device_name', /using device \w{2,12} \((.{1,120}?)\) (?:\(|- )/.exec(line)?.[1])
    take('device_free', /using device .{1,200} - (\d{1,9}) MiB free$/.exec(line)?.[1])
  }
  const devices = parseEngineDevices(text) ?? usedDevice(first)
  const none = Object.values(buffers).every((kind) => Object.keys(kind).length === 0)
  if (none && Object.keys(first).length === 0 && devices.length === 0) return null
  return {
    build: coreCount(first.build),
    commit: first.commit ?? null,
    devices,
    n_ctx: wholeNumber(first.n_ctx ?? first.n_ctx_short),
    model_size: first.model_size ?? null,
    ftype: first.ftype ?? null,
    model: buffers.model ?? {},
    cache: buffers.KV ?? {},
    compute: buffers.compute ?? {},
    output: buffers.output ?? {},
    threads: coreCount(first.threads),
    logical_cores: coreCount(first.logical),
    projected_mib: wholeNumber(first.projected),
    free_mib: wholeNumber(first.free) ?? wholeNumber(first.device_free),
  }
}

/** `using device MTL0 (Apple M1 Max) (unknown id) - 57343 MiB free` */
function usedDevice(first: Readonly<Record<string, string>>): EngineDevice[] {
  if (first.device === undefined) return []
  const free_mib = wholeNumber(first.device_free)
  const known = { driver: null, total_mib: null, architecture: null, unified: null }
  return [{ id: first.device, name: first.device_name ?? first.device, free_mib, ...known }]
}
