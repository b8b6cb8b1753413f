import type { Reading } from './reading.ts'

/** What a whole run came to. */
export type RunSummary = {
  readonly seconds: number
  readonly prompt_tokens: number
  readonly decoded_tokens: number
  /** Mean over the readings that had a speed, tokens a second of one stream; null without any. */
  readonly decode_tokens_per_s: number | null
  readonly prompt_tokens_per_s: number | null
  readonly most_slots_busy: number
  readonly most_context_used: number
  readonly most_engine_bytes: number | null
  readonly hottest_c: number | null
  /** Readings during which a device was slowed by heat or power. */
  readonly throttled_readings: number
  readonly readings: number
}

type Sums = RunSummary & { readonly decode: readonly [number, number]; readonly prompt: readonly [number, number] }

const START: Sums = {
  seconds: 0,
  prompt_tokens: 0,
  decoded_tokens: 0,
  decode_tokens_per_s: null,
  prompt_tokens_per_s: null,
  most_slots_busy: 0,
  most_context_used: 0,
  most_engine_bytes: null,
  hottest_c: null,
  throttled_readings: 0,
  readings: 0,
  decode: [0, 0],
  prompt: [0, 0],
}

/** Adds up a run without keeping its readings. */
export function summaryKeeper(): {
  /** From here on it runs, in seconds on the clock of the readings; without, it is taken to run from the first reading. */
  begin(at_s: number): void
  take(reading: Reading): void
  summary(): RunSummary
} {
  let first: number | null = null
  let sums = START
  return {
    begin(at_s) {
      first ??= at_s
    },
    take(reading) {
      first ??= reading.at_s
      sums = added(sums, reading, reading.at_s - first)
    },
    summary: () => {
      const { decode, prompt, ...summary } = sums
      return { ...summary, decode_tokens_per_s: mean(decode), prompt_tokens_per_s: mean(prompt) }
    },
  }
}

function added(sums: Sums, reading: Reading, seconds: number): Sums {
  const hottest = reading.health.flatMap(({ temperature_c }) => (temperature_c === null ? [] : [temperature_c]))
  return {
    ...sums,
    seconds,
    prompt_tokens: sums.prompt_tokens + reading.prompt_tokens,
    decoded_tokens: sums.decoded_tokens + reading.decoded_tokens,
    decode: plus(sums.decode, reading.decode_tokens_per_s),
    prompt: plus(sums.prompt, reading.prompt_tokens_per_s),
    most_slots_busy: Math.max(sums.most_slots_busy, reading.slots_busy),
    most_context_used: Math.max(sums.most_context_used, reading.context_used),
    most_engine_bytes: most(sums.most_engine_bytes, reading.engine_bytes),
    hottest_c: hottest.reduce<number | null>(most, sums.hottest_c),
    throttled_readings: sums.throttled_readings + (isThrottled(reading) ? 1 : 0),
    readings: sums.readings + 1,
  }
}

function plus([sum, count]: readonly [number, number], value: number | null): readonly [number, number] {
  return value === null ? [sum, count] : [sum + value, count + 1]
}

function mean([sum, count]: readonly [number, number]): number | null {
  return count === 0 ? null : sum / count
}

function most(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b)
}

/** An idle device may say that power caps it; heat and a weak supply count in any case. */
export function isThrottled({ health, slots_busy }: Reading): boolean {
  return health.some(({ throttled }) =>
    throttled.some((reason) => reason === 'thermal' || reason === 'undervoltage' || slots_busy > 0),
  )
}
