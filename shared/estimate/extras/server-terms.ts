import type { Hparams } from '../../model/hparams.ts'
import { rowBytes } from '../../model/tensor-types.ts'
import { MIB } from '../../units.ts'
import type { ContextSize } from '../context-size.ts'
import type { MemorySettings } from '../memory-settings.ts'
import type { ExtraTerm } from './extra-term.ts'

/** What llama-server is told about the memory that no breakdown shows; what is absent has its default. */
export type ServerOptions = {
  /** `--cache-ram` in MiB; 0: none, -1: without a limit. */
  readonly cache_ram_mib?: number
  /** `--ctx-checkpoints`, for each slot. */
  readonly ctx_checkpoints?: number
}

/** common/common.h: cache_ram_mib, n_ctx_checkpoints. */
const DEFAULT_CACHE_RAM_MIB = 8192
const DEFAULT_CTX_CHECKPOINTS = 32

const FLOAT = 4
/** Position, number of sequences and sequence of each saved cell (llama_kv_cache::state_write_meta). */
const CELL_META = 12

/** A draft beside the model: its cache goes into checkpoints too. */
export type DraftInServer = { readonly hparams: Hparams; readonly settings: MemorySettings; readonly size: ContextSize }

/** Results for the program to read: logits of each sequence from the start, of all rows it may ask for at most. */
export function outputTerm(
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
  n_draft: number,
  reads_states: boolean,
): ExtraTerm {
  const rows =
    settings.program === 'server' ? Math.min(settings.n_parallel * (1 + n_draft), size.n_batch) : size.n_batch
  const states = reads_states ? hparams.n_embd * size.n_batch : 0
  const bytes = FLOAT * hparams.n_vocab * settings.n_parallel
  return {
    id: 'server.output_buffer',
    place: 'host',
    bytes,
    high: Math.max(bytes, FLOAT * (hparams.n_vocab * rows + states)),
    source:
      settings.program === 'server'
        ? `logits of ${settings.n_parallel} sequences; grows with drafted tokens (llama_context::output_reserve)`
        : `logits of ${settings.n_parallel} sequences; of every token where a program asks for all (llama_context::output_reserve)`,
    limit_flag: settings.program === 'server' ? '--parallel' : '--batch-size',
  }
}

/**
 * llama-server's copies of what a sequence cannot take back: the sliding window's cells and the recurrent state. Plain
 * attention has none (tools/server/server-context.cpp, create_checkpoint).
 */
export function checkpointTerm(
  hparams: Hparams,
  size: ContextSize,
  settings: MemorySettings,
  draft: DraftInServer | null,
  { ctx_checkpoints = DEFAULT_CTX_CHECKPOINTS }: ServerOptions,
): ExtraTerm | null {
  if (settings.program !== 'server' || ctx_checkpoints === 0) return null
  const own = checkpointBytes(hparams, size, settings)
  if (own === 0) return null
  // A plain cache writes all its cells, also where only the part is asked for that cannot be taken back.
  const beside = draft === null ? 0 : savedCache(draft.hparams, draft.size, draft.settings, false)
  const most = settings.n_parallel * ctx_checkpoints
  return {
    id: 'server.context_checkpoints',
    place: 'host',
    bytes: 0,
    high: most * (own + beside),
    source: `none at first; up to ${ctx_checkpoints} a slot, ${showMib(own + beside)} each, for prompts of many messages or more than 8192 tokens`,
    limit_flag: '--ctx-checkpoints',
  }
}

/** Bytes of one checkpoint of one sequence; 0 where the cache can go back by itself. */
export function checkpointBytes(hparams: Hparams, size: ContextSize, settings: MemorySettings): number {
  const state = FLOAT * (hparams.n_embd_r + hparams.n_embd_s) * hparams.is_recr.filter(Boolean).length
  const windowed = hparams.n_swa > 0 && !settings.swa_full && hparams.is_swa.includes(true)
  return state + (windowed ? savedCache(hparams, size, settings, true) : 0)
}

/**
 * Bytes that a sequence's cache takes when it is saved (llama_kv_cache::state_write).
 * @param windowed only the sliding window's layers, of which only the cells inside the window are saved
 */
function savedCache(hparams: Hparams, size: ContextSize, settings: MemorySettings, windowed: boolean): number {
  const layers = hparams.has_kv.flatMap((has, il) => (has && (!windowed || hparams.is_swa[il]) ? [il] : []))
  if (layers.length === 0) return 0
  const row = layers.reduce((sum, il) => {
    const k = rowBytes(settings.cache_type_k, hparams.n_embd_k_gqa[il] ?? 0)
    const v = hparams.is_mla ? 0 : rowBytes(settings.cache_type_v, hparams.n_embd_v_gqa[il] ?? 0)
    return sum + k + v
  }, 0)
  const cells = windowed ? Math.min(hparams.n_swa, size.n_ctx_seq) : size.n_ctx_seq
  return cells * (row + CELL_META)
}

/** llama-server's memory of earlier prompts: nothing at first, then up to its limit (server_prompt_cache). */
export function promptCacheTerm(
  settings: Pick<MemorySettings, 'program'>,
  { cache_ram_mib = DEFAULT_CACHE_RAM_MIB }: ServerOptions,
): ExtraTerm | null {
  if (settings.program !== 'server' || cache_ram_mib === 0) return null
  return {
    id: 'server.prompt_cache',
    place: 'host',
    bytes: 0,
    high: cache_ram_mib < 0 ? null : cache_ram_mib * MIB,
    source:
      cache_ram_mib < 0
        ? 'none at first; states of earlier prompts, without a limit'
        : `none at first; states of earlier prompts, up to ${cache_ram_mib} MiB, their checkpoints included`,
    limit_flag: '--cache-ram',
  }
}

function showMib(bytes: number): string {
  return `${(bytes / MIB).toFixed(1)} MiB`
}
