import type { Backend } from '../../backend.ts'
import type { JsonPath, Place } from '../../finding.ts'
import type { ReadConfig } from '../read-config.ts'
import type { RuntimeConfig } from '../runtime-config.ts'

export const FOREIGN_FORMATS = ['shell', 'dockerfile', 'env', 'preset-ini', 'llama-swap', 'compose', 'ollama'] as const
export type ForeignFormat = (typeof FOREIGN_FORMATS)[number]

/** A change of the file: `length` units at `offset` become `text`. */
export type TextEdit = { readonly offset: number; readonly length: number; readonly text: string }

/** An option as the file spells it. */
export type UsedOption = { readonly key: string; readonly has_value: boolean; readonly place: Place }

/** One server that a file of another program describes, as a runtime config. */
export type ForeignConfig = ReadConfig & {
  readonly format: ForeignFormat
  /** The section, model or service; empty where the file is about one server. */
  readonly name: string
  /** What could be carried over, even where something else keeps it from being judged; null where too little is known. */
  readonly draft: RuntimeConfig | null
  /** False where the file does not say the backend and the caller's choice stands in for it. */
  readonly backend_stated: boolean
  /** Options of llama-server, for what depends on its release; none where another program starts it. */
  readonly options: readonly UsedOption[]
  /**
   * The context is the training length times this, as soon as a model is known; null where the file states it.
   * See `attachModel`.
   */
  readonly context_per_training: number | null
  /** What the file calls the key at `path`; where it does not say it, what it would be called there. */
  readonly nameOf: (path: JsonPath) => string
  /** The change of the file that gives the value at `path` another; null where no single token says it. */
  readonly edit: (path: JsonPath, value: string | number | boolean | null) => TextEdit | null
}

export type ForeignOptions = {
  /** The backend where the file does not say it; `cuda` when absent. */
  readonly backend?: Backend
  readonly limits?: ForeignLimits
}

/** What a file may ask of us before it is parsed. */
export type ForeignLimits = {
  /** UTF-16 units. */
  readonly length: number
  readonly nesting: number
  readonly keys: number
  /** Tokens of YAML, blank lines and comments among them: its lexer is slow at these. */
  readonly tokens: number
}

export const FOREIGN_LIMITS: ForeignLimits = { length: 1024 * 1024, nesting: 64, keys: 20_000, tokens: 400_000 }

/** Most servers of one file that are read; more are told, not judged. */
export const MOST_SERVERS = 500

/** What `readForeign` gives. */
export type ForeignFile = {
  /** In the order of the file; one without a config where the file cannot be read. */
  readonly configs: readonly ForeignConfig[]
}
