import type { RunEnd } from '../../shared/adapt/run-event.ts'
import type { RunSummary } from '../../shared/run/summary.ts'
import { showSize } from './size.ts'
import type { Expected } from './expected.ts'

/** What a whole run came to, for people; empty when the engine never answered. */
export function summaryLines(summary: RunSummary, end: RunEnd, expected: Expected | null): readonly string[] {
  if (summary.readings === 0) return []
  const { decode_tokens_per_s: decode, prompt_tokens_per_s: prompt } = summary
  const beside = expected === null ? '' : `, expected ${showSpeed(expected.tokens_per_s)} (${expected.basis})`
  const parts = [
    `most at once: ${summary.most_slots_busy} slots, ${summary.most_context_used} tokens of context`,
    ...(summary.most_engine_bytes === null ? [] : [`${showSize(summary.most_engine_bytes)} resident`]),
    ...(summary.hottest_c === null ? [] : [`${Math.round(summary.hottest_c)} C`]),
  ]
  const share = Math.round((100 * summary.throttled_readings) / summary.readings)
  return [
    `ran ${duration(summary.seconds)}: ${summary.decoded_tokens} tokens generated, ${summary.prompt_tokens} read`,
    `decode ${showSpeed(decode)} tokens/s${beside}; prompt ${showSpeed(prompt)} tokens/s`,
    parts.join(', '),
    ...(summary.throttled_readings === 0 ? [] : [`slowed by heat or power in ${share} % of the readings`]),
    ...(end.restarts === 0 ? [] : [`started again ${times(end.restarts)}`]),
    ...(end.adaptations === 0 ? [] : [`adapted ${times(end.adaptations)}`]),
  ]
}

/** Three digits; - where nothing is known. */
export function showSpeed(value: number | null): string {
  return value === null ? '-' : String(Number(value.toPrecision(3)))
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

/** `1 h 2 min`, `3 min 4 s`, `5 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds)
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`
}
