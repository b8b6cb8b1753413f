export type Basis = 'measured here' | 'measured on the same hardware' | 'model'

export type Speed = {
  readonly tokens_per_s: number
  readonly low: number
  readonly high: number
  readonly basis: Basis
  /** The rows or the rule behind the number. */
  readonly source: string
}

/** Decode (`tg`) and prompt (`pp`) speed of one stream; null where nothing supports a number. */
export type ThroughputEstimate = { readonly tg: Speed | null; readonly pp: Speed | null }
