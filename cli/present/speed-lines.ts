import type { ModelFacts } from '../../shared/model/facts.ts'
import { readHparams } from '../../shared/model/hparams.ts'
import type { Speed, ThroughputEstimate } from '../../shared/estimate/throughput-estimate.ts'
import type { FilledSpeed } from '../../shared/plan/filled-speed.ts'

/**
 * Decode and prompt speed with range and origin; says so where nothing supports a number.
 * @param facts the model's, where they are known
 * @param depth tokens in the context while it decodes
 */
export function speedLines({ tg, pp }: ThroughputEstimate, facts?: ModelFacts, depth = 0): string[] {
  const vectors = tg === null && facts !== undefined && !readHparams(facts).causal
  return [
    vectors ? 'decode  none: the model gives vectors (embeddings), not tokens' : speedLine('decode', tg, depth),
    // The rule for prompts knows no depth.
    speedLine('prompt', pp, 0),
  ]
}

/**
 * What was given for a config that does not fit: no machine reaches it that way.
 * @param fits whether every memory holds its need; true where that is not known
 */
export function speedWhereItFits(lines: readonly string[], fits: boolean): readonly string[] {
  return fits ? lines : ['no speed, for it does not fit; if it did:', ...lines.map((line) => `  ${line}`)]
}

/** How fast it still answers when a conversation has filled its context; none without a number. */
export function filledLines(filled: FilledSpeed | null): string[] {
  if (filled?.tg == null) return []
  const { tokens_per_s, low, high } = filled.tg
  const range = `${rounded(low)} to ${rounded(high)}`
  return [`        ${rounded(tokens_per_s)} tokens/s with ${filled.depth} tokens in the context (${range})`]
}

/** No measured row says how fast a GPU is at weights that it copies from the host first (docs/speed.md). */
export const OP_OFFLOAD_LINE =
  'prompts of 32 tokens and more may be read faster than that: the GPU copies weights of the host for them (--no-op-offload ends it)'

function speedLine(name: string, speed: Speed | null, depth: number): string {
  if (speed === null) return `${name}  no number: nothing measured or known supports one here`
  const filled = depth === 0 ? 'an empty context' : `${depth} tokens in the context`
  const range = `${rounded(speed.low)} to ${rounded(speed.high)}`
  return `${name}  ${rounded(speed.tokens_per_s)} tokens/s with ${filled} (${range}; ${speed.basis}: ${speed.source})`
}

/** Three significant digits: more would claim more than is known. */
function rounded(value: number): string {
  return Number(value.toPrecision(3)).toString()
}
