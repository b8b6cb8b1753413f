import type { Fix, HardwareSnapshot, Intent, ModelFacts, Plan, RuntimeConfig, Target } from './core.ts'

/** One question to this machine, while it is asked and after. `ms` counts from its start. */
export type LiveProbe = {
  readonly id: string
  readonly state: 'running' | 'done' | 'absent' | 'failed'
  readonly ms: number
}

/** A GGUF file that lies where people keep them. */
export type FoundFile = {
  readonly path: string
  /** As people call it: the file's name, or `llama3.2:3b` for a blob. */
  readonly name: string
  readonly size_bytes: number
  /** Whose place it is: `here`, `HF cache`, `LM Studio`. */
  readonly place: string
}

/** A GGUF file whose header has been read. */
export type FileModel = {
  readonly kind: 'file'
  /** `model_path` of the config. */
  readonly path: string
  readonly facts: ModelFacts
  /** The name that it was read by, where it is not on this machine. */
  readonly remote?: string
  /** For people: what was read, and how to get the file. */
  readonly note?: string
}

/** A model as data, so that it can be handed to another thread. */
export type ModelRef = { readonly kind: 'catalog'; readonly id: string; readonly note?: string } | FileModel

export type PlanRequest = { readonly target: Target; readonly model: ModelRef; readonly intent: Intent }

/** A finding to mend, by rule and key. */
export type FixRequest = {
  readonly config: RuntimeConfig
  readonly target: Target
  readonly rule: string
  readonly path: readonly (string | number)[]
}

/** Everything that the wizard may ask of the world. Every promise may reject with a UserError. */
export type Services = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  /** `lp-tui` and its version, for the config's metadata. */
  readonly generator: string
  /** Loads what the other services and the screens need, piece by piece, so that keys can be taken in between. */
  load(): Promise<void>
  detect(onProbe: (probe: LiveProbe) => void): Promise<HardwareSnapshot>
  /** Reports what it finds as it goes. Resolves with a sentence for each place it could not look through. */
  findModels(onFound: (files: readonly FoundFile[]) => void, signal: AbortSignal): Promise<readonly string[]>
  /** A path, a URL or an `hf:` name. */
  readModel(name: string): Promise<FileModel>
  readSnapshot(path: string): Promise<HardwareSnapshot>
  /** How many plans are worked out side by side. */
  readonly lanes: number
  /**
   * Away from the keyboard's thread: a plan for a large model takes seconds where most do not fit. Rejects when it is
   * called off.
   */
  plan(request: PlanRequest, signal?: AbortSignal): Promise<Plan>
  fix(request: FixRequest): Promise<Fix | null>
  /** All or nothing; `exists` where a file is there already and `force` is not set. Makes missing folders where `folders` is set. */
  save(
    path: string,
    text: string,
    options: { readonly force: boolean; readonly folders?: boolean },
  ): Promise<'written' | 'exists'>
  /** Starts the engine with a saved config once the screen is closed; resolves with its exit code. */
  run(config_path: string): Promise<number>
  /** Writes lines of the result, once the screen is closed. */
  say(lines: readonly string[]): void
  /** Interrupts of the process; the result gives them back. */
  takeSignals(handler: (signal: NodeJS.Signals) => void): () => void
  /** Hands the terminal to the shell until the user comes back. */
  suspend?(): void
  /** Ends what still runs. */
  close(): void
}
