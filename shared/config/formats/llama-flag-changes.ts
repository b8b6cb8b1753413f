/** A spelling of llama-server that a release took away. */
export type FlagChange = {
  readonly flags: readonly string[]
  readonly env?: string
  readonly takes: 'nothing' | 'whole'
  /** First build without it, where it is known. */
  readonly removed_in?: number
  /** What to write in its place. */
  readonly use: string
  /** What it meant, as the value of `--load-mode`; absent where nothing of ours depends on it. */
  readonly load_mode?: 'mmap' | 'none' | 'mlock' | 'dio'
}

/**
 * What earlier releases of llama-server took and de3ff81 refuses as an invalid argument. `--load-mode` came with pull request
 * 20834 and took the place of four switches, which pull request 28334 removed: build 10875 refuses them. The others are the stubs
 * in common/arg.cpp that call arg_removed. An environment variable of a removed option has no effect.
 */
export const FLAG_CHANGES: readonly FlagChange[] = [
  {
    flags: ['--mmap'],
    takes: 'nothing',
    env: 'LLAMA_ARG_MMAP',
    removed_in: 10_875,
    use: '--load-mode mmap',
    load_mode: 'mmap',
  },
  {
    flags: ['--no-mmap'],
    takes: 'nothing',
    env: 'LLAMA_ARG_NO_MMAP',
    removed_in: 10_875,
    use: '--load-mode none',
    load_mode: 'none',
  },
  {
    flags: ['--mlock'],
    takes: 'nothing',
    env: 'LLAMA_ARG_MLOCK',
    removed_in: 10_875,
    use: '--load-mode mlock',
    load_mode: 'mlock',
  },
  {
    flags: ['-dio', '--direct-io'],
    takes: 'nothing',
    env: 'LLAMA_ARG_DIO',
    removed_in: 10_875,
    use: '--load-mode dio',
    load_mode: 'dio',
  },
  {
    flags: ['-ndio', '--no-direct-io'],
    takes: 'nothing',
    env: 'LLAMA_ARG_NO_DIO',
    removed_in: 10_875,
    use: '--load-mode auto',
  },
  {
    flags: ['--draft', '--draft-n', '--draft-max'],
    takes: 'whole',
    env: 'LLAMA_ARG_DRAFT_MAX',
    use: '--spec-draft-n-max',
  },
  { flags: ['--draft-min', '--draft-n-min'], takes: 'whole', env: 'LLAMA_ARG_DRAFT_MIN', use: '--spec-draft-n-min' },
  { flags: ['--spec-ngram-size-n'], takes: 'whole', use: '--spec-ngram-mod-n-match' },
  { flags: ['--spec-ngram-size-m'], takes: 'whole', use: '--spec-ngram-simple-size-m' },
  { flags: ['--spec-ngram-min-hits'], takes: 'whole', use: '--spec-ngram-simple-min-hits' },
]

/** An option, or a way to write one, that a release brought. */
export type FlagAddition = {
  readonly flags: readonly string[]
  readonly env?: string
  /** First build that takes it. */
  readonly added_in: number
  /** True: the option is older, but took no value before. */
  readonly value_only?: true
}

/** Pull requests 15077 (n-cpu-moe), 15434 (values of -fa), 20834 (load-mode). */
export const FLAG_ADDITIONS: readonly FlagAddition[] = [
  { flags: ['-ncmoe', '--n-cpu-moe'], env: 'LLAMA_ARG_N_CPU_MOE', added_in: 6089 },
  { flags: ['-fa', '--flash-attn'], added_in: 6325, value_only: true },
  { flags: ['-lm', '--load-mode'], env: 'LLAMA_ARG_LOAD_MODE', added_in: 10_145 },
]
