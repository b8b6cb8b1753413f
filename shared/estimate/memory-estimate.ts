import type { ExtraTerm } from './extras/extra-term.ts'
import type { Program } from '../program.ts'

/** Bytes, in llama.cpp's own split (llama_get_memory_breakdown). */
export type MemoryBreakdown = { readonly model: number; readonly context: number; readonly compute: number }

/**
 * Where the model goes: `devices` GPU-like devices in llama.cpp's order, 0 for CPU only. `backend`: theirs; without it they
 * are reference devices, which add nothing of their own to the graph's buffers. `of_servers`: how many of the first ones each
 * rpc-server has; one each where it is absent.
 */
export type Placement = {
  readonly devices: number
  readonly backend?: string
  readonly of_servers?: readonly number[]
}

/**
 * `exact`: every term follows llama.cpp's own rule. `approximate`: some term is a closed form or errs on the
 * safe side; `bound` is then the largest share by which the total may be off.
 */
export type MemoryEstimate = {
  readonly program: Program
  readonly basis: 'exact' | 'approximate'
  /** Largest relative error to expect of the total, as a fraction; 0 when exact. */
  readonly bound: number
  readonly devices: readonly MemoryBreakdown[]
  readonly host: MemoryBreakdown
  /** Parts of the devices' compute that are the backend's own, each with its bounds; absent where there are none. */
  readonly backend_terms?: readonly ExtraTerm[]
  /** llama.cpp release that the rules were proved against. */
  readonly engine: string
}

export function totalOf(part: MemoryBreakdown): number {
  return part.model + part.context + part.compute
}
