/** What an export is written for, where the config does not say it. */
export type ExportOptions = {
  /** The llama-server to start; the usual name or place of each target when absent. */
  readonly engine?: string
  /** The folder that a relative model path starts from, absolute: services are started elsewhere. */
  readonly folder?: string
}

/** A config in another program's words. */
export type Exported = {
  /** Ends with a line break. */
  readonly text: string
  /** What the other program cannot be told, or takes in another way, and what that means; one sentence each. */
  readonly notes: readonly string[]
}
