/** Every spelling that a program's help lists, with whether a value follows it. */
export type KnownFlags = ReadonlyMap<string, boolean>

/** `-fa,   --flash-attn [on|off|auto]       set ...`: spellings up to the value or the text. */
const SPELLING = /^(-{1,2}[A-Za-z][\w-]*)(?:,\s*|(\s+)|$)/

/**
 * The flags of llama-server as its `--help` lists them (common/arg.cpp, common_arg::to_string): a line that begins with
 * `-`, spellings with commas between, one space and the value, two spaces and the text.
 */
export function readFlags(help: string): KnownFlags {
  const flags = new Map<string, boolean>()
  for (const line of help.split('\n')) {
    const names: string[] = []
    let rest = line.trimEnd()
    let gap = ''
    for (let found = SPELLING.exec(rest); found !== null; found = SPELLING.exec(rest)) {
      names.push(found[1] ?? '')
      gap = found[2] ?? ''
      rest = rest.slice(found[0].length)
      if (gap !== '') break
    }
    // A long list of spellings pushes the text to the next line, and a value stands right after one space.
    const takes = gap.length === 1 && rest !== ''
    for (const name of names) if (!flags.has(name)) flags.set(name, takes)
  }
  return flags
}

export type FittedArgs = {
  readonly args: readonly string[]
  /** What was left out or said otherwise, one sentence each. */
  readonly notes: readonly string[]
}

/** What older releases call it; null where leaving the flag out means the same. */
const OLDER: Readonly<Record<string, (value: string) => readonly string[] | null>> = {
  // Before `--load-mode` (common/arg.cpp of early releases).
  '-lm': (value) => (value === 'none' ? ['--no-mmap'] : value === 'mmap' ? [] : ['--mlock']),
  // Releases without it never change what was asked for.
  '--fit': () => [],
  // Releases without a choice share one cache, or give each slot its own, as they were built.
  '--kv-unified': () => [],
  '-lv': () => [],
  // Releases without it keep no cache of earlier prompts.
  '--cache-ram': () => [],
}

/**
 * Our arguments for an engine that may be older or newer than the one that they are written for: what its help does
 * not list is said otherwise or left out with a note. Without a help text nothing is changed.
 */
export function fitArgs(args: readonly string[], known: KnownFlags): FittedArgs {
  if (known.size === 0) return { args, notes: [] }
  const kept: string[] = []
  const notes: string[] = []
  for (let at = 0; at < args.length; at++) {
    const flag = args[at] ?? ''
    const next = args[at + 1]
    const value = next !== undefined && !/^-{1,2}[A-Za-z]/.test(next) ? next : undefined
    if (value !== undefined) at++
    const takes = known.get(flag)
    if (takes !== undefined && (takes || value === undefined)) kept.push(flag, ...(value === undefined ? [] : [value]))
    else if (takes === false && value !== undefined) {
      // `-fa` was a switch once.
      if (value === 'on') kept.push(flag)
    } else {
      const other = OLDER[flag]?.(value ?? '') ?? null
      const usable = other?.every((word) => known.has(word)) === true
      if (usable) kept.push(...other)
      else notes.push(`This llama-server does not know ${[flag, value].filter(Boolean).join(' ')}: left out.`)
    }
  }
  return { args: kept, notes }
}
