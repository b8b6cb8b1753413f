import { availableParallelism, freemem } from 'node:os'
import { Worker, type MessagePort } from 'node:worker_threads'
import type { MeasuredBandwidth } from '../hardware/snapshot.ts'
import { MIB } from '../units.ts'

/** All buffers together: several times the caches of a desktop; more threads get more, and all no more than is free. */
const TOTAL_BYTES = 256 * MIB
const LEAST_BYTES = 32 * MIB
const READ_MS = 600
const COPY_MS = 300
/** Rates are taken by windows, and the best one counts: what else runs can only slow a test down. */
const WINDOW_MS = 100

type Work = { buffer_bytes: number; gate: SharedArrayBuffer; window_ms: number; read_ms: number; copy_ms: number }
/** Bytes of one thread in each window since the start. */
type Counted = { read: number[]; copy: number[] }

/**
 * How fast this machine's memory is read and copied by all cores that the process may use, in about one second: each
 * thread scans a buffer of its own for a byte that is not there (memchr of the C library, which reads with the widest
 * registers), then copies one half onto the other (memmove). Reading is what token generation does with weights.
 * @param threads as many as a plan would use; all that the process may use when absent
 */
export async function measureBandwidth(threads = availableParallelism()): Promise<MeasuredBandwidth> {
  const most = Math.max(MIB, Math.floor(freemem() / 4 / threads / MIB) * MIB)
  const buffer_bytes = Math.min(most, Math.max(LEAST_BYTES, Math.floor(TOTAL_BYTES / threads / MIB) * MIB))
  const gate = new SharedArrayBuffer(8)
  const work: Work = { buffer_bytes, gate, window_ms: WINDOW_MS, read_ms: READ_MS, copy_ms: COPY_MS }
  const started = performance.now()
  const workers = Array.from({ length: threads }, () => startWorker(work))
  await Promise.all(workers.map(({ ready }) => ready))
  Atomics.store(new Int32Array(gate), 0, 1)
  Atomics.notify(new Int32Array(gate), 0)
  const counts = await Promise.all(workers.map(({ done }) => done))
  return {
    read_gb_s: bestWindow(counts.map(({ read }) => read)),
    copy_gb_s: bestWindow(counts.map(({ copy }) => copy)),
    threads,
    seconds: Math.round((performance.now() - started) / 100) / 10,
    method: 'own test: memchr and memmove in worker threads',
  }
}

/** GB/s of all threads together in their best whole window. */
function bestWindow(threads: readonly (readonly number[])[]): number {
  const windows = Math.max(1, Math.min(...threads.map((bytes) => bytes.length)) - 1)
  const sums = Array.from({ length: windows }, (_, at) => threads.reduce((sum, bytes) => sum + (bytes[at] ?? 0), 0))
  return Math.max(0.1, Math.round((Math.max(...sums) / (WINDOW_MS / 1000) / 1e9) * 10) / 10)
}

function startWorker(work: Work): { ready: Promise<void>; done: Promise<Counted> } {
  // From its own text, so that it runs alike from the build and from a test.
  const worker = new Worker(`(${thread.toString()})(require('node:worker_threads'))`, { eval: true, workerData: work })
  let isReady: () => void = () => {}
  const ready = new Promise<void>((resolve, reject) => {
    isReady = resolve
    worker.once('error', reject)
  })
  const done = new Promise<Counted>((resolve, reject) => {
    worker.once('error', reject)
    worker.on('message', (message: Counted | 'ready') => (message === 'ready' ? isReady() : resolve(message)))
  })
  return { ready, done }
}

type Threads = { readonly parentPort: MessagePort | null; readonly workerData: unknown }

/** Runs in a thread of its own: nothing from outside this function is there. */
function thread({ parentPort, workerData }: Threads): void {
  const { buffer_bytes, gate, window_ms, read_ms, copy_ms } = workerData as Work
  const chunk = 2 * 1024 ** 2
  // Written to, since untouched memory is one shared page of zeros.
  const buffer = Buffer.alloc(buffer_bytes, 7)
  const half = buffer_bytes / 2
  parentPort?.postMessage('ready')
  Atomics.wait(new Int32Array(gate), 0, 0)
  const count = (limit_ms: number, end: number, once: (from: number) => number): number[] => {
    const windows: number[] = []
    const start = performance.now()
    for (let from = 0, late = 0; late < limit_ms; from = from + chunk < end ? from + chunk : 0) {
      const bytes = once(from)
      late = performance.now() - start
      const window = Math.floor(late / window_ms)
      while (windows.length <= window) windows.push(0)
      windows[window] = (windows[window] ?? 0) + bytes
    }
    return windows
  }
  const read = count(read_ms, buffer_bytes, (from) => {
    const part = buffer.subarray(from, from + chunk)
    return part.indexOf(1) < 0 ? part.length : 0
  })
  // Read once and written once.
  const copy = count(copy_ms, half, (from) => {
    const part = buffer.subarray(from, Math.min(from + chunk, half))
    buffer.set(part, half + from)
    return 2 * part.length
  })
  parentPort?.postMessage({ read, copy })
}
