/** Names of all terms; docs/memory.md says of each what it is and where its number comes from. */
const EXTRA_IDS = [
  'mmproj.model',
  'mmproj.compute',
  'lora.model',
  'lora.compute',
  'draft.model',
  'draft.context',
  'draft.compute',
  'draft.output_buffer',
  'mtp.model',
  'mtp.context',
  'mtp.compute',
  'speculation.context',
  'speculation.compute',
  'server.output_buffer',
  'server.context_checkpoints',
  'server.prompt_cache',
  'host.repacked_file',
  'host.packed_weights',
  'device.op_offload',
  'device.cache_f16_copies',
  'driver.overhead',
] as const
export type ExtraId = (typeof EXTRA_IDS)[number]

/**
 * Memory beside llama.cpp's breakdown of the main model. Terms add up with one another and with the estimate, never
 * into it.
 */
export type ExtraTerm = {
  readonly id: ExtraId
  /** Index of the device, or the host. */
  readonly place: number | 'host'
  /** Bytes once all is loaded and before the first request: what to count on. */
  readonly bytes: number
  /** Bounds where the number is no exact one. `high` of a cache is its cap, reached only with use. */
  readonly low?: number
  /** Absent where `bytes` is exact; null: without a limit. */
  readonly high?: number | null
  /** What it is and which rule, measurement or log it comes from, in words. */
  readonly source: string
  /** llama.cpp's flag that limits it. */
  readonly limit_flag?: string
}

/** What may become of a term at worst; null without a limit. */
function highestOf({ bytes, high }: ExtraTerm): number | null {
  return high === undefined ? bytes : high
}

/** Terms that hold something, in a fixed order: devices first, then the host. */
export function presentTerms(terms: readonly ExtraTerm[]): ExtraTerm[] {
  const rank = ({ place }: ExtraTerm) => (place === 'host' ? Infinity : place)
  return terms
    .filter((term) => term.bytes > 0 || highestOf(term) !== 0)
    .sort((a, b) => (rank(a) === rank(b) ? EXTRA_IDS.indexOf(a.id) - EXTRA_IDS.indexOf(b.id) : rank(a) - rank(b)))
}
