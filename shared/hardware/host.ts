export type CommandResult =
  | { readonly state: 'ok'; readonly stdout: string; readonly stderr: string; readonly exit_code: number }
  | { readonly state: 'absent' | 'timeout' | 'failed'; readonly reason: string }

/** Everything that detection may ask of a machine. The real one is `node/host.ts`; tests give fakes. */
export type Host = {
  readonly platform: 'linux' | 'darwin' | 'windows' | 'android' | 'other'
  /** As Node names it: `x64`, `arm64`, ... */
  readonly arch: string
  readonly os_release: string
  /** Runs a program without a shell. Never rejects; output is cut at a limit. */
  run(command: string, args: readonly string[], timeout_ms: number): Promise<CommandResult>
  /** A small text file, or null when it is absent, unreadable or too large. Never rejects. */
  readText(path: string): Promise<string | null>
  /** Names in a folder, or an empty list. Never rejects. */
  list(path: string): Promise<string[]>
  /** What Node itself knows. */
  readonly basics: {
    readonly cpu_model: string
    readonly logical_cores: number
    /** `os.availableParallelism()`: follows the affinity mask. */
    readonly available_parallelism: number
    readonly total_memory: number
    readonly free_memory: number
  }
  /** systeminformation, where the face provides it; each call has its own time limit. */
  readonly systeminformation?: SystemInformation
  now(): number
}

/** The part of systeminformation that detection reads, kept loose: its answers are parsed, not believed. */
export type SystemInformation = {
  cpu(): Promise<unknown>
  mem(): Promise<unknown>
  graphics(): Promise<unknown>
}
