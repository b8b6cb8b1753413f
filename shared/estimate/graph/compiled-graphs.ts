import type { ModelFacts } from '../../model/facts.ts'
import { transposesV } from '../cache.ts'
import type { ContextSize } from '../context-size.ts'
import type { Where } from '../layer-device.ts'
import { overridesText } from '../overrides/tensor-override.ts'
import type { PlacedRun } from '../placed-run.ts'
import type { GraphBuilder } from './architectures/index.ts'
import { ALIGNMENT } from './block-allocator.ts'
import { type CompiledGraph, compileGraph } from './compiled-graph.ts'
import { type GraphModel, graphModel } from './graph-model.ts'
import type { Point } from './size-terms.ts'

/** llama.cpp pads a stream's cells to this. */
const CELLS = 256

/** Compiling takes as long as several replays: it pays when the same structure is asked again and again. */
const REPLAYS_BEFORE = 20

/** A structure: how often it was asked, and its graph once compiled; null where it cannot be. */
type Entry = { asked: number; graph?: CompiledGraph | null }

/** By model, by placement, by what else the graph's structure depends on: planning asks thousands of times. */
const BY_PLACEMENT = new WeakMap<ModelFacts, WeakMap<readonly Where[], Map<string, Entry>>>()
/** By all of that as text: placements whose layers are represented by the same ones share a graph. */
const BY_KEY = new Map<string, Entry>()
const MOST_KEPT = 5000

/**
 * Bytes of each backend's compute buffer from the graph compiled once, the CPU last; null where only a whole replay can
 * tell, or where one is cheaper because the structure is new. Only for micro-batches of whole sequences and whole blocks,
 * and for models without recurrent layers.
 * @param copies of each input (pipelineCopies)
 */
export function compiledSizes(build: GraphBuilder, run: PlacedRun, copies: number): number[] | null {
  const { size, settings, hparams } = run
  const tokens = Math.min(size.n_ctx, size.n_ubatch)
  const block = leastTokens(settings.n_parallel)
  const rows = size.n_outputs_max >= tokens ? null : size.n_outputs_max
  const odd = tokens % block !== 0 || block > CELLS || (rows !== null && rows > block)
  if (odd || hparams.is_recr.includes(true)) return null
  const entry = entryOf(run, copies, rows)
  if (entry.graph === undefined) {
    entry.asked++
    if (entry.asked <= REPLAYS_BEFORE) return null
    entry.graph = compileGraph(build, (point) => modelAt(point, run, rows), copies, pointsFor(settings.n_parallel))
  }
  return entry.graph === null ? null : entry.graph.sizesAt({ tokens, cells: size.n_ctx_seq })
}

/** @param rows rows of logits; null for all tokens */
function entryOf(run: PlacedRun, copies: number, rows: number | null): Entry {
  const { facts, where, settings, size, flash, n_devices } = run
  let placements = BY_PLACEMENT.get(facts)
  if (placements === undefined) BY_PLACEMENT.set(facts, (placements = new WeakMap()))
  let entries = placements.get(where)
  if (entries === undefined) placements.set(where, (entries = new Map()))
  const { n_parallel, kv_unified, offload_kqv, swa_full, cache_type_k, cache_type_v } = settings
  const flags =
    (flash ? 1 : 0) +
    (transposesV(settings) ? 2 : 0) +
    (kv_unified ? 4 : 0) +
    (offload_kqv ? 8 : 0) +
    (swa_full ? 16 : 0)
  const numbers = `${flags} ${n_parallel} ${size.n_stream} ${copies} ${n_devices} ${settings.n_cpu_moe}`
  const types = `${cache_type_k} ${cache_type_v}`
  const key = `${numbers} ${rows} ${settings.n_rs_seq} ${types} ${overridesText(settings)}`
  let entry = entries.get(key)
  if (entry === undefined) entries.set(key, (entry = sharedEntry(run, copies, rows)))
  return entry
}

function sharedEntry(run: PlacedRun, copies: number, rows: number | null): Entry {
  const [first] = pointsFor(run.settings.n_parallel)
  const key = `${modelAt(first, run, rows).key} ${run.n_devices} ${copies} ${rows}`
  const known = BY_KEY.get(key)
  if (known !== undefined) return known
  if (BY_KEY.size >= MOST_KEPT) BY_KEY.clear()
  const entry = { asked: 0 }
  BY_KEY.set(key, entry)
  return entry
}

function modelAt({ tokens, cells }: Point, run: PlacedRun, rows: number | null): GraphModel {
  const { size } = run
  const at: ContextSize = {
    n_ctx: cells * (size.n_ctx / size.n_ctx_seq),
    n_ctx_seq: cells,
    n_stream: size.n_stream,
    n_batch: tokens,
    n_ubatch: tokens,
    n_outputs_max: rows ?? tokens,
  }
  return graphModel({ ...run, size: at })
}

/**
 * Where a graph is built to be compiled: the least and about the greatest that is asked, multiples of powers of two and of
 * primes, so that neither a bound nor a remainder that changes the graph goes unseen. The context holds the micro-batch.
 */
function pointsFor(n_parallel: number): [Point, ...Point[]] {
  const block = leastTokens(n_parallel)
  return [
    { tokens: block, cells: CELLS },
    { tokens: block * 521, cells: CELLS * 67 * (block / ALIGNMENT) },
    { tokens: block * 13, cells: CELLS * 8209 },
    { tokens: block * 64, cells: CELLS * 512 },
  ]
}

/** Tokens in whole sequences whose tensors fill whole blocks: other sizes leave scraps, and layers are not cut then. */
function leastTokens(n_parallel: number): number {
  let tokens = ALIGNMENT
  while (tokens % n_parallel !== 0) tokens += ALIGNMENT
  return tokens
}
