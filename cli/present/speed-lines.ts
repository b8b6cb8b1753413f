import type { Speed, ThroughputEstimate } from '../../shared/estimate/throughput-estimate.ts'

/** Decode and prompt speed with range and origin; says so where nothing supports a number. */
export function speedLines(throughput: ThroughputEstimate): string[] {
  return [speedLine('decode', throughput.tg), speedLine('prompt', throughput.pp)]
}

function speedLine(name: string, speed: Speed | null): string {
  if (speed === null) return `${name}  no number: nothing measured or known supports one here`
  const range = `${rounded(speed.low)} to ${rounded(speed.high)}`
  return `${name}  ${rounded(speed.tokens_per_s)} tokens/s with an empty context (${range}; ${speed.basis}: ${speed.source})`
}

/** Three significant digits: more would claim more than is known. */
function rounded(value: number): string {
  return Number(value.toPrecision(3)).toString()
}
