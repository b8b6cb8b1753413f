import type { Explanation } from '../../shared/hardware/explain-detection.ts'
import type { ProfileMatch } from '../../shared/profile/match-profile.ts'
import { hangingLines } from './wrap.ts'

const WIDTH = 80

/** What was believed of a machine and why, then every probe with what it said, in 80 columns. */
export function explanationLines(explanation: Explanation, match: ProfileMatch): string[] {
  const { beliefs, probes } = explanation
  const profile = {
    fact: 'profile',
    value: match.profile === null ? 'none' : match.profile.id,
    why: match.reasons.join(' '),
  }
  const facts = [...beliefs, profile]
  const column = Math.max(...facts.map(({ fact }) => fact.length)) + 2
  const id_column = Math.max(...probes.map(({ id }) => id.length), 8) + 2
  return [
    'What is believed, and why',
    ...facts.flatMap(({ fact, value, why }) => [
      ...hangingLines(`  ${fact}`, value, column + 2, WIDTH),
      ...hangingLines('', `<- ${why}`, column + 2, WIDTH),
    ]),
    '',
    'What each probe said',
    ...probes.flatMap(({ id, state, ms, said, note }) => {
      const text =
        state === 'ok' ? (said ?? '') || 'nothing of use' : `${state}${note === undefined ? '' : `: ${note}`}`
      return hangingLines(`  ${id}`, `${Math.round(ms)} ms  ${text}`, id_column + 2, WIDTH)
    }),
  ]
}
