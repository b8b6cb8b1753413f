import { KIB, MIB, GIB } from '../units.ts'

/** Bytes that one buffer type holds, as the engine's log says them. */
export type BufferSizes = { readonly model: number; readonly context: number; readonly compute: number }

/** What llama.cpp said that it allocated, by buffer type: `CUDA0`, `CPU_Mapped`, `CPU_REPACK`. */
export type Allocation = ReadonlyMap<string, BufferSizes>

/** What one line of the engine's log means to us; null for the rest. */
export type LogEvent =
  | { readonly kind: 'loading' }
  | { readonly kind: 'dry run' }
  | { readonly kind: 'buffer'; readonly name: string; readonly part: keyof BufferSizes; readonly bytes: number }
  | { readonly kind: 'listening'; readonly url: string | null }

// load_tensors: CUDA0 model buffer size = 1.0 MiB; before 2025 without "model" (src/llama-model.cpp).
const BUFFER =
  /(?:^|[\s:])((?:RPC\d*\[[^\]\s]+\]|[A-Za-z][\w.]*))\s+(?:(model|KV|RS|compute|output)\s+)?buffer size\s*=\s*([\d.]+)\s*([KMG]iB)/
const PARTS = { model: 'model', KV: 'context', RS: 'context', compute: 'compute' } as const
const UNITS: Readonly<Record<string, number>> = { KiB: KIB, MiB: MIB, GiB: GIB }

/** Reads one line of llama-server's log, of this release or an older one, with whatever stands before the message. */
export function readLogLine(line: string): LogEvent | null {
  const buffer = BUFFER.exec(line)
  if (buffer !== null) {
    const [, name = '', word = 'model', size = '', unit = ''] = buffer
    // The output buffer is no part of the breakdown (llama_context::memory_breakdown).
    if (word === 'output') return null
    const bytes = Number(size) * (UNITS[unit] ?? MIB)
    return Number.isFinite(bytes) ? { kind: 'buffer', name, part: PARTS[word as keyof typeof PARTS], bytes } : null
  }
  if (/loaded meta data with \d+ key-value pairs/.test(line)) return { kind: 'loading' }
  if (/print_info: no_alloc\s*=\s*1\b/.test(line)) return { kind: 'dry run' }
  if (/\b(?:server is listening on|listening on|HTTP server is listening)\b/i.test(line)) {
    return { kind: 'listening', url: /https?:\/\/[^\s"',]+/.exec(line)?.[0] ?? null }
  }
  return null
}

/**
 * Gathers what the first model that is really loaded takes. Models after it (a draft) are not counted, nor is a pass
 * that only measures. A compute buffer that is reserved again replaces what it was; other parts come in several buffers.
 */
export function allocationReader(): { take(event: LogEvent): void; allocation(): Allocation } {
  let loads = 0
  let dry = false
  let sizes = new Map<string, BufferSizes>()
  return {
    take(event) {
      if (event.kind === 'loading') {
        loads++
        if (dry) {
          sizes = new Map()
          loads = 1
          dry = false
        }
      }
      if (event.kind === 'dry run') dry = true
      if (event.kind !== 'buffer' || loads > 1) return
      const before = sizes.get(event.name) ?? { model: 0, context: 0, compute: 0 }
      const sum = event.part === 'compute' ? event.bytes : before[event.part] + event.bytes
      sizes.set(event.name, { ...before, [event.part]: sum })
    },
    allocation: () => (dry ? new Map() : sizes),
  }
}
